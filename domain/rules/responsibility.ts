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
};
