// The twelve items of a person's sheet with subtotals and total. Places are columns of the person's sheet.

import type { GroupScore, ItemGroup, Scorecard, ScoredItem } from '../../../domain/rules/results.ts';
import type { CellStyle } from '../plan.ts';
import { at } from './draft.ts';
import type { Draft, Live } from './draft.ts';
import { numberOf, shownQuantity } from './figures.ts';
import { NO_DATA, scoreFormula } from './item-formulas.ts';
import { color, line, number, style } from './look.ts';
import { reckonedHow } from './reckoned-how.ts';
import type { ReportWords } from './report-words.ts';
import { groupName } from './sheet-words.ts';
import { linesOf } from './text-size.ts';

export const column = { group: 0, number: 1, label: 2, weight: 3, plan: 4, actual: 5, how: 6, score: 7, server: 8, check: 9, records: 10 } as const;
export const widths = [4, 3, 12, 5.2, 13.6, 13.6, 36, 9, 9, 5.4, 5.6] as const;

export interface DrawnItems {
  /** First row below the total. */
  readonly end: number;
  readonly itemRows: ReadonlyMap<number, number>;
}

const RATED: ReadonlySet<string> = new Set(['market-information', 'teamwork', 'judgement', 'communication', 'responsibility', 'knowledge']);

export function drawItems(draft: Draft, first: number, scorecard: Scorecard, words: ReportWords): DrawnItems {
  drawHead(draft, first);
  let row = first + 1;
  const itemRows = new Map<number, number>();
  const blocks: { first: number; last: number; subtotal: number }[] = [];
  for (const group of scorecard.groups) {
    const items = scorecard.items.filter((item) => item.group === group.group);
    const start = row;
    for (const item of items) {
      itemRows.set(item.number, row);
      drawItem(draft, row++, item, words);
    }
    drawSubtotal(draft, row, start, group, items.reduce((sum, item) => sum + item.records, 0));
    draft.across(start, column.group, 1, groupName[group.group as ItemGroup], [style.bold, style.center, { wrap: true, fontSize: 9.5, borders: { bottom: line.dark, right: line.hair } }], row - start + 1);
    blocks.push({ first: start, last: row - 1, subtotal: row });
    row++;
  }
  drawTotal(draft, row, scorecard, blocks);
  return { end: row + 1, itemRows };
}

function drawHead(draft: Draft, row: number): void {
  draft.height(row, 24);
  const heads: readonly (readonly [string, CellStyle])[] = [
    ['项目', style.center], ['序', style.center], ['考核指标', style.left], ['分值', style.rightText], ['计划或基数', style.rightText], ['实际或评定', style.rightText],
    ['怎么算的', { ...style.left, indent: 1 }], ['得分', style.rightText], ['服务器', style.rightText], ['核对', style.center], ['记录', style.rightText],
  ];
  heads.forEach(([text, align], index) => draft.put(row, index, text, style.head, align));
}

function drawItem(draft: Draft, row: number, item: ScoredItem, words: ReportWords): void {
  const how = reckonedHow(item, words);
  draft.height(row, Math.max(29, linesOf(how, widths[column.how] - 2, 8.5) * 11.5 + 6));
  draft.paint({ row, column: column.number, rows: 1, columns: widths.length - 1 }, style.row);
  draft.put(row, column.number, item.number, style.center, style.faint);
  draft.put(row, column.label, item.label, { wrap: true });
  draft.put(row, column.weight, item.weight, style.right, style.faint, { numberFormat: number.count });
  drawPlan(draft, row, item);
  drawActual(draft, row, item);
  draft.put(row, column.how, how, { fontSize: 8.5, wrap: true, indent: 1, horizontal: 'left' }, item.score === null ? { color: color.amberText } : {});
  drawScore(draft, row, item);
  draft.put(row, column.check, check(row, '一致'), style.center, { fontSize: 9, color: color.note });
  draft.put(row, column.records, item.records, style.right, style.faint, { numberFormat: number.count });
}

