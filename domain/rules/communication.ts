// Item 8 of the scorecard (2.2, item 8): communication, one of four levels.

import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemRule } from './item.ts';
import { levelItem } from './level-item.ts';

export const communication: ItemRule = {
  id: 'communication',
  number: 8,
  label: '沟通能力',
  group: 'ability',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 8 项' },
  statement: '四档取一：善用各种谈话技巧 6 分、能化解矛盾 5.5 分、有说服力 5 分、表达清楚 4.5 分，没有更低的一档。',
  versions: [{ from: SCORECARD_FROM, parameters: { communication_levels: '6,5.5,5,4.5' } }],
  checkedOn: '2026-11-21',
  limits: { communication_levels: 'levels' },
  measures: ['rating-communication'],
  window: 'period',
  evaluate: (input) => levelItem(input, 'rating-communication', 'communication_levels', ['flexible', 'resolves', 'persuades', 'expresses']),
  thresholds: ['the lowest level'],
};
