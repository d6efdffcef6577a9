// RangeFormat with fill, font, alignment, sizes and protection. A value all cells share, or null when they differ.
import { HostError } from '../../wire/errors.ts';
import { HostObject } from '../../wire/host-object.ts';
import { defaultColumnWidth, defaultRowHeight } from '../document/defaults.ts';
import { textOfValue } from '../document/number-text.ts';
import { guardSheet } from '../document/protection.ts';
import type { FontMember } from '../document/style.ts';
import { colorOf, fontMemberOf, withFont } from '../document/style.ts';
import { RangeBorderCollection } from './borders.ts';
import type { FormatTarget } from './format-target.ts';
import { inspectedCells } from './format-target.ts';

abstract class FormatPart extends HostObject {
  readonly $target: FormatTarget;

  constructor(target: FormatTarget) {
    super();
    this.$target = target;
  }
}

class RangeFill extends FormatPart {
  static override readonly scalars = ['color'];

  get $className(): string {
    return 'RangeFill';
  }

  /** a cell without fill answers white, as Excel does */
  get color(): string | null {
    return this.$target.uniform((cell) => cell.style?.fill ?? '#FFFFFF');
  }

  set color(value: string) {
    if (value === '') this.clear();
    else this.$target.change((style) => ({ ...style, fill: colorOf(value) }));
  }

  get pattern(): string | null {
    return this.$target.uniform((cell) => (cell.style?.fill === undefined ? 'None' : 'Solid'));
  }

  clear(): void {
    this.$target.change(({ fill: _fill, ...rest } = {}) => rest);
  }
}

class RangeFont extends FormatPart {
  static override readonly scalars = ['name', 'size', 'bold', 'italic', 'color', 'strikethrough', 'underline'];
  declare name: string | null;

  get $className(): string {
    return 'RangeFont';
  }
}

for (const member of RangeFont.scalars as FontMember[]) {
  Object.defineProperty(RangeFont.prototype, member, {
    configurable: true,
    get(this: RangeFont) {
      return this.$target.uniform((cell) => fontMemberOf(cell, member));
    },
    set(this: RangeFont, value: unknown) {
      const stored = member === 'color' ? colorOf(value) : value;
      this.$target.change((style) => withFont(style, member, stored));
    },
  });
}

class FormatProtection extends FormatPart {
  static override readonly scalars = ['locked', 'formulaHidden'];

  get $className(): string {
    return 'FormatProtection';
  }

  get locked(): boolean | null {
    return this.$target.uniform((cell) => cell.style?.locked ?? true);
  }

  set locked(value: boolean) {
    this.$target.change((style) => ({ ...style, locked: value }));
  }

  get formulaHidden(): boolean {
    return false;
  }
}

const alignment = {
  horizontalAlignment: { member: 'horizontal', standard: 'General' },
  verticalAlignment: { member: 'vertical', standard: 'Center' },
  wrapText: { member: 'wrap', standard: false },
  shrinkToFit: { member: 'shrink', standard: false },
  indentLevel: { member: 'indent', standard: 0 },
  textOrientation: { member: 'textRotation', standard: 0 },
} as const;

export class RangeFormat extends FormatPart {
  static override readonly scalars = [...Object.keys(alignment), 'columnWidth', 'rowHeight'];

  get $className(): string {
    return 'RangeFormat';
  }

  get fill(): RangeFill {
    return new RangeFill(this.$target);
  }

  get font(): RangeFont {
    return new RangeFont(this.$target);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.$target);
  }

  get protection(): FormatProtection {
    return new FormatProtection(this.$target);
  }

  get columnWidth(): number | null {
    return this.$lineSize('column', this.$target.place.sheet.state.columnWidths, defaultColumnWidth);
  }

  set columnWidth(width: number) {
    this.$setLineSize('column', this.$target.place.sheet.state.columnWidths, width);
  }

  get rowHeight(): number | null {
    return this.$lineSize('row', this.$target.place.sheet.state.rowHeights, defaultRowHeight);
  }

  set rowHeight(height: number) {
    this.$setLineSize('row', this.$target.place.sheet.state.rowHeights, height);
  }

  /** roughly: seven points an em, so that results are plausible, not exact */
  autofitColumns(): void {
    const { document, sheet } = this.$target.place;
    const widths = new Map<number, number>();
    for (const rect of this.$target.rects) {
      for (const { row, column, cell } of sheet.state.grid.within(rect)) {
        const text = textOfValue(document.valueOf(sheet, row, column), cell.numberFormat);
        const ems = [...text].reduce((total, letter) => total + (letter > '\u2E80' ? 2 : 1), 0);
        if (text !== '') widths.set(column, Math.max(widths.get(column) ?? 20, ems * 5.5 + 8));
      }
    }
    for (const [column, width] of widths) sheet.state.columnWidths.set(column, width);
    document.emit({ kind: 'layout', sheet });
  }

  autofitRows(): void {
    const { document, sheet } = this.$target.place;
    for (const rect of this.$target.rects)
      for (const row of [...sheet.state.rowHeights.keys()])
        if (row >= rect.row && row < rect.row + rect.rows) sheet.state.rowHeights.delete(row);
    document.emit({ kind: 'layout', sheet });
  }

  private $lineSize(axis: 'row' | 'column', sizes: Map<number, number>, standard: number): number | null {
    const seen = new Set<number>();
    for (const rect of this.$target.rects) {
      const [start, count] = axis === 'row' ? [rect.row, rect.rows] : [rect.column, rect.columns];
      for (let line = start; line < start + Math.min(count, inspectedCells); line++) seen.add(sizes.get(line) ?? standard);
    }
    return seen.size === 1 ? [...seen][0]! : null;
  }

  private $setLineSize(axis: 'row' | 'column', sizes: Map<number, number>, size: number): void {
    if (typeof size !== 'number' || !(size >= 0)) throw new HostError('InvalidArgument');
    const { document, sheet } = this.$target.place;
    for (const rect of this.$target.rects) {
      guardSheet(sheet, rect, axis === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
      const [start, count] = axis === 'row' ? [rect.row, rect.rows] : [rect.column, rect.columns];
      for (let line = start; line < start + Math.min(count, inspectedCells); line++) sizes.set(line, size);
    }
    document.emit({ kind: 'layout', sheet });
  }
}

for (const [name, { member, standard }] of Object.entries(alignment)) {
  Object.defineProperty(RangeFormat.prototype, name, {
    configurable: true,
    get(this: RangeFormat) {
      return this.$target.uniform((cell) => cell.style?.[member] ?? standard);
    },
    set(this: RangeFormat, value: unknown) {
      this.$target.change((style) => ({ ...style, [member]: value }));
    },
  });
}
