// What else lies on a sheet of cards and is none: notes beside a card, a list of telephone numbers, of who was there.

import type { Paper } from './paper.ts';
import type { Random } from './random.ts';
import { personName, sentence } from './random-record.ts';

const lists: readonly (readonly string[])[] = [['姓名', '部门', '分机'], ['姓名', '出勤', '签到'], ['品名', '数量', '单价']];

/** Draws from a place on, to the right and down, over no more rows than a card has. */
export function drawBeside(paper: Paper, random: Random, { row, column, rows }: { readonly row: number; readonly column: number; readonly rows: number }): void {
  if (random.chance(0.5)) {
    for (let line = 0; line < Math.min(random.whole(1, 3), rows); line++) paper.put({ row: row + line * 2, column }, `${random.pick(['批注：', '补充：', ''])}${sentence(random)}`);
    return;
  }
  const headings = random.pick(lists);
  headings.forEach((heading, index) => paper.put({ row, column: column + index }, heading));
  for (let line = 1; line <= Math.min(random.whole(2, 5), rows - 1); line++) {
    [personName(random), random.pick(['市场部', '办公室', '√']), { value: random.whole(1, 99) }].forEach((cell, index) => paper.put({ row: row + line, column: column + index }, cell));
  }
}
