// Records of one workbook that speak of the same thing: a reception and its application, a gift and its plan. They name
// each other by what people write (customer, day, gift), since paper has no numbers for it.

import { formatFen } from '../values/money.ts';
import { numberAt } from './checks.ts';
import { rowsOf } from './fields.ts';
import { compact } from './reading/typed.ts';
import type { FieldProblem, Fields, Row } from './definition.ts';

/** The other records at hand, by form. */
export type Others = (form: string) => readonly Fields[];

/** 千帆渡 is 临澜千帆渡电子商务有限公司: a short name stands in the full one. */
function isSameName(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const [short, long] = [compact(a), compact(b)].sort((one, other) => one.length - other.length);
  return short!.length > 1 && long!.includes(short!);
}

/** A report against the application of the same customer and day; workbooks without applications are not asked for them. */
export function againstApplication(report: Fields, others: Others): FieldProblem[] {
  const applications = others('reception-application');
  const { customer, reception_date: day } = report;
  if (applications.length === 0 || typeof customer !== 'string' || typeof day !== 'string') return [];
  const application = applications.find((other) => isSameName(other['customer'], customer) && String(other['reception_time']).startsWith(day));
  if (!application) return [{ code: 'application-missing', path: 'reception_date' }];
  const spent = sumOf(report);
  const applied = application['expense_type'] === '自费' ? 0 : sumOf(application);
  return spent > applied ? [{ code: 'over-application', path: 'expenses', facts: { spent: formatFen(spent), applied: formatFen(applied) } }] : [];
}

function sumOf(record: Fields): number {
  return rowsOf(record, 'expenses').reduce((sum, [, row]) => sum + Number(row['amount'] ?? 0), 0);
}

/** Each gift against the plans of the same customer and gift: one of them has to cover it. */
export function againstPlan(application: Fields, others: Others): FieldProblem[] {
  const plans = others('gift-plan');
  return rowsOf(application, 'rows').flatMap(([rowId, row]) => {
    const planned = plans.filter((plan) => isSameName(plan['customer'], row['recipient_org']) && isSameName(plan['gift_name'], row['gift_name']));
    return planned.length === 0 ? [] : [...overPlan(row, planned, 'value', 'budget_value', rowId, formatFen), ...overPlan(row, planned, 'quantity', 'quantity', rowId, String)];
  });
}

function overPlan(row: Row, plans: readonly Fields[], column: string, key: string, rowId: string, shown: (amount: number) => string): FieldProblem[] {
  const given = row[column];
  const most = Math.max(...plans.map((plan) => numberAt(plan, key) ?? Number.POSITIVE_INFINITY));
  return typeof given === 'number' && given > most ? [{ code: 'over-plan', path: `rows/${rowId}/${column}`, facts: { planned: shown(most) } }] : [];
}
