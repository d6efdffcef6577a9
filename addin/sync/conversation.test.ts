// Pages of one answer: the pane asks until there is no more, hands back the Worker's place as it is, and of a record that
// was said to be there and to have left holds what was said last.

import { expect, it } from 'vitest';
import type { SyncAnswer, SyncedRecord, SyncRequest } from '../../domain/protocol/messages.ts';
import { converse } from './conversation.ts';
import { newLedger } from './ledger.ts';

const page = (answer: Partial<SyncAnswer>): SyncAnswer => ({
  protocol: 1, receipt: null, results: [], changes: [], snapshot: true, more: false, after: null, left: [], cursor: 90, scope: 'scope-2', chain: '', today: '2026-11-20',
  roster: { org: { id: 'org-0001', name: '', department: '' }, members: [], customers: [] }, audience: { kind: 'member', id: 'member-01' }, ...answer,
});
const shown = (...records: string[]) => records.map((record) => ({ record, fields: {} }) as SyncedRecord);

async function gatheredOf(answers: readonly SyncAnswer[]) {
  const requests: SyncRequest[] = [];
  const send = (request: SyncRequest) => Promise.resolve(answers[requests.push(request) - 1]!);
  const talk = { send, device: 'device-1', name: '', audience: undefined, seal: () => Promise.resolve(), onSent: () => {} };
  return { requests, gathered: await converse({ ...newLedger('workbook-1', 'salt'), cursor: 40, scope: 'scope-1' }, { sealed: null, parts: [] }, talk) };
}

it('what has left is gathered from all pages', async () => {
  const names = Array.from({ length: 1_200 }, (_, place) => `record-${String(place).padStart(4, '0')}`);
  const { requests, gathered } = await gatheredOf([
    page({ left: names.slice(0, 500), more: true, after: '40.record-0499' }),
    page({ left: names.slice(500, 1_000), more: true, after: '40.record-0999' }),
    page({ left: names.slice(1_000) }),
  ]);
  expect([...gathered.left]).toEqual(names);
  expect(requests.map(({ cursor, scope, after }) => [cursor, scope, after])).toEqual([[40, 'scope-1', undefined], [90, 'scope-2', '40.record-0499'], [90, 'scope-2', '40.record-0999']]);
});

it('what was said last holds', async () => {
  const { gathered } = await gatheredOf([
    page({ changes: shown('record-1', 'record-3'), left: ['record-2'], more: true, after: 'record-3' }),
    page({ changes: shown('record-2', 'record-4'), left: ['record-1', 'record-4'] }),
  ]);
  expect([[...gathered.changes.keys()].sort(), [...gathered.left]]).toEqual([['record-2', 'record-3', 'record-4'], ['record-1']]);
});

it('what was taken and may not be seen here has left', async () => {
  const result = { status: 'accepted' as const, rev: 1, merged: 0, problems: [], conflicts: [] };
  const { gathered } = await gatheredOf([page({ results: [{ ...result, record: 'record-1', hidden: true }, { ...result, record: 'record-2' }] })]);
  expect([...gathered.left]).toEqual(['record-1']);
});
