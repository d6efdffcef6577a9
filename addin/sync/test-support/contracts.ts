// Test support: three contracts in a list, synchronised by one person.

import { emptyWorkbookData } from '../../../simulator/excel/workbook-data.ts';
import { Desk } from './desk.ts';
import type { MemoryWorker } from './memory-worker.ts';

export const heading = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注']];

export async function contracts(worker: MemoryWorker): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', [...heading, ...[1, 2, 3].map((number) => [`HT-${number}`, '千帆渡', '销售合同', `2026-09-0${number}`, String(1_000 + number), `备注${number}`])]);
  await desk.sync();
  return desk;
}

export const idOf = (worker: MemoryWorker, number: string): string => [...worker.records.values()].find((record) => record.fields['contract_no'] === number && !record.deleted)!.id;
export const numbers = (worker: MemoryWorker): unknown[] => [...worker.records.values()].filter((record) => !record.deleted).map((record) => record.fields['contract_no']).sort();
