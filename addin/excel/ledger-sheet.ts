// The very hidden sheet `_keybook` as a column of text cells. What stands in them is the business of `addin/sync`.

import { PaneError } from '../panes/services.ts';
import type { ExcelBatch } from './batch.ts';
import type { Room } from './room.ts';

export const ledgerSheetName = '_keybook';

/** The workbook's own memory of which writing of `_keybook` belongs to it: an older or another's sheet is known by it. */
const markSetting = 'keybook';
const markLength = 120;

export function ledgerMarkOf(cells: readonly string[]): string {
  return (cells[0] ?? '').slice(0, markLength);
}

export function queueMark(batch: ExcelBatch): { readonly value: () => string | null } {
  const setting = batch.context.workbook.settings.getItemOrNullObject(markSetting);
  setting.load('value');
  return { value: () => (setting.isNullObject ? null : String(setting.value)) };
}

/** The column's texts from row 1; a torn sheet's gaps are empty texts. */
export function ledgerCellsOf(values: readonly (readonly unknown[])[], row: number, column: number): string[] {
  if (column > 0) return [];
  return [...Array.from({ length: row }, () => ''), ...values.map((line) => String(line[0] ?? ''))];
}

/** Asks how `_keybook` begins by now: its first cell bears the checksum of all that belongs to it. */
export function queueLedgerCheck(batch: ExcelBatch, before: readonly string[] | null): { readonly check: () => void } {
  const sheet = batch.context.workbook.worksheets.getItemOrNullObject(ledgerSheetName);
  const first = before ? sheet.getRange('A1') : null;
  sheet.load('name');
  first?.load('values');
  return {
    check: () => {
      const now = sheet.isNullObject ? null : first ? String(first.values[0]![0]) : '';
      if (now !== (before ? (before[0] ?? '') : null)) throw new PaneError({ code: 'workbook-went-on' });
    },
  };
}

/** Queues what changed against the cells read before; `before: null` makes the sheet. A long ledger goes in several requests. */
export async function queueLedger(batch: ExcelBatch, before: readonly string[] | null, cells: readonly string[], room: Room): Promise<void> {
  const sheets = batch.context.workbook.worksheets;
  const sheet = before ? sheets.getItem(ledgerSheetName) : sheets.add(ledgerSheetName);
  if (!before) sheet.visibility = 'VeryHidden';
  batch.context.workbook.settings.add(markSetting, ledgerMarkOf(cells));
  for (const run of changedRuns(before ?? [], cells)) {
    await room.take(run.texts.reduce((sum, text) => sum + bytesOf(text), 300));
    const range = sheet.getRangeByIndexes(run.row, 0, run.texts.length, 1);
    range.numberFormat = run.texts.map(() => ['@']);
    range.values = run.texts.map((text) => [text]);
  }
}

/** As JSON in UTF-8, with the quotes inside doubled by backslashes. */
function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length * 1.15 + 20;
}

/** Cells of one write: some 60 of the longest stay below Excel's 5 MB whatever is in them. */
const longestRun = 30;

/** Neighbouring cells that differ, so that a small change of a long ledger is a small write. */
export function changedRuns(before: readonly string[], after: readonly string[]): { row: number; texts: string[] }[] {
  const runs: { row: number; texts: string[] }[] = [];
  let last = -2;
  for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
    const text = after[row] ?? '';
    if (text === (before[row] ?? '')) continue;
    if (row === last + 1 && runs[runs.length - 1]!.texts.length < longestRun) runs[runs.length - 1]!.texts.push(text);
    else runs.push({ row, texts: [text] });
    last = row;
  }
  return runs;
}
