// Words that a department has taught, laid into a form's own: a form read with them finds its labels by both. A label
// that the form itself uses keeps the form's meaning, and where both stand on a card the form's own word is the field's.
// Knows no cells, no storage.

import type { Field, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { learnedField } from '../../../domain/forms/learned-field.ts';
import type { LearnedWord } from '../../../domain/protocol/learned-words.ts';
import { labelKeys } from './label-text.ts';
import type { ColumnWord, RowWord, ScalarWord } from './vocabulary.ts';

/** A form definition with what was taught about it. */
export interface TaughtForm extends FormDefinition {
  readonly learned?: readonly LearnedWord[];
}

/** A label beside the one cell of a printed row: `拍板人` is 决策者：姓名. */
export interface PlacedWord {
  readonly table: Table;
  readonly field: Field;
  /** Of the printed row, from 1. */
  readonly number: number;
}

export interface WordMaps {
  readonly form: FormDefinition;
  readonly scalars: Map<string, ScalarWord[]>;
  readonly columns: Map<string, ColumnWord[]>;
  readonly fixedRows: Map<string, RowWord[]>;
  readonly placed: Map<string, PlacedWord>;
  /** Labels that are known and stand for nothing. */
  readonly ignored: Set<string>;
  /** The form itself has a meaning for the label. */
  readonly isOwn: (key: string) => boolean;
}

const taught = new WeakMap<readonly LearnedWord[], Map<FormDefinition, TaughtForm>>();

/** The forms as they are read with the words: the same objects each time, so that what is made of them is kept. */
export function taughtForms(forms: readonly FormDefinition[], words: readonly LearnedWord[]): readonly TaughtForm[] {
  if (words.length === 0) return forms;
  const known = taught.get(words) ?? new Map<FormDefinition, TaughtForm>();
  taught.set(words, known);
  return forms.map((form) => {
    const found = known.get(form) ?? withWords(form, words);
    known.set(form, found);
    return found;
  });
}

function withWords(form: FormDefinition, words: readonly LearnedWord[]): TaughtForm {
  const learned = words.filter((word) => word.form === form.id);
  return learned.length === 0 ? form : { ...form, learned };
}

/** The first of two meanings of one label holds. */
export function layLearned(form: TaughtForm, maps: WordMaps): void {
  const own = new Map<string, boolean>();
  const isOwn = (key: string): boolean => own.get(key) ?? (own.set(key, maps.isOwn(key)), own.get(key)!);
  for (const word of form.learned ?? []) labelKeys(word.label).forEach(isOwn);
  // Fullest keys first: 负责人(电话) and 负责人(姓名) are told apart, 负责人 alone is the one taught first.
  for (const exact of [true, false]) {
    for (const word of form.learned ?? []) {
      const keys = labelKeys(word.label);
      if (keys.length === 0 || isOwn(keys[0]!)) continue;
      for (const key of exact ? keys.slice(0, 1) : keys.slice(1)) if (!isOwn(key) && !isTaken(maps, key)) lay(maps, key, word.path);
    }
  }
}

function isTaken({ scalars, columns, fixedRows, placed, ignored }: WordMaps, key: string): boolean {
  return [scalars, columns, fixedRows, placed, ignored].some((words: { has(key: string): boolean }) => words.has(key));
}

function lay(maps: WordMaps, key: string, path: string | null): void {
  if (path === null) return void maps.ignored.add(key);
  const { form } = maps;
  const field = learnedField(form, path);
  if (!field) return;
  const [tableKey, second, column] = path.split('/');
  if (second === undefined) return void maps.scalars.set(key, [{ field, index: form.fields.indexOf(field), canonical: false, learned: true }]);
  const table = form.tables!.find((candidate) => candidate.key === tableKey)!;
  const row = table.fixedRows?.find((candidate) => candidate.key === second);
  if (column === undefined && row) return void maps.fixedRows.set(key, [{ table, row }]);
  if (column === undefined) return void maps.columns.set(key, [{ table, field, canonical: false, learned: true }]);
  maps.placed.set(key, { table, field, number: table.fixedRows!.indexOf(row!) + 1 });
}
