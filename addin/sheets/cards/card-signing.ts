// Who signs a card: a post, and near it a name, a day, perhaps an opinion. Beside the post (签字：… 日期：…), behind its
// colon, or below where posts stand side by side. Knows no single form.

import type { Table } from '../../../domain/forms/definition.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import type { Band } from './card-tables.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import { nameWithDay, postAt, postsWithin, wordOf } from './post-labels.ts';
import type { Post } from './post-labels.ts';
import { namesForm, wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** A post with what was signed: the cells, each whole or behind its post's colon. */
export interface SignedPost {
  readonly table: Table;
  readonly rowId: string;
  readonly post: GridCell;
  readonly cells: readonly SignedCell[];
  /** 签字, 日期 in cells of their own. */
  readonly labels: readonly GridCell[];
}

export interface SignedCell {
  readonly cell: GridCell;
  /** Where the part begins that is not the post's own label, and where another post's label ends it. */
  readonly from: number;
  readonly to?: number;
  /** The column that a label of its own names (`签字 | 顾山海`). */
  readonly column?: string;
}

const signLabel = /^(签字|签名|签章|(申请|审批|审核|批准|签字|签名)?(日期|时间)|意见|审核意见|审批意见)[:：]?/;
/** `大客户总监 | 签字：`, `填表人 | 部门主管`, a line that begins with one of them: who signs, whatever table stands above. */
export function namesPosts(cells: readonly GridCell[], vocabulary: Vocabulary): boolean {
  const tables = (vocabulary.form.tables ?? []).filter((table) => table.isSigned);
  const posts = cells.filter((cell) => typeof cell.value === 'string' && wordOf(cell.value, tables, vocabulary) !== undefined);
  return posts.length > 1 || (posts.length === 1 && posts[0] === cells[0]) || (posts.length === 1 && cells.some((cell) => cell !== posts[0] && signLabel.test(textOf(cell).trim())));
}

/** Rows below a post that may belong to it: an opinion, a name, a day. */
const rowsBelow = 3;

export function signedPosts(grid: Grid, band: Band, vocabulary: Vocabulary, claimed: (cell: GridCell) => boolean): SignedPost[] {
  const tables = (vocabulary.form.tables ?? []).filter((table) => table.isSigned);
  if (tables.length === 0) return [];
  const found: Post[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of cellsOf(grid, row, band)) {
      if (claimed(cell) || typeof cell.value !== 'string' || cell.value.length > 200) continue;
      const several = postsWithin(cell, cell.value, tables, vocabulary);
      const post = several.length > 0 ? null : postAt(grid, cell, cell.value, band, tables, vocabulary);
      found.push(...several, ...(post ? [post] : []));
    }
  }
  const posts = found.filter((post) => isSigned(grid, post, found, band, vocabulary));
  const near: Near = { grid, band, vocabulary, claimed };
  return posts.map((post) => {
    const labels: GridCell[] = [];
    return { table: post.table, rowId: post.rowId, post: post.cell, labels, cells: cellsFor(near, post, posts, labels) };
  });
}

function cellsOf(grid: Grid, row: number, band: Band): readonly GridCell[] {
  return grid.rowCells(row).filter((cell) => cell.column >= band.left && cell.column < band.right);
}

/** A post's word alone may be anything: others beside or under it, the table's label, or a place to sign make it one. */
function isSigned(grid: Grid, post: Post, all: readonly Post[], band: Band, vocabulary: Vocabulary): boolean {
  if (post.says) return true;
  const { cell } = post;
  const isNear = (other: Post): boolean => other.table === post.table && other.rowId !== post.rowId && (other.cell.row === cell.row || (other.cell.column === cell.column && Math.abs(other.cell.row - cell.row) <= rowsBelow));
  if (all.some(isNear)) return true;
  const right = grid.at(cell.row, cell.column + cell.columns);
  if (cell.column + cell.columns < band.right && right.row === cell.row && signLabel.test(textOf(right).trim())) return true;
  const after = right.column < band.right ? grid.at(cell.row, right.column + right.columns) : right;
  if (after !== right && after.row === cell.row && signLabel.test(textOf(after).trim())) return true;
  if (right.row === cell.row && right.column < band.right && nameWithDay.test(textOf(right).trim())) return true;
  if (post.from !== undefined && /(签字|签名|日期)/.test(textOf(cell).slice(post.from))) return true;
  const side = cell.column > band.left ? grid.at(cell.row, cell.column - 1) : undefined;
  return side !== undefined && wordsOf(vocabulary.tables, labelKeys(textOf(side))).includes(post.table);
}

/** The card around a post. */
interface Near {
  readonly grid: Grid;
  readonly band: Band;
  readonly vocabulary: Vocabulary;
  /** Belongs to a table or another form. */
  readonly claimed: (cell: GridCell) => boolean;
}

function cellsFor(near: Near, post: Post, posts: readonly Post[], labels: GridCell[]): SignedCell[] {
  if (post.to !== undefined) return [{ cell: post.cell, from: post.from!, to: post.to }];
  const own: SignedCell[] = post.from !== undefined ? [{ cell: post.cell, from: post.from }] : [];
  const hasOwn = own.length > 0 && textOf(post.cell).slice(post.from).trim() !== '';
  const beside = cellsBeside(near, post, posts, labels);
  // `签字 | 日期` beside a post say where to sign, also where nobody has.
  if (labels.length > 0 || beside.some((entry) => !isEmptyCell(entry.cell)) || (hasOwn && !standsInRow(post, posts))) return [...own, ...beside];
  const below = cellsBelow(near, post, posts, labels);
  return below.length > 0 ? [...own, ...below] : [...own, ...beside];
}

