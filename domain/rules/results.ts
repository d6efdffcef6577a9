// The results that scorecard and slip hand out: plain data, as sent by the API and drawn on sheets. Ratios are text.

import type { Day, Month } from '../values/day.ts';
import type { Fen } from '../values/money.ts';
import type { Period } from '../values/period.ts';
import type { RatioText } from '../values/ratio.ts';
import type { Refusal, Source, Step, UsedParameter } from './rule.ts';

export type ItemGroup = 'results' | 'ability' | 'attitude';

/** What stands in the columns 计划或基数 and 实际或评定. */
export interface Quantity {
  readonly unit: 'fen' | 'customers' | 'points' | 'times' | 'days';
  readonly amount: RatioText;
}

export interface ScoredItem {
  /** 1 to 12, as the scorecard numbers them. */
  readonly number: number;
  readonly key: string;
  readonly label: string;
  readonly group: ItemGroup;
  readonly weight: number;
  readonly plan: Quantity | null;
  readonly actual: Quantity | null;
  /** A score that nobody has confirmed (items 4 and 5). */
  readonly suggestion: RatioText | null;
  /** null: no data. */
  readonly score: RatioText | null;
  /** Why there is no score, empty where there is one. */
  readonly missing: readonly Refusal[];
  readonly steps: readonly Step[];
  readonly parameters: readonly UsedParameter[];
  readonly source: Source;
  readonly statement: string;
  readonly versionFrom: Day;
  /** Number of records behind the figure. */
  readonly records: number;
}

export interface GroupScore {
  readonly group: ItemGroup;
  readonly weight: number;
  /** Sum of the items scored. */
  readonly score: RatioText;
  readonly missing: number;
}

export interface MonthAttendance {
  readonly month: Month;
  readonly fullDays: number;
  readonly present: number | null;
  readonly late: number | null;
  readonly directToMarket: number | null;
  readonly score: RatioText | null;
}

export interface Scorecard {
  readonly member: { readonly id: string; readonly name: string; readonly post: string };
  readonly period: Period;
  readonly items: readonly ScoredItem[];
  readonly groups: readonly GroupScore[];
  readonly attendance: readonly MonthAttendance[];
  /** null where an item lacks data. */
  readonly total: RatioText | null;
  readonly sumOfScored: RatioText;
  readonly weightOfScored: number;
  /** Numbers of the items without data. */
  readonly missing: readonly number[];
  readonly warningThreshold: RatioText;
  /** Strictly below the threshold; null without a total. */
  readonly warning: boolean | null;
  readonly totalParameters: readonly UsedParameter[];
}

/** GET /api/scorecards/department: everyone who is scored, in order of rank. */
export interface DepartmentScorecards {
  readonly org: string;
  readonly department: string;
  readonly period: Period;
  readonly scorecards: readonly (Scorecard & { readonly rank: number | null; readonly previousTotal: RatioText | null })[];
  readonly ruleVersions: readonly { readonly rule: string; readonly label: string; readonly from: Day }[];
  /** Server's day and time in the organisation's zone, `YYYY-MM-DD HH:MM`. */
  readonly madeAt: string;
  /** Sixteen hex digits over the figures, printed as 校验码. */
  readonly checkCode: string;
}

export interface SlipLine {
  readonly record: string;
  readonly contractNo: string;
  readonly customer: string;
  readonly manager: { readonly id: string; readonly name: string };
  readonly executor: { readonly id: string; readonly name: string } | null;
  readonly dueDay: Day | null;
  readonly receivedDay: Day;
  readonly receivedFen: Fen;
  /** Percent as a ratio (`6`, `7/2`); null: no rate is known, nothing is reckoned. */
  readonly ratePercent: RatioText | null;
  readonly commissionFen: Fen | null;
  readonly managerFen: Fen | null;
  readonly executorFen: Fen | null;
  /** Accrual of the manager's 销售费用账户. */
  readonly expenseAccountFen: Fen | null;
  readonly sources: readonly Source[];
  readonly steps: readonly Step[];
  readonly missing: readonly Refusal[];
}

export interface SlipPerson {
  readonly member: { readonly id: string; readonly name: string };
  readonly as: 'manager' | 'executor';
  readonly receipts: number;
  /** Commission of the receipts concerned. */
  readonly commissionFen: Fen;
  readonly earnedFen: Fen;
}

/** GET /api/slips: the commission slip of a month, of one member or of the department. */
export interface Slip {
  readonly org: string;
  readonly department: string;
  readonly month: Month;
  /** Reckoned lines, by manager, then received day. */
  readonly lines: readonly SlipLine[];
  /** Receipts that could not be reckoned, named at the head. */
  readonly leftOut: readonly SlipLine[];
  readonly people: readonly SlipPerson[];
  readonly totals: {
    readonly receipts: number;
    readonly receivedFen: Fen;
    readonly commissionFen: Fen;
    readonly managerFen: Fen;
    readonly executorFen: Fen;
    readonly expenseAccountFen: Fen;
  };
  readonly ruleVersions: readonly { readonly rule: string; readonly label: string; readonly from: Day }[];
  readonly madeAt: string;
  readonly checkCode: string;
}

/** GET /api/evidence: the facts behind one figure, each with its record. */
export interface Evidence {
  readonly figure: string;
  readonly facts: readonly {
    readonly measure: string;
    readonly label: string;
    readonly unit: string;
    readonly posted: Month;
    readonly day: Day;
    readonly amount: number;
    readonly sign: 1 | -1;
    readonly record: string;
    readonly form: string;
    readonly line: string;
    readonly customer: string | null;
  }[];
}
