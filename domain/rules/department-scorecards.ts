// The department's sheet: everyone's scorecard in order of rank, with the rule versions and the check code.

import type { Period } from '../values/period.ts';
import { lastDayOfPeriod } from '../values/period.ts';
import { compare, ratioOfText } from '../values/ratio.ts';
import type { RatioText } from '../values/ratio.ts';
import { checkCode } from './check-code.ts';
import { itemRules } from './registry.ts';
import type { DepartmentScorecards, Scorecard } from './results.ts';
import { versionOn } from './rule.ts';
import { scorecardTotal } from './scorecard-total.ts';

export interface DepartmentInput {
  readonly org: string;
  readonly department: string;
  readonly period: Period;
  /** In the department's own order (staff number), which decides between equal totals. */
  readonly scorecards: readonly (Scorecard & { readonly previousTotal: RatioText | null })[];
  /** false: one person's own card, which shows no rank. */
  readonly ranked: boolean;
  readonly madeAt: string;
}

/** Equal totals share a rank and the next one is left out; who lacks data stands last, without a rank. */
export function departmentScorecards(input: DepartmentInput): DepartmentScorecards {
  const complete = input.scorecards.filter((card) => card.total !== null);
  const above = (card: Scorecard) => complete.filter((other) => compare(ratioOfText(other.total!), ratioOfText(card.total!)) > 0).length;
  const placed = complete.map((card) => ({ ...card, rank: above(card) + 1 })).sort((a, b) => a.rank - b.rank);
  const unplaced = input.scorecards.filter((card) => card.total === null).map((card) => ({ ...card, rank: null }));
  const scorecards = [...placed, ...unplaced].map((card) => ({ ...card, rank: input.ranked ? card.rank : null }));
  const day = lastDayOfPeriod(input.period);
  const ruleVersions = [scorecardTotal, ...itemRules].flatMap((rule) => {
    const version = versionOn(rule, day);
    return version ? [{ rule: rule.id, label: rule.label, from: version.from }] : [];
  });
  const figures = scorecards.map((card) => ({
    member: card.member.id,
    total: card.total,
    previous: card.previousTotal,
    items: card.items.map((item) => [item.score, item.plan?.amount ?? null, item.actual?.amount ?? null, item.suggestion]),
  }));
  return {
    org: input.org, department: input.department, period: input.period, scorecards, ruleVersions, madeAt: input.madeAt,
    checkCode: checkCode({ period: input.period, ruleVersions, figures }),
  };
}
