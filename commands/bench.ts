// `npm run bench`: the budgets of the design, measured on the add-in's and the Worker's own code at 10 and at 1,000
// records. Counters decide; times are shown and never fail anything.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createServices } from '../addin/app.ts';
import { connectionTo } from '../addin/connection/client.ts';
import { sessionStore } from '../addin/connection/session-store.ts';
import { excelWorkbook } from '../addin/excel/host.ts';
import { SyncEngine } from '../addin/sync/engine.ts';
import type { SignInAnswer } from '../domain/protocol/messages.ts';
import { demoDepartment } from '../fixtures/demo/demo-department.ts';
import { memberNamed } from '../fixtures/demo/people.ts';
import { emptyWorkbookData } from '../simulator/excel/workbook-data.ts';
import type { ExcelHost } from '../simulator/host.ts';
import { openWorkbook } from '../simulator/testing.ts';
import { paneBytes, workerBytes } from './bench/bundles.ts';
import { foundDepartment, pushTo, type Department } from './bench/department.ts';
import { measureOldFiles } from './bench/old-files.ts';
import { measureRecognition } from './bench/recognition.ts';
import { Table } from './bench/table.ts';
import { measureWire } from './bench/wire.ts';
import { giftPlanWorkbook } from './bench/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'keybook-bench-'));
const table = new Table();
const department = await foundDepartment(join(folder, 'd1'));
try {
  await measureSync(10);
  await measureSync(1000);
  await measureWire(department, table);
  await measureSheets();
  await measureScorecard();
  await measureOldFiles(department, table);
  measureRecognition(table);
  table.kilobytes('Worker, gzip', 80, workerBytes(join(folder, 'worker')));
  const pane = await paneBytes(join(folder, 'pane'));
  table.kilobytes("pane's first load (first screen), gzip", 60, pane.first);
  table.shown('pane, all that it imports after the first screen, gzip', `${(pane.later / 1000).toFixed(1)} kB`);
} finally {
  await department.dispose();
  rmSync(folder, { recursive: true, force: true });
}
table.print();
process.exit(table.isGood ? 0 : 1);

function engineOf(session: SignInAnswer, fetch: Department['fetch']): SyncEngine {
  let number = 0;
  return new SyncEngine({
    workbook: excelWorkbook,
    connection: connectionTo({ base: '', fetch, token: () => session.token, onSignedOut: () => {} }),
    session: () => session,
    device: () => 'bench',
    newId: () => `bench-${session.member.id}-${Math.random().toString(36).slice(2, 10)}-${(number += 1)}`.slice(0, 64),
    now: () => new Date().toISOString(),
  });
}

async function measured<Result>(host: ExcelHost, work: () => Promise<Result>): Promise<{ result: Result; syncs: number; kilobytes: number; milliseconds: number }> {
  await host.idle();
  host.counters.reset();
  const started = performance.now();
  const result = await work();
  const milliseconds = performance.now() - started;
  return { result, syncs: host.counters.syncs, kilobytes: host.counters.requestBytes / 1024, milliseconds };
}

async function measureSync(records: number): Promise<void> {
  const member = records === 10 ? '林小满' : '周立夏';
  const session = await department.signIn(memberNamed(member).id);
  const engine = engineOf(session, department.fetch);
  const host = await openWorkbook(giftPlanWorkbook(records, member));
  const of = `${records.toLocaleString('en')} records`;

  const look = await measured(host, () => engine.look());
  table.atMost(`context.sync() to read, ${of}`, 3, look.syncs);
  table.shown(`time to read and recognise, ${of}`, `${look.milliseconds.toFixed(0)} ms`);

  department.counted();
  const first = await measured(host, () => engine.synchronise(() => {}));
  const d1 = department.counted();
  const requests = Math.ceil(records / 500);
  const sent = first.result.receipt.sent.reduce((sum, form) => sum + form.records, 0);
  table.exactly(`records sent, ${of}`, records, sent);
  table.atMost(`HTTP requests of one 同步, ${of}`, requests, d1.requests);
  table.atMost(`D1 statements a request, ${of}`, 12, Math.ceil(d1.statements / d1.requests));
  table.atMost(`D1 round trips a request, ${of}`, 3, Math.ceil(d1.roundTrips / d1.requests));
  table.atMost(`D1 rows written, ${of} (2N + 4 a batch)`, 2 * records + 4 * requests, d1.rowsWritten);
  table.shown(`context.sync() of the whole 同步, ${of}`, `${first.syncs}, ${first.kilobytes.toFixed(0)} kB asked, ${first.milliseconds.toFixed(0)} ms`);

  const again = await measured(host, () => engine.synchronise(() => {}));
  table.exactly(`records sent again without a change, ${of}`, 0, again.result.receipt.sent.reduce((sum, form) => sum + form.records, 0));
  department.counted();
}

