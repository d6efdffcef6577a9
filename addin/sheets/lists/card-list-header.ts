// Whose heading row it is where a card form is kept as a list: fields of the form, columns of one of its tables, and
// headings that are a row of a table by themselves (交通费, 申请人). Knows no rows.

import type { Field, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { acrossColumns, acrossHeading, itemName } from '../reading/across.ts';
import type { AcrossHeading } from '../reading/across.ts';
import { dayFieldOf, withDayColumns } from '../reading/day-columns.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { assignColumns, belowHeader, isHeading } from '../reading/header.ts';
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
import type { RowWord, ScalarWord, Vocabulary } from '../reading/vocabulary.ts';

export interface AcrossColumn extends AcrossHeading {
  readonly header: HeaderCell;
  /** The fixed row that the heading names. */
  readonly rowId?: string;
  /** Says one thing more of the row before it (申请人 | 申请日期). */
  readonly column?: Field;
}

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
  const scalarsOf = (header: HeaderCell): readonly ScalarWord[] => plainFirst(wordsOf(vocabulary.scalars, header.keys).filter((word) => !word.borrowed || !said.has(word.field)));
  const named = withStatedUnit(lead, assignColumns(others, (header) => [...wordsOf(vocabulary.columns, header.keys).filter((word) => word.table === table), ...scalarsOf(header)]));
  const all = withPrintedRows(grid, others, named, table, vocabulary);
  const columns = all.filter((column) => table?.columns.includes(column.field));
  const scalars = all.filter((column) => !columns.includes(column));
  // The natural key must run down the list: with it above, the rows are the table of one card.
  const sections = sectionFields(vocabulary, all.map((column) => column.field), table);
  const ofGroups = openingFields(grid, all, sections);
  const second = !lead.isAcross ? secondLineFields(grid, belowHeader(all), sections, ofGroups, all) : undefined;
  const opening = [...ofGroups, ...(second?.said ?? [])];
  if (![...scalars.map((column) => column.field), ...ofGroups].some((field) => form.naturalKey.includes(field.key))) return null;
  if (labelsFollow(grid, headers, isLabel)) return null;
  const across = acrossColumnsOf(grid, vocabulary, headers, [...all, ...ofSides], table);
  if (all.length + across.length < fewestHeadings || !isHeading(grid, headers, [...all, ...ofSides, ...across.map(asColumn)], isLabel)) return null;
  if (standsOverHeadings(grid, row, [...all, ...ofSides], (keys) => isLabel(keys) || wordsOf(vocabulary.tables, keys).length > 0)) return null;
  if (scalars.some((column) => printsRows(grid, column, vocabulary))) return null;
  const title = titleAbove(lead, vocabulary);
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

const totalWord = /^(合计|小计|总计|总额|总金额|费用合计|合计金额|共计)/;

/** Headings that name a printed row of a table or an expense; what stands among expenses and holds amounts is one too. */
function acrossColumnsOf(grid: Grid, vocabulary: Vocabulary, headers: readonly HeaderCell[], taken: readonly HeaderColumn[], rowsOf: Table | undefined): AcrossColumn[] {
  const found: AcrossColumn[] = [];
  for (const [index, header] of headers.entries()) {
    if (taken.some((column) => column.header === header) || header.keys.length === 0 || totalWord.test(labelKey(header.text))) continue;
    if (isAnswer(header, taken.find((column) => column.header === headers[index - 1])?.field)) continue;
    const more = underPost(header, vocabulary) ?? dayOfPost(header, vocabulary) ?? moreOf(found, header, vocabulary);
    if (more) {
      found.push({ ...more, header });
      continue;
    }
    const fixed = [...wordsOf(vocabulary.fixedRows, header.keys), ...bareItem(vocabulary, header)].find((word) => word.table !== rowsOf && acrossColumns(word.table));
    const across = fixed ? undefined : (acrossHeading(vocabulary.form, header.text) ?? grouped(vocabulary, header) ?? among(grid, found, header, vocabulary));
    if (fixed && !found.some((other) => other.table === fixed.table && other.rowId === fixed.row.key)) found.push({ table: fixed.table, name: fixed.row.label, rowId: fixed.row.key, header });
    else if (across && across.table !== rowsOf) found.push({ ...across, header });
  }
  return found;
}

/** `费用类型 | 自费`: a card's label and what is chosen, although it ends as an expense does. */
function isAnswer({ cell }: HeaderCell, asked: Field | undefined): boolean {
  return asked !== undefined && (asked.type.kind === 'choice' || asked.type.kind === 'choices') && readValue(asked.type, cell, {}).kind !== 'problem';
}

/** `大客户总监` over 签字 and 日期. */
function underPost({ group = [], text }: HeaderCell, { fixedRows, columns }: Vocabulary): Omit<AcrossColumn, 'header'> | undefined {
  const post = wordsOf(fixedRows, group).find(({ table }) => table.isSigned);
  const word = post && wordsOf(columns, labelKeys(text)).find(({ table, field }) => table === post.table && field.key !== table.rowLabel);
  if (!post || !word) return undefined;
  const isName = acrossColumns(post.table)?.cell === word.field;
  return { table: post.table, name: post.row.label, rowId: post.row.key, ...(isName ? {} : { column: word.field }) };
}

/** `部门主管审批日期` */
function dayOfPost({ text }: HeaderCell, { fixedRows }: Vocabulary): Omit<AcrossColumn, 'header'> | undefined {
  const head = /^(.+?)(?:审批|签字|签名|审核|签署)?(?:日期|时间)$/.exec(labelKey(text))?.[1];
  const post = head === undefined ? undefined : wordsOf(fixedRows, [head]).find(({ table }) => table.isSigned);
  const date = post?.table.columns.find((column) => column.type.kind === 'day');
  return post && date ? { table: post.table, name: post.row.label, rowId: post.row.key, column: date } : undefined;
}

function moreOf(found: readonly AcrossColumn[], header: HeaderCell, { columns }: Vocabulary): Omit<AcrossColumn, 'header'> | undefined {
  const before = found[found.length - 1];
  // `费用 | 费用说明`: what the costs were for.
  const remark = before && before.column === undefined && isOfAmounts(before.table) && /^(费用|开支|支出|票据)/.test(labelKey(header.text)) ? wordsOf(columns, header.keys).find(({ table, field }) => table === before.table && field.key === 'remark') : undefined;
  if (before && remark && before.header.column + before.header.columns === header.column) return { table: before.table, name: before.name, column: remark.field };
  const word = before?.rowId === undefined || before.header.column + before.header.columns !== header.column ? undefined : wordsOf(columns, header.keys).find(({ table, field }) => table === before.table && table.isSigned && field.key !== table.rowLabel);
  return word && before ? { table: before.table, name: before.name, rowId: before.rowId!, column: word.field } : undefined;
}

/** 招待 under 费用明细 is 招待费用. */
function bareItem({ tables, fixedRows }: Vocabulary, { group = [], text }: HeaderCell): readonly RowWord[] {
  const table = wordsOf(tables, group).find(isOfAmounts);
  return table ? wordsOf(fixedRows, labelKeys(`${itemName(text)}费用`)).filter((word) => word.table === table) : [];
}

function isExpense(name: string): boolean {
  return /费用?$/.test(name);
}

/** A heading under `费用明细`, or that ends as expenses do. */
function grouped({ form, tables }: Vocabulary, header: HeaderCell): AcrossHeading | undefined {
  const name = itemName(header.text);
  const table = wordsOf(tables, header.group ?? []).find(isOfAmounts) ?? (isExpense(name.replace(/\s/g, '')) ? form.tables?.find(isOfAmounts) : undefined);
  return table ? { table, name: /^费用?$/.test(name) ? '' : name } : undefined;
}

function among(grid: Grid, found: readonly AcrossColumn[], header: HeaderCell, { form, scalars, columns }: Vocabulary): AcrossHeading | undefined {
  const before = found[found.length - 1];
  if (!before || before.header.column + before.header.columns !== header.column || !isOfAmounts(before.table) || wordsOf(scalars, header.keys).length + wordsOf(columns, header.keys).length > 0 || !expenseWord.test(labelKey(itemName(header.text)))) return undefined;
  return form.tables?.includes(before.table) && holdsAmounts(grid, header) ? { table: before.table, name: itemName(header.text) } : undefined;
}

/** 住宿, 餐饮: short, and no count, number or page. */
const expenseWord = /^[\u4e00-\u9fff]{1,3}[^数号码页次率量价期人注]$/u;
const rowsLookedAt = 30;

function holdsAmounts(grid: Grid, header: HeaderCell): boolean {
  let amounts = 0;
  for (let row = header.below; row < Math.min(header.below + rowsLookedAt, grid.bottom); row++) {
    const cell = grid.at(row, header.column);
    if (isEmptyCell(cell) || cell.row !== row || cell.column !== header.column) continue;
    const reading = readValue({ kind: 'money' }, cell);
    if (reading.kind === 'problem') return false;
    if (reading.kind === 'value') amounts++;
  }
  return amounts > 0;
}

function isOfAmounts(table: Table): boolean {
  return isMoney(acrossColumns(table)?.cell);
}

function isMoney(field: Field | undefined): boolean {
  return field?.type.kind === 'money';
}

