// Who earns what of a slip, beside a few lines on how it was reckoned.

import type { Slip, SlipPerson } from '../../../domain/rules/results.ts';
import { at, fixedRange } from './draft.ts';
import type { Content, Draft } from './draft.ts';
import { yuanOf } from './figures.ts';
import { color, line, number, style } from './look.ts';
import { column, widths } from './slip-lines.ts';
import type { DrawnLines } from './slip-lines.ts';

const ROLE = { manager: '客户经理', executor: '客户执行' } as const;
const LEAST_ROWS = 5;
const TABLE_COLUMNS = 8;

/** Returns the first row below. */
export function drawPeople(draft: Draft, row: number, slip: Slip, table: DrawnLines): number {
  draft.height(row, 18);
  draft.across(row, 0, TABLE_COLUMNS, '按人汇总', [style.bold]);
  drawHead(draft, row + 1);
  slip.people.forEach((person, index) => drawPerson(draft, row + 2 + index, person, table, isAlone(slip, person)));
  const rows = Math.max(slip.people.length, LEAST_ROWS);
  for (let index = slip.people.length; index < rows; index++) draft.height(row + 2 + index, 19);
  const total = row + 2 + rows;
  drawTotal(draft, total, slip, { first: row + 2, count: slip.people.length });
  drawHow(draft, row, rows, slip);
  drawAgreement(draft, total, slip, table);
  return total + 1;
}

/** Sums by name are live only where no other person of the slip has the same name. */
function isAlone(slip: Slip, person: SlipPerson): boolean {
  return new Set(slip.people.filter((other) => other.member.name === person.member.name).map((other) => other.member.id)).size === 1;
}

function drawHead(draft: Draft, row: number): void {
  draft.height(row, 20);
  draft.paint({ row, column: 0, rows: 1, columns: TABLE_COLUMNS }, style.head);
  draft.across(row, 0, 2, '姓名', [style.head, { indent: 1, horizontal: 'left' }]);
  draft.put(row, 2, '身份', style.head, style.left);
  draft.put(row, 3, '笔数', style.head, style.rightText);
  draft.across(row, 4, 2, '涉及佣金', [style.head, style.rightText]);
  draft.across(row, 6, 2, '本人应得', [style.head, style.rightText]);
}

function drawPerson(draft: Draft, row: number, person: SlipPerson, table: DrawnLines, isLive: boolean): void {
  const mine = person.as === 'manager' ? column.manager : column.executor;
  const share = person.as === 'manager' ? column.managerShare : column.executorShare;
  const range = (index: number): string => fixedRange(index, table.first, table.last);
  const name = at(row, 0);
  const live = (formula: string, value: number): Content => (isLive ? { formula, value } : value);
  draft.height(row, 19);
  draft.paint({ row, column: 0, rows: 1, columns: TABLE_COLUMNS }, style.row);
  draft.across(row, 0, 2, person.member.name, [{ indent: 1, horizontal: 'left' }]);
  draft.put(row, 2, ROLE[person.as], { color: color.note });
  draft.put(row, 3, live(`=COUNTIFS(${range(mine)},${name})`, person.receipts), style.right, { numberFormat: number.count });
  draft.across(row, 4, 2, live(`=SUMIFS(${range(column.commission)},${range(mine)},${name})`, yuanOf(person.commissionFen)), [style.right, { numberFormat: number.money }]);
  draft.across(row, 6, 2, live(`=SUMIFS(${range(share)},${range(mine)},${name})`, yuanOf(person.earnedFen)), [style.right, style.bold, { numberFormat: number.money }]);
}

function drawTotal(draft: Draft, row: number, slip: Slip, people: { readonly first: number; readonly count: number }): void {
  const value = yuanOf(slip.people.reduce((sum, person) => sum + person.earnedFen, 0));
  draft.height(row, 24);
  draft.paint({ row, column: 0, rows: 1, columns: TABLE_COLUMNS }, style.bold, { borders: { top: line.dark, bottom: line.total } });
  draft.across(row, 0, 6, '合计', [{ indent: 1, horizontal: 'left' }]);
  const content: Content = people.count === 0 ? value : { formula: `=SUM(${at(people.first, 6)}:${at(people.first + people.count - 1, 6)})`, value };
  draft.across(row, 6, 2, content, [style.right, { numberFormat: number.money }]);
}

function drawHow(draft: Draft, row: number, rows: number, slip: Slip): void {
  const left = column.commission;
  draft.across(row, left, widths.length - left, '怎么算的', [style.bold]);
  draft.across(row + 1, left, widths.length - left, howText(slip), [style.note, { wrap: true, vertical: 'top', horizontal: 'left' }], rows + 1);
}

function howText(slip: Slip): string {
  const sources = [...new Set(slip.lines.flatMap((one) => one.sources.map((source) => `${source.regulation} ${source.article}`)))];
  return [
    '1　佣金 = 回款金额 × 费率，逐笔四舍五入到分。',
    '2　有客户执行：执行的一份四舍五入到分，其余归经理。',
    '3　没有客户执行：全归经理。',
    '4　只计本月入账的回款；已关账月份的更正在本月冲回；算不出的不计，列在表头。',
    '5　浅绿格是输入，其余是公式。',
    ...(sources.length > 0 ? [`依据：${sources.join('，')}`] : []),
  ].join('\n');
}

function drawAgreement(draft: Draft, row: number, slip: Slip, table: DrawnLines): void {
  const earned = slip.people.reduce((sum, person) => sum + person.earnedFen, 0);
  const agrees = '应得合计与佣金合计一致';
  const differs = '应得合计与佣金合计不符，请勿签发';
  const formula = `=IF(ROUND(${at(row, 6)}-${at(table.total, column.commission)},2)=0,"${agrees}","${differs}")`;
  const value = earned === slip.totals.commissionFen ? agrees : differs;
  const left = column.commission;
  // One member's slip shows that member's part of receipts that others share.
  const isWhole = slip.people.length === 0 || earned === slip.totals.commissionFen;
  draft.across(row, left, widths.length - left, isWhole ? { formula, value } : `本表只列可见的人；佣金合计含他人的部分`, [style.note]);
}
