// What a range is: a rectangle on a sheet, with its position and size. Everything else builds on this.
import type { Rect } from '../address.ts';
import { formatRect, isOnSheet, maxColumns, maxRows, parseRect, quoteSheetName, splitSheetName } from '../address.ts';
import { defaultColumnWidth, defaultRowHeight } from '../document/defaults.ts';
import { HostError } from '../../wire/errors.ts';
import type { Place } from './sheet-object.ts';
import { placeNamed, SheetObject } from './sheet-object.ts';

export abstract class RangeBase extends SheetObject {
  readonly $rect: Rect;

  constructor(place: Place, rect: Rect) {
    super(place);
    this.$rect = rect;
  }

  get $className(): string {
    return 'Range';
  }

  override get $keepsReference(): boolean {
    return true;
  }

  /** another range of the same class on the same sheet */
  $at(rect: Rect): this {
    if (!isOnSheet(rect)) throw new HostError('InvalidArgument');
    return this.$on(this.$place, rect);
  }

  $on(place: Place, rect: Rect): this {
    return new (this.constructor as new (place: Place, rect: Rect) => this)(place, rect);
  }

  /** an argument that may be a range or an address */
  $other(rangeOrAddress: unknown): this {
    if (rangeOrAddress instanceof RangeBase) return rangeOrAddress as this;
    if (typeof rangeOrAddress !== 'string') throw new HostError('InvalidArgument');
    const { sheetName, rest } = splitSheetName(rangeOrAddress);
    return this.$on(placeNamed(this.$place, sheetName), parseRect(rest));
  }

  get $isUnbounded(): boolean {
    return this.$rect.rows === maxRows || this.$rect.columns === maxColumns;
  }

  get address(): string {
    return `${quoteSheetName(this.$place.sheet.name)}!${formatRect(this.$rect)}`;
  }

  get addressLocal(): string {
    return this.address;
  }

  get rowIndex(): number {
    return this.$rect.row;
  }

  get columnIndex(): number {
    return this.$rect.column;
  }

  get rowCount(): number {
    return this.$rect.rows;
  }

  get columnCount(): number {
    return this.$rect.columns;
  }

  get cellCount(): number {
    const count = this.$rect.rows * this.$rect.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get isEntireColumn(): boolean {
    return this.$rect.rows === maxRows;
  }

  get isEntireRow(): boolean {
    return this.$rect.columns === maxColumns;
  }

  get top(): number {
    return sizeBefore(this.$place.sheet.state.rowHeights, this.$place.sheet.state.hiddenRows, this.$rect.row, defaultRowHeight);
  }

  get left(): number {
    const { columnWidths, hiddenColumns } = this.$place.sheet.state;
    return sizeBefore(columnWidths, hiddenColumns, this.$rect.column, defaultColumnWidth);
  }

  get height(): number {
    return this.$at({ ...this.$rect, row: Math.min(this.$rect.row + this.$rect.rows, maxRows - 1), rows: 1 }).top - this.top;
  }

  get width(): number {
    const column = Math.min(this.$rect.column + this.$rect.columns, maxColumns - 1);
    return this.$at({ ...this.$rect, column, columns: 1 }).left - this.left;
  }
}

function sizeBefore(sizes: Map<number, number>, hidden: Set<number>, line: number, standard: number): number {
  let total = line * standard;
  for (const [index, size] of sizes) if (index < line) total += size - standard;
  for (const index of hidden) if (index < line) total -= sizes.get(index) ?? standard;
  return total;
}
