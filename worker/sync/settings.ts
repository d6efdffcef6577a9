// 制度参数: a setting that no rule could reckon with is refused when it is written, not when a score is wanted; weights
// that would no longer make 100 are refused together, since each alone may be right.

import type { FieldProblem, Fields } from '../../domain/forms/definition.ts';
import { foldName } from '../../domain/protocol/names.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { checkPolicy, checkPolicyParameter } from '../../domain/rules/policy.ts';
import type { PolicyParameter } from '../../domain/rules/rule.ts';
import { scorecardTotal } from '../../domain/rules/scorecard-total.ts';
import { policyParameter } from '../../domain/forms/policy-parameter.ts';
import type { StoredRecord } from '../books/draft.ts';
import { currentRecords, Refused } from './desk.ts';
import type { Desk } from './desk.ts';

const paths: readonly string[] = ['rule', 'parameter', 'value', 'from_day'];
const unbalancedCode = 'weights-not-100';

export function checkSetting(now: StoredRecord): void {
  const setting = settingOf(now);
  const why = setting && checkPolicyParameter(setting);
  if (why) throw new Refused([{ code: why.code, path: why.code === 'parameter-unknown' ? 'parameter' : 'value', facts: why.facts }]);
}

/** Where the card's own settings are found, for a push that may touch one; of an edit only the path is known. */
export function settingPrefixes(mutation: Mutation): string[] {
  const mayTouch = mutation.kind === 'create' ? mutation.form === policyParameter.id : mutation.kind !== 'edit' || paths.includes(mutation.path);
  if (!mayTouch) return [];
  return [scorecardTotal.id, scorecardTotal.label].map((rule) => `${policyParameter.id}:[${JSON.stringify(foldName(rule))},`);
}

/** Of this push, the records that leave days on which the weights no longer make 100, each with its problem. */
export function unbalancingSettings(desk: Desk): Map<string, FieldProblem> {
  const drafted = [...desk.drafts.values()].filter((draft) => draft.form.id === policyParameter.id);
  if (drafted.length === 0) return new Map();
  const known = new Set(unbalanced([...desk.stored.values()]).map((why) => why.facts['day']));
  const fresh = unbalanced(currentRecords(desk)).find((why) => !known.has(why.facts['day']!));
  if (!fresh) return new Map();
  const weights = drafted.filter(({ before, now }) => isWeight(before) || isWeight(now));
  return new Map(weights.map(({ now }) => [now.id, { code: unbalancedCode, path: now.deleted ? '' : 'value', facts: fresh.facts }]));
}

function unbalanced(records: readonly StoredRecord[]) {
  const settings = records.flatMap((record) => settingOf(record) ?? []);
  return checkPolicy(settings).map((found) => found.refusal).filter((why) => why.code === unbalancedCode);
}

function isWeight(record: StoredRecord | null): boolean {
  return record !== null && String((record.fields as Fields)['parameter'] ?? '').startsWith('weight_');
}

function settingOf(record: StoredRecord): PolicyParameter | null {
  if (record.form !== policyParameter.id || record.deleted || record.state === 'incomplete') return null;
  const { rule, parameter, value, from_day: fromDay } = record.fields as Record<string, string | undefined>;
  return { rule: rule!, parameter: parameter!, value: value?.trim() || null, fromDay: fromDay!, record: record.id };
}
