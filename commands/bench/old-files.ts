// The budgets of an import: what reading a file costs Excel, and what a thousand old records cost the Worker on their way
// in, on a second try and on their way back.

import { createServices } from '../../addin/app.ts';
import { sessionStore, storageOrMemory } from '../../addin/connection/session-store.ts';
import { excelWorkbook } from '../../addin/excel/host.ts';
import { memberNamed } from '../../fixtures/demo/people.ts';
import { openWorkbook } from '../../simulator/testing.ts';
import { writeXlsx } from '../../simulator/xlsx/index.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { Department } from './department.ts';
import type { Table } from './table.ts';
import { giftPlanWorkbook } from './workbook.ts';

const records = 1000;

export async function measureOldFiles(department: Department, table: Table): Promise<void> {
  const storage = storageOrMemory(() => undefined);
  const store = sessionStore(storage, '', () => 'bench-device');
  store.write(await department.signIn(memberNamed('秦白露').id));
  const services = await createServices({ workbook: excelWorkbook, fetch: department.fetch, base: '', store, storage, partition: '', now: () => new Date().toISOString() });
  const imports = await services.imports();
  const bytes = await writeXlsx(giftPlanWorkbook(records, '秦白露'));
  const file = { name: '旧计划.xlsx', size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer };
  const reading = () => imports.read([file], () => {}, new AbortController().signal);

  const host = await openWorkbook(emptyWorkbookData());
  await host.idle();
  host.counters.reset();
  department.counted();
  const read = await reading();
  const asked = department.counted();
  const of = `${records.toLocaleString('en')} old records`;
  table.atMost('context.sync() of a file read by Excel, one of them to ask whether it may', 5, host.counters.syncs);
  table.exactly(`HTTP requests to learn what is new, ${of}`, 1, asked.requests);
  table.exactly(`D1 statements of it, nothing written, ${of}`, 2, asked.statements + asked.rowsWritten);

  const outcome = await imports.send(read.files.flatMap((one) => one.records.filter(({ is }) => is === 'new').map(({ id }) => id)), () => {});
  const sent = department.counted();
  table.exactly(`records imported, ${of}`, records, outcome.created.reduce((sum, entry) => sum + entry.records, 0));
  table.exactly(`HTTP requests of the import, ${of}`, Math.ceil(records / 500), sent.requests);

  imports.clear();
  const again = await reading();
  table.exactly(`new at a second try, ${of}`, 0, again.files.flatMap((one) => one.records).filter(({ is }) => is === 'new').length);
  department.counted();
  const undone = await imports.undo(imports.past()[0]!.id, () => {});
  table.exactly(`records taken back, ${of}`, records, undone.removed);
  table.exactly(`HTTP requests of it, ${of}`, 1 + Math.ceil(records / 500), department.counted().requests);
}
