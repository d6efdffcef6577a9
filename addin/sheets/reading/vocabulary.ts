// A form's words on a sheet: what label stands for which field, table, column or printed row.

import { forms } from '../../../domain/forms/registry.ts';
import { layoutOf, titlesOf } from '../../../domain/forms/layouts.ts';
import type { Field, FixedRow, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { joinedCellsOf } from '../../../domain/forms/layout.ts';
import type { JoinedCell } from '../../../domain/forms/layout.ts';
import type { Part } from '../../../domain/forms/parts.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import { yesAndNo } from '../../../domain/forms/yes-and-no.ts';
import { labelKey, labelKeys } from './label-text.ts';
import { layLearned } from './learned-words.ts';
import type { PlacedWord, TaughtForm } from './learned-words.ts';
import { remembered } from '../cells/remembered.ts';

export interface ScalarWord {
  readonly field: Field;
  /** Place among the form's fields. */
  readonly index: number;
  /** The label itself, no synonym. */
  readonly canonical: boolean;
  /** Taught by the department: where the form's own word stands too, that one is meant. */
  readonly learned?: boolean;
  /** The label of another of the form's fields (单位名称 is the third party's): meant only where no word of its own stands. */
  readonly borrowed?: boolean;
}

export interface ColumnWord {
  readonly table: Table;
  readonly field: Field;
  readonly canonical: boolean;
  readonly learned?: boolean;
}

export interface RowWord {
  readonly table: Table;
  readonly row: FixedRow;
}

export interface Vocabulary {
  readonly form: FormDefinition;
  readonly titles: readonly string[];
  readonly scalars: ReadonlyMap<string, readonly ScalarWord[]>;
  readonly tables: ReadonlyMap<string, readonly Table[]>;
  readonly columns: ReadonlyMap<string, readonly ColumnWord[]>;
  readonly fixedRows: ReadonlyMap<string, readonly RowWord[]>;
  /** Labels of cells that hold several fields. */
  readonly joined: ReadonlyMap<string, JoinedCell>;
  /** Taught labels of single cells of printed rows. */
  readonly placed: ReadonlyMap<string, PlacedWord>;
  /** Taught labels that stand for nothing. */
  readonly ignored: ReadonlySet<string>;
}

const known = new WeakMap<FormDefinition, Vocabulary>();

export function vocabularyOf(form: FormDefinition): Vocabulary {
  const found = known.get(form);
  if (found) return found;
  const made = makeVocabulary(form);
  known.set(form, made);
  return made;
}

function makeVocabulary(form: TaughtForm): Vocabulary {
  const scalars = new Map<string, ScalarWord[]>();
  const tables = new Map<string, Table[]>();
  const columns = new Map<string, ColumnWord[]>();
  const fixedRows = new Map<string, RowWord[]>();
  const labels = new Set(form.fields.map((field) => labelKey(field.label)));
  form.fields.forEach((field, index) => eachName(field, (key, canonical) => push(scalars, key, { field, index, canonical, ...(!canonical && labels.has(key) ? { borrowed: true } : {}) })));
  const said = new Set([...scalars.keys(), ...(form.tables ?? []).flatMap((table) => table.columns.flatMap((column) => [column.label, ...synonymsOf(column)].map(labelKey)))]);
  form.fields.forEach((field, index) => eachVariant(field, (key) => said.has(key) || push(scalars, key, { field, index, canonical: false })));
  // Of a table's columns only days: 费用类型 would be anybody's, and no form's own.
  for (const table of form.tables ?? []) for (const field of table.columns.filter(({ type }) => type.kind === 'day')) eachVariant(field, (key) => said.has(key) || scalars.has(key) || push(columns, key, { table, field, canonical: false }));
  for (const table of form.tables ?? []) {
    eachName(table, (key) => push(tables, key, table));
    for (const field of table.columns) eachName(field, (key, canonical) => push(columns, key, { table, field, canonical }));
    for (const row of table.fixedRows ?? []) eachName(row, (key) => push(fixedRows, key, { table, row }));
  }
  const titles = titlesOf(form).map(labelKey);
  const joined = new Map(joinedCellsOf(layoutOf(form)).map((cell) => [joinedKey(cell.label), cell]));
  const placed = new Map<string, PlacedWord>();
  const ignored = new Set<string>();
  const vocabulary = { form, titles, scalars, tables, columns, fixedRows, joined, placed, ignored };
  layLearned(form, { form, scalars, columns, fixedRows, placed, ignored, isOwn: (key) => isOwnWord(vocabulary, key) });
  return vocabulary;
}

/** The form has a meaning for the word, in whatever place. */
export function isOwnWord({ titles, scalars, tables, columns, fixedRows, joined }: Vocabulary, key: string): boolean {
  return [scalars, tables, columns, fixedRows, joined].some((words: ReadonlyMap<string, unknown>) => words.has(key)) || titles.includes(key);
}

/** `项目预期：（目标、时间、成功率）` however its parts are listed. */
export function joinedKey(label: string): string {
  return labelKey(label).replace(/:?\([^()]*\)$/, '');
}

function eachName(part: Part, visit: (key: string, canonical: boolean) => void): void {
  const seen = new Set<string>();
  for (const [index, name] of [part.label, ...synonymsOf(part)].entries()) {
    for (const key of labelKeys(name)) {
      if (seen.has(key)) continue;
      seen.add(key);
      visit(key, index === 0);
    }
  }
}

const endings: readonly (readonly [ending: RegExp, others: readonly string[]])[] = [
  [/(?<=..)日期$/, ['时间', '日']],
  [/(?<=..)时间$/, ['日期']],
  [/(?<=..)编号$/, ['号', '编码', '号码']],
  [/(?<=..)类型$/, ['类别', '种类']],
  [/(?<=..)类别$/, ['类型']],
  [/人$/, ['人员', '人姓名']],
  [/经理$/, ['经理姓名']],
  [/^备注$/, ['备注说明', '说明备注']],
];

/** Endings that people change without a thought (签订日期, 签订时间), where the form does not use the word otherwise. */
function eachVariant(field: Field, visit: (key: string) => void): void {
  const names = [field.label, ...synonymsOf(field)].map(labelKey);
  const made = names.flatMap((name) => endings.flatMap(([ending, others]) => (ending.test(name) ? others.map((other) => name.replace(ending, other)) : [])));
  for (const key of new Set(made)) if (!names.includes(key)) visit(key);
}

function push<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

/** First entries found under any of a label's keys, the fullest key first. */
export function wordsOf<Entry>(map: ReadonlyMap<string, readonly Entry[]>, keys: readonly string[]): readonly Entry[] {
  for (const key of keys) {
    const found = map.get(key);
    if (found) return found;
  }
  return [];
}

/** Words without those borrowed of other fields where the field's own stand too. */
export function ownWords<Found>(found: readonly Found[], wordOf: (one: Found) => ScalarWord): readonly Found[] {
  const said = new Set(found.map(wordOf).filter((word) => !word.borrowed && !word.learned).map((word) => word.field));
  return said.size === 0 ? found : found.filter((one) => !wordOf(one).borrowed || !said.has(wordOf(one).field));
}

export function namesForm(vocabulary: Vocabulary, text: string): boolean {
  return text.length <= longestTitle && formsNamedBy(text).has(vocabulary.form.id);
}

export function namesAnyForm(text: string): boolean {
  return text.length <= longestTitle && formsNamedBy(text).size > 0;
}

const longestTitle = 60;

/** Every form asks about every text: it is asked once of all of them. */
const formsNamedBy = remembered((text): ReadonlySet<string> => {
  const key = labelKey(text);
  return new Set(forms.filter((form) => vocabularyOf(form).titles.some((title) => key.includes(title))).map(({ id }) => id));
});

let formsByLabel: Map<string, Set<string>> | undefined;

/** A label that only this form has: what tells one list from another where no title does. */
export function isDistinctive(form: FormDefinition, keys: readonly string[]): boolean {
  formsByLabel ??= labelUse();
  const users = new Set(keys.flatMap((key) => [...(formsByLabel!.get(key) ?? [])]));
  return users.size === 1 && users.has(form.id);
}

/** A word that any form has as a label, and none as an answer (销售, 有效): rows without such words are no headings. */
export function isKnownWord(keys: readonly string[]): boolean {
  answers ??= answersOf();
  return isLabelWord(keys.filter((key) => !answers!.has(key)));
}

/** A word that any form has as a label, be it an answer too. */
export function isLabelWord(keys: readonly string[]): boolean {
  formsByLabel ??= labelUse();
  return keys.some((key) => formsByLabel!.has(key));
}

let answers: Set<string> | undefined;

function answersOf(): Set<string> {
  const fields = forms.flatMap((form) => [...form.fields, ...(form.tables ?? []).flatMap((table) => table.columns)]);
  return new Set([...fields.flatMap(({ type }) => (type.kind === 'choice' || type.kind === 'choices' ? type.options : [])), ...yesAndNo].flatMap((option) => [option.label, ...synonymsOf(option)]).map(labelKey));
}

let tableWords: Set<string> | undefined;

/** A word that names a table of any form (费用明细). */
export function isTableWord(key: string): boolean {
  tableWords ??= new Set(forms.flatMap((form) => [...vocabularyOf(form).tables.keys()]));
  return tableWords.has(key);
}

function labelUse(): Map<string, Set<string>> {
  const use = new Map<string, Set<string>>();
  for (const form of forms) {
    const { scalars, columns } = vocabularyOf(form);
    for (const key of [...scalars.keys(), ...columns.keys()]) {
      const users = use.get(key) ?? new Set();
      use.set(key, users.add(form.id));
    }
  }
  return use;
}
