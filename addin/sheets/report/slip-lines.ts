// The receipts of a slip by manager, with subtotals and total; commission and shares are live.

import { serialOfDay } from '../../../domain/values/day.ts';
import type { Day } from '../../../domain/values/day.ts';
import { share } from '../../../domain/values/money.ts';
import { divide, ratio, ratioOfText } from '../../../domain/values/ratio.ts';
import type { Slip, SlipLine } from '../../../domain/rules/results.ts';
import type { CellStyle } from '../plan.ts';
import { at } from './draft.ts';
import type { Content, Draft } from './draft.ts';
import { numberOf, yuanOf } from './figures.ts';
import { color, line as edge, number, style } from './look.ts';
import { textWidth } from './text-size.ts';

export const widths = [5, 16, 30, 10, 10, 12, 12, 16, 8.6, 14.6, 14.6, 14.6, 19] as const;
export const column = { number: 0, contract: 1, customer: 2, manager: 3, executor: 4, due: 5, received: 6, amount: 7, rate: 8, commission: 9, managerShare: 10, executorShare: 11, articles: 12 } as const;
const SUMS = [column.amount, column.commission, column.managerShare, column.executorShare] as const;

export interface DrawnLines {
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly end: number;
}

export function drawLines(draft: Draft, head: number, slip: Slip): DrawnLines {
  const executorPercent = executorShareOf(slip);
  drawHead(draft, head, executorPercent);
  let row = head + 1;
  let index = 0;
  const subtotals: number[] = [];
  for (const lines of Map.groupBy(slip.lines, (line) => line.manager.id).values()) {
    const first = row;
    for (const line of lines) drawLine(draft, row++, ++index, line, executorPercent);
    drawSubtotal(draft, row, first, lines);
    subtotals.push(row++);
  }
  if (slip.lines.length === 0) draft.across(row++, 0, widths.length, '没有计入的回款', [style.note, style.center]);
  drawTotal(draft, row, slip, subtotals);
  return { first: head + 1, last: row - 1, total: row, end: row + 1 };
}

/** The executor's percentage, where all lines were split alike. */
function executorShareOf(slip: Slip): string | null {
  const used = slip.lines.flatMap((line) => line.steps.filter((step) => step.code === 'executor-share').map((step) => String(step.facts['executorPercent'])));
  const distinct = new Set(used);
  return distinct.size === 1 ? [...distinct][0]! : null;
}

function drawHead(draft: Draft, row: number, executorPercent: string | null): void {
  draft.height(row, 26);
  const percent = executorPercent === null ? null : numberOf(executorPercent);
  const heads = ['序', '合同号', '客户', '客户经理', '客户执行', '应收日', '回款日', '回款金额', '费率', '佣金', percent === null ? '经理' : `经理 ${100 - percent}%`, percent === null ? '执行' : `执行 ${percent}%`, '依据条款'];
  heads.forEach((text, index) => {
    const isFigure = index >= column.amount && index <= column.executorShare;
    const align: CellStyle = index === 0 || index === column.due || index === column.received ? style.center : isFigure ? style.rightText : { ...style.left, indent: index === column.articles ? 1 : 0 };
    draft.put(row, index, text, style.head, align);
  });
}

function drawLine(draft: Draft, row: number, index: number, line: SlipLine, executorPercent: string | null): void {
  draft.height(row, textWidth(line.customer) > widths[column.customer] * 2 ? 34 : 20);
  draft.paint({ row, column: 0, rows: 1, columns: widths.length }, style.row);
  draft.put(row, column.number, index, style.center, style.faint);
  draft.put(row, column.contract, line.contractNo, fitted(line.contractNo, widths[column.contract]));
  draft.put(row, column.customer, line.customer, fitted(line.customer, widths[column.customer]));
  draft.put(row, column.manager, line.manager.name, fitted(line.manager.name, widths[column.manager]));
  draft.put(row, column.executor, line.executor?.name ?? '无', fitted(line.executor?.name ?? '', widths[column.executor]), line.executor ? {} : style.faint);
  drawDay(draft, row, column.due, line.dueDay, style.faint);
  drawDay(draft, row, column.received, line.receivedDay, {});
  draft.put(row, column.amount, yuanOf(line.receivedFen), style.right, style.input, { numberFormat: number.money });
  draft.put(row, column.rate, line.ratePercent === null ? null : numberOf(line.ratePercent) / 100, style.right, style.input, { numberFormat: number.percent });
  draft.put(row, column.commission, commissionOf(row, line), style.right, { numberFormat: number.money });
  draft.put(row, column.managerShare, managerShareOf(row, line), style.right, { numberFormat: number.money });
  draft.put(row, column.executorShare, executorCell(row, line, executorPercent), style.right, { numberFormat: number.moneyOrDash });
  const articles = [...new Set(line.sources.map((source) => source.article))].join('、');
  draft.put(row, column.articles, articles, { fontSize: 8.5, color: color.note, indent: 1, horizontal: 'left', wrap: textWidth(articles) * 0.85 > widths[column.articles] - 2 });
}

