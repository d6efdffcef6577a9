// Item 6 of the scorecard (2.2, item 6): professional knowledge, four parts that add up (or one level, in single mode).

import { compare, ratioText } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemInput, ItemResult, ItemRule } from './item.ts';
import { highest, partSums } from './levels.ts';
import { ratedItem } from './rating.ts';
import { levels, word } from './setting.ts';
import { step } from './step-codes.ts';

function evaluate(input: ItemInput): ItemResult {
  const parts = levels(input.settings, 'knowledge_parts');
  const mode = word(input.settings, 'knowledge_mode');
  const allowed = mode === 'single' ? parts.map((part) => part.to) : partSums(parts);
  const full = allowed.reduce((most, sum) => (compare(most, sum) >= 0 ? most : sum));
  const read = (points: Ratio) => {
    if (!allowed.some((sum) => compare(sum, points) === 0)) return null;
    return [step('rating-parts', { points: ratioText(points), parts: word(input.settings, 'knowledge_parts'), mode }, ratioText(points))];
  };
  // In single mode the points of the chosen level count as they are: the item then simply cannot reach its weight.
  return ratedItem(input, 'rating-knowledge', { full: mode === 'single' ? highest([{ from: input.weight, to: input.weight }]) : full, read }, { suggestion: null, steps: [] });
}

export const knowledge: ItemRule = {
  id: 'knowledge',
  number: 6,
  label: '专业知识',
  group: 'ability',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 6 项' },
  statement: '四部分逐项相加：公司产品 4 分、行业与市场模式 3 分、岗位专业知识 2 分、业务及其他知识 1 分；也可改为只取一档的分。',
  versions: [{ from: SCORECARD_FROM, parameters: { knowledge_parts: '4,3,2,1', knowledge_mode: 'additive' } }],
  checkedOn: '2026-11-21',
  limits: { knowledge_parts: 'levels', knowledge_mode: ['additive', 'single'] },
  measures: ['rating-knowledge'],
  window: 'period',
  evaluate,
  thresholds: ['sum of all parts'],
};
