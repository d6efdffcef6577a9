// For tests: a workbook opened behind Microsoft's client in Node.
import type { WorkbookData } from './excel/workbook-data.ts';
import { ExcelHost } from './host.ts';
import type { LoadOfficeOptions } from './node-office.ts';
import { loadOffice } from './node-office.ts';

export async function openWorkbook(data?: WorkbookData, options?: LoadOfficeOptions): Promise<ExcelHost> {
  const host = new ExcelHost(data);
  await loadOffice(host, options);
  return host;
}

/** the error an Excel.run ended with; fails when it did not */
export async function refusalOf(run: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await run;
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error('expected Excel to refuse');
}
