// Whose heading row it is where a card form is kept as a list: fields of the form, columns of one of its tables, and
// headings that are a row of a table by themselves (交通费, 申请人). Knows no rows.

import type { Field, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { acrossColumns } from '../reading/across.ts';
import { acrossColumnsOf, isExpense, isOfAmounts } from './across-headings.ts';
import type { AcrossColumn } from './across-headings.ts';
import { dayFieldOf, withDayColumns } from '../reading/day-columns.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { assignColumns, belowHeader, isHeading } from '../reading/header.ts';
import { inferColumns } from '../reading/inferred-columns.ts';
import { labelsFollow } from './labels-follow.ts';
import { headerCells } from '../reading/header-cells.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import { aboveValues, titleAbove, withStatedUnit } from '../reading/lead-lines.ts';
import type { AboveValue, Lead } from '../reading/lead-lines.ts';
import { withOptionsJoined } from '../reading/option-headings.ts';
import { secondLineFields } from './second-lines.ts';
import type { SecondLines } from './second-lines.ts';
import { withPrintedRows } from '../cards/card-table-rows.ts';
import { openingFields, sectionFields } from './section-lines.ts';
import { sideTables } from './side-tables.ts';
import type { SideTable } from './side-tables.ts';
import { isDistinctive, vocabularyOf, wordsOf } from '../reading/vocabulary.ts';
import type { ScalarWord, Vocabulary } from '../reading/vocabulary.ts';

export interface CardListHeader {
  readonly form: FormDefinition;
  /** The table of which every line is a row. */
  readonly table: Table | undefined;
  readonly scalars: readonly HeaderColumn[];
  readonly columns: readonly HeaderColumn[];
  readonly across: readonly AcrossColumn[];
  /** Columns of other tables: each line says one row of theirs. */
  readonly sides: readonly SideTable[];
  readonly above: readonly AboveValue[];
  readonly headers: readonly HeaderCell[];
  readonly title: GridCell | undefined;
  /** Each line takes a second one, with labels of its own. */
  readonly second: SecondLines | undefined;
}

export function cardListHeaderAt(grid: Grid, row: number, lead: Lead, forms: readonly FormDefinition[]): CardListHeader | null {
  if (grid.rowCells(row).length < 3) return null;
  let best: { header: CardListHeader; score: number } | null = null;
  for (const form of forms) {
    const header = headerOf(grid, row, lead, form);
    if (!header) continue;
    const score = (header.title ? 100 : 0) + header.scalars.length + header.columns.length + header.across.length;
    if (!best || score > best.score) best = { header, score };
  }
  return best?.header ?? null;
}

const fewestHeadings = 4;
/** So many headings of one form, some of them its own alone, say more than two that it lacks. */
const manyHeadings = 8;

function headerOf(grid: Grid, row: number, lead: Lead, form: FormDefinition): CardListHeader | null {
  const vocabulary = vocabularyOf(form);
  const hasAmounts = form.tables?.some(isOfAmounts) ?? false;
  const isLabel = (keys: readonly string[]): boolean => wordsOf(vocabulary.scalars, keys).length + wordsOf(vocabulary.columns, keys).length + wordsOf(vocabulary.fixedRows, keys).length > 0 || (hasAmounts && keys.some((key) => isExpense(key)));
  const plain = withOptionsJoined(headerCells(grid, row, isLabel), [...form.fields, ...(form.tables ?? []).flatMap(({ columns }) => columns)]);
  const table = rowTable(vocabulary, plain);
  const headers = withDayColumns(plain, dayFieldOf(form, table));
  const sides = sideTables(vocabulary, headers, table);
  const ofSides = sides.flatMap((side) => side.columns);
  const others = headers.filter((header) => !ofSides.some((column) => column.header === header));
  const said = new Set(others.flatMap((header) => wordsOf(vocabulary.scalars, header.keys)).filter((word) => !word.borrowed).map((word) => word.field));
  const groups = groupsNamed(others, vocabulary);
  const scalarsOf = (header: HeaderCell): readonly ScalarWord[] => plainFirst(wordsOf(vocabulary.scalars, header.keys).filter((word) => (!word.borrowed || !said.has(word.field)) && isOfNamedGroup(word.field, groups)));
  const named = withStatedUnit(lead, assignColumns(others, (header) => [...wordsOf(vocabulary.columns, header.keys).filter((word) => word.table === table), ...scalarsOf(header)]));
  const title = titleAbove(lead, vocabulary);
  const printed = withPrintedRows(grid, others, named, table, vocabulary);
  const isColumn = ({ field }: HeaderColumn): boolean => table?.columns.includes(field) ?? false;
  // The natural key must run down the list: with it above, the rows are the table of one card.
  const sections = sectionFields(vocabulary, printed.map((column) => column.field), table);
  const ofGroups = openingFields(grid, printed, sections);
  const second = !lead.isAcross ? secondLineFields(grid, belowHeader(printed), sections, ofGroups, printed) : undefined;
  const opening = [...ofGroups, ...(second?.said ?? [])];
  if (![...printed.filter((column) => !isColumn(column)).map((column) => column.field), ...ofGroups].some((field) => form.naturalKey.includes(field.key))) return null;
  if (labelsFollow(grid, headers, isLabel)) return null;
  const across = acrossColumnsOf(grid, vocabulary, headers, [...printed, ...ofSides], table);
  if (printed.length + across.length < fewestHeadings || !isHeading(grid, headers, [...printed, ...ofSides, ...across.map(asColumn)], isLabel)) return null;
  const all = [...printed, ...inferred(grid, lead, { headers, title, table, named: printed, others: [...ofSides, ...across], opening }, vocabulary)];
  const columns = all.filter(isColumn);
  const scalars = all.filter((column) => !isColumn(column));
  if (standsOverHeadings(grid, row, [...all, ...ofSides], (keys) => isLabel(keys) || wordsOf(vocabulary.tables, keys).length > 0)) return null;
  if (scalars.some((column) => printsRows(grid, column, vocabulary))) return null;
  const above = aboveValues(lead, vocabulary, title, scalars);
  const known = new Set([...scalars.map((column) => column.field.key), ...above.map((value) => value.field.key), ...opening.map((field) => field.key)]);
  if (form.naturalKey.some((key) => form.fields.find((field) => field.key === key)?.required && !known.has(key))) return null;
  const needed = [...form.fields.filter((field) => field.required).map((field) => known.has(field.key)), ...neededOfTables(form, [...columns.map((column) => column.field), ...ofSides.map((column) => column.field), ...opening], across)];
  const misses = needed.filter((isThere) => !isThere).length;
  // Whose label is another field's says whose line it is only where all else is said that must be.
  if (misses > 0 && scalars.some(({ field, header }) => form.naturalKey.includes(field.key) && wordsOf(vocabulary.scalars, header.keys).some((word) => word.field === field && word.borrowed))) return null;
  const own = all.filter((column) => isDistinctive(form, column.header.keys)).length;
  const isRich = all.length >= manyHeadings && own * 3 >= all.length;
  const fits = misses === 0 ? own > 1 || title !== undefined : title !== undefined ? misses * 3 <= needed.length || all.length >= manyHeadings : isRich && misses < 3;
  return fits ? { form, table, scalars, columns, across, sides, above, headers, title, second } : null;
}

interface NamedHeadings {
  readonly headers: readonly HeaderCell[];
  readonly title: GridCell | undefined;
  readonly table: Table | undefined;
  readonly named: readonly HeaderColumn[];
  /** Headings of rows and of other tables. */
  readonly others: readonly { readonly header: HeaderCell }[];
  readonly opening: readonly Field[];
}

/** Under a title of the form, or among many of its headings, the others are told by what stands below them. */
function inferred(grid: Grid, lead: Lead, { headers, title, table, named, others, opening }: NamedHeadings, vocabulary: Vocabulary): readonly HeaderColumn[] {
  if (named.length < fewestHeadings + (title ? 0 : 2)) return [];
  const known = new Set([...named.map(({ field }) => field.key), ...opening.map(({ key }) => key), ...aboveValues(lead, vocabulary, title, named).map(({ field }) => field.key)]);
  const free = [...vocabulary.form.fields.filter(({ key }) => !key.includes('.')), ...(table?.columns ?? [])].filter(({ key }) => !known.has(key));
  const taken = new Set(others.map(({ header }) => header));
  return inferColumns(grid, headers.filter((header) => !taken.has(header)), named, free);
}

/** A card's labels and values over the headings of its table, as wide as groups of a first level: their labels are no groups. */
function standsOverHeadings(grid: Grid, row: number, columns: readonly HeaderColumn[], isWord: (keys: readonly string[]) => boolean): boolean {
  if (belowHeader(columns) <= row + 1) return false;
  const words = grid.rowCells(row + 1).filter((cell) => typeof cell.value === 'string' && isWord(labelKeys(cell.value)));
  return columns.some(({ header, options }) => header.cell.row === row && header.cell.rows === 1 && !options && words.some((word) => word.column < header.column + header.columns && word.column + word.columns > header.column));
}

/** Under the heading stand a table's printed rows (总经理, 副总经理): it is a card's label, and they are the table's. */
function printsRows(grid: Grid, { header }: HeaderColumn, { fixedRows }: Vocabulary): boolean {
  // The heading may be a printed row's word itself, and come again on the next page.
  const below = [0, 1, 2].map((down) => grid.at(header.below + down, header.column)).filter((cell) => labelKey(textOf(cell)) !== labelKey(header.text));
  return below.filter((cell) => typeof cell.value === 'string' && /[\u4e00-\u9fff]/.test(cell.value) && wordsOf(fixedRows, labelKeys(cell.value)).length > 0).length > 1;
}

/** The groups of fields (third_party) that a heading names which is no other part's: 亲密程度 alone may be anybody's. */
function groupsNamed(headers: readonly HeaderCell[], vocabulary: Vocabulary): ReadonlySet<string> {
  const fields = headers.flatMap((header) => (wordsOf(vocabulary.columns, header.keys).length > 0 ? [] : wordsOf(vocabulary.scalars, header.keys).map(({ field }) => field)));
  return new Set(fields.flatMap(({ key }) => (key.includes('.') ? key.split('.')[0]! : [])));
}

function isOfNamedGroup({ key }: Field, groups: ReadonlySet<string>): boolean {
  return !key.includes('.') || groups.has(key.split('.')[0]!);
}

/** 单位性质 is the customer's, though a third party's field bears it as its label. */
function plainFirst(words: readonly ScalarWord[]): readonly ScalarWord[] {
  const plain = words.filter((word) => !word.field.key.includes('.'));
  if (plain.length === 0 || plain.length === words.length) return words;
  return [...plain.map((word) => ({ ...word, canonical: true })), ...words.filter((word) => !plain.includes(word)).map((word) => ({ ...word, canonical: false }))];
}

/** The table that the headings name most of; of a table whose rows paper prints one of them is not enough. */
function rowTable({ form, columns }: Vocabulary, headers: readonly HeaderCell[]): Table | undefined {
  const required = form.tables?.find((table) => table.required);
  if (!required) return undefined;
  const named = new Set(headers.flatMap((header) => wordsOf(columns, header.keys).filter((word) => word.table === required).map((word) => word.field)));
  return named.size > 1 ? required : undefined;
}

function neededOfTables(form: FormDefinition, columns: readonly Field[], across: readonly AcrossColumn[]): boolean[] {
  return (form.tables ?? []).filter((table) => table.required).flatMap((table) => {
    if (across.some((heading) => heading.table === table)) return [true];
    const required = table.columns.filter((column) => column.required);
    return required.length > 0 ? required.map((column) => columns.includes(column)) : [columns.some((found) => table.columns.includes(found))];
  });
}

function asColumn({ table, header }: AcrossColumn): HeaderColumn {
  return { header, field: acrossColumns(table)!.cell };
}
