// Rows of which several records bear the key.

import { expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Fields } from '../../../domain/forms/definition.ts';
import { ledgerEntryOf } from '../ledger-entry.ts';
import { recogniseWorkbook } from '../recognise.ts';
import { drawForm } from '../write/draw-form.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { matchRecords } from './match.ts';

const salt = 'salt';
const contracts = formOf('contract')!;
const contract = (contract_no: string, remark: string): Fields => ({ contract_no, customer: '千帆渡', type: '销售合同', signed_day: '2026-09-01', amount: 10_000, ...(remark === '' ? {} : { remark }) });

function read(rows: readonly Fields[], sheet = '表') {
  return recogniseWorkbook({ sheets: [imageOfPlan(drawForm(contracts, rows, { name: sheet, key: sheet }))], isStructureProtected: false });
}

const entries = (rows: readonly Fields[], sheet: string) => read(rows, sheet).records.map((record) => ledgerEntryOf(contracts, { id: `${sheet}-${record.place.row}`, rev: 1, fields: record.fields }, record, salt));

it.each([
  ['on a sheet that is gone', entries([contract('HT-1', '')], '旧表')],
  ['in a row that was to leave the workbook', entries([contract('HT-9', ''), contract('HT-9', ''), contract('HT-9', ''), contract('HT-9', ''), contract('HT-1', '')], '表').slice(-1).map((entry) => ({ ...entry, record: '旧表', leftOut: true }))],
])('a row in its old place that says what another said %s is asked about: it may have been written on', (_, other) => {
  const ledger = [...entries([contract('HT-1', '甲'), contract('HT-1', '乙'), contract('HT-2', '丙')], '表'), ...other];
  const after = read([contract('HT-1', ''), contract('HT-3', '乙'), contract('HT-2', '丙')]);
  const { matched, questions } = matchRecords(after, ledger, { salt, newRowId: () => 'row' });
  expect(matched.map(({ entry }) => entry)).not.toContain(other[0]);
  expect(questions.find(({ record }) => record.fields['contract_no'] === 'HT-1')!.candidates).toHaveLength(3);
});
