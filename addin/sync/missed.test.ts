import { expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { ledgerEntryOf } from '../sheets/ledger-entry.ts';
import type { KnownRecord } from './known-record.ts';
import type { Look } from './look.ts';
import { hasMissed } from './missed.ts';

it('asks for everything where typing was taken back, and not for what may no longer be seen', () => {
  const form = formOf('customer-archive')!;
  const fields = { customer_name: '千帆渡', contact_phone: '13800000000' };
  const where = { sheet: 's1', place: { row: 3, column: 0 }, rowPlaces: {} };
  const cells = { contact_phone: { row: 3, column: 1, value: '13800000000', text: '13800000000', formula: '', writing: { kind: 'value' } } };
  const found = { form: form.id, sheetName: '档案', range: { row: 3, column: 0, rows: 1, columns: 2 }, ...where, fields, cells, uncertain: [], problems: [], tables: {} } as never;
  const known = (masked: readonly string[]): KnownRecord => ({ id: 'record-1', form, found, entry: ledgerEntryOf(form, { id: 'record-1', rev: 4, fields, baseRevs: { contact_phone: 3 }, masked }, where, 'salt') });
  const look = { ledger: { salt: 'salt' } } as Look;
  expect([[], ['contact_phone']].map((masked) => hasMissed(known(masked), look))).toEqual([true, false]);
});
