// Days that stand without their year take it from the record's own day: where that goes to another year, they are written
// in full.

import { fieldAt, readPath } from '../../../domain/forms/fields.ts';
import type { Field, FormDefinition, Path, Value } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { joinedParts } from '../reading/joined-parts.ts';
import type { FieldChange } from './patch.ts';
import type { RecognisedCell, RecognisedRecord } from '../recognised.ts';

/** What the record's days are once its own day has gone to another year. */
export function daysWithoutYear(form: FormDefinition, record: RecognisedRecord, changes: readonly FieldChange[]): FieldChange[] {
  const own = changes.find((change) => change.path === form.day);
  const before = form.day === undefined ? undefined : readPath(record.fields, form.day);
  if (typeof own?.value !== 'string' || typeof before !== 'string' || own.value.slice(0, 4) === before.slice(0, 4)) return [];
  const changed = new Set<Path>(changes.map((change) => change.path));
  return Object.entries(record.cells).flatMap(([path, cell]): FieldChange[] => {
    const field = fieldAt(form, path);
    const value = readPath(record.fields, path);
    return field && value !== undefined && !changed.has(path) && yearOfStanding(field, value, cell) !== undefined ? [{ path, value }] : [];
  });
}

/** The year in which a day stands that its cell writes without one. */
export function yearOfStanding(field: Field, value: Value | undefined, cell: RecognisedCell): string | undefined {
  if (!/^(day|datetime|day-or-text)$/.test(field.type.kind) || typeof value !== 'string' || !/^\d{4}-/.test(value) || typeof cell.value !== 'string') return undefined;
  const text = standingText(cell);
  const alone = readValue(field.type, { value: text, text, format: '@' });
  return alone.kind === 'value' && alone.value === value ? undefined : value.slice(0, 4);
}

/** The value's own part of its cell's text. */
function standingText(cell: RecognisedCell): string {
  const text = String(cell.value);
  const { writing } = cell;
  if (writing.kind === 'inline') return text.slice(writing.head.length, text.length - (writing.tail ?? '').length);
  if (writing.kind === 'span') return text.slice(writing.start, writing.end);
  if (writing.kind === 'joined') return joinedParts(text, writing.parts.map((part) => part.word)).find((part) => part.word === writing.word)?.text ?? '';
  return text;
}
