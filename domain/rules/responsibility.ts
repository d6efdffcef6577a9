// Item 11 of the scorecard (2.2, item 11): responsibility, one of three levels, two of them ranges.

import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemRule } from './item.ts';
import { levelItem } from './level-item.ts';

export const responsibility: ItemRule = {
  id: 'responsibility',
  number: 11,
  label: '责任感',
  group: 'attitude',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 11 项' },
  statement: '本职之外主动承担额外工作 5 分；自觉完成任务并对过失负责 4 至 5 分；工作马虎、质量数量都没有保证 0 至 3 分。',
  versions: [{ from: SCORECARD_FROM, parameters: { responsibility_levels: '5,4..5,0..3' } }],
  checkedOn: '2026-11-21',
  limits: { responsibility_levels: 'levels' },
  measures: ['rating-responsibility'],
  window: 'period',
  evaluate: (input) => levelItem(input, 'rating-responsibility', 'responsibility_levels', ['extra-work', 'own-initiative', 'careless']),
  thresholds: ['3 points', '4 points', '5 points'],
  cases: [
    { name: 'just below 3 is careless', given: [['rating-responsibility', '2026-09-30', 299]], score: '299/100', threshold: ['3 points', 'below'] },
    { name: '3 is careless', given: [['rating-responsibility', '2026-09-30', 300]], score: '3', threshold: ['3 points', 'at'] },
    { name: 'between 3 and 4 is no rating', given: [['rating-responsibility', '2026-09-30', 301]], score: null, missing: ['rating-outside-levels'], threshold: ['3 points', 'above'] },
    { name: 'just below 4 is no rating', given: [['rating-responsibility', '2026-09-30', 399]], score: null, missing: ['rating-outside-levels'], threshold: ['4 points', 'below'] },
    { name: '4 is on own initiative', given: [['rating-responsibility', '2026-09-30', 400]], score: '4', threshold: ['4 points', 'at'] },
    { name: '4.5 is on own initiative', given: [['rating-responsibility', '2026-09-30', 450]], score: '9/2', threshold: ['4 points', 'above'] },
    { name: 'just below 5', given: [['rating-responsibility', '2026-09-30', 499]], score: '499/100', threshold: ['5 points', 'below'] },
    { name: '5 is extra work', given: [['rating-responsibility', '2026-09-30', 500]], score: '5', threshold: ['5 points', 'at'] },
    { name: 'more than 5 is no rating', given: [['rating-responsibility', '2026-09-30', 501]], score: null, missing: ['rating-outside-levels'], threshold: ['5 points', 'above'] },
    { name: '0 is a real 0', given: [['rating-responsibility', '2026-09-30', 0]], score: '0' },
    { name: 'no rating is no data', given: [], score: null, missing: ['rating-missing'] },
  ],
};
