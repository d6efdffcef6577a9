// Rows that somebody took back without deleting them: struck out, or marked 作废. They are reported, never read.

import { compact } from '../../../domain/forms/reading/typed.ts';
import { placeIn } from './draft.ts';
import type { Draft } from './draft.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { RecognisedRecord, SheetProblem } from '../recognised.ts';

export interface VoidRow {
  readonly code: 'row-struck-out' | 'row-void' | 'card-void';
  readonly cell: GridCell;
}

/** `作废`, `（已作废）`, `本行作废，重开`, `（作废）长河物流`; never a sentence that goes on (`作废发票已收回`). */
const voidMark = /^[([【]*(已|此|本|该|行|条|项|单|申请|记录|全部|整)*作[废廢]($|[,.;:!(。]|[)\]】])|[([【]已?作[废廢]([,.;:!。][^()[\]【】]*)?[)\]】]$/;
/** Of a whole card: what was stamped on it, and perhaps why. */
const voidCard = /^[([【]?(已|此|本|该|单|表|申请|全部)*作[废廢]($|[,.;:!。([【]|[)\]】])/;
/** Beside a row that is struck out, what is to become of it. */
const calledOff = /^(已|此|本|该|行|单)*(取消|撤销|撤回|作[废廢]|改期|停办|不办|未执行|未成行)(了|[,.;:!(。]|$)/;

/** Looks one column further than the table: that is where such a mark is scribbled. */
export function voidRow(grid: Grid, row: number, left: number, right: number): VoidRow | null {
  const own = grid.rowCells(row).filter((cell) => cell.column + cell.columns > left && cell.column <= right);
  const mark = own.find((cell) => typeof cell.value === 'string' && cell.value.includes('作') && voidMark.test(compact(textOf(cell))));
  if (mark) return { code: 'row-void', cell: mark };
  const struck = own.filter((cell) => cell.marks?.isStruck);
  // A printed number, a formula, or what is merged over other rows too is nobody's stroke.
  const stands = own.filter((cell) => cell.column < right && cell.rows === 1 && !cell.marks?.isStruck && cell.formula === '' && !(typeof cell.value === 'number' && cell === own[0]) && !(typeof cell.value === 'string' && calledOff.test(compact(cell.value))));
  return struck.length > 0 && stands.length === 0 ? { code: 'row-struck-out', cell: struck[0]! } : null;
}

const rowsOverCard = 2;

/** `（作废）客户取消` in a line of its own over a card, or beside its title. */
export function voidMarkOver(grid: Grid, first: number): GridCell | undefined {
  for (let row = first; row >= Math.max(grid.top, first - rowsOverCard); row--) {
    const cells = grid.rowCells(row);
    // Above it only a line of its own: the last row of another table may be void too.
    const mark = (row === first || cells.length === 1 ? cells : []).find((cell) => typeof cell.value === 'string' && cell.value.includes('作') && voidCard.test(compact(textOf(cell))));
    if (mark) return mark;
  }
  return undefined;
}

/** The cells as they were before anything was struck out: what such a row was is known by what stands in it. */
export function unstruck(grid: Grid): Grid {
  return {
    ...grid,
    at: (row, column) => {
      const cell = grid.at(row, column);
      if (!cell.marks?.isStruck) return cell;
      const { isStruck: _stroke, ...marks } = cell.marks;
      return { ...cell, marks };
    },
  };
}

export function voidProblem(draft: Pick<Draft, 'grid' | 'isTurned'>, { code, cell }: VoidRow, form: string, taken?: RecognisedRecord): SheetProblem {
  const { id, name } = draft.grid.sheet;
  return { code, form, sheet: id, sheetName: name, ...placeIn(draft, cell), text: textOf(cell).trim(), ...(taken ? { taken } : {}) };
}
