// Item 7 of the scorecard (2.2, item 7): analysis and judgement, one of four levels.

import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemRule } from './item.ts';
import { levelItem } from './level-item.ts';

export const judgement: ItemRule = {
  id: 'judgement',
  number: 7,
  label: '分析判断力',
  group: 'ability',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 7 项' },
  statement: '四档取一：强 4 分、较强 3.5 分、一般 3 分、较弱 2.5 分，没有更低的一档。',
  versions: [{ from: SCORECARD_FROM, parameters: { judgement_levels: '4,3.5,3,2.5' } }],
  checkedOn: '2026-11-21',
  limits: { judgement_levels: 'levels' },
  measures: ['rating-judgement'],
  window: 'period',
  evaluate: (input) => levelItem(input, 'rating-judgement', 'judgement_levels', ['strong', 'fairly-strong', 'average', 'weak']),
  thresholds: ['the lowest level'],
};
