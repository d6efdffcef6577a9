// One receipt for a sync that sent twice.

import { expect, it } from 'vitest';
import type { SyncReceipt } from '../panes/services.ts';
import { joinedReceipts } from './receipt.ts';

const nothing: SyncReceipt = { number: null, at: '2026-11-30T01:00:00Z', chain: 'c0', sent: [], received: [], kept: [], rejected: [], restored: [], unplaced: [] };

it('tells of each form and of each colleague once, who did most first', () => {
  const first: SyncReceipt = { ...nothing, number: '20261130-1', sent: [{ form: 'contract', records: 2, fields: 7, merged: 1, conflicts: 0 }], received: [{ by: '周立夏', records: 3 }, { by: '林小满', records: 2 }] };
  const second: SyncReceipt = { ...nothing, number: '20261130-2', chain: 'c2', sent: [{ form: 'sales', records: 1, fields: 6, merged: 0, conflicts: 0 }, { form: 'contract', records: 1, fields: 1, merged: 0, conflicts: 1 }], received: [{ by: '林小满', records: 4 }] };
  expect(joinedReceipts(first, second)).toMatchObject({
    number: '20261130-2',
    chain: 'c2',
    sent: [{ form: 'contract', records: 3, fields: 8, merged: 1, conflicts: 1 }, { form: 'sales', records: 1, fields: 6, merged: 0, conflicts: 0 }],
    received: [{ by: '林小满', records: 6 }, { by: '周立夏', records: 3 }],
  });
});
