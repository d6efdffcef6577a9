// Protocol step 9: re-reads the cells to be patched, then queues those that did not change meanwhile. Never writes over
// a formula, never touches a format except `@` before a text, so that nothing typed elsewhere becomes a formula here.

import type { CellValue } from '../sheets/image.ts';
import type { NewLine } from '../sheets/write/patch-rows.ts';
import type { ExcelBatch } from './batch.ts';
import { blockOf, clustersOf } from './cell-clusters.ts';
import type { Cluster } from './cell-clusters.ts';
import { formulasOf } from './sheet-image.ts';
import type { Room } from './room.ts';
import type { CellPatch, KeptReason, WrittenCell } from './workbook-writes.ts';

export interface RereadCells {
  readonly sheet: Excel.Worksheet;
  readonly clusters: readonly { readonly cluster: Cluster<CellPatch>; readonly range: Excel.Range }[];
}

export interface CheckedCells {
  readonly written: readonly WrittenCell[];
  readonly kept: readonly { readonly patch: CellPatch; readonly reason: KeptReason }[];
}

/** Queues the reading of the cells; a sheet deleted meanwhile is a null object. */
export function queueReread(batch: ExcelBatch, patches: readonly CellPatch[]): RereadCells[] {
  const bySheet = Map.groupBy(patches, (patch) => patch.sheet);
  return [...bySheet].map(([id, cells]) => {
    const sheet = batch.context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('id');
    sheet.protection.load('protected');
    const clusters = clustersOf(cells).map((cluster) => {
      const { row, column, rows, columns } = cluster.rect;
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      range.load('values,formulas,numberFormat');
      return { cluster, range };
    });
    return { sheet, clusters };
  });
}

export function placeKey({ sheet, row, column }: Pick<CellPatch, 'sheet' | 'row' | 'column'>): string {
  return `${sheet} ${row} ${column}`;
}

/** `refused`: places that Excel would not write just now. */
export function checkCells(reread: readonly RereadCells[], refused: ReadonlySet<string> = new Set()): CheckedCells {
  const fitting: { patch: CellPatch; formatBefore: string }[] = [];
  const kept: { patch: CellPatch; reason: KeptReason }[] = [];
  for (const { sheet, clusters } of reread) {
    for (const { cluster, range } of clusters) {
      const formulas = sheet.isNullObject ? [] : formulasOf(range);
      for (const patch of cluster.cells) {
        const reason = refused.has(placeKey(patch)) ? 'refused' : sheet.isNullObject ? 'changed-meanwhile' : reasonToKeep(sheet, range, formulas, cluster, patch);
        if (reason) kept.push({ patch, reason });
        else fitting.push({ patch, formatBefore: String(at(range.numberFormat, cluster, patch)) });
      }
    }
  }
  // A new record of which one cell is taken by now is not written at all.
  const torn = new Set(kept.flatMap(({ patch }) => patch.whole ?? []));
  const isTorn = ({ patch }: { readonly patch: CellPatch }): boolean => patch.whole !== undefined && torn.has(patch.whole);
  return {
    written: fitting.filter((cell) => !isTorn(cell) && !cell.patch.isOnlyChecked).map(({ patch, formatBefore }) => ({ ...patch, formatBefore })),
    kept: [...kept, ...fitting.filter(isTorn).map(({ patch }) => ({ patch, reason: 'changed-meanwhile' as const }))],
  };
}

/** Rows under a list take the look of the row before them, where something goes into them. */
export function queueLooks(batch: ExcelBatch, lines: readonly NewLine[], written: readonly CellPatch[]): void {
  for (const line of lines) {
    if (!written.some((cell) => cell.sheet === line.sheet && cell.row === line.row)) continue;
    const sheet = batch.context.workbook.worksheets.getItem(line.sheet);
    const like = sheet.getRangeByIndexes(line.like, line.column, 1, line.columns);
    sheet.getRangeByIndexes(line.row, line.column, line.rows, line.columns).copyFrom(like, 'Formats');
  }
}

function reasonToKeep(sheet: Excel.Worksheet, range: Excel.Range, formulas: string[][], cluster: Cluster<CellPatch>, patch: CellPatch): KeptReason | null {
  if (sheet.protection.protected) return 'protected';
  if (at(formulas, cluster, patch) !== '') return 'formula';
  const value = at(range.values as CellValue[][], cluster, patch);
  return value === patch.expected || value === patch.value ? null : 'changed-meanwhile';
}

function at<Content>(block: Content[][], cluster: Cluster<CellPatch>, patch: CellPatch): Content | undefined {
  return block[patch.row - cluster.rect.row]?.[patch.column - cluster.rect.column];
}

/** `copy`: the sheet that takes the cells instead of theirs. */
export async function queueCells(batch: ExcelBatch, cells: readonly CellPatch[], room: Room, copy?: Excel.Worksheet): Promise<void> {
  for (const [id, ofSheet] of Map.groupBy(cells, (cell) => cell.sheet)) {
    const sheet = copy ?? batch.context.workbook.worksheets.getItem(id);
    for (const cluster of clustersOf(ofSheet)) {
      const { row, column, rows, columns } = cluster.rect;
      await room.take(cluster.cells.reduce((sum, cell) => sum + 20 + 3 * String(cell.value).length, 600 + rows * columns * 10));
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      const formats = blockOf(cluster, formatOf);
      if (formats.some((line) => line.some((format) => format !== null))) range.numberFormat = formats;
      range.values = blockOf(cluster, (cell) => cell.value);
    }
  }
}

function formatOf(cell: CellPatch): string | null {
  return cell.numberFormat ?? (typeof cell.value === 'string' && cell.value !== '' ? '@' : null);
}
