// What changed cells weigh on their way: the pane's own services, the request as it leaves, raw and compressed. In one
// column a cell a record, the worst there is; and in four columns of a list.

import { gzipSync } from 'node:zlib';
import { createServices } from '../../addin/app.ts';
import { sessionStore, storageOrMemory } from '../../addin/connection/session-store.ts';
import { excelWorkbook } from '../../addin/excel/host.ts';
import { memberNamed } from '../../fixtures/demo/people.ts';
import { openWorkbook } from '../../simulator/testing.ts';
import type { Department } from './department.ts';
import type { Table } from './table.ts';
import { giftPlanWorkbook } from './workbook.ts';

const cells = 100;
const firstRow = 4;

export async function measureWire(department: Department, table: Table): Promise<void> {
  await measure(department, table, '周立夏', 'one column', cells, [['J', (row) => `第${row}行已电话确认`]]);
  await measure(department, table, '林小满', 'four columns', cells / 4, [
    ['G', (row) => String(13 + (row % 9))], ['H', (row) => String(2000 + row)], ['J', (row) => `第${row}行已确认`], ['D', () => '重点合作'],
  ]);
}

async function measure(department: Department, table: Table, member: string, where: string, rows: number, columns: readonly [string, (row: number) => string][]): Promise<void> {
  const storage = storageOrMemory(() => undefined);
  const store = sessionStore(storage, '', () => 'bench-device');
  store.write(await department.signIn(memberNamed(member).id));
  const bodies: string[] = [];
  const fetch: Department['fetch'] = (address, init) => {
    if (address.endsWith('/api/sync')) bodies.push(String(init?.body));
    return department.fetch(address, init);
  };
  const services = await createServices({ workbook: excelWorkbook, fetch, base: '', store, storage, partition: '', now: () => new Date().toISOString() });
  const host = await openWorkbook(giftPlanWorkbook(rows, member, '另一批'));
  await services.synchronise(() => {});
  for (const [column, valueAt] of columns) {
    for (let row = firstRow; row < firstRow + rows; row += 1) host.user.type('礼品计划', `${column}${row}`, valueAt(row));
  }
  bodies.length = 0;
  const { receipt } = await services.synchronise(() => {});
  const sent = bodies.join('');
  table.exactly(`cells of ${cells} changed in ${where} that were sent`, cells, receipt.sent.reduce((sum, form) => sum + form.fields, 0));
  table.atMost(`bytes a changed cell on the wire, raw, ${where}`, 80, Math.ceil(Buffer.byteLength(sent) / cells));
  table.atMost(`bytes a changed cell on the wire, gzip, ${where}`, 20, Math.ceil(gzipSync(sent, { level: 9 }).length / cells));
}
