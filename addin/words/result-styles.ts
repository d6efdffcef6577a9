// How a step's result stands at the right edge, the same in every language. Knows no words.

import type { StepCode } from '../../domain/rules/step-codes.ts';

export type ResultStyle =
  | 'points'
  | 'signed-points'
  | 'suggested-points'
  | 'money'
  | 'signed-money'
  | 'equals-percent'
  | 'above-below'
  | 'customers'
  | 'signed-customers';

export const resultStyles: Readonly<Record<StepCode, ResultStyle>> = {
  'actual-over-plan': 'equals-percent',
  'compare-with-standard': 'above-below',
  'whole-percent-steps': 'signed-points',
  growth: 'signed-money',
  'whole-amount-steps': 'points',
  'negative-growth': 'points',
  'plan-by-parameter': 'customers',
  'customers-against-plan': 'signed-customers',
  'customers-extra': 'signed-points',
  'customers-short': 'signed-points',
  'customers-below-minimum': 'signed-points',
  'customers-each': 'points',
  'archive-completeness': 'equals-percent',
  'suggested-by-completeness': 'suggested-points',
  'suggested-by-incidents': 'suggested-points',
  'rating-confirmed': 'points',
  'rating-parts': 'points',
  'rating-level': 'points',
  'rating-scaled': 'points',
  'attendance-month': 'points',
  'attendance-month-too-late': 'points',
  'mean-of-months': 'points',
  violations: 'signed-points',
  complaints: 'signed-points',
  'full-marks-with-change': 'points',
  capped: 'points',
  'floored-at-zero': 'points',
  'rate-chosen': 'equals-percent',
  commission: 'money',
  'executor-share': 'money',
  'manager-rest': 'money',
  'manager-all': 'money',
  'taken-back': 'money',
  'expense-accrual': 'money',
};
