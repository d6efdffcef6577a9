// A department's own settings: which rule they are for, whether they can stand, and what is in force on a day. A setting
// may name its rule by id or by label, and an item's also the card (`scorecard`): parameter names are unique there.

import type { Day } from '../values/day.ts';
import { itemRules, ruleById, rules } from './registry.ts';
import { parametersOn, versionOn } from './rule.ts';
import type { PolicyParameter, Refusal, Source, UsedParameter } from './rule.ts';
import { checkWeights, scorecardTotal } from './scorecard-total.ts';
import { checkSetting, checkSettings } from './setting.ts';
import { refusal } from './step-codes.ts';

/** The settings, each under the rule that owns its parameter. */
export function policyByRule(policy: readonly PolicyParameter[]): PolicyParameter[] {
  return policy.map((entry) => {
    const named = rules.find((rule) => rule.id === entry.rule || rule.label === entry.rule);
    const owner = named === scorecardTotal ? (itemRules.find((item) => Object.hasOwn(item.limits, entry.parameter)) ?? named) : named;
    return owner ? { ...entry, rule: owner.id } : entry;
  });
}

/** Why a single setting cannot stand: unknown rule or parameter, unreadable or impossible value. */
export function checkPolicyParameter(entry: PolicyParameter): Refusal | null {
  const [owned] = policyByRule([entry]);
  const limits = ruleById(owned!.rule)?.limits ?? {};
  // A department types the name: `constructor` is a name like any other.
  const limit = Object.hasOwn(limits, entry.parameter) ? limits[entry.parameter] : undefined;
  if (!limit) return refusal('parameter-unknown', { rule: entry.rule, parameter: entry.parameter });
  return checkSetting(entry.rule, entry.parameter, entry.value, limit);
}

/** What is wrong with the settings taken together: each by itself, and the weights on every day on which one changes. */
export function checkPolicy(policy: readonly PolicyParameter[]): { readonly record: string; readonly refusal: Refusal }[] {
  const single = policy.flatMap((entry) => {
    const why = checkPolicyParameter(entry);
    return why ? [{ record: entry.record, refusal: why }] : [];
  });
  const owned = policyByRule(policy);
  const weightChanges = owned.filter((entry) => entry.rule === scorecardTotal.id && entry.parameter.startsWith('weight_'));
  const unbalanced = weightChanges.flatMap((entry) => {
    // A setting older than the card counts from the card's first day.
    const first = scorecardTotal.versions[0]!.from;
    const day = entry.fromDay < first ? first : entry.fromDay;
    const version = versionOn(scorecardTotal, day);
    if (!version) return [];
    const settings = parametersOn(scorecardTotal, version, day, owned);
    const why = checkSettings(scorecardTotal.id, settings, scorecardTotal.limits).length > 0 ? null : checkWeights(settings, day);
    return why ? [{ record: entry.record, refusal: why }] : [];
  });
  return [...single, ...unbalanced];
}

export interface RuleParameters {
  readonly rule: string;
  readonly label: string;
  readonly source: Source;
  readonly statement: string;
  readonly versionFrom: Day;
  readonly parameters: readonly UsedParameter[];
}

/** What holds on a day: of one rule, of the whole card (`scorecard`), or of the commission (`commission`). */
export function parametersInForce(rule: string, day: Day, policy: readonly PolicyParameter[]): RuleParameters[] | Refusal {
  const asked = rules.filter((each) => each.id === rule || (rule === 'scorecard' && 'number' in each) || (rule === 'commission' && each.id.startsWith('commission-')));
  if (asked.length === 0) return refusal('parameter-unknown', { rule, parameter: '' });
  const owned = policyByRule(policy);
  const inForce: RuleParameters[] = [];
  for (const each of asked) {
    const version = versionOn(each, day);
    if (!version) return { ...refusal('outside-versions', { rule: each.id, day, first: each.versions[0]!.from }), source: each.source };
    inForce.push({
      rule: each.id, label: each.label, source: each.source, statement: each.statement, versionFrom: version.from,
      parameters: Object.values(parametersOn(each, version, day, owned)),
    });
  }
  return inForce;
}
