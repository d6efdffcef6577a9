// Test support: a list of contracts whose every row says by its remark to which record it belongs.

import type { SheetData } from '../../../simulator/excel/workbook-data.ts';
import { placeOf } from '../../sheets/image.ts';

export const labels = ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'];
export const kinds = ['销售合同', '采购合同', '其他'];

export function headerOf(sheet: SheetData): { readonly row: number; readonly columns: readonly number[] } | null {
  const places = labels.map((label) => Object.entries(sheet.cells).find(([, cell]) => cell.value === label)?.[0]);
  return places.every((place) => place !== undefined) ? { row: placeOf(places[0]!).row, columns: places.map((place) => placeOf(place!).column) } : null;
}

/** Rows under the heading that hold something. */
export function rowsOf(sheet: SheetData): { readonly row: number; readonly tag: number }[] {
  const { row: first, columns } = headerOf(sheet)!;
  return Object.entries(sheet.cells).flatMap(([address, cell]) => {
    const { row, column } = placeOf(address);
    return column === columns[5] && row > first && String(cell.value) !== '' ? [{ row, tag: tagOf(cell.value) }] : [];
  }).sort((a, b) => a.row - b.row);
}

export function textOf(tag: number, step: number): string {
  return `记${tag}第${step}步`;
}

export function tagOf(value: unknown): number {
  if (typeof value === 'number') return Math.floor(value / 100_000);
  return Number(/(\d+)/.exec(String(value))?.[1]);
}
