// Which list a heading row begins. A heading is a form's when it covers what the form requires and either a title above
// says so or labels do that no other form has.

import type { Field, FormDefinition } from '../../domain/forms/definition.ts';
import { layoutOf } from '../../domain/forms/layouts.ts';
import type { StatedUnit } from '../../domain/forms/reading/read-value.ts';
import { textOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { assignColumns, headerCells, isHeading } from './header.ts';
import type { HeaderCell, HeaderColumn } from './header.ts';
import { labelKey, labelKeys, splitLabelled, statesMoney, unitStatement } from './label-text.ts';
import { nearestAbove } from './nearest-above.ts';
import { isDistinctive, namesForm, vocabularyOf, wordsOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ListHeader {
  readonly form: FormDefinition;
  readonly columns: readonly HeaderColumn[];
  readonly headers: readonly HeaderCell[];
  readonly title: GridCell | undefined;
  readonly above: readonly AboveValue[];
}

export interface AboveValue {
  readonly field: Field;
  readonly cell: GridCell;
  readonly head: string;
  readonly rest: string;
  readonly isTitle: boolean;
}

const distinctiveLabelsWithoutTitle = 2;

/** The best list form whose heading begins in a row, or null. `from`: first row that is free for titles. */
export function listHeaderAt(grid: Grid, row: number, from: number, forms: readonly FormDefinition[]): ListHeader | null {
  const best = bestHeader(grid, row, from, forms);
  if (!best) return null;
  // A line above the heading may span its cells like groups of a first level: the row that names most is the heading.
  const next = bestHeader(grid, row + 1, from, forms);
  return next && next.columns.length >= best.columns.length ? null : best;
}

function bestHeader(grid: Grid, row: number, from: number, forms: readonly FormDefinition[]): ListHeader | null {
  let best: { header: ListHeader; score: number } | null = null;
  for (const form of forms) {
    const header = headerOf(grid, row, from, vocabularyOf(form));
    if (!header) continue;
    const score = (header.title ? 100 : 0) + (10 * header.columns.length) / Math.max(header.headers.length, header.columns.length) + header.columns.length;
    if (!best || score > best.score) best = { header, score };
  }
  return best?.header ?? null;
}

function headerOf(grid: Grid, row: number, from: number, vocabulary: Vocabulary): ListHeader | null {
  const { form } = vocabulary;
  const isLabel = (keys: readonly string[]): boolean => wordsOf(vocabulary.scalars, keys).length > 0;
  const headers = headerCells(grid, row, isLabel);
  const columns = withStatedUnit(grid, row, from, assignColumns(headers, (header) => wordsOf(vocabulary.scalars, header.keys)));
  if (columns.length < 3 || !isHeading(grid, headers, columns, isLabel)) return null;
  const title = titleAbove(grid, row, from, vocabulary);
  const above = aboveValues(grid, row, from, vocabulary, title, columns);
  const known = new Set([...columns.map((column) => column.field.key), ...above.map((value) => value.field.key)]);
  const required = form.fields.filter((field) => field.required);
  const covered = required.filter((field) => known.has(field.key)).length;
  const distinctive = columns.filter((column) => isDistinctive(form, column.header.keys)).length;
  const fits = title ? covered * 2 > required.length : covered === required.length && distinctive >= distinctiveLabelsWithoutTitle && !isReckoned(headers, columns);
  const hasKey = form.naturalKey.some((key) => known.has(key));
  return fits && hasKey ? { form, columns, headers, title, above } : null;
}

/** Without a title, headings that speak of something worked out from the records (佣金, 得分) are another document's. */
function isReckoned(headers: readonly HeaderCell[], columns: readonly HeaderColumn[]): boolean {
  const strange = headers.filter((header) => !columns.some((column) => column.header === header));
  return strange.some((header) => /佣金|提成|奖金|绩效|得分|完成率|达成率|费率|权重|排名/.test(labelKey(header.text)));
}

/** `单位：万元` above the heading holds for amounts whose headings state no unit. */
export function withStatedUnit(grid: Grid, row: number, from: number, columns: readonly HeaderColumn[]): HeaderColumn[] {
  const stated = statedUnitAbove(grid, row, from);
  return columns.map((column) => (stated && !column.unit && column.field.type.kind === 'money' && !statesMoney(column.header.text) ? { ...column, unit: stated } : column));
}

export function statedUnitAbove(grid: Grid, row: number, from: number): StatedUnit | undefined {
  const stated = nearestAbove(grid, unitStatement, row, from, (above) => grid.rowCells(above).map((cell) => unitStatement(textOf(cell))).find((unit) => unit !== undefined));
  return stated === 'yuan' ? undefined : stated;
}

export function titleAbove(grid: Grid, row: number, from: number, vocabulary: Vocabulary): GridCell | undefined {
  return nearestAbove(grid, vocabulary, row, from, (above) => grid.rowCells(above).find((cell) => namesForm(vocabulary, textOf(cell))));
}

/** Lines further up than this are no longer a heading's own. */
const rowsAbove = 60;

/** `计划期间：…` in a line above, or what a title says beside the form's name. */
export function aboveValues(grid: Grid, row: number, from: number, vocabulary: Vocabulary, title: GridCell | undefined, columns: readonly HeaderColumn[]): AboveValue[] {
  const taken = new Set(columns.map((column) => column.field.key));
  const values: AboveValue[] = [];
  const add = (field: Field, cell: GridCell, head: string, rest: string, isTitle = false): void => {
    if (taken.has(field.key)) return;
    taken.add(field.key);
    values.push({ field, cell, head, rest, isTitle });
  };
  for (let above = row - 1; above >= Math.max(from, row - rowsAbove); above--) {
    for (const cell of grid.rowCells(above)) {
      const split = splitLabelled(textOf(cell));
      const word = wordsOf(vocabulary.scalars, labelKeys(split?.label ?? textOf(cell)))[0];
      if (!word) continue;
      if (split && split.rest !== '') add(word.field, cell, split.head, split.rest);
      else if (above < row) add(word.field, grid.at(cell.row, cell.column + cell.columns), '', '');
    }
  }
  const period = layoutOf(vocabulary.form).above?.map((key) => vocabulary.form.fields.find((field) => field.key === key)!).find((field) => !taken.has(field.key));
  const said = title && period ? beyondName(vocabulary, textOf(title)) : '';
  if (title && period && said !== '') add(period, title, '', said, true);
  const dated = vocabulary.form.fields.find((field) => field.key === vocabulary.form.day && !taken.has(field.key));
  const stated = dated ? periodAbove(grid, row, from, dated) : undefined;
  if (dated && stated) add(dated, stated.cell, '', stated.text, true);
  return values.filter((value) => layoutOf(vocabulary.form).above?.includes(value.field.key) || value.head !== '' || value.isTitle);
}

const periods = {
  month: /20\d\d\s*年\s*\d{1,2}\s*月(?!\s*\d)/g,
  quarter: /20\d\d\s*年?\s*(?:第?\s*[一二三四1-4]\s*季度?|Q[1-4])/gi,
} as const;

/** The month or quarter of all rows, where a title says one (2026年9月考勤月报表) and no column does. */
function periodAbove(grid: Grid, row: number, from: number, field: Field): { readonly cell: GridCell; readonly text: string } | undefined {
  const { kind } = field.type;
  if (kind !== 'month' && kind !== 'quarter') return undefined;
  return nearestAbove(grid, periods[kind], row, from, (above) => {
    for (const cell of grid.rowCells(above)) {
      const found = textOf(cell).normalize('NFKC').match(periods[kind]) ?? [];
      if (found.length === 1 && !/(制|填|打印|更新|编)[^:：]{0,3}(日期|时间|表)[:：]/.test(textOf(cell))) return { cell, text: found[0]! };
    }
    return undefined;
  });
}

/** `2026年第四季度` of `2026年第四季度礼品馈赠计划表`: only what says when. */
function beyondName(vocabulary: Vocabulary, title: string): string {
  const key = labelKey(title);
  const name = vocabulary.titles[0]!;
  if (!key.includes(name)) return '';
  const rest = key.replace(name, '').replace(/^[(《「\s]+|[)》」\s]+$/g, '');
  return /[0-9一二三四五六七八九十][年月季]|半年|年度/.test(rest) ? rest : '';
}