function standsInRow(post: Post, posts: readonly Post[]): boolean {
  return posts.some((other) => other !== post && other.table === post.table && other.cell.row === post.cell.row);
}

function signsBelow(grid: Grid, cell: GridCell): boolean {
  return signLabel.test(textOf(grid.at(cell.row + cell.rows, cell.column)).trim());
}

const signAndDay = /^(签字|签名|签章)\s*[/／、及和]\s*(日期|时间)\s*[:：]?$/;

/** To the right up to the next post or label; a label such as 签字 names the cell after it. */
function cellsBeside({ grid, band, vocabulary, claimed }: Near, post: Post, posts: readonly Post[], labels: GridCell[]): SignedCell[] {
  const cells: SignedCell[] = [];
  let named: string | undefined;
  let label: GridCell | undefined;
  for (let column = post.cell.column + post.cell.columns; column < band.right; ) {
    const cell = grid.at(post.cell.row, column);
    column = cell.column + cell.columns;
    if (claimed(cell) || posts.some((other) => other.cell === cell)) break;
    const text = textOf(cell).trim();
    // A post that the form does not know, with a place of its own to sign below.
    if (text !== '' && !signLabel.test(text) && signsBelow(grid, post.cell) && signsBelow(grid, cell)) break;
    // What it says is where both go, in the cells behind it.
    if (signAndDay.test(text)) labels.push(cell);
    if (signAndDay.test(text)) continue;
    const next = grid.at(cell.row, column);
    const names = column < band.right && signLabel.test(textOf(next).trim()) ? undefined : columnNamed(post.table, text);
    if (names === undefined && isForeign(text, vocabulary)) break;
    if (names !== undefined) {
      [named, label] = [names, cell];
      labels.push(cell);
    }
    else {
      const over = named ?? headingOver(grid, cell, post);
      cells.push({ cell, from: 0, ...(over === undefined ? {} : { column: over }) });
      named = undefined;
    }
  }
  // `日期：` with nothing behind it is where the day goes.
  return named !== undefined && /[:：]\s*$/.test(textOf(label!)) ? [...cells, { cell: label!, from: 0 }] : cells;
}

/** `签字`, `日期` as headings over the posts' lines. */
function headingOver(grid: Grid, cell: GridCell, post: Post): string | undefined {
  const first = Math.max(grid.top, cell.row - (post.table.fixedRows?.length ?? 0));
  for (let row = cell.row - 1; row >= first; row--) {
    const above = grid.at(row, cell.column);
    const key = above.column === cell.column ? columnNamed(post.table, textOf(above).trim()) : undefined;
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Under a post, where posts stand side by side or nothing stands beside: up to a label, another post, or the card's end. */
function cellsBelow({ grid, band, vocabulary, claimed }: Near, post: Post, posts: readonly Post[], labels: GridCell[]): SignedCell[] {
  const { cell: at } = post;
  const cells: SignedCell[] = [];
  for (let row = at.row + at.rows, count = 0; row < grid.bottom && count < rowsBelow; count++) {
    const line = cellsOf(grid, row, band);
    const isOver = line.some((cell) => claimed(cell) || isForeign(textOf(cell).trim(), vocabulary) || posts.some((other) => other.cell === cell));
    if (isOver) break;
    const cell = grid.at(row, at.column);
    row = Math.max(cell.row + cell.rows, row + 1);
    if (cell.column !== at.column || cell.columns > at.columns + 1) break;
    const next = cell.columns < at.columns ? grid.at(cell.row, cell.column + cell.columns) : undefined;
    const label = columnNamed(post.table, textOf(cell).trim());
    if (label !== undefined && next) {
      cells.push({ cell: next, from: 0, column: label });
      labels.push(cell);
    }
    else {
      cells.push({ cell, from: 0 });
      if (next && next.column < at.column + at.columns && !isEmptyCell(next)) cells.push({ cell: next, from: 0 });
    }
  }
  // Rows that nobody wrote into, beyond the first, are only paper.
  while (cells.length > 1 && isEmptyCell(cells[cells.length - 1]!.cell)) cells.pop();
  return cells;
}

const longestColumn = 16;

/** `签字`, `日期：`, `日期 Date` alone in a cell. */
function columnNamed(table: Table, text: string): string | undefined {
  if (text === '' || text.length > longestColumn) return undefined;
  const keys = labelKeys(text);
  return table.columns.find((column) => [column.label, ...synonymsOf(column)].some((name) => keys.includes(labelKey(name))))?.key;
}

/** A label of the form, a title, a note: whatever stands there is nobody's signature. */
function isForeign(text: string, vocabulary: Vocabulary): boolean {
  if (text === '') return false;
  if (namesForm(vocabulary, text) || /^(注|说明|备注|填表说明)[:：]|裁\s*切|^[-－—=＝~～.…·\s]{6,}/.test(text)) return true;
  const head = text.split(/[:：]/)[0]!;
  const keys = labelKeys(head);
  return labelKey(head).length <= 16 && (wordsOf(vocabulary.scalars, keys).length > 0 || wordsOf(vocabulary.tables, keys).some((table) => !table.isSigned) || wordsOf(vocabulary.fixedRows, keys).some((word) => !word.table.isSigned));
}
