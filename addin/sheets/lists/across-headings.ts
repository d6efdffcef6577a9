// Headings of a list of cards that are a row of a table by themselves: a printed row (申请人), an expense (交通费).

import type { Field, Table } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { isEmptyCell } from '../cells/grid.ts';
import type { Grid } from '../cells/grid.ts';
import { acrossColumns, acrossHeading, itemName } from '../reading/across.ts';
import type { AcrossHeading } from '../reading/across.ts';
import type { HeaderColumn } from '../reading/header.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { RowWord, Vocabulary } from '../reading/vocabulary.ts';

export interface AcrossColumn extends AcrossHeading {
  readonly header: HeaderCell;
  /** The fixed row that the heading names. */
  readonly rowId?: string;
  /** Says one thing more of the row before it (申请人 | 申请日期). */
  readonly column?: Field;
}

const totalWord = /^(合计|小计|总计|总额|总金额|费用合计|合计金额|共计)/;

/** Headings that name a printed row of a table or an expense; what stands among expenses and holds amounts is one too. */
export function acrossColumnsOf(grid: Grid, vocabulary: Vocabulary, headers: readonly HeaderCell[], taken: readonly HeaderColumn[], rowsOf: Table | undefined): AcrossColumn[] {
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

export function isExpense(name: string): boolean {
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

export function isOfAmounts(table: Table): boolean {
  return isMoney(acrossColumns(table)?.cell);
}

function isMoney(field: Field | undefined): boolean {
  return field?.type.kind === 'money';
}

