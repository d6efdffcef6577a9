// The cells of a heading row, on one level or two: what each says, alone and under its group. Knows no form; a caller says
// what is a label.

import { hasBoxes } from './draft.ts';
import type { Grid, GridCell } from './grid.ts';
import { textOf } from './grid.ts';
import { labelKey, labelKeys } from './label-text.ts';
import { remembered, rememberedRow } from './remembered.ts';
import { isTableWord } from './vocabulary.ts';

export interface HeaderCell {
  readonly cell: GridCell;
  readonly keys: readonly string[];
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  /** First row below this heading. */
  readonly below: number;
  /** Cells of a second level under this heading, where it has one. */
  readonly under: readonly GridCell[];
  /** Words of the first level above it, where it has one. */
  readonly group?: readonly string[];
}

type IsLabel = (keys: readonly string[]) => boolean;

/** The headings that begin in a row; a group's second level stands for itself and, joined, for both. */
export function headerCells(grid: Grid, row: number, isLabel: IsLabel): readonly HeaderCell[] {
  const { one, two, mayStandAlone } = rowOf(grid, row);
  // A row of labels under every cell, beside none that stands alone, is a heading by itself.
  const isHeadingItself = mayStandAlone && grid.rowCells(row + 1).filter((cell) => typeof cell.value === 'string' && isLabel(labelKeys(cell.value))).length > 2;
  return (isHeadingItself ? one() : two()).flatMap((heading) => {
    const { plain, subs } = heading;
    if (subs.length === 0) return [plain];
    const named = subs.filter((sub) => isLabel(sub.keys)).length;
    return named > 1 || (named === 1 && !isLabel(plain.keys)) || heading.isTable ? subs : [heading.over];
  });
}

/** A heading alone, with its second level as headings of their own, and with it as a part of it. */
interface Heading {
  readonly plain: HeaderCell;
  readonly subs: readonly HeaderCell[];
  readonly over: HeaderCell;
  readonly isTable: boolean;
}

interface HeadingRow {
  readonly one: () => readonly Heading[];
  readonly two: () => readonly Heading[];
  readonly mayStandAlone: boolean;
}

/** Every form asks about the same rows. */
const rowOf = rememberedRow((grid, row): HeadingRow => {
  const upper = grid.rowCells(row);
  const lower = grid.rowCells(row + 1);
  const standsAlone = (cell: GridCell): boolean => cell.rows > 1 || !lower.some((sub) => sub.column < cell.column + cell.columns && sub.column + sub.columns > cell.column);
  return { one: once(() => headingsOf(grid, upper, [])), two: once(() => headingsOf(grid, upper, lower)), mayStandAlone: lower.length > 2 && !upper.some(standsAlone) };
});

function once<Answer>(make: () => Answer): () => Answer {
  let made: { readonly answer: Answer } | undefined;
  return () => (made ??= { answer: make() }).answer;
}

function headingsOf(grid: Grid, upper: readonly GridCell[], lower: readonly GridCell[]): readonly Heading[] {
  return upper.map((cell, index) => {
    const span = cell.columns > 1 || cell.rows > 1 ? cell.columns : Math.max(unmergedSpan(upper, lower, index), spanBelow(grid, upper, index));
    const group = groupOver(grid, cell);
    const plain = group ? underGroup(group, cell) : headerCell(span === cell.columns ? cell : { ...cell, columns: span }, textOf(cell));
    const under = span === 1 || cell.rows > 1 ? [] : lower.filter((sub) => sub.column >= cell.column && sub.column + sub.columns <= cell.column + span);
    const subs = under.length < 2 ? [] : under.map((sub) => underGroup(cell, sub));
    return { plain, subs, over: { ...plain, under }, isTable: subs.length > 0 && labelKeys(textOf(cell)).some(isTableWord) };
  });
}

/** A group that nobody merged over its columns: texts below stand under it and under nothing that stands alone. */
function unmergedSpan(upper: readonly GridCell[], lower: readonly GridCell[], index: number): number {
  const ends = (at: number): number => upper[at + 1]?.column ?? Infinity;
  const standing = lower.filter((sub) => typeof sub.value === 'string');
  if (standing.length < 2 || standing.length < lower.length) return 1;
  const under = (at: number): GridCell[] => standing.filter((sub) => sub.column >= upper[at]!.column && sub.column < ends(at));
  if (upper.some((_, at) => under(at).length === 1) || standing[0]!.column < upper[0]!.column) return 1;
  const own = under(index);
  return own.length < 2 ? 1 : own[own.length - 1]!.column + own[own.length - 1]!.columns - upper[index]!.column;
}

/** A heading that nobody merged over the columns over which its values are. */
function spanBelow(grid: Grid, upper: readonly GridCell[], index: number): number {
  const gap = (at: number): number => (upper[at + 1]?.column ?? 0) - upper[at]!.column - upper[at]!.columns;
  if (gap(index) < 1) return 1;
  const isOver = upper.every((cell, at) => {
    const below = grid.at(cell.row + 1, cell.column);
    return gap(at) < 1 || (below.row === cell.row + 1 && below.rows === 1 && below.column === cell.column && below.columns === cell.columns + gap(at));
  });
  return isOver ? 1 + gap(index) : 1;
}

/** The group whose second level alone is looked at: a wide text above that does not cover the whole row. */
function groupOver(grid: Grid, cell: GridCell): GridCell | undefined {
  // What runs down beside the rows is the label of them all.
  if (cell.row === 0 || cell.rows > 1) return undefined;
  const above = grid.at(cell.row - 1, cell.column);
  const isGroup = above.rows === 1 && above.columns > 1 && typeof above.value === 'string' && above.value.trim() !== '' && !hasBoxes(above.value) && above.columns < grid.right - grid.left - 1;
  const line = isGroup ? grid.rowCells(above.row) : [];
  // A number in the line above says that labels and values stand there.
  return line.length > 1 && line.every((beside) => typeof beside.value === 'string') ? above : undefined;
}

function underGroup(group: GridCell, sub: GridCell): HeaderCell {
  const plain = headerCell(sub, textOf(sub));
  return { ...plain, keys: [...groupedKeys(textOf(group).trim(), textOf(sub).trim()), ...plain.keys], group: labelKeys(textOf(group)) };
}

const longestHeading = 24;

/** 客户情况 over 名称 is 客户名称, 项目预算 over 有无 is 有无项目预算, over 金额 预算金额. */
function groupedKeys(group: string, sub: string): readonly string[] {
  const isShort = sub.length <= longestHeading && group.length <= longestHeading;
  return isShort && /[\u4e00-\u9fff]/.test(sub) && !/[，。；]/.test(group + sub) ? rememberedGroups(`${group}\0${sub}`) : nothing;
}

const nothing: readonly string[] = [];

const rememberedGroups = remembered((both): readonly string[] => {
  const [group, sub] = both.split('\0') as [string, string];
  const short = group.replace(/\s/g, '').replace(/(基本)?(情况|信息|资料|明细)$/, '');
  const last = labelKey(group).replace(/\([^()]*\)$/, '').slice(-2);
  return [...labelKeys(group + sub), ...labelKeys(short + sub), ...labelKeys(last + sub), ...labelKeys(sub + short)];
});

function headerCell(cell: GridCell, text: string): HeaderCell {
  return { cell, keys: typeof cell.value === 'string' ? labelKeys(text) : [], text, column: cell.column, columns: cell.columns, below: cell.row + cell.rows, under: [] };
}
