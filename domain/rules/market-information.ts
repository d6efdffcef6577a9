// Item 4 of the scorecard (2.2, item 4): market information, rated by people; completeness of the archives only suggests.

import { add, divide, multiply, ratio, ratioText } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { Archive, ItemInput, ItemResult, ItemRule } from './item.ts';
import { highest, levelIndex } from './levels.ts';
import { ratedItem } from './rating.ts';
import { levels } from './setting.ts';
import { step } from './step-codes.ts';

/** Mean of each archive's completeness, 0 to 1; null without archives. */
export function meanCompleteness(archives: readonly Archive[]): Ratio | null {
  const known = archives.filter((archive) => archive.countable > 0);
  if (known.length === 0) return null;
  const sum = known.reduce((total, archive) => add(total, ratio(archive.filled, archive.countable)), ratio(0));
  return divide(sum, ratio(known.length));
}

function evaluate(input: ItemInput): ItemResult {
  const scale = levels(input.settings, 'market_information_levels');
  const full = highest(scale);
  const completeness = meanCompleteness(input.archives);
  const suggestion = completeness && multiply(completeness, full);
  const percent = completeness ? ratioText(multiply(completeness, ratio(100))) : '';
  const steps = completeness && suggestion ? [
    step('archive-completeness', { archives: input.archives.filter((archive) => archive.countable > 0).length }, percent),
    step('suggested-by-completeness', { completenessPercent: percent, full: ratioText(full) }, ratioText(suggestion)),
  ] : [];
  return ratedItem(input, 'rating-market-information', { full, read: (points) => (levelIndex(scale, points) < 0 ? null : []) }, { suggestion, steps });
}

export const marketInformation: ItemRule = {
  id: 'market-information',
  number: 4,
  label: '市场信息收集',
  group: 'results',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 4 项' },
  statement: '由客户总监评 0 至 10 分、人力资源确认；名下各份客户档案完整率的平均值乘 10 只作建议，未经确认不计分。',
  versions: [{ from: SCORECARD_FROM, parameters: { market_information_levels: '0..10' } }],
  checkedOn: '2026-11-21',
  limits: { market_information_levels: 'levels' },
  measures: ['rating-market-information'],
  window: 'period',
  evaluate,
  thresholds: ['10 points'],
};
