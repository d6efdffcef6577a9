// What changes a range as a whole: merging, clearing, shifting, copying, hiding, sizes, selection.
import { HostError } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import { intersect } from '../address.ts';
import { guardSheet } from '../document/protection.ts';
import { activateSheet } from '../document/sheets.ts';
import type { ShiftDirection } from '../document/structure.ts';
import { mergeCells, shiftCells } from '../document/structure.ts';
import { clearCells } from '../document/write.ts';
import { copyFormula } from '../formula/shift.ts';
import { RangeNavigation } from './range-navigation.ts';

export abstract class RangeStructure extends RangeNavigation {
  merge(across = false): void {
    const { document, sheet } = this.$place;
    guardSheet(sheet, this.$rect, 'allowFormatCells');
    if (sheet.state.tables.some((table) => intersect(table.rect, this.$rect) !== undefined))
      throw new HostError('InvalidOperation', 'Cells inside a table cannot be merged.');
    const rows = Array.from({ length: across ? this.$rect.rows : 0 }, (_row, index) => ({
      ...this.$rect,
      row: this.$rect.row + index,
      rows: 1,
    }));
    for (const rect of across ? rows : [this.$rect]) mergeCells(document, sheet, rect);
  }

  unmerge(): void {
    const { document, sheet } = this.$place;
    guardSheet(sheet, this.$rect, 'allowFormatCells');
    sheet.state.merges = sheet.state.merges.filter((merge) => intersect(merge, this.$rect) === undefined);
    document.emit({ kind: 'format', sheet, rect: this.$rect });
  }

  clear(applyTo = 'All'): void {
    clearCells(this.$place.document, this.$place.sheet, this.$rect, applyTo);
  }

  delete(shift: string): void {
    if (shift !== 'Up' && shift !== 'Left') throw new HostError('InvalidArgument');
    this.$shift(shift);
  }

  insert(shift: string): this {
    if (shift !== 'Down' && shift !== 'Right') throw new HostError('InvalidArgument');
    this.$shift(shift);
    return this.$at(this.$rect);
  }

  private $shift(direction: ShiftDirection): void {
    const { document, sheet } = this.$place;
    // whole rows move down even when "Right" was asked for
    const vertical = direction === 'Up' || direction === 'Down';
    const deleting = direction === 'Up' || direction === 'Left';
    const axisIsRow = this.isEntireRow || (vertical && !this.isEntireColumn);
    shiftCells(document, sheet, this.$rect, axisIsRow ? (deleting ? 'Up' : 'Down') : deleting ? 'Left' : 'Right');
  }

  /** a smaller source is repeated; a target smaller than the source grows to it */
  copyFrom(source: unknown, copyType = 'All', skipBlanks = false, transpose = false): void {
    if (transpose) throw new HostError('ApiNotFound', '[simulator] Range.copyFrom with transpose is not implemented');
    const from = this.$other(source);
    const { document, sheet } = this.$place;
    const { rows, columns } = from.$rect;
    const target: Rect = {
      ...this.$rect,
      rows: Math.max(rows, Math.floor(this.$rect.rows / rows) * rows),
      columns: Math.max(columns, Math.floor(this.$rect.columns / columns) * columns),
    };
    guardSheet(sheet, target, 'contents');
    const cells = new Map(
      [...from.$place.sheet.state.grid.within(from.$rect)].map((item) => [`${item.row},${item.column}`, item] as const),
    );
    const merges = from.$place.sheet.state.merges.filter((merge) => intersect(merge, from.$rect) !== undefined);
    for (let down = 0; down < target.rows; down++) {
      for (let right = 0; right < target.columns; right++) {
        const row = from.$rect.row + (down % rows);
        const column = from.$rect.column + (right % columns);
        const cell = cells.get(`${row},${column}`)?.cell ?? { value: '' };
        if (skipBlanks && cell.value === '' && cell.formula === undefined) continue;
        this.$paste(target.row + down, target.column + right, row, column, cell, copyType, from);
      }
    }
    if (copyType === 'All' || copyType === 'Formats') {
      for (const merge of merges)
        mergeCells(document, sheet, {
          ...merge,
          row: merge.row - from.$rect.row + target.row,
          column: merge.column - from.$rect.column + target.column,
        });
    }
    document.emit({ kind: 'changed', sheet, rect: target, changeType: 'RangeEdited' });
  }

  private $paste(
    row: number,
    column: number,
    fromRow: number,
    fromColumn: number,
    cell: ReturnType<RangeStructure['$place']['sheet']['cell']>,
    copyType: string,
    from: RangeStructure,
  ): void {
    const { sheet } = this.$place;
    const before = sheet.cell(row, column);
    const { numberFormat, style, hyperlink } = copyType === 'All' || copyType === 'Formats' ? cell : before;
    if (copyType === 'Formats') return sheet.state.grid.set(row, column, { ...before, numberFormat, style });
    const value = from.$valueAt(fromRow, fromColumn);
    const formula =
      cell.formula === undefined || copyType === 'Values'
        ? undefined
        : copyFormula(cell.formula, row - fromRow, column - fromColumn);
    sheet.state.grid.set(row, column, {
      value: formula === undefined ? value : '',
      ...(formula === undefined ? {} : { formula }),
      numberFormat,
      style,
      hyperlink,
    });
  }

  get rowHidden(): boolean | null {
    return uniform(this.$rect.row, this.$rect.rows, this.$place.sheet.state.hiddenRows);
  }

  set rowHidden(hidden: boolean) {
    const { document, sheet } = this.$place;
    guardSheet(sheet, this.$rect, 'allowFormatRows');
    mark(sheet.state.hiddenRows, this.$rect.row, this.$rect.rows, hidden);
    document.emit({ kind: 'rowHidden', sheet, rect: this.$rect, hidden });
  }

  get columnHidden(): boolean | null {
    return uniform(this.$rect.column, this.$rect.columns, this.$place.sheet.state.hiddenColumns);
  }

  set columnHidden(hidden: boolean) {
    const { document, sheet } = this.$place;
    guardSheet(sheet, this.$rect, 'allowFormatColumns');
    mark(sheet.state.hiddenColumns, this.$rect.column, this.$rect.columns, hidden);
    document.emit({ kind: 'layout', sheet });
  }

  get hidden(): boolean | null {
    if (this.rowHidden === true || this.columnHidden === true) return true;
    return this.rowHidden === false && this.columnHidden === false ? false : null;
  }

  select(): void {
    const { document, sheet } = this.$place;
    activateSheet(document, sheet);
    sheet.state.selection = this.$rect;
    document.emit({ kind: 'selection', sheet, rect: this.$rect });
  }

  calculate(): void {}
}

function uniform(start: number, count: number, marked: Set<number>): boolean | null {
  if (marked.size === 0) return false;
  const inside = [...marked].filter((line) => line >= start && line < start + count).length;
  return inside === 0 ? false : inside === count ? true : null;
}

function mark(marked: Set<number>, start: number, count: number, hidden: boolean): void {
  if (count > 200_000 && hidden) throw new HostError('ApiNotFound', '[simulator] hiding all rows is not implemented');
  if (!hidden) for (const line of [...marked]) if (line >= start && line < start + count) marked.delete(line);
  if (hidden) for (let line = start; line < start + count; line++) marked.add(line);
}
