// A random but repeatable history of several people's workbooks against the Worker: stale views, lost answers, resends,
// rows, deletions, decisions, handovers, roles, erasures. Afterwards nothing typed is lost, every workbook that pulls has
// exactly what it may see, and the chain verifies.

import { beforeEach, expect, test } from 'vitest';
import type { Mutation, OpenConflict, SyncAnswer, SyncedRecord, SyncRequest } from '../../domain/protocol/messages.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import type { Client, Part } from '../test-support/department.ts';
import { archive, create, visitReport } from '../test-support/records.ts';
import { storedNow } from '../test-support/storage.ts';

beforeEach(() => found({ ...keybookOrg, departments: [...keybookOrg.departments, { id: 'dep-second', name: '第二大客户部' }] }));

/** A small repeatable generator: whole numbers below `count`. */
function seeded(seed: number) {
  let state = seed;
  return (count: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
}

/** What one workbook holds, as an add-in would: pages gathered, what left taken away, what a whole snapshot leaves out gone. */
class Workbook {
  readonly client: Client;
  readonly part: Part;
  held = new Map<string, SyncedRecord>();
  readonly deleted: SyncedRecord[] = [];
  conflicts: readonly OpenConflict[] = [];
  cursor = 0;
  scope = '';
  unanswered: SyncRequest['push'] = null;

  constructor(part: Part, workbook: string) {
    this.part = part;
    this.client = clientOf(idOf(part), { workbook });
  }

  async sync(push: SyncRequest['push'], isLost: boolean): Promise<SyncAnswer> {
    const sent = this.unanswered ?? push;
    const answer = await this.client.sync({ cursor: this.cursor, scope: this.scope, push: sent });
    this.unanswered = isLost ? sent : null;
    if (!isLost) await this.take(answer);
    return answer;
  }

  async take(first: SyncAnswer): Promise<void> {
    expect(first.cursor).toBeGreaterThanOrEqual(this.cursor);
    const seen = new Set<string>();
    let answer = first;
    for (;;) {
      for (const id of answer.left) this.held.delete(id);
      for (const record of answer.changes) {
        seen.add(record.record);
        if (record.deleted) this.deleted.push(record);
        if (record.deleted) this.held.delete(record.record);
        else this.held.set(record.record, record);
      }
      if (!answer.more) break;
      answer = await this.client.sync({ cursor: answer.cursor, scope: answer.scope, after: answer.after });
    }
    if (first.snapshot) for (const id of this.held.keys()) if (!seen.has(id)) this.held.delete(id);
    this.conflicts = answer.conflicts!;
    this.cursor = answer.cursor;
    this.scope = answer.scope;
  }
}

const paths = ['issues_open', 'issues_handled', 'visits/v1/summary', 'visits/v2/summary', 'visits/v2/plan', 'expenses/e1/remark'];
const archivePaths = ['business_scope', 'contact_phone', 'senior_contacts/a/name', 'senior_contacts/a/phone', 'senior_contacts/b/name', 'senior_contacts/b/position'];
const customers = ['cu-qianfandu', 'cu-xinghe', 'cu-baicao'];

test.each([1, 3, 5])('history %i', async (seed) => {
  const random = seeded(seed);
  const pick = <Entry>(list: readonly Entry[]): Entry | undefined => list[random(list.length)];
  const workbooks = (['director', 'managera', 'managera', 'managerb', 'specialist', 'gm'] as const).map((part, place) => new Workbook(part, `wb-of-history-${place}`));
  const typed: string[] = [];
  let serial = 0;
  const value = () => `typed-${seed}-${(serial += 1)}-`;

  const mutationsOf = (book: Workbook): Mutation[] => {
    const known = pick([...book.held.values()]);
    const conflict = pick(book.conflicts);
    const what = random(10);
    if (!known || what === 0) {
      if (random(3) === 0) return [create('customer-archive', archive(`新客户${seed}${serial += 1}`))];
      return [create('visit-report', visitReport(nameOf(book.part), `2026-0${1 + random(9)}-${10 + random(18)}`))];
    }
    const { record, rev } = known;
    if (what === 1) return [{ kind: 'delete', record, baseRev: rev }];
    const gone = pick(book.deleted);
    if (what === 2 && gone) return [{ kind: 'restore', record: gone.record, baseRev: gone.rev }];
    if (what <= 4 && conflict) return [{ kind: 'decide', record: conflict.record, conflict: conflict.id, baseRev: conflict.rev, to: random(2) ? conflict.mine : conflict.theirs }];
    const of = known.form === 'customer-archive' ? archivePaths : paths;
    if (what === 5) {
      const [table, row] = of.at(-1)!.split('/') as [string, string];
      const cells = Object.keys((known.fields[table] as Record<string, object> | undefined)?.[row] ?? {});
      return cells.map((column) => ({ kind: 'edit', record, path: `${table}/${row}/${column}`, baseRev: rev, to: null }));
    }
    return Array.from({ length: 1 + random(3) }, () => ({ kind: 'edit' as const, record, path: pick(of)!, baseRev: rev, to: random(8) ? value() : null }));
  };

  const changeRights = async () => {
    const member = idOf(pick(['managera', 'managerb', 'specialist'] as const)!);
    const what = random(4);
    const gm = clientOf(idOf('gm'));
    if (what === 0) await gm.call('PATCH', `/api/members/${member}`, { department: pick(['dep-keyaccounts', 'dep-second']) });
    else if (what === 1) await gm.call('PATCH', `/api/members/${member}`, { roles: [pick(['manager', 'specialist', 'director'])] });
    else await gm.call('POST', `/api/customers/${pick(customers)}/assignments`, { kind: pick(['owner', 'specialist']), member, since: '2026-10-16' });
  };

  const erase = async () => {
    const record = pick([...workbooks[0]!.held.values()].filter(({ form }) => form === 'customer-archive'));
    if (!record) return;
    const gone = ['contact_phone', 'senior_contacts/a/phone'];
    const response = await clientOf(idOf('admin')).call('POST', `/api/records/${record.record}/erasures`, { paths: gone, reason: '本人要求' });
    expect(response.status).toBe(201);
  };

  for (let step = 0; step < 200; step += 1) {
    const chance = random(20);
    if (chance === 0) await changeRights();
    else if (chance === 1) await erase();
    else {
      const book = pick(workbooks)!;
      const mutations = mutationsOf(book);
      const isResend = book.unanswered !== null;
      const { results } = await book.sync(mutations.length > 0 ? { id: freshId('p'), mutations } : null, random(4) === 0);
      if (isResend) continue;
      for (const mutation of mutations) {
        const result = results.find(({ record }) => record === mutation.record)!;
        const isPersonal = mutation.kind === 'edit' && mutation.path.endsWith('phone');
        if (mutation.kind === 'edit' && typeof mutation.to === 'string' && result.status !== 'rejected' && result.status !== 'duplicate'
          && !result.problems.some(({ code, path }) => code === 'field-not-yours' && path === mutation.path)
          && !mutations.some((later) => later !== mutation && later.kind === 'edit' && later.path === mutation.path) && !isPersonal) typed.push(mutation.to);
      }
    }
  }

  for (const book of workbooks) {
    if (book.unanswered) await book.sync(null, false);
    await book.sync(null, false);
  }
  const everything = JSON.stringify(await storedNow());
  expect(typed.filter((text) => !everything.includes(text))).toEqual([]);
  for (const [place, book] of workbooks.entries()) {
    const fresh = new Workbook(book.part, `wb-quite-fresh-${place}`);
    await fresh.sync(null, false);
    expect(Object.fromEntries(book.held), `${book.part} ${place}`).toEqual(Object.fromEntries(fresh.held));
    expect(book.conflicts.map(({ id }) => id)).toEqual(fresh.conflicts.map(({ id }) => id));
  }
  const verification = await (await clientOf(idOf('admin')).call('GET', '/api/chain/verification')).json();
  expect(verification).toMatchObject({ ok: true, broken: null });
  const kinds = await db.prepare('SELECT DISTINCT kind FROM change').all<{ kind: string }>();
  expect(kinds.results.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['assign', 'create', 'decide', 'delete', 'edit', 'erase', 'restore', 'rights']));
  const facts = await db.prepare('SELECT record, measure, line, sum(sign) AS n FROM fact GROUP BY record, measure, line HAVING n NOT IN (0, 1)').all();
  expect(facts.results).toEqual([]);
});
