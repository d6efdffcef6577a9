// Whether a record's content fits its form: types, choices, required values, the form's own check. The Worker asks this
// of every record before it is stored; nothing here knows cells or rights.

import { isDay, isDayTime, isMonth } from '../values/day.ts';
import { isQuarter } from '../values/period.ts';
import { hasContent, isFilled } from './completeness.ts';
import { isRows } from './fields.ts';
import type { Field, FieldProblem, Fields, FormDefinition, Row, Table, Value } from './definition.ts';

/** What an Excel cell can hold. */
const longestText = 32_767;

export interface FieldChecks {
  /** Required values that are not there: the record is taken as incomplete. */
  readonly missing: FieldProblem[];
  /** Refusals: nothing of the record is taken. */
  readonly problems: FieldProblem[];
}

export function checkFields(form: FormDefinition, fields: Fields): FieldChecks {
  const problems: FieldProblem[] = [];
  const missing: FieldProblem[] = [];
  for (const [key, content] of Object.entries(fields)) {
    const field = form.fields.find((candidate) => candidate.key === key);
    const table = form.tables?.find((candidate) => candidate.key === key);
    if (field && !isRows(content)) problems.push(...valueProblems(field, content, key));
    else if (table && isRows(content)) problems.push(...tableProblems(table, content));
    else problems.push({ code: field || table ? 'wrong-shape' : 'unknown-field', path: key });
  }
  for (const field of form.fields) {
    if (field.required && !isFilled(fields[field.key] as Value | undefined)) missing.push({ code: 'missing', path: field.key });
  }
  for (const table of form.tables ?? []) missing.push(...missingInTable(table, fields[table.key]));
  if (problems.length === 0) problems.push(...(form.check?.(fields) ?? []));
  return { missing, problems };
}

function tableProblems(table: Table, rows: Readonly<Record<string, Row>>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [rowId, row] of Object.entries(rows)) {
    for (const [column, value] of Object.entries(row)) {
      const path = `${table.key}/${rowId}/${column}`;
      const field = table.columns.find((candidate) => candidate.key === column);
      if (field) problems.push(...valueProblems(field, value as Value, path));
      else if (column !== 'order') problems.push({ code: 'unknown-field', path });
      else if (typeof value !== 'number') problems.push({ code: 'wrong-type', path });
    }
  }
  return problems;
}

function missingInTable(table: Table, content: Fields[string] | undefined): FieldProblem[] {
  const rows = isRows(content) ? Object.entries(content).filter(([, row]) => hasContent(table, row)) : [];
  if (rows.length === 0) return table.required ? [{ code: 'missing', path: table.key }] : [];
  return rows.flatMap(([rowId, row]) =>
    table.columns
      .filter((column) => column.required && !isFilled(row[column.key]))
      .map((column) => ({ code: 'missing', path: `${table.key}/${rowId}/${column.key}` })),
  );
}

function valueProblems(field: Field, value: Value, path: string): FieldProblem[] {
  const code = problemOf(field, value);
  return code === null ? [] : [{ code, path, text: String(value).slice(0, 200) }];
}

function problemOf(field: Field, value: Value): string | null {
  const { type } = field;
  switch (type.kind) {
    case 'text':
    case 'customer':
    case 'member':
    case 'day-or-text':
      return textProblem(value);
    case 'number':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'wrong-type';
    case 'money':
      if (typeof value !== 'number') return 'wrong-type';
      return Number.isSafeInteger(value) ? null : 'not-whole-fen';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'wrong-type';
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'unreadable-day';
    case 'datetime':
      return typeof value === 'string' && isDayTime(value) ? null : 'unreadable-day';
    case 'month':
      return typeof value === 'string' && isMonth(value) ? null : 'unreadable-month';
    case 'quarter':
      return typeof value === 'string' && isQuarter(value) ? null : 'unreadable-quarter';
    case 'names':
      return listProblem(value, () => true, 'wrong-type');
    case 'choice':
      return type.options.some((option) => option.label === value) ? null : 'unknown-choice';
    case 'choices':
      return listProblem(value, (entry) => type.options.some((option) => option.label === entry), 'unknown-choice');
  }
}

function textProblem(value: Value): string | null {
  if (typeof value !== 'string') return 'wrong-type';
  return value.length > longestText ? 'too-long' : null;
}

function listProblem(value: Value, fits: (entry: string) => boolean, code: string): string | null {
  if (!Array.isArray(value)) return 'wrong-type';
  if (value.some((entry) => typeof entry !== 'string' || entry.length > longestText)) return 'wrong-type';
  return value.every(fits) ? null : code;
}
