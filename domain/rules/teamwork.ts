// Item 5 of the scorecard (2.2, item 5): teamwork, rated by people; recorded incidents only suggest.

import { totalOf } from '../measures/fact.ts';
import { larger, multiply, ratio, ratioText, subtract } from '../values/ratio.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemInput, ItemResult, ItemRule } from './item.ts';
import { highest, levelIndex } from './levels.ts';
import { ratedItem } from './rating.ts';
import { decimal, levels } from './setting.ts';
import { step } from './step-codes.ts';

function evaluate(input: ItemInput): ItemResult {
  const scale = levels(input.settings, 'teamwork_levels');
  const full = highest(scale);
  const each = decimal(input.settings, 'incident_pts');
  const incidents = totalOf(input.facts, 'team-incident', input.months).amount;
  const suggestion = larger(ratio(0), subtract(full, multiply(ratio(incidents), each)));
  const steps = [step('suggested-by-incidents', { incidents, pointsEach: ratioText(each), full: ratioText(full) }, ratioText(suggestion))];
  return ratedItem(input, 'rating-teamwork', { full, read: (points) => (levelIndex(scale, points) < 0 ? null : []) }, { suggestion, steps });
}

export const teamwork: ItemRule = {
  id: 'teamwork',
  number: 5,
  label: '团队协作',
  group: 'results',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 5 项' },
  statement: '由客户总监评 0 至 10 分、人力资源确认；登记的影响团队事件每次减 5 分、最低 0 分，只作建议，未经确认不计分。',
  versions: [{ from: SCORECARD_FROM, parameters: { teamwork_levels: '0..10', incident_pts: '5' } }],
  checkedOn: '2026-11-21',
  limits: { teamwork_levels: 'levels', incident_pts: 'not-negative' },
  measures: ['rating-teamwork', 'team-incident'],
  window: 'period',
  evaluate,
  thresholds: ['suggestion of 0', '10 points'],
  cases: [
    { name: 'without incidents ten is suggested', given: [['rating-teamwork', '2026-09-30', 1000]], score: '10', suggestion: '10' },
    { name: 'one incident suggests five', given: [['team-incident', '2026-07-09', 1]], score: null, missing: ['rating-missing'], suggestion: '5', threshold: ['suggestion of 0', 'below'] },
    { name: 'two incidents suggest 0', given: [['team-incident', '2026-07-09', 2]], score: null, missing: ['rating-missing'], suggestion: '0', threshold: ['suggestion of 0', 'at'] },
    { name: 'three incidents do not suggest less', given: [['team-incident', '2026-07-09', 3]], score: null, missing: ['rating-missing'], suggestion: '0', threshold: ['suggestion of 0', 'above'] },
    { name: 'people may rate otherwise than suggested', given: [['team-incident', '2026-07-09', 1], ['rating-teamwork', '2026-09-30', 800]], score: '8', suggestion: '5' },
    { name: 'just below full marks', given: [['rating-teamwork', '2026-09-30', 999]], score: '999/100', threshold: ['10 points', 'below'] },
    { name: 'full marks', given: [['rating-teamwork', '2026-09-30', 1000]], score: '10', threshold: ['10 points', 'at'] },
    { name: 'above full marks is no rating', given: [['rating-teamwork', '2026-09-30', 1001]], score: null, missing: ['rating-outside-levels'], threshold: ['10 points', 'above'] },
  ],
};
