// A copy that somebody wrote on, pushed into its original's place by a row that was put in above.

import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../domain/forms/definition.ts';
import { fixtures } from '../../../domain/forms/sales.fixtures.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import { ledgerEntryOf } from '../ledger-entry.ts';
import { recogniseWorkbook } from '../recognise.ts';
import { drawForm } from '../write/draw-form.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { matchRecords } from './match.ts';

const salt = 'salt';
const sales = formOf('sales')!;
const sale = (number: number, more: Fields = {}): Fields => ({ ...fixtures.maximal, document_no: `JS-${number}`, amount: number * 100, ...more });
const read = (rows: readonly Fields[]) => recogniseWorkbook({ sheets: [imageOfPlan(drawForm(sales, rows, { name: '表', key: '表' }))], isStructureProtected: false });

/** `before`: the rows, of which those at `records` are known. Tells what each known record says now, and what is asked. */
function match(before: readonly Fields[], records: readonly number[], after: readonly Fields[]) {
  const rows = read(before).records;
  const ledger = records.map((at) => ledgerEntryOf(sales, { id: `record-${at}`, rev: 3, fields: rows[at]!.fields }, rows[at]!, salt));
  const { matched, questions, gone } = matchRecords(read(after), ledger, { salt, newRowId: () => 'row-new' });
  return [matched.map(({ entry, record }) => [entry.record, record.fields['member']]), questions.map(({ kind, record }) => [kind, record.fields['member']]), gone.length];
}

describe('a copy of a row, written on, lies where the row lay', () => {
  const copy = sale(2, { member: '苏问渠' });
  const before = [sale(1, { member: '甲' }), sale(2, { member: '乙' }), sale(2, { member: '乙' }), sale(3, { member: '丙' })];
  const known = [0, 2, 3];

  it.each([
    ['as a row was put in above', [sale(9, { member: '新' }), sale(1, { member: '甲' }), copy, sale(2, { member: '乙' }), sale(3, { member: '丙' })]],
    ['though the row above was written on as well', [sale(9, { member: '新' }), sale(1, { member: '丁' }), copy, sale(2, { member: '乙' }), sale(3, { member: '丙' })]],
    ['and the row itself was written on', [sale(9, { member: '新' }), sale(1, { member: '甲' }), copy, sale(2, { member: '乙改' }), sale(3, { member: '丙' })]],
    ['below, as a row above went', [sale(1, { member: '甲' }), sale(2, { member: '乙' }), copy, sale(3, { member: '丙' })], [sale(8), sale(1, { member: '甲' }), sale(2, { member: '乙' }), sale(2, { member: '乙' }), sale(3, { member: '丙' })], [1, 2, 4]],
  ])('%s: the row is the record, and the copy is asked about', (_, after, rows = before, of = known) => {
    const said = after.filter((row) => row !== copy && row['document_no'] !== 'JS-9').map((row) => row['member']);
    expect(match(rows, of, after)).toEqual([of.map((at, turn) => [`record-${at}`, said[turn]]), [['copy', '苏问渠']], 0]);
  });

  it('written on in its place, while a copy was put in below, the row is the record still', () => {
    const after = [sale(1, { member: '甲' }), sale(2, { member: '乙改' }), sale(2, { member: '乙' }), sale(3, { member: '丙' })];
    expect(match([before[0]!, before[1]!, before[3]!], [0, 1, 2], after)).toEqual([[['record-0', '甲'], ['record-1', '乙改'], ['record-2', '丙']], [['copy', '乙']], 0]);
  });
});
