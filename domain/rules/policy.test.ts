import { describe, expect, test } from 'vitest';
import { checkPolicy, checkPolicyParameter, parametersInForce } from './policy.ts';
import type { PolicyParameter } from './rule.ts';

function setting(rule: string, parameter: string, value: string | number | null, fromDay = '2026-01-01'): PolicyParameter {
  return { rule, parameter, value, fromDay, record: `${rule}-${parameter}-${fromDay}` };
}

describe('a single setting', () => {
  test.each([
    ['scorecard', 'step_pct', '5', null],
    ['sales-completion', 'step_pct', '2.5', null],
    ['销售完成率', 'step_pct', '2.5', null],
    ['绩效考核总分', 'warning_threshold', '65', null],
    ['sales-completion', 'bonus_cap', '不限', null],
    ['sales-completion', 'bonus_cap', '5', null],
    ['scorecard', 'warning_threshold', '65', null],
    ['attendance', 'late_over_6', 'zero', null],
    ['attendance', 'late_over_6', '-3', null],
    ['commission-split', 'executor_percent', '100', null],
    ['sales-completion', 'step_pct', '0', 'parameter-out-of-range'],
    ['sales-completion', 'step_pct', '百分之五', 'parameter-unreadable'],
    ['new-customers', 'new_customer_mode', '4', 'parameter-out-of-range'],
    ['commission-split', 'executor_percent', '101', 'parameter-out-of-range'],
    ['attendance', 'direct_over_penalty', '2..1', 'parameter-unreadable'],
    ['judgement', 'judgement_levels', '4,,3', 'parameter-unreadable'],
    ['judgement', 'judgement_levels', '4,-1', 'parameter-out-of-range'],
    ['attendance', 'direct_over_penalty', '-2..-1', 'parameter-out-of-range'],
    ['knowledge', 'knowledge_parts', '1,2,4,8,16,32,64,128,256,512,1024,2048,4096', 'parameter-unreadable'],
    ['scorecard', 'no_such', '1', 'parameter-unknown'],
    ['scorecard', 'toString', '1', 'parameter-unknown'],
    ['sales-completion', 'constructor', '1', 'parameter-unknown'],
    ['constructor', 'step_pct', '1', 'parameter-unknown'],
    ['no-such', 'step_pct', '1', 'parameter-unknown'],
    ['teamwork', 'step_pct', '1', 'parameter-unknown'],
  ] as const)('%s %s = %s: %s', (rule, parameter, value, code) => {
    expect(checkPolicyParameter(setting(rule, parameter, value))?.code ?? null).toBe(code);
  });
});

describe('weights', () => {
  test('changed alone are refused on their day', () => {
    expect(checkPolicy([setting('scorecard', 'weight_1', '20')])).toMatchObject([{ refusal: { code: 'weights-not-100', facts: { total: '95' } } }]);
  });

  test('changed from a day before the card are refused on its first day', () => {
    expect(checkPolicy([setting('scorecard', 'weight_1', '20', '2000-01-01')])).toMatchObject([{ refusal: { code: 'weights-not-100', facts: { day: '2012-08-08' } } }]);
  });

  test('changed together stand', () => {
    expect(checkPolicy([setting('scorecard', 'weight_1', '20'), setting('scorecard', 'weight_2', '15')])).toEqual([]);
  });

  test('changed together but from different days leave days that do not add up', () => {
    const found = checkPolicy([setting('scorecard', 'weight_1', '20'), setting('scorecard', 'weight_2', '15', '2026-02-01')]);
    expect(found.map((each) => each.record)).toEqual(['scorecard-weight_1-2026-01-01']);
  });
});

describe('what is in force', () => {
  test('of the card are the card\'s own and all items\' parameters, with version and setting', () => {
    const inForce = parametersInForce('scorecard', '2026-09-30', [setting('scorecard', 'growth_step', '50000')]);
    if ('code' in inForce) throw new Error(inForce.code);
    expect(inForce).toHaveLength(13);
    expect(inForce[2]!.parameters[0]).toEqual({ name: 'growth_step', value: '50000', from: 'policy', since: '2026-01-01', versionValue: '100000', record: 'scorecard-growth_step-2026-01-01' });
  });

  test('of the commission are both its rules', () => {
    expect(parametersInForce('commission', '2026-09-30', [])).toHaveLength(2);
  });

  test('before the first version is a refusal', () => {
    expect(parametersInForce('scorecard', '2012-08-07', [])).toMatchObject({ code: 'outside-versions' });
    expect(parametersInForce('no-such', '2026-01-01', [])).toMatchObject({ code: 'parameter-unknown' });
  });
});