/** A pull of what the colleagues have sent, and the sheets that the director makes of it. */
async function measureSheets(): Promise<void> {
  const demo = demoDepartment();
  for (const member of demo.members) {
    const own = demo.records.filter((record) => record.sender === member.id);
    const session = await department.signIn(member.id);
    for (let from = 0; from < own.length; from += 200) {
      await pushTo(department, session, own.slice(from, from + 200).map(({ record, form, fields }) => ({ kind: 'create', record, form, fields: fields as never })));
    }
  }
  const session = await department.signIn(memberNamed('顾山海').id);
  const storage = memoryStorage();
  const store = sessionStore(storage, '', () => 'bench-device');
  store.write(session);
  const services = await createServices({ workbook: excelWorkbook, fetch: department.fetch, base: '', store, storage, partition: '', now: () => new Date().toISOString() });
  const host = await openWorkbook(emptyWorkbookData());
  const pull = await measured(host, () => services.synchronise(() => {}));
  table.shown(`context.sync() of a first pull of ${pull.result.receipt.received.reduce((sum, entry) => sum + entry.records, 0)} records, reading before and after included`, `${pull.syncs}, ${pull.kilobytes.toFixed(0)} kB asked`);
  const kpi = await services.writeScorecards('2026Q3', () => {});
  table.atMost('context.sync() to write the KPI sheets with charts', 2, kpi.syncs);
  table.exactly('KPI sheets written', 8, kpi.created.length);
  const again = await services.writeScorecards('2026Q3', () => {});
  table.exactly('KPI sheets updated in place the second time', 8, again.updated.length);
  const slip = await services.writeSlip('2026-09');
  table.atMost('context.sync() to write the commission slip', 2, slip.syncs);
}

function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const entries = new Map<string, string>();
  return { getItem: (name) => entries.get(name) ?? null, setItem: (name, value) => void entries.set(name, value), removeItem: (name) => void entries.delete(name) };
}

/** The reading of a scorecard must not grow with what lies outside its periods. */
async function measureScorecard(): Promise<void> {
  const director = await department.signIn(memberNamed('顾山海').id);
  const finance = await department.signIn(memberNamed('钱如数').id);
  const rowsRead = async () => {
    department.counted();
    const answer = await department.fetch(`/api/scorecards/${memberNamed('林小满').id}?period=2026Q3`, { headers: { authorization: `Bearer ${director.token}` } });
    if (!answer.ok) throw new Error(`scorecard answered ${answer.status}: ${await answer.text()}`);
    return department.counted().rowsRead;
  };
  const before = await rowsRead();
  for (const year of [2023, 2024]) {
    await pushTo(department, finance, Array.from({ length: 300 }, (_, index) => ({
      kind: 'create' as const,
      record: `bench-sales-${year}-${index}`,
      form: 'sales',
      fields: { day: `${year}-${String(1 + (index % 12)).padStart(2, '0')}-10`, customer: '临澜千帆渡电子商务有限公司', document_no: `B-${year}-${index}`, kind: '结算', amount: 100_000 + index, member: '林小满' },
    })));
  }
  const after = await rowsRead();
  table.atMost('D1 rows read of a scorecard after 600 older records (flat)', before + 20, after);
}
