// Files that are dropped while the pane is at work are never ignored.

import { beforeEach, expect, test } from 'vitest';
import type { ImportOutcome, ImportServices, OldFile, OldFilesRead } from '../import-services.ts';
import type { PaneServices } from '../services.ts';
import { enter, goOn, importState, read, send, startOver } from './import-actions.ts';

const file = (name: string): OldFile => ({ name, size: 1, arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
const nothing: OldFilesRead = { files: [], failure: null };

/** An importer whose work ends when the test says so. */
function slowImporter() {
  const asked: string[][] = [];
  const open: (() => void)[] = [];
  const finished = <Result>(result: Result): Promise<Result> => new Promise((resolve) => open.push(() => resolve(result)));
  const importer = { read: (files: readonly OldFile[]) => (asked.push(files.map(({ name }) => name)), finished(nothing)), send: () => finished({ failure: null } as ImportOutcome), clear: () => {}, past: () => [], readsInExcel: () => Promise.resolve(false) } as unknown as ImportServices;
  const end = async (): Promise<void> => {
    open.shift()!();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { asked, importer, end };
}

let isBusy = false;
const around = {
  told: () => {},
  fail: (error: unknown): void => {
    throw error;
  },
  recordsChanged: () => {},
  doing: async (_busy: unknown, work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    await work().finally(() => (isBusy = false));
  },
};

async function opened() {
  const { asked, importer, end } = slowImporter();
  await enter({ imports: () => Promise.resolve(importer) } as unknown as PaneServices, around, []);
  return { asked, end };
}

beforeEach(() => (isBusy = false));

test('while others are read they come next', async () => {
  const { asked, end } = await opened();
  void read([file('一.xlsx')]);
  void read([file('二.xlsx'), file('三.xlsx')]);
  void read([file('四.xlsx')]);
  expect([asked, importState.value.waiting.length]).toEqual([[['一.xlsx']], 3]);
  await end();
  expect(asked).toEqual([['一.xlsx'], ['二.xlsx', '三.xlsx', '四.xlsx']]);
  await end();
  expect([importState.value.stage.is, importState.value.waiting]).toEqual(['listed', []]);
});

test('while records are sent they wait until what was sent has been looked at', async () => {
  const { asked, end } = await opened();
  void read([file('一.xlsx')]);
  await end();
  void send();
  void read([file('二.xlsx')]);
  await end();
  expect([importState.value.stage.is, importState.value.waiting.length, asked.length]).toEqual(['sent', 1, 1]);
  startOver();
  expect(asked).toEqual([['一.xlsx'], ['二.xlsx']]);
});

test('while another part of the pane is at work they are read once it is done', async () => {
  const { asked, end } = await opened();
  isBusy = true;
  void read([file('一.xlsx')]);
  expect([asked, importState.value.waiting.length]).toEqual([[], 1]);
  isBusy = false;
  void goOn();
  expect(asked).toEqual([['一.xlsx']]);
  await end();
});
