// Two records of 制度参数表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { rule: 'scorecard-1', parameter: 'bonus_cap', from_day: '2026-07-01' },
  maximal: { rule: 'scorecard-total', parameter: 'warning_threshold', value: '60', from_day: '2026-10-01', remark: '第四季度起' },
};
