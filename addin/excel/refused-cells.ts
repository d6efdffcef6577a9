// After Excel has refused a write as a whole: which cells it will not take. All others are written while that is found out,
// so that one cell holds up no other; of a new record all cells are written or none.

import { PaneError } from '../panes/services.ts';
import { inExcel } from './batch.ts';
import { isOwnWrite } from './own-writes.ts';
import { roomIn } from './room.ts';
import type { CellPatch, WrittenCell } from './workbook-writes.ts';
import { checkCells, placeKey, queueCells, queueReread } from './write-cells.ts';

const refusals = new Set(['excel-failed', 'sheet-protected']);

/** Excel said no; it was not busy, and nobody is typing. */
export function isRefusal(error: unknown): boolean {
  return error instanceof PaneError && refusals.has(error.failure.code);
}

/** The places of the cells that Excel will not take. */
export async function refusedCells(patches: readonly CellPatch[]): Promise<ReadonlySet<string>> {
  const { written } = checkCells(await reread(patches));
  const refused = new Set<string>();
  const write = async (units: readonly (readonly WrittenCell[])[]): Promise<void> => {
    if (units.length === 0 || (await isTaken(units.flat()))) return;
    if (units.length > 1) {
      await write(units.slice(0, units.length / 2));
      await write(units.slice(units.length / 2));
      return;
    }
    for (const cell of units[0]!) if (!(await isTaken([cell]))) refused.add(placeKey(cell));
    await putBack(units[0]!);
  };
  await write([...Map.groupBy(written, (cell) => cell.whole ?? placeKey(cell)).values()]);
  return refused;
}

async function reread(patches: readonly CellPatch[]): Promise<ReturnType<typeof queueReread>> {
  const { result } = await inExcel({ waitForCellEdit: true }, async (batch) => {
    const queued = queueReread(batch, patches);
    await batch.sync();
    return queued;
  });
  return result;
}

async function isTaken(cells: readonly CellPatch[]): Promise<boolean> {
  try {
    await isOwnWrite(() =>
      inExcel({ waitForCellEdit: true }, async (batch) => {
        await queueCells(batch, cells, roomIn(batch));
        await batch.sync();
      }),
    );
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** Where only some cells of a record were taken, or only the format of one, they are as they were. */
async function putBack(cells: readonly WrittenCell[]): Promise<void> {
  const { written: changed } = checkCells(await reread(cells.map((cell) => ({ ...cell, value: cell.expected, expected: cell.value }))));
  for (const cell of changed) await isTaken([{ ...cell, numberFormat: cells.find((one) => placeKey(one) === placeKey(cell))!.formatBefore }]);
}
