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
};
