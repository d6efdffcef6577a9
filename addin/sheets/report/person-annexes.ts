// Below the items: attendance by month, the settings of the organisation's own, and the boxes for opinions.

import type { MonthAttendance, Scorecard } from '../../../domain/rules/results.ts';
import type { UsedParameter } from '../../../domain/rules/rule.ts';
import { monthFormula } from './attendance-formulas.ts';
import { at } from './draft.ts';
import type { Content, Draft } from './draft.ts';
import { numberOf } from './figures.ts';
import { NO_DATA } from './item-formulas.ts';
import { color, line, number, style } from './look.ts';
import { column, widths } from './person-items.ts';
import { inputNote } from './signatures.ts';
import { monthName } from './sheet-words.ts';

const ANNEX_ROWS = 7;

/** Returns the first row below. */
export function drawAnnexes(draft: Draft, row: number, scorecard: Scorecard, itemRow: number | undefined): number {
  for (let index = 0; index < ANNEX_ROWS; index++) draft.height(row + index, 18);
  drawAttendance(draft, row, scorecard, itemRow);
  drawSettings(draft, row, scorecard);
  return row + ANNEX_ROWS;
}

function drawAttendance(draft: Draft, row: number, scorecard: Scorecard, itemRow: number | undefined): void {
  const months = scorecard.attendance.slice(0, 3);
  const columnOf = (index: number): number => column.weight + index;
  draft.across(row, 0, column.how, '附一　考勤', [style.bold, { fontSize: 9 }]);
  draft.paint({ row: row + 1, column: 0, rows: 1, columns: column.how }, style.head);
  if (months.length === 0) draft.across(row + 2, 0, column.how, '本期没有考勤', [style.note]);
  months.forEach((month, index) => draft.put(row + 1, columnOf(index), monthName(month.month), style.head, style.rightText));
  const lines: readonly (readonly [string, (month: MonthAttendance) => number | null, boolean])[] = [
    ['满勤天数', (month) => month.fullDays, false],
    ['实际出勤', (month) => month.present, true],
    ['迟到次数', (month) => month.late, true],
    ['直接去市场', (month) => month.directToMarket, true],
  ];
  lines.forEach(([label, valueOf, isInput], index) => {
    const place = row + 2 + index;
    draft.paint({ row: place, column: 0, rows: 1, columns: column.how }, style.row);
    draft.across(place, 0, 3, label, [{ fontSize: 9 }]);
    months.forEach((month, at) => {
      const value = valueOf(month);
      draft.put(place, columnOf(at), value, style.right, { numberFormat: number.count }, isInput ? { fill: value === null ? color.amber : color.input } : {});
    });
  });
  drawMonthScores(draft, row + 6, scorecard, itemRow, months, columnOf);
}

function drawMonthScores(draft: Draft, row: number, scorecard: Scorecard, itemRow: number | undefined, months: readonly MonthAttendance[], columnOf: (index: number) => number): void {
  const item = scorecard.items.find((candidate) => candidate.number === 9);
  draft.paint({ row, column: 0, rows: 1, columns: column.how }, { borders: { bottom: line.dark } });
  draft.across(row, 0, 3, '本月得分', [style.bold, { fontSize: 9 }]);
  const contents = months.map((month, index): Content => {
    const value = month.score === null ? '' : numberOf(month.score);
    const cell = (above: number): string => at(row - above, columnOf(index));
    const formula = item && itemRow !== undefined ? monthFormula(item, month, { weight: at(itemRow, column.weight), fullDays: cell(4), present: cell(3), late: cell(2), direct: cell(1) }) : null;
    return formula === null ? value : { formula: `=${formula}`, value };
  });
  contents.forEach((content, index) => draft.put(row, columnOf(index), content, style.right, style.bold, { numberFormat: number.monthScore }));
  if (!item || itemRow === undefined || months.length === 0) return;
  const range = `${at(row, columnOf(0))}:${at(row, columnOf(months.length - 1))}`;
  const isMean = item.score === null ? months.some((month) => month.score === null) : Math.abs(meanOf(months) - numberOf(item.score)) < 1e-9;
  if (!isMean) return;
  const value = item.score === null ? NO_DATA : numberOf(item.score);
  draft.put(itemRow, column.score, { formula: `=IF(COUNT(${range})=${months.length},AVERAGE(${range}),"${NO_DATA}")`, value });
}

