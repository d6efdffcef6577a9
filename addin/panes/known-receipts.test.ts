import { expect, test } from 'vitest';
import { demoReading, demoReceipt, demoSession } from './demo-state.ts';
import { allReceipts, lastSyncOf } from './known-receipts.ts';
import { initialState } from './state.ts';

const state = initialState(demoSession);

test('receipts of this sitting come before those that the workbook keeps, each once', () => {
  const older = { ...demoReceipt, number: '20261001-01' };
  const nothing = { ...demoReceipt, number: null, received: [] };
  const now = { ...state, receipts: [nothing, demoReceipt], reading: { ...demoReading, receipts: [demoReceipt, older] } };
  expect(allReceipts(now).map((receipt) => receipt.number)).toEqual([demoReceipt.number, '20261001-01']);
});

test('the last sync is that of this sitting, also one that brought nothing, or the one that the workbook tells of', () => {
  const told = { ...state, receipts: [], reading: demoReading };
  expect(lastSyncOf(told)).toEqual(demoReading.lastSync);
  expect(lastSyncOf({ ...told, receipts: [{ ...demoReceipt, at: '2026-10-16T01:00:00Z', number: null, received: [] }, demoReceipt] })).toEqual({ at: '2026-10-16T01:00:00Z', receipt: null });
  expect(lastSyncOf({ ...told, reading: null })).toBeNull();
});
