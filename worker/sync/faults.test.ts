// Every step faulted: an error before and after each single statement of a request, and an answer lost after each round
// trip. Nothing is ever half done, and sent again it is done exactly once.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import type { Part } from '../test-support/department.ts';
import { faultyDatabase } from '../test-support/faulty-database.ts';
import type { Fault } from '../test-support/faulty-database.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';
import { goBackTo, storedNow } from '../test-support/storage.ts';

// Every fault is told to the log, hundreds of times here.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
beforeEach(() => found({ ...keybookOrg, departments: [...keybookOrg.departments, { id: 'dep-second', name: '第二大客户部' }] }));

interface Asked {
  readonly part: Part;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const managerA = () => clientOf(idOf('managera'));
const director = () => clientOf(idOf('director'));
const sync = (part: Part, mutations: readonly Mutation[] | null, workbook = 'wb-brand-new-1'): Asked => ({
  part, method: 'POST', path: '/api/sync',
  body: { protocol: 1, workbook, device: 'test', cursor: 0, scope: '', push: mutations && { id: freshId('p'), mutations } },
});

/** The same chance for every try, so that all tries write the same. */
function sameChance(): (count: number) => Uint8Array {
  let state = 7;
  return (count) => Uint8Array.from({ length: count }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16);
}

async function ask({ part, method, path, body }: Asked, fault: Fault | null) {
  const { database, watched } = faultyDatabase(db, fault);
  const response = await clientOf(idOf(part), { database, randomBytes: sameChance() }).call(method, path, body);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown>, watched };
}

const scenarios: Record<string, () => Promise<Asked>> = {
  'a first sync that only pulls': async () => {
    await managerA().push(create('visit-report', visitReport(nameOf('managera'), '2026-10-12')));
    return sync('director', null);
  },
  'a push of everything at once: customers, contracts, facts, an edit, a conflict, a deletion, a new workbook': async () => {
    const [known, gone] = [create('contract', contract('HT-1', '千帆渡', '2026-03-01')), create('contract', contract('HT-0', '千帆渡', '2026-02-01'))];
    await director().push(known, gone);
    await director().push(edit(known.record, 'remark', '一'));
    await clientOf(idOf('finance')).push(create('receipt', receipt('HT-1', '2026-09-01', 50_000)));
    return sync('director', [
      create('customer-archive', archive('甲乙公司')), create('contract', contract('HT-2', '甲乙公司', '2026-04-01')),
      edit(known.record, 'remark', '二', 1), edit(known.record, 'amount', 5, 1), { kind: 'delete', record: gone.record, baseRev: 1 },
    ]);
  },
  'a decision': async () => {
    const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    await managerA().push(made);
    await director().push(edit(made.record, 'issues_open', '总监的'));
    const { conflicts } = await managerA().push(edit(made.record, 'issues_open', '经理的', 1));
    return sync('director', [{ kind: 'decide', record: made.record, conflict: conflicts![0]!.id, baseRev: 2, to: '经理的' }], 'wb-of-m-director');
  },
  'an erasure': async () => {
    const made = create('customer-archive', archive('千帆渡'));
    await managerA().push(made);
    await director().push(edit(made.record, 'contact_phone', '2'));
    await managerA().push(edit(made.record, 'contact_phone', '3', 1));
    return { part: 'director', method: 'POST', path: `/api/records/${made.record}/erasures`, body: { paths: ['contact_phone'], reason: '本人要求' } };
  },
  'a customer handed over to another department': async () => {
    await clientOf(idOf('gm')).call('PATCH', '/api/members/m-managerb', { department: 'dep-second' });
    await director().push(create('contract', contract('HT-1', '千帆渡', '2026-03-01')), create('customer-archive', archive('千帆渡')));
    return { part: 'gm', method: 'POST', path: '/api/customers/cu-qianfandu/assignments', body: { kind: 'owner', member: idOf('managerb'), since: '2026-10-16' } };
  },
  'a member who changes role and department': async () => {
    await managerA().push(create('visit-report', visitReport(nameOf('managera'), '2026-10-12')));
    return { part: 'gm', method: 'PATCH', path: '/api/members/m-managera', body: { roles: ['director'], department: 'dep-second' } };
  },
};

describe.each(Object.entries(scenarios))('%s', (_name, prepare) => {
  test('fails as a whole at every single statement, and is done once when it is sent again', async () => {
    const asked = await prepare();
    const before = await storedNow();
    const plain = await ask(asked, null);
    expect([200, 201]).toContain(plain.status);
    const after = await storedNow();
    const { statements, roundTrips } = plain.watched;
    const steps = Array.from({ length: statements }, (_, place) => place + 1);
    const faults: Fault[] = [
      ...steps.flatMap((statement) => (['before', 'after'] as const).map((kind) => ({ kind, statement }))),
      ...Array.from({ length: roundTrips }, (_, place) => ({ kind: 'answer-lost' as const, roundTrip: place + 1 })),
    ];
    const applied: Fault[] = [];
    for (const fault of faults) {
      await goBackTo(before);
      const failed = await ask(asked, fault);
      expect([failed.watched.hasFailed, failed.status], JSON.stringify(fault)).toEqual([true, 503]);
      const left = JSON.stringify(await storedNow());
      // All of it where only the answer failed, else nothing.
      if (left !== JSON.stringify(before)) applied.push(fault);
      expect([JSON.stringify(before), JSON.stringify(after)], JSON.stringify(fault)).toContain(left);
      const again = await ask(asked, null);
      expect(again.status).toBe(plain.status);
      expect(await storedNow(), JSON.stringify(fault)).toEqual(after);
      if ('results' in plain.answer) expect([again.answer['results'], again.answer['receipt']]).toEqual([plain.answer['results'], plain.answer['receipt']]);
    }
    // Nothing is asked between writing and answering but, by one route, the row that was written.
    expect(applied.filter(({ kind }) => kind !== 'answer-lost').length).toBeLessThanOrEqual(asked.method === 'PATCH' ? 2 : 0);
    expect(applied.length).toBeGreaterThan(0);
  });
});

describe('a storage', () => {
  test.each([
    ['without room', 'D1_ERROR: database or disk is full: SQLITE_FULL', 507, 'storage-full'],
    ['at its size', 'D1_ERROR: Exceeded maximum DB size', 507, 'storage-full'],
    ['that cannot be reached', 'D1_ERROR: Network connection lost.', 503, 'storage-unavailable'],
  ])('%s says so, and everything kept can be read', async (_name, message, status, code) => {
    const kept = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    await managerA().push(kept);
    const before = await storedNow();
    const asked = sync('managera', [create('visit-report', visitReport(nameOf('managera'), '2026-10-13'))], 'wb-of-m-managera');
    const refused = await ask(asked, { kind: 'refused', roundTrip: 3, message });
    expect([refused.status, refused.answer['code']]).toEqual([status, code]);
    expect(await storedNow()).toEqual(before);
    expect((await managerA().sync()).changes.map(({ record }) => record)).toEqual([kept.record]);
    expect((await ask(asked, null)).status).toBe(200);
  });
});
