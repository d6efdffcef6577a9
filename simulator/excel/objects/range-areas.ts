// Excel.RangeAreas: several rectangles of one sheet under one proxy.
import { HostError } from '../../wire/errors.ts';
import { HostCollection } from '../../wire/host-object.ts';
import type { Rect } from '../address.ts';
import { formatRect, intersect, isOnSheet, maxColumns, maxRows, parseRect, quoteSheetName, splitSheetName } from '../address.ts';
import { clearCells } from '../document/write.ts';
import { ConditionalFormatCollection } from './conditional-formats.ts';
import { FormatTarget } from './format-target.ts';
import { RangeFormat } from './format.ts';
import { Range } from './range.ts';
import type { Place } from './sheet-object.ts';
import { placeNamed, SheetObject } from './sheet-object.ts';
import { Worksheet } from './worksheet.ts';

/** Excel answers no more areas than this (assumption "512 areas") */
export const areaLimit = 512;

export class RangeAreas extends SheetObject {
  static override readonly scalars = ['address', 'addressLocal', 'areaCount', 'cellCount', 'isEntireColumn', 'isEntireRow'];
  readonly $rects: Rect[];

  constructor(place: Place, rects: Rect[]) {
    super(place);
    if (rects.length > areaLimit)
      throw new HostError('InvalidOperation', `The selection has ${rects.length} areas; Excel supports at most ${areaLimit}.`);
    this.$rects = rects;
  }

  get $className(): string {
    return 'RangeAreas';
  }

  override get $keepsReference(): boolean {
    return true;
  }

  get address(): string {
    const prefix = quoteSheetName(this.$place.sheet.name);
    return this.$rects.map((rect) => `${prefix}!${formatRect(rect)}`).join(',');
  }

  get addressLocal(): string {
    return this.address;
  }

  get areaCount(): number {
    return this.$rects.length;
  }

  get cellCount(): number {
    return this.$rects.reduce((count, rect) => count + rect.rows * rect.columns, 0);
  }

  get isEntireColumn(): boolean {
    return this.$rects.every((rect) => rect.rows === maxRows);
  }

  get isEntireRow(): boolean {
    return this.$rects.every((rect) => rect.columns === maxColumns);
  }

  get areas(): RangeCollection {
    return new RangeCollection(this);
  }

  get format(): RangeFormat {
    return new RangeFormat(new FormatTarget(this.$place, this.$rects));
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.$place, this.$rects);
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.$place);
  }

  getIntersectionOrNullObject(other: Range | RangeAreas): RangeAreas | null {
    const theirs = other instanceof RangeAreas ? other.$rects : [other.$rect];
    const common = this.$rects.flatMap((rect) => theirs.map((their) => intersect(rect, their))).filter((rect) => rect !== undefined);
    return common.length === 0 ? null : new RangeAreas(this.$place, common);
  }

  getOffsetRangeAreas(rows: number, columns: number): RangeAreas {
    const moved = this.$rects.map((rect) => ({ ...rect, row: rect.row + rows, column: rect.column + columns }));
    if (!moved.every(isOnSheet)) throw new HostError('InvalidArgument');
    return new RangeAreas(this.$place, moved);
  }

  getEntireRow(): RangeAreas {
    return new RangeAreas(this.$place, this.$rects.map((rect) => ({ ...rect, column: 0, columns: maxColumns })));
  }

  clear(applyTo = 'All'): void {
    for (const rect of this.$rects) clearCells(this.$place.document, this.$place.sheet, rect, applyTo);
  }

  calculate(): void {}
}

class RangeCollection extends HostCollection<Range> {
  readonly $areas: RangeAreas;

  constructor(areas: RangeAreas) {
    super();
    this.$areas = areas;
  }

  get $className(): string {
    return 'RangeCollection';
  }

  get $items(): Range[] {
    return this.$areas.$rects.map((rect) => new Range(this.$areas.$place, rect));
  }

  getItem(index: unknown): Range {
    return this.getItemAt(Number(index));
  }
}

/** "A1:B2,D4" or several ranges of one sheet */
export function parseAreas(place: Place, addresses: string): RangeAreas {
  const parts = addresses.split(',').map((part) => splitSheetName(part.trim()));
  const target = placeNamed(place, parts.find((part) => part.sheetName !== undefined)?.sheetName);
  return new RangeAreas(target, parts.map((part) => parseRect(part.rest)));
}
