// Test support: a simulated Excel behind Microsoft's Office.js, filled by hand.

import { ExcelHost } from '../../../simulator/host.ts';
import { loadOffice } from '../../../simulator/node-office.ts';
import { emptyWorkbookData } from '../../../simulator/excel/workbook-data.ts';
import type { WorkbookData } from '../../../simulator/excel/workbook-data.ts';

export async function excelWith(data: WorkbookData | string[] = ['Sheet1']): Promise<ExcelHost> {
  const host = new ExcelHost(Array.isArray(data) ? emptyWorkbookData(...data) : data);
  await loadOffice(host);
  host.counters.reset();
  return host;
}

export function cellOf(host: ExcelHost, sheet: string, address: string): { value: unknown; formula?: string; numberFormat?: string } {
  return host.toData().sheets.find((entry) => entry.name === sheet)?.cells[address] ?? { value: '' };
}

/** Rows of texts from A1 on, typed as a person would. */
export function typeRows(host: ExcelHost, sheet: string, rows: string[][], from = 'A1'): void {
  host.user.type(sheet, from, rows);
}

/** Requests that ask for or change something: office.js frees its references in requests of its own afterwards. */
export function countRoundTrips(host: ExcelHost): () => number {
  const log: NonNullable<ExcelHost['log']> = [];
  host.log = log;
  return () => log.filter(({ request }) => request.Actions.some((action) => action.ActionType !== 1 && action.Name !== '_RemoveReference')).length;
}
