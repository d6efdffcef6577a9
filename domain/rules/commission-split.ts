// The split between manager and executor (article 10, C-09): the executor's part is rounded, the manager takes the rest.

import type { Day } from '../values/day.ts';
import { share } from '../values/money.ts';
import type { Fen } from '../values/money.ts';
import { divide, ratio, ratioText } from '../values/ratio.ts';
import type { Rule, Step } from './rule.ts';
import { decimal } from './setting.ts';
import type { Limits, Settings } from './setting.ts';
import { step } from './step-codes.ts';

/** `executor`: the name, for the words; null where nobody was assigned on that day. */
export function split(commissionFen: Fen, executor: string | null, settings: Settings): { managerFen: Fen; executorFen: Fen; steps: Step[] } {
  if (executor === null) return { managerFen: commissionFen, executorFen: 0, steps: [step('manager-all', { commissionFen }, commissionFen)] };
  const percent = decimal(settings, 'executor_percent');
  const executorFen = share(commissionFen, divide(percent, ratio(100)));
  const managerFen = commissionFen - executorFen;
  return {
    managerFen,
    executorFen,
    steps: [
      step('executor-share', { commissionFen, executorPercent: ratioText(percent), executor }, executorFen),
      step('manager-rest', { commissionFen, executorFen }, managerFen),
    ],
  };
}

const FROM: Day = '2012-03-01';

export const commissionSplit = {
  id: 'commission-split',
  label: '佣金分成',
  source: { regulation: '客户执行佣金管理规定', article: '第十条（2）' },
  statement: '客户指派了客户执行的，自指派当日起该客户的佣金七三分：执行得 30%，四舍五入到分，其余归客户经理；没有指派的全归客户经理。',
  versions: [{ from: FROM, parameters: { executor_percent: '30' } }],
  checkedOn: '2026-11-21',
  limits: { executor_percent: 'percent' },
  thresholds: ['half a fen'],
} as const satisfies Rule & { readonly limits: Limits; readonly thresholds: readonly string[] };
