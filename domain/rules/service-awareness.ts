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
  cases: [
    { name: 'no complaint is full marks', given: [], score: '5', threshold: ['one complaint', 'below'], codes: ['complaints', 'full-marks-with-change'] },
    { name: 'one valid complaint is 0', given: [['complaint', '2026-08-05', 1]], score: '0', threshold: ['one complaint', 'at'] },
    { name: 'two do not go below 0', given: [['complaint', '2026-08-05', 2]], score: '0', threshold: ['one complaint', 'above'], codes: ['complaints', 'full-marks-with-change', 'floored-at-zero'] },
    { name: 'a complaint of another quarter does not count', given: [['complaint', '2026-06-30', 1]], score: '5' },
  ],
};
