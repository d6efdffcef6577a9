// Two records of 评分表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { member: '江映川', quarter: '2026Q3', item: '专业知识', points: 9 },
  maximal: { member: '江映川', quarter: '2026Q3', item: '责任感', points: 4.5, proposed_by: '沈望舒', confirmed_by: '何知礼' },
};
