// One member's scorecard of a month or quarter: picks versions and parameters, lets the twelve items reckon, sums up.

import type { Fact } from '../measures/fact.ts';
import type { Day, Month } from '../values/day.ts';
import { lastDayOfPeriod, monthsOf, previousPeriod, quarterOf } from '../values/period.ts';
import type { Period } from '../values/period.ts';
import { ratioText } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { evidenceFacts } from './evidence.ts';
import { isRefusal } from './item.ts';
import type { Archive, ItemResult, ItemRule } from './item.ts';
import { policyByRule } from './policy.ts';
import { itemRules } from './registry.ts';
import type { ScoredItem, Scorecard } from './results.ts';
import { parametersOn, versionOn } from './rule.ts';
import type { PolicyParameter, Refusal, Rule, UsedParameter } from './rule.ts';
import { checkWeights, scorecardTotal, totalsOf, weightName } from './scorecard-total.ts';
import { checkSettings, decimal } from './setting.ts';
import type { Limits, Settings } from './setting.ts';
import { refusal } from './step-codes.ts';

export interface ScorecardInput {
  readonly member: { readonly id: string; readonly name: string; readonly post: string };
  readonly period: Period;
  /** At least those of `factWindow(period)`; other members' facts are passed over. */
  readonly facts: readonly Fact[];
  readonly policy: readonly PolicyParameter[];
  /** Completeness of the member's archives, for the suggestion of item 4. */
  readonly archives?: readonly Archive[];
}

/** The posting months whose facts a scorecard of the period reads: its own, its quarter's, the previous period's. */
export function factWindow(period: Period): Month[] {
  const months = monthsOf(period);
  const all = [...monthsOf(previousPeriod(period)), ...months, ...monthsOf(quarterOf(months[0]!))];
  return [...new Set(all)].sort();
}

export function scorecard(input: ScorecardInput): Scorecard | Refusal {
  const day = lastDayOfPeriod(input.period);
  const policy = policyByRule(input.policy);
  const card = settingsFor(scorecardTotal, day, policy);
  if (isRefusal(card)) return card;
  const unbalanced = checkWeights(card, day);
  if (unbalanced) return { ...unbalanced, source: scorecardTotal.source };
  const facts = input.facts.filter((fact) => fact.member === input.member.id);
  const scored = itemRules.map((rule) => scoreItem({ ...input, facts, policy }, rule, card));
  const items = scored.map((each) => each.item);
  return {
    member: input.member,
    period: input.period,
    items,
    attendance: scored.flatMap((each) => each.result.attendance ?? []),
    ...totalsOf(items, card),
  };
}

/** A rule's parameters on a day, all of them readable; or why there are none. */
function settingsFor(rule: Rule & { readonly limits: Limits }, day: Day, policy: readonly PolicyParameter[]): Settings | Refusal {
  const version = versionOn(rule, day);
  if (!version) return { ...refusal('outside-versions', { rule: rule.id, day, first: rule.versions[0]!.from }), source: rule.source };
  const settings = parametersOn(rule, version, day, policy);
  const [bad] = checkSettings(rule.id, settings, rule.limits);
  return bad ? { ...bad, source: rule.source } : settings;
}

function scoreItem(input: ScorecardInput, rule: ItemRule, card: Settings): { item: ScoredItem; result: ItemResult } {
  const day = lastDayOfPeriod(input.period);
  const settings = settingsFor(rule, day, input.policy);
  const weight = decimal(card, weightName(rule.number));
  const result = isRefusal(settings) ? withoutSettings(settings) : evaluate(input, rule, weight, settings);
  const used = isRefusal(settings) ? [] : (result.used ?? [settings]);
  const item: ScoredItem = {
    number: rule.number,
    key: rule.id,
    label: rule.label,
    group: rule.group,
    weight: Number(weight.numerator) / Number(weight.denominator),
    plan: result.plan,
    actual: result.actual,
    suggestion: result.suggestion,
    score: result.score && ratioText(result.score),
    missing: result.missing.map((why) => ({ ...why, source: why.source ?? rule.source })),
    steps: result.steps,
    parameters: [card[weightName(rule.number)]!, ...distinct(used)],
    source: rule.source,
    statement: rule.statement,
    versionFrom: versionOn(rule, day)?.from ?? rule.versions[0]!.from,
    records: new Set(evidenceFacts(rule.number, input.period, input.facts).map((fact) => fact.record)).size,
  };
  return { item, result };
}

function evaluate(input: ScorecardInput, rule: ItemRule, weight: Ratio, settings: Settings): ItemResult {
  const months = monthsOf(input.period);
  return rule.evaluate({
    period: input.period,
    months,
    previous: previousPeriod(input.period),
    quarter: quarterOf(months[0]!),
    facts: input.facts,
    archives: input.archives ?? [],
    weight,
    settings,
    settingsOn: (day) => settingsFor(rule, day, input.policy),
  });
}

function withoutSettings(why: Refusal): ItemResult {
  return { plan: null, actual: null, suggestion: null, score: null, missing: [why], steps: [] };
}

/** Settings of several days: each value once. */
function distinct(used: readonly Settings[]): UsedParameter[] {
  const seen = new Map<string, UsedParameter>();
  for (const setting of used.flatMap((settings) => Object.values(settings))) {
    seen.set(`${setting.name} ${setting.value} ${setting.since}`, setting);
  }
  return [...seen.values()];
}
