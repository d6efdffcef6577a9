// Equal styles of many ranges gathered, so that Excel is told each look once: drawing a form cell by cell would fill its
// payload. Order is kept wherever two looks overlap. Pure.

import type { Rect } from '../sheets/image.ts';
import { rangeAddress } from '../sheets/image.ts';
import type { CellStyle, SheetPlan } from '../sheets/plan.ts';

export interface StyleGroup {
  readonly style: CellStyle;
  readonly ranges: readonly Rect[];
}

export function styleGroups(styles: SheetPlan['styles']): StyleGroup[] {
  const groups: { look: string; style: CellStyle; ranges: Rect[] }[] = [];
  const latest = new Map<string, number>();
  for (const { range, style } of styles) {
    const { numberFormat: _apart, ...look } = style;
    const key = JSON.stringify(look);
    const index = latest.get(key);
    if (index !== undefined && !groups.slice(index + 1).some((group) => group.ranges.some((other) => overlap(range, other)))) {
      groups[index]!.ranges.push(range);
      continue;
    }
    latest.set(key, groups.length);
    groups.push({ look: key, style: look, ranges: [range] });
  }
  return groups.filter((group) => group.look !== '{}');
}

/** Addresses for `getRanges`, well below Excel's limits of 8,192 characters and 512 areas. */
export function addressLists(ranges: readonly Rect[]): string[] {
  const lists: string[] = [];
  let current: string[] = [];
  let length = 0;
  for (const address of ranges.map(rangeAddress)) {
    if (current.length > 0 && (length + address.length > 4_000 || current.length >= 400)) {
      lists.push(current.join(','));
      current = [];
      length = 0;
    }
    current.push(address);
    length += address.length + 1;
  }
  if (current.length > 0) lists.push(current.join(','));
  return lists;
}

/** Neighbouring rows (or columns) of one size. */
export function sizeRuns(sizes: Readonly<Record<number, number>>): { first: number; count: number; size: number }[] {
  const runs: { first: number; count: number; size: number }[] = [];
  for (const [index, size] of Object.entries(sizes).map(([key, value]) => [Number(key), value] as const).sort(([a], [b]) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run.first + run.count === index && run.size === size) run.count += 1;
    else runs.push({ first: index, count: 1, size });
  }
  return runs;
}

/** About how many bytes a plan costs on the wire; rather too many than too few. */
export function bytesOf(plan: SheetPlan): number {
  const texts = plan.cells.reduce((sum, cell) => sum + 60 + 3 * String(cell.formula ?? cell.value ?? '').length, 0);
  const looks = styleGroups(plan.styles).reduce((sum, { style, ranges }) => {
    const borders = Object.keys(style.borders ?? {}).length;
    return sum + 800 + Object.keys(style).length * 250 + borders * 900 + ranges.length * 15;
  }, 0);
  const sizes = (sizeRuns(plan.rowHeights).length + sizeRuns(plan.columnWidths).length) * 600;
  return texts + looks + sizes + plan.merges.length * 450 + plan.validations.length * 700 + plan.charts.length * 8_000 + 8_000;
}

function overlap(a: Rect, b: Rect): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
