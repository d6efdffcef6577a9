// Which form supplies what a refusal lacks, and its place in this workbook. Pure.

import type { RefusalCode } from '../../domain/rules/step-codes.ts';
import type { Refusal } from '../../domain/rules/rule.ts';
import type { CellLink, WorkbookReading } from './services.ts';

const forms: Readonly<Partial<Record<RefusalCode, string>>> = {
  'plan-missing': 'sales-plan',
  'plan-zero': 'sales-plan',
  'new-customer-plan-missing': 'sales-plan',
  'sales-missing': 'sales',
  'previous-sales-missing': 'sales',
  'rating-missing': 'rating',
  'rating-twice': 'rating',
  'rating-outside-levels': 'rating',
  'attendance-missing': 'attendance',
  'attendance-twice': 'attendance',
  'rate-missing': 'account-rate',
  'rate-outside-range': 'account-rate',
  'owner-missing': 'customer-archive',
  'parameter-unreadable': 'policy-parameter',
  'parameter-out-of-range': 'policy-parameter',
  'parameter-unknown': 'policy-parameter',
};

/** null where no form supplies it, or this workbook has none. */
export function placeToFill(refusal: Refusal, reading: WorkbookReading | null): CellLink | null {
  const form = (forms as Readonly<Record<string, string | undefined>>)[refusal.code];
  return reading?.forms.find((found) => found.form === form)?.first ?? null;
}
