// A post's label in a cell: alone, before a colon, before blanks with a name behind them, or among others in one cell. Knows
// nothing of what stands around.

import type { Table } from '../../../domain/forms/definition.ts';
import { withoutLatinHalf } from '../../../domain/forms/reading/typed.ts';
import type { Band } from './card-tables.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import { isPersonName } from '../reading/person-name.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface Post {
  readonly table: Table;
  readonly rowId: string;
  readonly cell: GridCell;
  /** Where the text behind the post's colon begins; without a colon undefined. */
  readonly from: number | undefined;
  /** Where the next post's label begins in the same cell. */
  readonly to?: number;
  /** The label itself says that something is signed (大客户总监审核). */
  readonly says: boolean;
}

const signs = /(签字|签名|签章|审核|审批|审阅|意见)+$/;

/** `容若　日期：2023.12.6`, `容若 12月6日` */
export const nameWithDay = /^[\u4e00-\u9fff·]{2,5}[\s\u3000]+(?:(?:签字|签名)?(?:日期|时间)\s*[:：]|[（(]?(?:\d{2,4}[年./-])?\d{1,2}[月./-]\d{1,2}日?[）)]?$)/;

/** `大客户总监审核：　　总经理审核：　　财务部审核：`: two posts and more in one cell. */
export function postsWithin(cell: GridCell, text: string, tables: readonly Table[], vocabulary: Vocabulary): Post[] {
  const found = [...text.matchAll(/(?<=^|[\s　；;])([^\s　:：；;]{2,12})\s*[:：]/g)].flatMap((match) => {
    const word = wordOf(match[1]!, tables, vocabulary);
    return word ? [{ word, start: match.index, from: match.index + match[0].length }] : [];
  });
  if (found.length < 2) return [];
  return found.map(({ word, from }, index) => ({ table: word.table, rowId: word.row.key, cell, from, to: found[index + 1]?.start ?? text.length, says: true }));
}

export function wordOf(head: string, tables: readonly Table[], vocabulary: Vocabulary) {
  const keys = labelKeys(head);
  const bare = keys.map((key) => key.replace(signs, '')).filter((key) => key !== '');
  return wordsOf(vocabulary.fixedRows, [...keys, ...bare]).find((entry) => tables.includes(entry.table));
}

export function postAt(grid: Grid, cell: GridCell, text: string, band: Band, tables: readonly Table[], vocabulary: Vocabulary): Post | null {
  if (isValueOfLabel(grid, cell, band, vocabulary)) return null;
  const parted = spacedPost(cell, text, tables, vocabulary);
  if (parted) return parted;
  const colon = /[:：]/.exec(text);
  // 礼品 over 管理员 is one post, what stands under a post's own line is said by it.
  const isWhole = !colon && wordOf(text, tables, vocabulary) !== undefined;
  const head = colon ? text.slice(0, colon.index) : isWhole ? text : text.split('\n')[0]!;
  const word = labelKey(withoutLatinHalf(head)).length > 16 ? undefined : wordOf(head, tables, vocabulary);
  if (!word) return null;
  const rest = colon ? colon.index + 1 : head.length < text.length ? head.length : undefined;
  return { table: word.table, rowId: word.row.key, cell, from: rest, says: signs.test(labelKey(head)) };
}

/** `大客户总监　秦岭南　2026.10.28`: blanks where others write a colon, with somebody behind them. */
function spacedPost(cell: GridCell, text: string, tables: readonly Table[], vocabulary: Vocabulary): Post | null {
  const match = /^\s*([^\s:：]{2,12})([ \t\u3000]+)(?=[\u4e00-\u9fff·]{2,5}(?:[\s\u3000（(]|$))/.exec(text);
  const word = match && wordOf(match[1]!, tables, vocabulary);
  return word && (nameWithDay.test(text.slice(match[0].length).trim()) || isPersonName(text.slice(match[0].length).split(/[\s\u3000（(]/)[0]!)) ? { table: word.table, rowId: word.row.key, cell, from: match[0].length, says: false } : null;
}

/** `礼品管理部门 | 办公室`: a post's word that is another label's value. */
function isValueOfLabel(grid: Grid, cell: GridCell, band: Band, vocabulary: Vocabulary): boolean {
  if (cell.column === band.left) return false;
  const before = grid.at(cell.row, cell.column - 1);
  if (isEmptyCell(before) || typeof before.value !== 'string') return false;
  return wordsOf(vocabulary.scalars, labelKeys(before.value)).some((word) => !(vocabulary.form.tables ?? []).some((table) => table.isSigned && wordsOf(vocabulary.fixedRows, labelKeys(textOf(cell))).some((entry) => entry.table === table && entry.row.label === word.field.label)));
}
