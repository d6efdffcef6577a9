// All rules that are built, one line each. Adding a rule is its file and its line here.

import { attendance } from './attendance.ts';
import { commissionAccrual } from './commission-accrual.ts';
import { commissionSplit } from './commission-split.ts';
import { communication } from './communication.ts';
import { conduct } from './conduct.ts';
import type { ItemRule } from './item.ts';
import { judgement } from './judgement.ts';
import { knowledge } from './knowledge.ts';
import { marketInformation } from './market-information.ts';
import { newCustomers } from './new-customers.ts';
import { responsibility } from './responsibility.ts';
import type { Rule } from './rule.ts';
import { salesCompletion } from './sales-completion.ts';
import { salesGrowth } from './sales-growth.ts';
import { scorecardTotal } from './scorecard-total.ts';
import { serviceAwareness } from './service-awareness.ts';
import type { Limits } from './setting.ts';
import { teamwork } from './teamwork.ts';

/** In the order of their numbers. */
export const itemRules: readonly ItemRule[] = [
  salesCompletion,
  salesGrowth,
  newCustomers,
  marketInformation,
  teamwork,
  knowledge,
  judgement,
  communication,
  attendance,
  conduct,
  responsibility,
  serviceAwareness,
];

export const commissionRules = [commissionAccrual, commissionSplit] as const;

export const rules: readonly (Rule & { readonly limits: Limits })[] = [scorecardTotal, ...itemRules, ...commissionRules];

export function ruleById(id: string): (Rule & { readonly limits: Limits }) | null {
  return rules.find((rule) => rule.id === id) ?? null;
}
