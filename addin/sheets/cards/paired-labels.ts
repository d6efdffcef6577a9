// `预期时间/成功率 | 2026年6月底 / 70%`: a label of several fields that follow one another in the form, and a value of as many
// parts. Where a part cannot be what its word says, the label is none of the form's and is asked about.

import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { Field } from '../../../domain/forms/definition.ts';
import type { LabelEvent } from './card-labels.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { GridCell } from '../cells/grid.ts';
import { readField } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { labelKeys } from '../reading/label-text.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface PairedPart {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const longestLabel = 24;
/** Further apart in the form, one word after another is chance. */
const nearFields = 3;
/** A stroke between blanks first: days have strokes of their own. */
const strokes: readonly RegExp[] = [/\s+[/／]\s+/g, /[/／]/g, /[;；、,，]/g];

export function pairedEvent(cell: GridCell, value: GridCell, vocabulary: Vocabulary): LabelEvent | undefined {
  const fields = value === cell || isEmptyCell(value) || typeof value.value !== 'string' ? [] : fieldsNamed(textOf(cell), vocabulary);
  const paired = fields.length > 1 ? partsOf(textOf(value), fields) : undefined;
  return paired && { kind: 'paired', cell, value, scalars: [], columns: [], paired };
}

function fieldsNamed(text: string, vocabulary: Vocabulary): readonly Field[] {
  const words = text.replace(/[:：\s]+$/, '').split(/[/／]/);
  if (text.length > longestLabel || words.length < 2) return [];
  const fields: Field[] = [];
  let last = -1;
  for (const word of words) {
    const next = wordsOf(vocabulary.scalars, labelKeys(word)).find(({ index }) => last < 0 || (index > last && index - last <= nearFields));
    if (!next) return [];
    fields.push(next.field);
    last = next.index;
  }
  return fields;
}

function partsOf(text: string, fields: readonly Field[]): readonly PairedPart[] | undefined {
  for (const stroke of strokes) {
    const parts = partedBy(text, stroke);
    if (parts.length !== fields.length) continue;
    const paired = parts.map((part, index) => ({ ...part, field: fields[index]! }));
    if (paired.every((part) => part.text !== '' && readValue(part.field.type, { value: part.text, text: part.text, format: '@' }, anyYear).kind === 'value')) return paired;
  }
  return undefined;
}

/** Only whether it can be read is asked. */
const anyYear = { year: 2000 };

function partedBy(text: string, stroke: RegExp): { readonly start: number; readonly end: number; readonly text: string }[] {
  let start = 0;
  return [...[...text.matchAll(stroke)].map((match) => ({ at: match.index, next: match.index + match[0].length })), { at: text.length, next: text.length }].map(({ at, next }) => {
    const part = text.slice(start, at);
    const from = start + part.length - part.trimStart().length;
    start = next;
    return { start: from, end: from + part.trim().length, text: part.trim() };
  });
}

/** A label of its own says it better. */
export function readPaired(draft: Draft, events: readonly LabelEvent[]): void {
  for (const { paired = [], value } of events) {
    for (const { field, start, end, text } of paired) {
      if (draft.cells[field.key] === undefined) readField(draft, field.key, field, value, { kind: 'span', start, end, parts: '/／' }, text);
    }
  }
}
