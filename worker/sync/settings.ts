// 制度参数: a setting that no rule could reckon with is refused when it is written, not when a score is wanted.

import { checkPolicyParameter } from '../../domain/rules/policy.ts';
import { policyParameter } from '../../domain/forms/policy-parameter.ts';
import type { StoredRecord } from '../books/draft.ts';
import { Refused } from './desk.ts';

export function checkSetting(now: StoredRecord): void {
  if (now.form !== policyParameter.id || now.deleted || now.state === 'incomplete') return;
  const { rule, parameter, value, from_day: fromDay } = now.fields as Record<string, string | undefined>;
  const why = checkPolicyParameter({ rule: rule!, parameter: parameter!, value: value?.trim() || null, fromDay: fromDay!, record: now.id });
  if (why) throw new Refused([{ code: why.code, path: why.code === 'parameter-unknown' ? 'parameter' : 'value', facts: why.facts }]);
}
