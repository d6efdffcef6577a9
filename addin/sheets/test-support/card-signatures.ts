// Where people sign a card, as paper has it: a line a post, everything behind the post's colon, or posts side by side with
// what they wrote below.

import { rowsOf } from '../../../domain/forms/fields.ts';
import type { Field, FixedRow, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { putValue, typed } from './drawn-card.ts';
import type { Pen } from './drawn-card.ts';
import { partsOf } from './paper.ts';

export type SigningStyle = 'lines' | 'behind' | 'columns';

/** Side by side nothing is labelled: an opinion of four characters under a post would be a name to anybody. */
export function signingStyles(table: Table): readonly SigningStyle[] {
  return table.columns.length > 3 ? ['lines', 'behind'] : ['lines', 'behind', 'columns'];
}

interface Post {
  readonly fixed: FixedRow;
  readonly row: Row | undefined;
  readonly label: string;
}

/** Draws who signs from a row on and gives the first row after it. */
export function drawSignatures(pen: Pen, table: Table, style: SigningStyle, top: number): number {
  const rows = rowsOf(pen.record, table.key);
  const ending = pen.layout.pick(['', '', '审核', '签字']);
  const posts = table.fixedRows!.map((fixed): Post => ({ fixed, row: rows.find(([rowId]) => rowId === fixed.key)?.[1], label: pen.labelOf(fixed.label + ending).replace(/^[*＊]|[\s:：]+$/g, '') }));
  const fields = table.columns.filter((column) => column.key !== table.rowLabel);
  if (style === 'columns') return postsBeside(pen, table, posts, fields, top);
  posts.forEach((post, index) => (style === 'lines' ? postLine(pen, table, post, fields, top + index) : postBehind(pen, table, post, fields, top + index)));
  return top + posts.length;
}

function valueIn(row: Row | undefined, field: Field): Value | undefined {
  return row?.[field.key] as Value | undefined;
}

function pathOf(table: Table, { fixed }: Post, key: string): string {
  return `${table.key}/${fixed.key}/${key}`;
}

/** `大客户总监 | 签字 | 顾衡 | 日期 | 2026-11-24` */
function postLine(pen: Pen, table: Table, post: Post, fields: readonly Field[], row: number): void {
  const widths = partsOf(pen.width, 1 + fields.length * 2, pen.layout);
  let column = pen.left;
  const put = (draw: (place: { readonly row: number; readonly column: number }, width: number) => void): void => {
    const width = widths.shift()!;
    draw({ row, column }, width);
    column += width;
  };
  put((place, width) => {
    pen.paper.put(place, post.label, 1, width);
    pen.places[pathOf(table, post, table.rowLabel!)] = { place };
  });
  for (const field of fields) {
    put((place, width) => pen.paper.put(place, `${field.label}${pen.layout.pick(['', '：'])}`, 1, width));
    put((place, width) => putValue(pen, pathOf(table, post, field.key), field, valueIn(post.row, field), place, 1, width));
  }
}

/** `大客户总监：签字：顾衡　　日期：2026-11-24` */
function postBehind(pen: Pen, table: Table, post: Post, fields: readonly Field[], row: number): void {
  const place = { row, column: pen.left };
  const parts = fields.map((field) => {
    const path = pathOf(table, post, field.key);
    pen.places[path] = { place };
    return `${field.label}：${String(typed(pen, path, field, valueIn(post.row, field), true).value).trim()}`;
  });
  pen.paper.put(place, `${post.label}：${parts.join(pen.layout.pick(['　　', '    ']))}`, 1, pen.width);
  pen.places[pathOf(table, post, table.rowLabel!)] = { place };
}

/** Posts in a row, below each what it says, labelled beside or not. */
function postsBeside(pen: Pen, table: Table, posts: readonly Post[], fields: readonly Field[], top: number): number {
  const widths = partsOf(pen.width, posts.length, pen.layout);
  let column = pen.left;
  posts.forEach((post, index) => {
    const width = widths[index]!;
    pen.paper.put({ row: top, column }, post.label, 1, width);
    pen.places[pathOf(table, post, table.rowLabel!)] = { place: { row: top, column } };
    fields.forEach((field, line) => putValue(pen, pathOf(table, post, field.key), field, valueIn(post.row, field), { row: top + 1 + line, column }, 1, width));
    column += width;
  });
  return top + 1 + fields.length;
}