/** A suggestion stands where other items have their plan; it is no input, and no score. */
function drawPlan(draft: Draft, row: number, item: ScoredItem): void {
  if (item.plan && item.number !== 9) {
    const { value, format } = shownQuantity(item.plan);
    draft.put(row, column.plan, value, style.right, style.input, { numberFormat: format });
  } else if (item.suggestion !== null) {
    draft.put(row, column.plan, numberOf(item.suggestion), style.right, style.faint, { numberFormat: number.suggestion });
  } else if (item.score === null && !RATED.has(item.key) && item.number !== 9) {
    draft.put(row, column.plan, null, { fill: color.amber });
  }
}

function drawActual(draft: Draft, row: number, item: ScoredItem): void {
  if (item.number === 9) return;
  if (item.actual) {
    const { value, format } = shownQuantity(item.actual);
    draft.put(row, column.actual, value, style.right, style.input, { numberFormat: format });
  } else if (item.score === null) {
    draft.put(row, column.actual, null, { fill: color.amber });
  }
}

function drawScore(draft: Draft, row: number, item: ScoredItem): void {
  const figure = item.score === null ? NO_DATA : numberOf(item.score);
  const aspect = item.score === null ? style.missing : style.bold;
  draft.put(row, column.score, liveScore(row, item, figure), style.right, aspect, { numberFormat: number.score });
  draft.put(row, column.server, figure, style.right, style.faint, { numberFormat: number.score }, item.score === null ? { indent: 1 } : {});
}

/** Item 9's formula is the annex's; it is set when the annex is drawn. */
function liveScore(row: number, item: ScoredItem, figure: number | string): Live | number | string {
  const cells = { weight: at(row, column.weight), plan: at(row, column.plan), actual: at(row, column.actual) };
  const formula = item.number === 9 ? null : scoreFormula(item, cells);
  if (formula === null) return figure;
  const inputs = item.plan || (item.score === null && !RATED.has(item.key)) ? [cells.plan, cells.actual] : [cells.actual];
  const lacking = `COUNT(${inputs.join(',')})<${inputs.length}`;
  const isLacking = inputs.some((cell) => (cell === cells.plan ? !item.plan : !item.actual)) || (item.key === 'sales-completion' && numberOf(item.plan!.amount) <= 0);
  // What is lacking may be something else than a cell of this row (two ratings, none of the levels).
  if (isLacking !== (item.score === null)) return figure;
  const guarded = item.key === 'sales-completion' ? `IF(${cells.plan}<=0,"${NO_DATA}",${formula})` : formula;
  return { formula: `=IF(${lacking},"${NO_DATA}",${guarded})`, value: figure };
}

export function check(row: number, value: string): Live {
  const [here, there] = [at(row, column.score), at(row, column.server)];
  return { formula: `=IF(AND(ISNUMBER(${here}),ISNUMBER(${there})),IF(ABS(${here}-${there})<0.000001,"一致","不符"),IF(${here}=${there},"一致","不符"))`, value };
}

function drawSubtotal(draft: Draft, row: number, first: number, group: GroupScore, records: number): void {
  const range = (index: number): string => `${at(first, index)}:${at(row - 1, index)}`;
  const count = row - first;
  draft.height(row, 20);
  draft.paint({ row, column: column.number, rows: 1, columns: widths.length - 1 }, { fill: color.subtotal, borders: { bottom: line.dark } });
  draft.across(row, column.number, 2, `${groupName[group.group]}小计`, [style.bold, { indent: 1, horizontal: 'left' }]);
  draft.put(row, column.weight, { formula: `=SUM(${range(column.weight)})`, value: group.weight }, style.right, style.faint, { numberFormat: number.count });
  const partial = group.missing > 0 ? `缺 ${group.missing} 项，只是已有得分之和` : '';
  draft.put(row, column.how, { formula: `=IF(COUNT(${range(column.score)})=${count},"","缺 "&(${count}-COUNT(${range(column.score)}))&" 项，只是已有得分之和")`, value: partial }, { fontSize: 8.5, indent: 1, color: color.amberText, horizontal: 'left' });
  draft.put(row, column.score, { formula: `=SUM(${range(column.score)})`, value: numberOf(group.score) }, style.right, style.bold, { numberFormat: number.score });
  draft.put(row, column.records, { formula: `=SUM(${range(column.records)})`, value: records }, style.right, style.faint, { numberFormat: number.count });
}

