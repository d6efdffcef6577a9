// Changes from before their key, the change before them, kind and owners counted in their digests, and pushes from before
// their results did: they verify as they did, and the changes' order is still held together by the records.

import { expect, test } from 'vitest';
import { digestOf, firstLink, headDigestOf, linkOf } from '../sync/chain.ts';
import type { DigestedChange } from '../sync/chain.ts';
import type { ChangeRow } from './queries.ts';
import { ChainCheck } from './verify.ts';

const [member, device, at] = ['m-1', 'desk', '2026-10-16 09:00:00'];
const change = (seq: number, patch: DigestedChange['patch'], prev: number | null): DigestedChange =>
  ({ natural: 'contract:["x"]', record: 'r-00000001', seq, rev: seq, prev, before: prev === null ? null : 'contract:["x"]', kind: prev === null ? 'create' : 'edit', owners: [null, 'm-1'], patch, salt: `s-${seq}` });
const changes = [change(1, { remark: [null, '一'] }, null), change(2, { remark: ['一', '二'] }, 1), change(3, { remark: ['二', '三'] }, 2)];

/** The last of them stands; `altered` is what somebody did to the rows. */
async function verified(isEarly: boolean, altered: (row: ChangeRow) => ChangeRow = (row) => row) {
  const check = new ChainCheck();
  let prior = firstLink;
  for (const { seq, digest } of await Promise.all(changes.map(async (one) => ({ ...one, digest: await digestOf(one, isEarly) })))) {
    const push = `p-${seq}`;
    const head = { seq, hash: '', receipt: `no-${seq}`, device, workbook: '', name: null, feed: '[]' };
    const digests = [await headDigestOf(head, isEarly ? undefined : []), digest];
    const link = await linkOf({ prior, push, member, at, digests });
    await check.push({ ...head, id: push, prior, link, digests: JSON.stringify(digests), count: 0, answer: JSON.stringify({ receipt: { number: head.receipt, at, chain: link }, results: [] }), member, at });
    prior = link;
  }
  check.endOfPushes(prior, undefined);
  for (const one of changes) {
    const isLast = one.seq === 3;
    await check.change(altered({
      ...one, owners: JSON.stringify(one.owners), patch: JSON.stringify(one.patch), digest: await digestOf(one, isEarly), erased: null, member, device, push: `p-${one.seq}`, at,
      standing: 3, form: 'contract', rowRev: 3, rowNatural: one.natural, rowMember: member, rowAt: at, deleted: 0,
      fields: isLast ? '{"remark":"三"}' : null, revs: isLast ? '{"remark":3}' : null,
    }));
  }
  check.endOfChanges(3);
  return check.end();
}

const second = (otherwise: Partial<ChangeRow>) => (row: ChangeRow) => (row.seq === 2 ? { ...row, ...otherwise } : row);

test('as they were written they hold, early ones too', async () => {
  expect([await verified(false), await verified(true)]).toEqual([null, null]);
});

test.each<[string, Partial<ChangeRow>]>([
  ['another kind', { kind: 'decide' }],
  ['other owners', { owners: '[null,"m-2"]' }],
  ['another key', { natural: 'contract:["y"]' }],
  ['another change before', { prev: 0 }],
  ['another key before', { before: 'contract:["y"]' }],
])('%s is no digest of it', async (_name, otherwise) => {
  expect(await verified(false, second(otherwise))).toMatchObject({ what: 'digest', push: 'p-2', record: 'r-00000001' });
});

test.each<[string, Partial<ChangeRow>]>([
  ['another key', { natural: 'contract:["y"]' }],
  ['another change before', { prev: 0 }],
])('%s of an early one does not lead to the next', async (_name, otherwise) => {
  expect(await verified(true, second(otherwise))).toMatchObject({ what: 'history', record: 'r-00000001' });
});

test('a row that comes from an earlier change is behind its history', async () => {
  expect(await verified(true, (row) => ({ ...row, standing: 2, fields: row.seq === 2 ? '{"remark":"二"}' : null, revs: row.seq === 2 ? '{"remark":2}' : null }))).toMatchObject({ what: 'row', field: '@seq' });
});
