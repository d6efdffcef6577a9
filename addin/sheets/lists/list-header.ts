// Which list a heading row begins. A heading is a form's when it covers what the form requires and either a title above
// says so or labels do that no other form has.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { optionsOf } from '../cells/written-value.ts';
import { dayFieldOf, withDayColumns } from '../reading/day-columns.ts';
import { assignColumns, belowHeader, isHeading } from '../reading/header.ts';
import { inferColumns } from '../reading/inferred-columns.ts';
import { headerCells } from '../reading/header-cells.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { withOptionsJoined } from '../reading/option-headings.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import { isOnCard } from './labels-follow.ts';
import { aboveValues, titleAbove, withStatedUnit } from '../reading/lead-lines.ts';
import type { AboveValue, Lead } from '../reading/lead-lines.ts';
import { secondLineFields } from './second-lines.ts';
import type { SecondLines } from './second-lines.ts';
import { lineOver, openingFields, sectionFields } from './section-lines.ts';
import type { SectionFields } from './section-lines.ts';
import { isDistinctive, namesForm, vocabularyOf, wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface ListHeader {
  readonly form: FormDefinition;
  readonly columns: readonly HeaderColumn[];
  readonly headers: readonly HeaderCell[];
  readonly title: GridCell | undefined;
  readonly above: readonly AboveValue[];
  /** Each record takes a second line, with labels of its own. */
  readonly second: SecondLines | undefined;
}

const distinctiveLabelsWithoutTitle = 2;

/** The best list form whose heading begins in a row, or null. */
export function listHeaderAt(grid: Grid, row: number, lead: Lead, forms: readonly FormDefinition[]): ListHeader | null {
  const best = bestHeader(grid, row, lead, forms);
  if (!best) return null;
  // A line above the heading may span its cells like groups of a first level: the row that names most is the heading.
  const next = bestHeader(grid, row + 1, lead.isAcross ? lead : { ...lead, row: row + 1 }, forms);
  return next && next.columns.length >= best.columns.length ? null : best;
}

function bestHeader(grid: Grid, row: number, lead: Lead, forms: readonly FormDefinition[]): ListHeader | null {
  let best: { header: ListHeader; score: number } | null = null;
  for (const form of forms) {
    const header = headerOf(grid, row, lead, vocabularyOf(form));
    if (!header) continue;
    const score = (header.title ? 100 : 0) + (10 * header.columns.length) / Math.max(header.headers.length, header.columns.length) + header.columns.length;
    if (!best || score > best.score) best = { header, score };
  }
  return best?.header ?? null;
}

const fewestHeadings = 2;

function headerOf(grid: Grid, row: number, lead: Lead, vocabulary: Vocabulary): ListHeader | null {
  const { form } = vocabulary;
  const isLabel = (keys: readonly string[]): boolean => wordsOf(vocabulary.scalars, keys).length > 0;
  const headers = withDayColumns(withOptionsJoined(headerCells(grid, row, isLabel), form.fields), dayFieldOf(form, undefined));
  if (headers.filter((header) => isLabel(header.keys)).length < fewestHeadings) return null;
  const named = withStatedUnit(lead, assignColumns(headers, (header) => wordsOf(vocabulary.scalars, header.keys)));
  if (named.length < fewestHeadings || !isHeading(grid, headers, named, isLabel) || isOnCard(grid, headers, isLabel, (cell) => isOfOther(cell, named, vocabulary)) || named.some((column) => isAnswered(grid, column, named))) return null;
  const title = titleAbove(lead, vocabulary);
  const sections = sectionFields(vocabulary, named.map((column) => column.field));
  const above = withLineOver(lead, sections, aboveValues(lead, vocabulary, title, named));
  const opening = openingFields(grid, named, sections);
  const second = !lead.isAcross ? secondLineFields(grid, belowHeader(named), sections, opening, named) : undefined;
  const known = new Set([...(second?.said ?? []).map((field) => field.key), ...named.map((column) => column.field.key), ...above.map((value) => value.field.key), ...opening.map((field) => field.key)]);
  // Under a title of the form, most of whose headings are known, the others are told by what stands below them.
  const mayInfer = title !== undefined && named.length >= fewestNamed && named.length * 2 > headers.length;
  const inferred = mayInfer ? withStatedUnit(lead, inferColumns(grid, headers, named, form.fields.filter(({ key }) => !known.has(key)))) : [];
  const columns = [...named, ...inferred];
  for (const { field } of inferred) known.add(field.key);
  const required = form.fields.filter((field) => field.required);
  const covered = required.filter((field) => known.has(field.key)).length;
  const distinctive = columns.filter((column) => isDistinctive(form, column.header.keys)).length;
  const fits = columns.length < 3 ? title !== undefined && covered === required.length : title ? covered * 2 > required.length : covered === required.length && distinctive >= distinctiveLabelsWithoutTitle && !isReckoned(headers, columns);
  const hasKey = form.naturalKey.some((key) => known.has(key));
  // What tells records apart stands in their rows: the last labels of a card, under all its others, head no list.
  const tellsRows = columns.some(({ field }) => field.required);
  return fits && hasKey && tellsRows ? { form, columns, headers, title, above, second } : null;
}

const fewestNamed = 4;

function isOfOther(cell: GridCell, columns: readonly HeaderColumn[], vocabulary: Vocabulary): boolean {
  const words = wordsOf(vocabulary.scalars, labelKeys(textOf(cell)));
  return words.length > 0 && !words.some((word) => columns.some((column) => column.field === word.field)) && !namesForm(vocabulary, textOf(cell));
}

/** 销售 beside 类型 is what is answered to it, where nothing stands under 类型, whatever else 销售 may head. */
function isAnswered(grid: Grid, { field, header }: HeaderColumn, columns: readonly HeaderColumn[]): boolean {
  if (!isEmptyCell(grid.at(header.below, header.column))) return false;
  return columns.some((other) => other.header.column === header.column + header.columns && optionsOf(field.type).some(({ label }) => label === other.header.text.trim()));
}

/** Right over the heading a label may have its value in the next cell. */
function withLineOver({ grid, row, from }: Lead, sections: SectionFields, above: readonly AboveValue[]): AboveValue[] {
  const said = row > from ? lineOver(grid, row, sections) : [];
  return [...above, ...said.filter(({ field }) => !above.some((value) => value.field === field))];
}

/** Without a title, headings that speak of something worked out from the records (佣金, 得分) are another document's. */
function isReckoned(headers: readonly HeaderCell[], columns: readonly HeaderColumn[]): boolean {
  const strange = headers.filter((header) => !columns.some((column) => column.header === header));
  return strange.some((header) => /佣金|提成|奖金|绩效|得分|完成率|达成率|费率|权重|排名|^已[收付回]|^未[收付回]|余额|欠款|账龄|逾期/.test(labelKey(header.text)));
}
