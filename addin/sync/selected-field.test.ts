import { expect, test } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';
import { lookAt } from './look.ts';
import { newLedger, readLedger } from './ledger.ts';
import { selectedField } from './selected-field.ts';
import { excelWorkbook } from '../excel/host.ts';

async function knownOf() {
  const desk = await new Desk(new MemoryWorker()).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100', '']]);
  const content = await excelWorkbook.read();
  const look = lookAt(content, readLedger(null, newLedger('workbook-1', 'salt')), { newId: () => 'record-1' });
  return { known: look.known, sheet: content.image.sheets[0]!.id };
}

test('a cell is the field that it holds, a cell beside it the record, and a heading nothing', async () => {
  const { known, sheet } = await knownOf();
  const at = (row: number, column: number) => selectedField(known, { cell: { sheet: '合同', address: '' }, sheet, row, column });
  expect(at(2, 4)).toMatchObject({ record: 'record-1', form: 'contract', label: 'HT-1', path: 'amount' });
  expect(at(2, 5)).toMatchObject({ record: 'record-1', path: 'remark' });
  expect(at(1, 4)).toBeNull();
  expect(at(20, 4)).toBeNull();
});
