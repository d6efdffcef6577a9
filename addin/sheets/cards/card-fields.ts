// A card's single fields: which label is which field's, and the value read from beside, behind or among it.

import type { Field, FormDefinition } from '../../../domain/forms/definition.ts';
import { unreadable } from '../../../domain/forms/reading/typed.ts';
import type { LabelEvent } from './card-labels.ts';
import { heldCell, readField, settle } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { textOf } from '../cells/grid.ts';
import type { GridCell } from '../cells/grid.ts';
import { joinedParts } from '../reading/joined-parts.ts';
import type { StatedUnit } from '../../../domain/forms/reading/typed.ts';
import { unitOf } from '../reading/label-text.ts';
import type { ScalarWord } from '../reading/vocabulary.ts';
import { readNameCells } from './name-cells.ts';
import { readOptionArea } from './option-area.ts';
import type { Writing } from '../recognised.ts';

/** Words so common that they need the field before them, or the next one, to be near. */
const commonWords = new Set(['目标', '时间', '手机']);
const nearFields = 4;

/**
 * A label that several fields share (电话) is the next one after the field assigned last, as the form lists them; a field
 * takes one label, a taught one only where none of the form's own stands.
 */
export function assignFields(events: readonly LabelEvent[]): Map<LabelEvent, Field> {
  const own = assignOwn(events);
  const taken = new Set([...own.values()].map((field) => field.key));
  for (const event of events) {
    const word = event.scalars.find((candidate) => candidate.learned);
    if (!word || taken.has(word.field.key)) continue;
    taken.add(word.field.key);
    own.set(event, word.field);
  }
  return own;
}

function assignOwn(events: readonly LabelEvent[]): Map<LabelEvent, Field> {
  const assigned = new Map<LabelEvent, Field>();
  const taken = new Set<string>();
  let last = -1;
  const scalars = events.filter((event) => event.kind === 'scalar');
  const said = new Set(scalars.flatMap((event) => event.scalars.filter((word) => !word.borrowed && !word.learned).map((word) => word.field)));
  const labelled = new Map(scalars.flatMap((event) => (event.scalars.length === 1 && event.scalars[0]!.canonical ? [[event.scalars[0]!.field, event] as const] : [])));
  // 预算 beside the lines about it, where 预算金额 stands among them.
  const isOthers = (word: ScalarWord, event: LabelEvent): boolean => !word.canonical && labelled.has(word.field) && labelled.get(word.field) !== event;
  for (const [place, event] of scalars.entries()) {
    const free = event.scalars.filter((word) => !word.learned && !isOthers(word, event) && !(word.borrowed && said.has(word.field)) && !taken.has(word.field.key) && (word.canonical || !commonWords.has(word.key) || (last >= 0 && Math.abs(word.index - last) <= nearFields) || leadsOn(word.index, scalars.slice(place + 1, place + 3))));
    const word = free.find((candidate) => candidate.index > last) ?? free[0];
    if (!word) continue;
    taken.add(word.field.key);
    assigned.set(event, word.field);
    last = word.index;
  }
  return assigned;
}

/** 目标 before 预计时间: the next label is of a field that follows in the form. */
function leadsOn(index: number, next: readonly LabelEvent[]): boolean {
  return next.some((event) => event.scalars.some((word) => !commonWords.has(word.key) && word.index > index && word.index - index <= nearFields));
}

export function inlineWriting(event: LabelEvent): Writing {
  return { kind: 'inline', head: event.head!, ...(event.tail === undefined ? {} : { tail: event.tail }) };
}

/** `2026 | 年 | 12 | 月 | 3 | 日`: a day over neighbouring cells. */
function readDayCells(draft: Draft, event: LabelEvent, field: Field): boolean {
  if (field.type.kind !== 'day' || !/^\s*(20)?\d\d\s*$/.test(textOf(event.value))) return false;
  const cells: GridCell[] = [];
  for (let cell = event.value; cells.length < 6 && cell.row === event.value.row; cell = draft.grid.at(cell.row, cell.column + cell.columns)) cells.push(cell);
  const day = /^\d{2,4}年\d{1,2}月\d{1,2}日?/.exec(cells.map((cell) => textOf(cell).trim()).join(''))?.[0];
  if (day === undefined) return false;
  const numbers = cells.filter((cell) => /^\d+$/.test(textOf(cell).trim())).slice(0, 3);
  readField(draft, field.key, field, event.value, numbers.length === 3 ? { kind: 'day-cells', cells: numbers.map((cell) => heldCell(draft, cell)) } : { kind: 'fixed' }, day);
  return true;
}

/** `50 | 万元`, `70 | %`: the unit in a cell of its own behind the value. */
function unitBehind(draft: Draft, { value, right }: LabelEvent, field: Field): StatedUnit | undefined {
  if (!['money', 'percent'].includes(field.type.kind)) return undefined;
  const behind = draft.grid.at(value.row, value.column + value.columns);
  return behind.row === value.row && behind.column < (right ?? draft.grid.right) && /^[（(]?(亿元|[万千]?元|%|％)[）)]?$/.test(textOf(behind).trim()) ? unitOf(textOf(behind)) : undefined;
}

export function readScalar(draft: Draft, event: LabelEvent, field: Field): void {
  // What holds for several cards no single one of them may change.
  if (event.isShared) return void readField(draft, field.key, field, event.head === undefined ? event.value : event.cell, { kind: 'fixed' }, event.rest, event.unit);
  if (event.head === undefined && readDayCells(draft, event, field)) return;
  if (readOptionArea(draft, field.key, event, field) || readNameCells(draft, event, field)) return;
  if (event.head === undefined) readField(draft, field.key, field, event.value, undefined, undefined, event.unit ?? unitBehind(draft, event, field));
  else readField(draft, field.key, field, event.cell, inlineWriting(event), event.rest, event.unit);
}

/** `目标：…；时间：…；成功率：75%`: each part runs from its word to the next. */
export function readJoined(draft: Draft, form: FormDefinition, event: LabelEvent): void {
  const { parts } = event.joined!;
  const text = textOf(event.value);
  const found = joinedParts(text, parts.map((part) => part.word));
  parts.forEach(({ field: key, word }) => {
    const field = form.fields.find((candidate) => candidate.key === key)!;
    const writing = { kind: 'joined', word, parts } as const;
    if (draft.fields[key] !== undefined) return;
    if (found.length === 0 && text.trim() !== '' && key === parts[0]!.field) {
      settle(draft, key, unreadable('parts-not-named', event.value), event.value, writing);
      return;
    }
    const part = found.find((candidate) => candidate.word === word)?.text ?? '';
    readField(draft, key, field, event.value, writing, field.type.kind === 'text' ? part : part.replace(/。$/, ''));
  });
}
