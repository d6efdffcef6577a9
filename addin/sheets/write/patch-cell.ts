// What is to stand in one cell: a value alone, or stretches of a text that holds several values and labels. Changes of one
// cell collect here and become one write.

import type { Field, Path, Value } from '../../../domain/forms/definition.ts';
import { isBlankText } from '../../../domain/forms/reading/typed.ts';
import { joinedParts, withJoinedPart } from '../reading/joined-parts.ts';
import { reboxed } from './patch-boxes.ts';
import { styledText, styledValue } from './patch-text.ts';
import type { StyledValue } from './patch-text.ts';
import type { RecognisedCell, Writing } from '../recognised.ts';
import { optionsOf } from '../cells/written-value.ts';

/** What a cell of several values is to hold, as far as its changes are known. */
export interface CellText {
  readonly stretches: readonly Stretch[];
  /** After changes of parts that are found by their words. */
  readonly joined?: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly before?: string;
  readonly text: string;
}

export interface CellChange {
  readonly path: Path;
  readonly field: Field;
  /** null empties the cell, or its part of it. */
  readonly value: Value | null;
  /** Year of a day that stands without one. */
  readonly year?: string;
}

/** Null where the cell's style has no place for the value. `now`: what other changes have made of the cell. */
export function changedCell(change: CellChange, cell: RecognisedCell, now: CellText): { readonly styled: StyledValue; readonly text: CellText } | null {
  const { writing } = cell;
  const whole = String(cell.value);
  if (writing.kind === 'inline' || writing.kind === 'span') {
    const stretch = writing.kind === 'inline' ? behindLabel(change, whole, writing, cell) : inSpan(change, whole, writing, cell);
    if (!stretch) return null;
    const text = { ...now, stretches: [...now.stretches, stretch] };
    return { styled: { value: withStretches(whole, text.stretches) }, text };
  }
  if (writing.kind === 'joined') {
    const standing = now.joined ?? whole;
    const sample = joinedParts(standing, writing.parts.map(({ word }) => word)).find((part) => part.word === writing.word)?.text ?? '';
    const part = change.value === null ? '' : styledText(change.field, change.value, sample);
    const joined = part === null ? null : withJoinedPart(standing, writing, part);
    if (joined === null) return null;
    return { styled: { value: joined }, text: { ...now, joined } };
  }
  const styled = change.value === null ? emptied(change.field, cell) : styledValue(change.field, change.value, { ...cell, ...(change.year ? { year: change.year } : {}) });
  return styled && { styled, text: now };
}

/** Boxes stay on the paper, without their tick. */
function emptied(field: Field, cell: RecognisedCell): StyledValue {
  return { value: cell.writing.kind === 'boxes' ? (reboxed(String(cell.value), optionsOf(field.type), []) ?? '') : '' };
}

function textFor(change: CellChange, sample: string, cell: RecognisedCell): string | null {
  if (change.value !== null) return styledText(change.field, change.value, sample, { ...(cell.unit ? { unit: cell.unit } : {}), ...(change.year ? { year: change.year } : {}) });
  const options = optionsOf(change.field.type);
  const boxes = options.length > 0 ? reboxed(sample, options, []) : null;
  return boxes === sample ? '' : (boxes ?? '');
}

/** Blanks before and behind a value stay; of a blank to write on, enough stays before the next label. */
function behindLabel(change: CellChange, whole: string, { head, tail = '' }: Extract<Writing, { kind: 'inline' }>, cell: RecognisedCell): Stretch | null {
  const rest = whole.slice(head.length, whole.length - tail.length);
  const text = textFor(change, rest.trim(), cell);
  if (text === null) return null;
  if (isBlankText(rest)) return { start: head.length, end: head.length + rest.length, text: text + (tail === '' ? '' : '    ') };
  const start = head.length + rest.length - rest.trimStart().length;
  const end = head.length + rest.trimEnd().length;
  return { start, end, text: text === '' && tail !== '' && end === head.length + rest.length ? '    ' : text };
}

function inSpan(change: CellChange, whole: string, { start, end, before, parts }: Extract<Writing, { kind: 'span' }>, cell: RecognisedCell): Stretch | null {
  const text = textFor(change, whole.slice(start, end), cell);
  if (text === null || (parts && [...parts].some((part) => text.includes(part)))) return null;
  return { start, end, text, ...(before === undefined ? {} : { before }) };
}

/** All the stretches that change, each put in at its place. */
function withStretches(text: string, stretches: readonly Stretch[]): string {
  let written = '';
  let end = 0;
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || Number(a.before !== undefined) - Number(b.before !== undefined))) {
    written += text.slice(end, stretch.start);
    written += (stretch.text !== '' && written !== '' ? (stretch.before ?? '') : '') + stretch.text;
    end = stretch.end;
  }
  return written + text.slice(end);
}
