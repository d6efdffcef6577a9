// A scale of levels as one line of text: `4,3.5,3,2.5`, or with ranges `5,4..5,0..3`, best first. Knows no item.

import { add, compare, larger, ratio, ratioOfDecimal } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';

export interface Level {
  readonly from: Ratio;
  readonly to: Ratio;
}

/** More than any scale has; the sums of a scale's parts double with each. */
const mostLevels = 12;

export function levelsOf(text: string): readonly Level[] | null {
  const levels: Level[] = [];
  const parts = text.split(',');
  if (parts.length > mostLevels) return null;
  for (const part of parts) {
    const ends = part.split('..').map(ratioOfDecimal);
    const [from, to] = [ends[0], ends.length === 1 ? ends[0] : ends[1]];
    if (!from || !to || ends.length > 2 || compare(from, to) > 0) return null;
    levels.push({ from, to });
  }
  return levels;
}

/** Place of the first level that holds the points; -1 where none does. */
export function levelIndex(levels: readonly Level[], points: Ratio): number {
  return levels.findIndex((level) => compare(level.from, points) <= 0 && compare(points, level.to) <= 0);
}

/** The most that a scale can give. */
export function highest(levels: readonly Level[]): Ratio {
  return levels.reduce((most, level) => larger(most, level.to), ratio(0));
}

/** Every sum of some of the parts, none to all. */
export function partSums(parts: readonly Level[]): readonly Ratio[] {
  return parts.reduce<Ratio[]>((sums, part) => [...sums, ...sums.map((sum) => add(sum, part.to))], [ratio(0)]);
}
