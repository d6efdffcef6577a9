// What the items rated by one level of a scale share (7, 8 and 11). Knows no item's words.

import type { MeasureId } from '../measures/registry.ts';
import { ratioText } from '../values/ratio.ts';
import type { ItemInput, ItemResult } from './item.ts';
import { highest, levelIndex } from './levels.ts';
import { ratedItem } from './rating.ts';
import { levels, word } from './setting.ts';
import { step } from './step-codes.ts';

/** `names`: keys of the levels, best first; a department's further levels go by the last one's. */
export function levelItem(input: ItemInput, measure: MeasureId, parameter: string, names: readonly string[]): ItemResult {
  const scale = levels(input.settings, parameter);
  const text = word(input.settings, parameter);
  return ratedItem(input, measure, {
    full: highest(scale),
    read: (points) => {
      const index = levelIndex(scale, points);
      if (index < 0) return null;
      const level = names[Math.min(index, names.length - 1)]!;
      return [step('rating-level', { points: ratioText(points), level, levels: text }, ratioText(points))];
    },
  }, { suggestion: null, steps: [] });
}