function drawDay(draft: Draft, row: number, index: number, day: Day | null, aspect: CellStyle): void {
  draft.put(row, index, day === null ? '—' : serialOfDay(day), style.center, aspect, { numberFormat: number.day });
}

/** Live where the plain rounding gives the server's fen; a binary fraction of half a fen would not. */
function commissionOf(row: number, line: SlipLine): Content {
  const value = yuanOf(line.commissionFen ?? 0);
  const exact = line.ratePercent !== null && share(line.receivedFen, divide(ratioOfText(line.ratePercent), ratio(100))) === line.commissionFen;
  return exact ? { formula: `=ROUND(${at(row, column.amount)}*${at(row, column.rate)},2)`, value } : value;
}

function managerShareOf(row: number, line: SlipLine): Content {
  const value = yuanOf(line.managerFen ?? 0);
  const isRest = (line.commissionFen ?? 0) - (line.executorFen ?? 0) === line.managerFen;
  return isRest ? { formula: `=ROUND(${at(row, column.commission)}-${at(row, column.executorShare)},2)`, value } : value;
}

function executorCell(row: number, line: SlipLine, executorPercent: string | null): Content {
  const value = yuanOf(line.executorFen ?? 0);
  if (executorPercent === null) return value;
  const rate = divide(ratioOfText(executorPercent), ratio(100));
  const expected = line.executor ? share(line.commissionFen ?? 0, rate) : 0;
  if (expected !== (line.executorFen ?? 0)) return value;
  return { formula: `=IF(${at(row, column.executor)}="无",0,ROUND(${at(row, column.commission)}*${numberOf(executorPercent)}/100,2))`, value };
}

function drawSubtotal(draft: Draft, row: number, first: number, lines: readonly SlipLine[]): void {
  draft.height(row, 20);
  draft.paint({ row, column: 0, rows: 1, columns: widths.length }, style.bold, { fill: color.subtotal, borders: { bottom: edge.dark } });
  draft.across(row, 0, column.amount, `${lines[0]!.manager.name}　小计　${lines.length} 笔`, [{ indent: 1, horizontal: 'left' }]);
  for (const index of SUMS) {
    const value = yuanOf(lines.reduce((sum, line) => sum + fenIn(line, index), 0));
    draft.put(row, index, { formula: `=SUM(${at(first, index)}:${at(row - 1, index)})`, value }, style.right, { numberFormat: number.money });
  }
}

function drawTotal(draft: Draft, row: number, slip: Slip, subtotals: readonly number[]): void {
  draft.height(row, 26);
  draft.paint({ row, column: 0, rows: 1, columns: widths.length }, style.bold, { fontSize: 11, borders: { top: edge.dark, bottom: edge.total } });
  draft.across(row, 0, column.amount, `合计　${slip.lines.length} 笔`, [{ indent: 1, horizontal: 'left' }]);
  const values = { [column.amount]: slip.totals.receivedFen, [column.commission]: slip.totals.commissionFen, [column.managerShare]: slip.totals.managerFen, [column.executorShare]: slip.totals.executorFen };
  for (const index of SUMS) {
    const value = yuanOf(values[index] ?? 0);
    const content = subtotals.length === 0 ? value : { formula: `=${subtotals.map((place) => at(place, index)).join('+')}`, value };
    draft.put(row, index, content, style.right, { numberFormat: number.money });
  }
}

function fenIn(line: SlipLine, index: (typeof SUMS)[number]): number {
  if (index === column.amount) return line.receivedFen;
  return (index === column.commission ? line.commissionFen : index === column.managerShare ? line.managerFen : line.executorFen) ?? 0;
}

function fitted(text: string, width: number): CellStyle {
  return textWidth(text) > width - 0.5 ? { fontSize: 8, wrap: true } : {};
}