function drawTotal(draft: Draft, row: number, scorecard: Scorecard, blocks: readonly { first: number; last: number; subtotal: number }[]): void {
  const sumOf = (index: number): string => blocks.map((block) => at(block.subtotal, index)).join('+');
  const ranges = (index: number): string[] => blocks.map((block) => `${at(block.first, index)}:${at(block.last, index)}`);
  const scored = ranges(column.score).map((range) => `COUNT(${range})`).join('+');
  const items = scorecard.items.length;
  const missing = scorecard.missing.length;
  const cap = scorecard.totalParameters.find((parameter) => parameter.name === 'total_cap')?.value ?? null;
  const sum = cap === null ? sumOf(column.score) : `MIN(${cap},${sumOf(column.score)})`;
  const figure = scorecard.total === null ? `缺 ${missing} 项` : numberOf(scorecard.total);
  draft.height(row, 30);
  draft.paint({ row, column: 0, rows: 1, columns: widths.length }, { borders: { top: line.dark, bottom: line.total } });
  draft.across(row, 0, 3, '总分', [style.bold, { fontSize: 13, indent: 1, horizontal: 'left' }]);
  draft.put(row, column.weight, { formula: `=${sumOf(column.weight)}`, value: scorecard.items.reduce((total, item) => total + item.weight, 0) }, style.right, style.faint, { numberFormat: number.count });
  const parts = blocks.map((block, index) => `${index === 0 ? '' : '" + '}${groupName[scorecard.groups[index]!.group]} "&TEXT(${at(block.subtotal, column.score)},"0.00")`).join('&');
  const whole = `"${parts}`;
  const weights = ranges(column.score).map((range, index) => `SUMIF(${range},"<>${NO_DATA}",${ranges(column.weight)[index]})`).join('+');
  const partial = `"不出总分。已有 "&TEXT(${sumOf(column.score)},"0.00")&" 分，对应分值 "&(${weights})&" 分"`;
  draft.put(row, column.how, { formula: `=IF(${scored}=${items},${whole},${partial})`, value: totalInWords(scorecard) }, { fontSize: 8.5, indent: 1, horizontal: 'left', wrap: true });
  draft.put(row, column.score, { formula: `=IF(${scored}=${items},${sum},"缺 "&(${items}-(${scored}))&" 项")`, value: figure }, style.right, { bold: true, fontSize: scorecard.total === null ? 11 : 13, numberFormat: number.score }, scorecard.total === null ? style.missing : {});
  draft.put(row, column.server, figure, style.right, style.faint, { numberFormat: number.score }, scorecard.total === null ? { indent: 1 } : {});
  draft.put(row, column.check, check(row, '一致'), style.center, { fontSize: 9, color: color.note });
  draft.put(row, column.records, { formula: `=${sumOf(column.records)}`, value: scorecard.items.reduce((total, item) => total + item.records, 0) }, style.right, style.faint, { numberFormat: number.count });
}

function totalInWords(scorecard: Scorecard): string {
  const two = (text: string): string => numberOf(text).toFixed(2);
  if (scorecard.total === null) return `不出总分。已有 ${two(scorecard.sumOfScored)} 分，对应分值 ${scorecard.weightOfScored} 分`;
  return scorecard.groups.map((group) => `${groupName[group.group]} ${two(group.score)}`).join(' + ');
}