function meanOf(months: readonly MonthAttendance[]): number {
  return months.reduce((sum, month) => sum + (month.score === null ? Number.NaN : numberOf(month.score)), 0) / months.length;
}

/** The organisation's own settings decide beside the regulation: whoever signs sees which. */
function drawSettings(draft: Draft, row: number, scorecard: Scorecard): void {
  const own = ownSettings(scorecard);
  const shown = own.slice(0, own.length > 5 ? 4 : 5);
  const wide = widths.length - column.how;
  draft.across(row, column.how, wide, '附二　本单位设定', [style.bold, { fontSize: 9, indent: 1, horizontal: 'left' }]);
  draft.paint({ row: row + 1, column: column.how, rows: 1, columns: wide }, style.head);
  draft.put(row + 1, column.how, '参数', style.head, { indent: 1, horizontal: 'left' });
  draft.across(row + 1, column.score, 1, '取值', [style.head, style.rightText]);
  draft.across(row + 1, column.server, 1, '原值', [style.head, style.rightText]);
  draft.across(row + 1, column.check, 2, '起始', [style.head, style.center]);
  if (own.length === 0) draft.across(row + 2, column.how, wide, '没有另行设定，各项都按办法的取值', [style.note, { indent: 1, horizontal: 'left' }]);
  shown.forEach(({ label, parameter }, index) => {
    const place = row + 2 + index;
    draft.put(place, column.how, label, { fontSize: 9, indent: 1, horizontal: 'left' });
    draft.put(place, column.score, plain(parameter.value), style.rightText, { fontSize: 9 });
    draft.put(place, column.server, plain(parameter.versionValue), style.rightText, { fontSize: 9, color: color.faint });
    draft.across(place, column.check, 2, parameter.since, [style.center, { fontSize: 8, color: color.note }]);
    draft.paint({ row: place, column: column.how, rows: 1, columns: wide }, style.row);
  });
  if (own.length > 5) draft.across(row + 6, column.how, wide, `另有 ${own.length - 4} 项`, [style.note, { indent: 1, horizontal: 'left' }]);
  draft.paint({ row: row + 6, column: column.how, rows: 1, columns: wide }, { borders: { bottom: line.dark } });
}

function ownSettings(scorecard: Scorecard): { label: string; parameter: UsedParameter }[] {
  const all = [
    ...scorecard.items.flatMap((item) => item.parameters.map((parameter) => ({ label: `第 ${item.number} 项　${item.label}（${parameter.name}）`, parameter }))),
    ...scorecard.totalParameters.map((parameter) => ({ label: `总分（${parameter.name}）`, parameter })),
  ];
  const own = all.filter(({ parameter }) => parameter.from === 'policy');
  return own.filter(({ label, parameter }, index) => own.findIndex((other) => other.label === label && other.parameter.since === parameter.since) === index);
}

function plain(value: string | number | null): string {
  return value === null ? '不限' : String(value);
}

export function drawOpinions(draft: Draft, row: number): number {
  draft.across(row, 0, widths.length, '浅绿格是输入，可以改数试算，浅黄格是待补。“怎么算的”和“服务器”是出表时的，不随试算改变；试算后“核对”会显示不符。', [inputNote]);
  draft.height(row, 20);
  draft.height(row + 1, 5);
  const boxes = [['被考核人意见', 0, 5], ['客户总监意见', 5, 2], ['人力资源部意见', 7, 4]] as const;
  const heights = [20, 74, 21];
  heights.forEach((height, index) => draft.height(row + 2 + index, height));
  for (const [label, first, count] of boxes) {
    draft.across(row + 2, first, count, label, [style.note, { indent: 1, horizontal: 'left' }]);
    draft.across(row + 3, first, count, null);
    draft.across(row + 4, first, count, '签字：　　　　　　日期：', [style.note, { indent: 1, horizontal: 'left' }]);
    draft.paint({ row: row + 2, column: first, rows: 3, columns: count }, { borders: { top: line.hair, bottom: line.hair, left: line.hair, right: line.hair } });
  }
  return row + 5;
}
