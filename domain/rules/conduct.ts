// Item 10 of the scorecard (2.2, item 10): breaches of company rules.

import { eventDeduction } from './event-deduction.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemRule } from './item.ts';

export const conduct: ItemRule = {
  id: 'conduct',
  number: 10,
  label: '日常行为规范',
  group: 'attitude',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 10 项' },
  statement: '满分起，违反公司管理制度每次减 2 分，最低 0 分；按违规当日计入。',
  versions: [{ from: SCORECARD_FROM, parameters: { violation_pts: '2' } }],
  checkedOn: '2026-11-21',
  limits: { violation_pts: 'not-negative' },
  measures: ['violation'],
  window: 'period',
  evaluate: (input) => eventDeduction(input, 'violation', 'violation_pts', 'violations'),
  thresholds: ['the floor'],
};
