// Where rows and columns of a sheet lie, in CSS pixels, and which of them a stretch of the screen shows. Pure numbers:
// it knows neither cells nor the DOM.

import type { Rect } from '../../../excel/address.ts';
import { defaultColumnWidth, defaultRowHeight } from '../../../excel/document/defaults.ts';
import type { SheetState } from '../../../excel/document/sheet-document.ts';

export const pixelsPerPoint = 4 / 3;

/** One axis: positions are found by bisection over the lines that differ from the default size. */
export class Axis {
  readonly #special: { readonly index: number; readonly size: number; readonly startsAt: number }[] = [];
  readonly #size: number;

  constructor(size: number, sizes: ReadonlyMap<number, number>) {
    this.#size = size;
    let shift = 0;
    for (const [index, own] of [...sizes].sort(([a], [b]) => a - b)) {
      this.#special.push({ index, size: own, startsAt: index * size + shift });
      shift += own - size;
    }
  }

  startOf(index: number): number {
    const before = this.#lastSpecial((special) => special.index < index);
    return before === undefined ? index * this.#size : before.startsAt + before.size + (index - before.index - 1) * this.#size;
  }

  sizeOf(index: number): number {
    const last = this.#lastSpecial((special) => special.index <= index);
    return last?.index === index ? last.size : this.#size;
  }

  /** The line at a position; hidden lines are never met. */
  at(position: number): number {
    const before = this.#lastSpecial((special) => special.startsAt <= position);
    if (before === undefined) return Math.max(0, Math.floor(position / this.#size));
    const beyond = position - before.startsAt - before.size;
    return beyond < 0 ? before.index : before.index + 1 + Math.floor(beyond / this.#size);
  }

  #lastSpecial(isBefore: (special: { index: number; startsAt: number }) => boolean) {
    let low = 0;
    let high = this.#special.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#special[middle]!)) low = middle + 1;
      else high = middle;
    }
    return this.#special[low - 1];
  }
}

export interface Geometry {
  readonly rows: Axis;
  readonly columns: Axis;
}

export type Sizes = Pick<SheetState, 'rowHeights' | 'columnWidths' | 'hiddenRows' | 'hiddenColumns'>;

export function geometryOf(sheet: Sizes): Geometry {
  return {
    rows: axisOf(defaultRowHeight, sheet.rowHeights, sheet.hiddenRows),
    columns: axisOf(defaultColumnWidth, sheet.columnWidths, sheet.hiddenColumns),
  };
}

function axisOf(defaultPoints: number, points: ReadonlyMap<number, number>, hidden: ReadonlySet<number>): Axis {
  const sizes = new Map([...points].map(([line, size]) => [line, pixels(size)]));
  for (const line of hidden) sizes.set(line, 0);
  return new Axis(pixels(defaultPoints), sizes);
}

function pixels(points: number): number {
  return Math.round(points * pixelsPerPoint);
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf(geometry: Geometry, rect: Rect): Box {
  const left = geometry.columns.startOf(rect.column);
  const top = geometry.rows.startOf(rect.row);
  return { left, top, width: geometry.columns.startOf(rect.column + rect.columns) - left, height: geometry.rows.startOf(rect.row + rect.rows) - top };
}

/** First and last line that a stretch of pixels shows. */
export function linesWithin(axis: Axis, from: number, length: number): { readonly first: number; readonly last: number } {
  return { first: axis.at(from), last: axis.at(from + Math.max(0, length - 1)) };
}
