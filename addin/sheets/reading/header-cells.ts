// The cells of a heading row, on one level or two: what each says, alone and under its group. Knows no form; a caller says
// what is a label.

import { hasBoxes } from './draft.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { textOf } from '../cells/grid.ts';
import { labelKey, labelKeys } from './label-text.ts';
import { remembered, rememberedRow } from '../cells/remembered.ts';
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
  return { one: once(() => headingsOf(grid, upper, [])), two: once(() => headingsOf(grid, upper, lower)), mayStandAlone: lower.length > 2 && !anyStandsAlone(upper, lower) };
});

/** A heading over several rows, or with nothing below it. */
function anyStandsAlone(upper: readonly GridCell[], lower: readonly GridCell[]): boolean {
  let next = 0;
  return upper.some((cell) => {
    while (next < lower.length && lower[next]!.column + lower[next]!.columns <= cell.column) next++;
    return cell.rows > 1 || next === lower.length || lower[next]!.column >= cell.column + cell.columns;
  });
}

function once<Answer>(make: () => Answer): () => Answer {
  let made: { readonly answer: Answer } | undefined;
  return () => (made ??= { answer: make() }).answer;
}

/** In one go over both rows: a heading row that runs down a sheet may have as many cells as the sheet has rows. */
function headingsOf(grid: Grid, upper: readonly GridCell[], lower: readonly GridCell[]): readonly Heading[] {
  const below = cellsUnder(upper, lower);
  const unmerged = unmergedSpans(upper, lower, below);
  const spansOfValues = spansBelow(grid, upper);
  return upper.map((cell, index) => {
    const span = cell.columns > 1 || cell.rows > 1 ? cell.columns : Math.max(unmerged[index]!, spansOfValues[index]!);
    const group = groupOver(grid, cell);
    const plain = group ? underGroup(group, cell) : headerCell(span === cell.columns ? cell : { ...cell, columns: span }, textOf(cell));
    const under = span === 1 || cell.rows > 1 ? [] : below[index]!.filter((sub) => sub.column + sub.columns <= cell.column + span);
    const subs = under.length < 2 ? [] : under.map((sub) => underGroup(cell, sub));
    return { plain, subs, over: { ...plain, under }, isTable: subs.length > 0 && labelKeys(textOf(cell)).some(isTableWord) };
  });
}

/** Each heading's cells of the next row: those that begin under it or in the gap behind it. */
function cellsUnder(upper: readonly GridCell[], lower: readonly GridCell[]): readonly (readonly GridCell[])[] {
  const under = upper.map((): GridCell[] => []);
  let index = -1;
  for (const cell of lower) {
    while (index + 1 < upper.length && upper[index + 1]!.column <= cell.column) index++;
    under[index]?.push(cell);
  }
  return under;
}

/** Groups that nobody merged over their columns: texts below stand under them and under nothing that stands alone. */
function unmergedSpans(upper: readonly GridCell[], lower: readonly GridCell[], under: readonly (readonly GridCell[])[]): readonly number[] {
  const isOfTexts = lower.length > 1 && lower.every((sub) => typeof sub.value === 'string');
  const isSecondLevel = isOfTexts && upper.length > 0 && lower[0]!.column >= upper[0]!.column && under.every((own) => own.length !== 1);
  return upper.map((cell, index) => {
    const last = isSecondLevel ? under[index]![under[index]!.length - 1] : undefined;
    return last ? last.column + last.columns - cell.column : 1;
  });
}

/** Headings that nobody merged over the columns over which their values are. */
function spansBelow(grid: Grid, upper: readonly GridCell[]): readonly number[] {
  const gaps = upper.map((cell, index) => (upper[index + 1]?.column ?? 0) - cell.column - cell.columns);
  const isOver = upper.every((cell, index) => {
    if (gaps[index]! < 1) return true;
    const below = grid.at(cell.row + 1, cell.column);
    return below.row === cell.row + 1 && below.rows === 1 && below.column === cell.column && below.columns === cell.columns + gaps[index]!;
  });
  return gaps.map((gap) => (isOver && gap > 0 ? 1 + gap : 1));
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
const longestTurned = 2;

const rememberedGroups = remembered((both): readonly string[] => {
  const [group, sub] = both.split('\0') as [string, string];
  const short = group.replace(/\s/g, '').replace(/(基本)?(情况|信息|资料|明细)$/, '');
  const last = labelKey(group).replace(/\([^()]*\)$/, '').slice(-2);
  // 有无 under 项目预算; what says by itself what it is (联系人 under 联系方式) is not turned around.
  return [...labelKeys(group + sub), ...labelKeys(short + sub), ...labelKeys(last + sub), ...(sub.length > longestTurned ? [] : labelKeys(sub + short))];
});

function headerCell(cell: GridCell, text: string): HeaderCell {
  return { cell, keys: typeof cell.value === 'string' ? labelKeys(text) : [], text, column: cell.column, columns: cell.columns, below: cell.row + cell.rows, under: [] };
}
