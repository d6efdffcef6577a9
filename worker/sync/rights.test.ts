// Every form against every role, generated: what the definition grants is granted, what it does not is refused, to read
// and to write, by the pure rule and by SQL alike.

import { beforeEach, describe, expect, test } from 'vitest';
import { forms } from '../../domain/forms/registry.ts';
import { scopeOf } from '../../domain/forms/rights.ts';
import { reaches } from '../../domain/protocol/visibility.ts';
import type { Role, Scope } from '../../domain/forms/definition.ts';
import { clientOf, db, found, idOf, keybookOrg, otherOrg, parts } from '../test-support/department.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const roleOf = (part: string) => part.replace(/^manager.$/, 'manager') as Role;

/** Records that differ in whose they are; `mine`: the member asked about. */
const belongings = (mine: string) => ({
  own: { owner: mine, department: 'dep-keyaccounts', customer: null },
  assigned: { owner: 'm-nobody', department: 'dep-keyaccounts', customer: `cu-of-${mine}` },
  colleague: { owner: 'm-nobody', department: 'dep-keyaccounts', customer: 'cu-strange' },
  elsewhere: { owner: 'm-nobody', department: 'dep-other', customer: null },
});

const granted: Record<Scope, readonly string[]> = {
  none: [],
  own: ['own'],
  customers: ['own', 'assigned'],
  department: ['own', 'assigned', 'colleague'],
  org: ['own', 'assigned', 'colleague', 'elsewhere'],
};

async function insertRecords(mine: string): Promise<void> {
  await db.prepare("INSERT INTO assignment (org, member, customer, kind, since) VALUES ('org-first', ?, ?, 'specialist', '2026-01-01')").bind(mine, `cu-of-${mine}`).run();
  const rows = forms.flatMap((form) => Object.entries(belongings(mine)).map(([whose, it]) => ({ id: `r-${form.id}-${whose}`, form: form.id, ...it })));
  const insert = `INSERT INTO record (org, id, form, rev, seq, owner, department, customer, natural, state, deleted, fields, revs, refs, stated, problems, member, at)
    VALUES ('org-first', ?, ?, 1, 1, ?, ?, ?, ?, 'accepted', 0, '{}', '{}', '{}', '[]', '[]', 'm-nobody', '')`;
  await db.batch(rows.map((row) => db.prepare(insert).bind(row.id, row.form, row.owner, row.department, row.customer, `${row.form}!${row.id}`)));
  await db.prepare("UPDATE org_head SET seq = 1 WHERE org = 'org-first'").run();
}

describe.each(parts)('%s', (part) => {
  const mine = idOf(part);

  test('reads what the definitions grant, and one record at a time the same', async () => {
    await insertRecords(mine);
    const client = clientOf(mine);
    const { changes } = await client.sync();
    const seen = changes.map((record) => record.record).sort();
    const expected = forms.flatMap((form) => granted[scopeOf(form, [roleOf(part)], 'read')].map((whose) => `r-${form.id}-${whose}`)).sort();
    expect(seen).toEqual(expected);
    for (const form of forms) {
      for (const whose of Object.keys(belongings(mine))) {
        const id = `r-${form.id}-${whose}`;
        expect((await client.call('GET', `/api/records/${id}`)).status, id).toBe(seen.includes(id) ? 200 : 404);
      }
    }
  });

  test('writes what the definitions grant', async () => {
    await insertRecords(mine);
    for (const form of forms) {
      const read = granted[scopeOf(form, [roleOf(part)], 'read')];
      const write = granted[scopeOf(form, [roleOf(part)], 'write')];
      const answer = await clientOf(mine).push(...Object.keys(belongings(mine)).map((whose) => ({ kind: 'delete' as const, record: `r-${form.id}-${whose}`, baseRev: 1 })));
      const codes = answer.results.map((result) => result.problems.map((problem) => problem.code)[0] ?? 'taken');
      const expected = Object.keys(belongings(mine)).map((whose) => (!read.includes(whose) ? 'not-found' : write.includes(whose) ? 'taken' : 'no-right'));
      expect(codes.map((code) => (['not-found', 'no-right'].includes(code) ? code : 'taken')), form.id).toEqual(expected);
    }
  });
});

test('the pure rule agrees with the table', () => {
  for (const [scope, whose] of Object.entries(granted)) {
    const viewer = { member: 'm-x', department: 'dep-keyaccounts', roles: [], customers: new Set(['cu-of-m-x']) };
    const reached = Object.entries(belongings('m-x')).filter(([, thing]) => reaches(scope as Scope, viewer, thing)).map(([name]) => name);
    expect(reached, scope).toEqual(whose);
  }
});
