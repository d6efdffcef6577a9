// Names over several cells: each stays where it stands as far as the order allows; else they are set out anew from the first
// cell on. Knows no record.

import { splitNames } from '../../../domain/forms/reading/names.ts';
import type { HeldCell } from '../recognised.ts';
import type { SetCell } from './patch-ticks.ts';

export function nameCells(wanted: readonly string[], cells: readonly HeldCell[], isOneEach: boolean): SetCell[] {
  const standing = cells.map((cell) => splitNames(String(cell.value)).filter((name) => wanted.includes(name)));
  const known = new Set(standing.flat());
  const last = standing.findLastIndex((names) => names.length > 0);
  const added = wanted.filter((name) => !known.has(name));
  const kept = standing.map((names, index) => (index === Math.max(last, 0) && !isOneEach ? [...names, ...added] : names));
  const isInOrder = [...new Set(kept.flat())].join('\n') === wanted.join('\n');
  const names = isInOrder && !isOneEach ? kept : setOut(wanted, cells.length, isOneEach);
  return cells.map((cell, index) => ({ cell, value: names[index]!.length === 0 ? '' : joined(names[index]!, String(cell.value)) }));
}

/** One a cell, what is left in the last; or all in the first. */
function setOut(wanted: readonly string[], cells: number, isOneEach: boolean): string[][] {
  return Array.from({ length: cells }, (_, index) => {
    if (!isOneEach) return index === 0 ? [...wanted] : [];
    return index === cells - 1 ? wanted.slice(index) : wanted.slice(index, index + 1);
  });
}

function joined(names: readonly string[], sample: string): string {
  return splitNames(sample).join('\n') === names.join('\n') ? sample : names.join(/[\n、,，;；]/.exec(sample)?.[0] ?? '、');
}
