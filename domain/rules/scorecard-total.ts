// The scorecard as a whole (2.2): the weights of its items, the total, and when a total warns.

import type { Day } from '../values/day.ts';
import { add, compare, ratio, ratioOfText, ratioText, smaller } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemGroup, ScoredItem, Scorecard } from './results.ts';
import type { Refusal, Rule } from './rule.ts';
import { decimal, decimalOrNone } from './setting.ts';
import type { Limits, Settings } from './setting.ts';
import { refusal } from './step-codes.ts';

const weights: readonly number[] = [25, 10, 5, 10, 10, 10, 4, 6, 5, 5, 5, 5];
const groups: readonly ItemGroup[] = ['results', 'ability', 'attitude'];

export function weightName(number: number): string {
  return `weight_${number}`;
}

const weightSettings = Object.fromEntries(weights.map((weight, index) => [weightName(index + 1), String(weight)]));
const weightLimits: Limits = Object.fromEntries(weights.map((_weight, index) => [weightName(index + 1), 'not-negative']));

export const scorecardTotal: Rule & { readonly limits: Limits } = {
  id: 'scorecard',
  label: '绩效考核总分',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2' },
  statement: '十二项得分相加，分值合计 100；缺任何一项数据不出总分，也不警告；总分严格低于警告线才警告，总分默认不封顶。',
  versions: [{ from: SCORECARD_FROM, parameters: { ...weightSettings, warning_threshold: '60', total_cap: null } }],
  checkedOn: '2026-11-21',
  limits: { ...weightLimits, warning_threshold: 'not-negative', total_cap: 'not-negative-or-none' },
};

/** A card whose weights do not make 100 is refused, whatever the scores. */
export function checkWeights(settings: Settings, day: Day): Refusal | null {
  const total = weights.reduce((sum, _weight, index) => add(sum, decimal(settings, weightName(index + 1))), ratio(0));
  return compare(total, ratio(100)) === 0 ? null : refusal('weights-not-100', { total: ratioText(total), day });
}

export function totalsOf(items: readonly ScoredItem[], settings: Settings): Pick<
  Scorecard, 'groups' | 'total' | 'sumOfScored' | 'weightOfScored' | 'missing' | 'warningThreshold' | 'warning' | 'totalParameters'
> {
  const scored = items.filter((item) => item.score !== null);
  const missing = items.filter((item) => item.score === null).map((item) => item.number);
  const sum = sumOf(scored);
  const cap = decimalOrNone(settings, 'total_cap');
  const total = missing.length > 0 ? null : cap ? smaller(sum, cap) : sum;
  const threshold = decimal(settings, 'warning_threshold');
  return {
    groups: groups.map((group) => groupOf(group, items)),
    total: total && ratioText(total),
    sumOfScored: ratioText(sum),
    weightOfScored: scored.reduce((weight, item) => weight + item.weight, 0),
    missing,
    warningThreshold: ratioText(threshold),
    warning: total && compare(total, threshold) < 0,
    totalParameters: [settings['warning_threshold']!, settings['total_cap']!],
  };
}

function groupOf(group: ItemGroup, items: readonly ScoredItem[]) {
  const mine = items.filter((item) => item.group === group);
  return {
    group,
    weight: mine.reduce((weight, item) => weight + item.weight, 0),
    score: ratioText(sumOf(mine.filter((item) => item.score !== null))),
    missing: mine.filter((item) => item.score === null).length,
  };
}

function sumOf(items: readonly ScoredItem[]): Ratio {
  return items.reduce((sum, item) => add(sum, ratioOfText(item.score!)), ratio(0));
}
