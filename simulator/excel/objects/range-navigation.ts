// From one range to another.
import { HostError } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import { intersect, isSameRect, maxColumns, maxRows, unite } from '../address.ts';
import { textOfValue } from '../document/number-text.ts';
import { RangeContents } from './range-contents.ts';

export abstract class RangeNavigation extends RangeContents {
  getCell(row: number, column: number): this {
    return this.$at({ row: this.$rect.row + row, column: this.$rect.column + column, rows: 1, columns: 1 });
  }

  getRow(row: number): this {
    return this.$at({ ...this.$rect, row: this.$rect.row + row, rows: 1 });
  }

  getColumn(column: number): this {
    return this.$at({ ...this.$rect, column: this.$rect.column + column, columns: 1 });
  }

  getLastCell(): this {
    return this.getCell(this.$rect.rows - 1, this.$rect.columns - 1);
  }

  getLastRow(): this {
    return this.getRow(this.$rect.rows - 1);
  }

  getLastColumn(): this {
    return this.getColumn(this.$rect.columns - 1);
  }

  getEntireRow(): this {
    return this.$at({ ...this.$rect, column: 0, columns: maxColumns });
  }

  getEntireColumn(): this {
    return this.$at({ ...this.$rect, row: 0, rows: maxRows });
  }

  getOffsetRange(rows: number, columns: number): this {
    return this.$at({ ...this.$rect, row: this.$rect.row + rows, column: this.$rect.column + columns });
  }

  getResizedRange(rows = 0, columns = 0): this {
    return this.$at({ ...this.$rect, rows: this.$rect.rows + rows, columns: this.$rect.columns + columns });
  }

  getAbsoluteResizedRange(rows: number, columns: number): this {
    return this.$at({ ...this.$rect, rows, columns });
  }

  getRowsAbove(count = 1): this {
    return this.$at({ ...this.$rect, row: this.$rect.row - count, rows: count });
  }

  getRowsBelow(count = 1): this {
    return this.$at({ ...this.$rect, row: this.$rect.row + this.$rect.rows, rows: count });
  }

  getColumnsBefore(count = 1): this {
    return this.$at({ ...this.$rect, column: this.$rect.column - count, columns: count });
  }

  getColumnsAfter(count = 1): this {
    return this.$at({ ...this.$rect, column: this.$rect.column + this.$rect.columns, columns: count });
  }

  getIntersection(other: unknown): this {
    const found = this.getIntersectionOrNullObject(other);
    if (found === null) throw new HostError('ItemNotFound');
    return found;
  }

  getIntersectionOrNullObject(other: unknown): this | null {
    const range = this.$other(other);
    if (range.$place.sheet !== this.$place.sheet) throw new HostError('InvalidArgument');
    const rect = intersect(this.$rect, range.$rect);
    return rect === undefined ? null : this.$at(rect);
  }

  getBoundingRect(other: unknown): this {
    return this.$at(unite(this.$rect, this.$other(other).$rect));
  }

  /** of an empty range: its top-left cell */
  getUsedRange(valuesOnly = false): this {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly = false): this | null {
    const used = this.$place.sheet.used(valuesOnly, this.$rect);
    return used === undefined ? null : this.$at(used);
  }

  /** the block of filled cells around this one */
  getSurroundingRegion(): this {
    let region = this.$rect;
    for (;;) {
      const row = Math.max(0, region.row - 1);
      const column = Math.max(0, region.column - 1);
      const rows = Math.min(maxRows, region.row + region.rows + 1) - row;
      const columns = Math.min(maxColumns, region.column + region.columns + 1) - column;
      const used = this.$place.sheet.used(true, { row, column, rows, columns });
      const next: Rect = used === undefined ? region : unite(region, used);
      if (isSameRect(next, region)) return this.$at(region);
      region = next;
    }
  }

  find(text: string, criteria?: { completeMatch?: boolean; matchCase?: boolean }): this {
    const found = this.findOrNullObject(text, criteria);
    if (found === null) throw new HostError('ItemNotFound');
    return found;
  }

  findOrNullObject(text: string, criteria: { completeMatch?: boolean; matchCase?: boolean } = {}): this | null {
    const fold = (value: string) => (criteria.matchCase === true ? value : value.toLowerCase());
    const wanted = fold(text);
    const { document, sheet } = this.$place;
    const cells = [...sheet.state.grid.within(this.$rect)].sort((a, b) => a.row - b.row || a.column - b.column);
    const found = cells.find(({ row, column, cell }) => {
      const shown = fold(textOfValue(document.valueOf(sheet, row, column), cell.numberFormat));
      return criteria.completeMatch === true ? shown === wanted : shown.includes(wanted);
    });
    return found === undefined ? null : this.$at({ row: found.row, column: found.column, rows: 1, columns: 1 });
  }
}
