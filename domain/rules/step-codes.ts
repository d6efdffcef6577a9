// Every code that a reckoning may say, with the facts it carries: enough to make the sentence from them alone. Words
// for the codes are the pane's and the sheets' business; a test holds that no rule says a code or fact not listed here.

/**
 * What a fact is, so that it can be worded. fen: whole number. percent, points: a ratio as text (`107`, `14/3`), percent
 * is the number before the sign. count, days: whole number. months: months joined by `,`. word: one of a few keys
 * (named in the comment). text: as it stands.
 */
export type FactKind =
  | 'fen' | 'percent' | 'points' | 'count' | 'days' | 'day' | 'month' | 'months' | 'period' | 'name' | 'word' | 'text';

export interface CodeEntry {
  readonly facts: Readonly<Record<string, FactKind>>;
  /** What the step's `result` is; signed where the step is a change. */
  readonly result: FactKind;
}

/** Steps in the order in which they can come. `change`: signed points that are added to the full marks. */
export const stepCodes = {
  // Item 1
  /** Actual / plan. */
  'actual-over-plan': { facts: { actualFen: 'fen', planFen: 'fen' }, result: 'percent' },
  /** Rate - standard, signed. */
  'compare-with-standard': { facts: { ratePercent: 'percent', standardPercent: 'percent' }, result: 'percent' },
  /** differencePercent and restPercent have no sign; direction: above | below; nextStepFen: how far the actual is from the next whole step in that direction. */
  'whole-percent-steps': {
    facts: { direction: 'word', differencePercent: 'percent', stepPercent: 'percent', steps: 'count', restPercent: 'percent', pointsEach: 'points', nextStepFen: 'fen' },
    result: 'points',
  },
  // Item 2
  /** Actual - previous, signed. */
  'growth': { facts: { actualFen: 'fen', previousFen: 'fen', previousPeriod: 'period' }, result: 'fen' },
  'whole-amount-steps': { facts: { growthFen: 'fen', stepFen: 'fen', steps: 'count', restFen: 'fen', pointsEach: 'points' }, result: 'points' },
  /** growthFen has no sign here; penalty 0: nothing is deducted. */
  'negative-growth': { facts: { fallFen: 'fen', penalty: 'points' }, result: 'points' },
  // Item 3
  /** No plan states a number of customers: the parameter's plan stands in. */
  'plan-by-parameter': { facts: { planCustomers: 'count' }, result: 'count' },
  /** Actual - plan, signed. */
  'customers-against-plan': { facts: { actualCustomers: 'count', planCustomers: 'count' }, result: 'count' },
  'customers-extra': { facts: { extra: 'count', pointsEach: 'points' }, result: 'points' },
  /** Reading 1: a point less for each full `shortfallStep` short. */
  'customers-short': { facts: { short: 'count', shortfallStep: 'count', steps: 'count', pointsEach: 'points' }, result: 'points' },
  /** Reading 2: fewer than `minimum` in absolute number. */
  'customers-below-minimum': { facts: { actualCustomers: 'count', minimum: 'count', points: 'points' }, result: 'points' },
  /** Reading 3: from 0, a point each, up to `cap`. */
  'customers-each': { facts: { actualCustomers: 'count', pointsEach: 'points', cap: 'points' }, result: 'points' },
  // Items 4 and 5: suggestions, never scores
  'archive-completeness': { facts: { archives: 'count' }, result: 'percent' },
  'suggested-by-completeness': { facts: { completenessPercent: 'percent', full: 'points' }, result: 'points' },
  'suggested-by-incidents': { facts: { incidents: 'count', pointsEach: 'points', full: 'points' }, result: 'points' },
  // Items 4 to 8 and 11
  /** Proposed and confirmed by two people. */
  'rating-confirmed': { facts: { points: 'points', quarter: 'period' }, result: 'points' },
  /** parts: the points of the four parts (`4,3,2,1`); the rating is a sum of some of them (additive) or one of them (single). mode: additive | single. */
  'rating-parts': { facts: { points: 'points', parts: 'text', mode: 'word' }, result: 'points' },
  /** level: strong | fairly-strong | average | weak (item 7); flexible | resolves | persuades | expresses (8); extra-work | own-initiative | careless (11). levels: all levels' points. */
  'rating-level': { facts: { points: 'points', level: 'word', levels: 'text' }, result: 'points' },
  /** The weight is not the scale on which the rating is given. */
  'rating-scaled': { facts: { points: 'points', scale: 'points', weight: 'points' }, result: 'points' },
  // Item 9, one step a month
  /** Points lost have no sign; absent = full days - present, not below 0. */
  'attendance-month': {
    facts: { month: 'month', fullDays: 'days', present: 'days', absent: 'days', late: 'count', direct: 'count', absencePoints: 'points', latePoints: 'points', directPoints: 'points', weight: 'points' },
    result: 'points',
  },
  /** More than `limit` late: the month is 0, whatever else. */
  'attendance-month-too-late': { facts: { month: 'month', late: 'count', limit: 'count' }, result: 'points' },
  /** scores: the months' scores joined by `,`. */
  'mean-of-months': { facts: { months: 'count', scores: 'text', sum: 'points' }, result: 'points' },
  // Items 10 and 12
  /** pointsEach is '' where the events' days have different settings; the result is signed. */
  'violations': { facts: { count: 'count', pointsEach: 'points' }, result: 'points' },
  'complaints': { facts: { count: 'count', pointsEach: 'points' }, result: 'points' },
  // Shared ends
  /** weight + change. */
  'full-marks-with-change': { facts: { weight: 'points', change: 'points' }, result: 'points' },
  /** A bonus above its cap (item 1), or points above theirs (item 2). */
  'capped': { facts: { points: 'points', cap: 'points' }, result: 'points' },
  'floored-at-zero': { facts: { points: 'points' }, result: 'points' },
  // Commission
  /** kind: contract | general. */
  'rate-chosen': { facts: { kind: 'word', ratePercent: 'percent', fromDay: 'day' }, result: 'percent' },
  'commission': { facts: { receivedFen: 'fen', ratePercent: 'percent' }, result: 'fen' },
  'executor-share': { facts: { commissionFen: 'fen', executorPercent: 'percent', executor: 'name' }, result: 'fen' },
  'manager-rest': { facts: { commissionFen: 'fen', executorFen: 'fen' }, result: 'fen' },
  /** No executor on that day. */
  'manager-all': { facts: { commissionFen: 'fen' }, result: 'fen' },
  /** The receipt was paid in a month that is closed, and has been corrected since. */
  'taken-back': { facts: { commissionFen: 'fen' }, result: 'fen' },
  'expense-accrual': { facts: { receivedFen: 'fen', percent: 'percent' }, result: 'fen' },
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type StepCode = keyof typeof stepCodes;

/** Why there is no figure. */
export const refusalCodes = {
  'plan-missing': { months: 'months' },
  'plan-zero': { period: 'period' },
  'sales-missing': { period: 'period' },
  'previous-sales-missing': { period: 'period' },
  /** Months without any plan record, or whose plan is silent while others state a number. */
  'new-customer-plan-missing': { months: 'months' },
  'rating-missing': { quarter: 'period' },
  /** Two records rate the same thing. */
  'rating-twice': { quarter: 'period', records: 'count' },
  'rating-outside-levels': { quarter: 'period', points: 'points' },
  'attendance-missing': { months: 'months' },
  'attendance-twice': { months: 'months' },
  /** The day lies outside every version of the rule; `first` is the first version's first day. */
  'outside-versions': { rule: 'text', day: 'day', first: 'day' },
  'weights-not-100': { total: 'points', day: 'day' },
  'parameter-unreadable': { rule: 'text', parameter: 'text', value: 'text' },
  'parameter-out-of-range': { rule: 'text', parameter: 'text', value: 'text' },
  'parameter-unknown': { rule: 'text', parameter: 'text' },
  // Commission
  'rate-missing': { manager: 'name', contractNo: 'text', day: 'day' },
  'rate-outside-range': { ratePercent: 'percent', lowest: 'percent', highest: 'percent' },
  'owner-missing': { customer: 'name', day: 'day' },
  'receipt-negative': { receivedFen: 'fen' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FactKind>>>>;

export type RefusalCode = keyof typeof refusalCodes;

type FactsOf<Kinds extends Readonly<Record<string, FactKind>>> = { readonly [Name in keyof Kinds]: string | number };

/** A step whose facts are exactly those its code promises. */
export function step<Code extends StepCode>(code: Code, facts: FactsOf<(typeof stepCodes)[Code]['facts']>, result: string | number) {
  return { code, facts, result: String(result) };
}

/** A refusal whose facts are exactly those its code promises. */
export function refusal<Code extends RefusalCode>(code: Code, facts: FactsOf<(typeof refusalCodes)[Code]>) {
  return { code, facts };
}
