// Item 12 of the scorecard (2.2, item 12): valid customer complaints.

import { eventDeduction } from './event-deduction.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemRule } from './item.ts';

export const serviceAwareness: ItemRule = {
  id: 'service-awareness',
  number: 12,
  label: '服务意识',
  group: 'attitude',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 12 项' },
  statement: '满分起，客户投诉判为有效的每次减 5 分，最低 0 分；还没有判定的不计，按投诉当日计入。',
  versions: [{ from: SCORECARD_FROM, parameters: { complaint_pts: '5' } }],
  checkedOn: '2026-11-21',
  limits: { complaint_pts: 'not-negative' },
  measures: ['complaint'],
  window: 'period',
  evaluate: (input) => eventDeduction(input, 'complaint', 'complaint_pts', 'complaints'),
  thresholds: ['one complaint'],
};
