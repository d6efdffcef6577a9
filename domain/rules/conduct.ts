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
  cases: [
    { name: 'no breach is full marks', given: [], score: '5', codes: ['violations', 'full-marks-with-change'] },
    { name: 'one breach', given: [['violation', '2026-08-05', 1]], score: '3' },
    { name: 'two breaches leave a point', given: [['violation', '2026-08-05', 1], ['violation', '2026-09-05', 1]], score: '1', threshold: ['the floor', 'below'] },
    { name: 'two and a half points each use it up', given: [['violation', '2026-08-05', 2]], policy: [['violation_pts', '2.5', '2026-01-01']], score: '0', threshold: ['the floor', 'at'] },
    { name: 'three breaches do not go below 0', given: [['violation', '2026-08-05', 3]], score: '0', threshold: ['the floor', 'above'], codes: ['violations', 'full-marks-with-change', 'floored-at-zero'] },
    { name: 'a breach of another quarter does not count', given: [['violation', '2026-10-01', 1]], score: '5' },
    { name: 'each breach goes by the setting of its own day', given: [['violation', '2026-08-05', 1], ['violation', '2026-09-05', 1]], policy: [['violation_pts', '1', '2026-09-01']], score: '2' },
  ],
};
