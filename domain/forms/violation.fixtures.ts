// Two records of 违规登记表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { day: '2026-09-09', member: '江映川', kind: '违反制度' },
  maximal: { day: '2026-09-18', member: '江映川', kind: '影响团队', content: '未按约定交接资料' },
};
