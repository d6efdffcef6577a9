// The ranking: one row a person, those with a total first, then the means over those who have one.

import type { DepartmentScorecards, ItemGroup } from '../../../domain/rules/results.ts';
import { ratioOfText, subtract } from '../../../domain/values/ratio.ts';
import { at, fixedRange } from './draft.ts';
import type { Content, Draft } from './draft.ts';
import { numberOf } from './figures.ts';
import { color, line, number, style } from './look.ts';
import { remarkOf } from './remarks.ts';
import { groupName, periodBefore } from './sheet-words.ts';
import { textWidth } from './text-size.ts';

export const widths = [6, 12, 13, 11.4, 11.4, 11.4, 12.5, 29.4, 11.4, 11.4, 33] as const;
export const column = { rank: 0, name: 1, post: 2, groups: 3, total: 6, bar: 7, before: 8, change: 9, remark: 10 } as const;
const GROUPS: readonly ItemGroup[] = ['results', 'ability', 'attitude'];
const ROOMY = 12;

type Row = DepartmentScorecards['scorecards'][number];

/** Those with a total in order of rank, then the others in the server's order. */
export function departmentRows(department: DepartmentScorecards): { ranked: readonly Row[]; all: readonly Row[] } {
  const ranked = department.scorecards.filter((scorecard) => scorecard.total !== null).toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return { ranked, all: [...ranked, ...department.scorecards.filter((scorecard) => scorecard.total === null)] };
}

/** Returns the first row below the means. */
export function drawRanking(draft: Draft, head: number, department: DepartmentScorecards): number {
  const { ranked, all } = departmentRows(department);
  drawHead(draft, head, department);
  const first = head + 1;
  all.forEach((scorecard, index) => {
    const row = first + index;
    draft.height(row, all.length > ROOMY ? 17 : 23);
    draft.paint({ row, column: 0, rows: 1, columns: widths.length }, style.row);
    drawPerson(draft, row, scorecard, { first, ranked: ranked.length });
  });
  const last = first + all.length - 1;
  if (all.length > 0) draft.dataBar({ range: { row: first, column: column.bar, rows: all.length, columns: 1 }, minimum: 0, maximum: 100, color: color.bar });
  drawMeans(draft, last + 1, ranked, first);
  return last + 2;
}

function drawHead(draft: Draft, row: number, department: DepartmentScorecards): void {
  draft.height(row, 26);
  draft.paint({ row, column: 0, rows: 1, columns: widths.length }, style.head);
  const groups = GROUPS.map((group) => {
    const weight = department.scorecards[0]?.groups.find((candidate) => candidate.group === group)?.weight;
    return `${groupName[group]}${weight === undefined ? '' : ` ${weight}`}`;
  });
  const heads = ['名次', '姓名', '职务', ...groups, '总分', '满分 100', periodBefore(department.period), '变化', '备注'];
  heads.forEach((text, index) => {
    const isFigure = (index >= column.groups && index <= column.total) || index === column.before || index === column.change;
    draft.put(row, index, text, style.head, index === 0 ? style.center : isFigure ? style.rightText : style.left, index === column.remark ? { indent: 1 } : {});
  });
}

function drawPerson(draft: Draft, row: number, scorecard: Row, table: { first: number; ranked: number }): void {
  const hasTotal = scorecard.total !== null;
  const total = at(row, column.total);
  draft.put(row, column.rank, rankOf(row, scorecard, table), style.center, { color: color.note });
  draft.put(row, column.name, scorecard.member.name, style.bold, fitted(scorecard.member.name, widths[column.name]));
  draft.put(row, column.post, scorecard.member.post, { color: color.note }, fitted(scorecard.member.post, widths[column.post]));
  GROUPS.forEach((group, index) => {
    const score = scorecard.groups.find((candidate) => candidate.group === group);
    const content = score && score.missing === 0 ? numberOf(score.score) : score ? numberOf(score.score) : null;
    draft.put(row, column.groups + index, content, style.right, { numberFormat: number.score }, score && score.missing > 0 ? { color: color.amberText } : {});
  });
  draft.put(row, column.total, totalOf(row, scorecard), style.right, hasTotal ? style.bold : style.missing, { numberFormat: number.score });
  draft.put(row, column.bar, { formula: `=IF(ISNUMBER(${total}),${total},"")`, value: hasTotal ? numberOf(scorecard.total!) : '' }, { color: '#FFFFFF', fontSize: 8, numberFormat: ';;;' });
  draft.put(row, column.before, scorecard.previousTotal === null ? '—' : numberOf(scorecard.previousTotal), style.right, { color: color.note, numberFormat: number.score }, scorecard.previousTotal === null ? { indent: 1 } : {});
  draft.put(row, column.change, changeOf(row, scorecard), style.right, { numberFormat: number.change });
  const remark = remarkOf(scorecard);
  draft.put(row, column.remark, remark, { fontSize: textWidth(remark) * 0.87 > widths[column.remark] - 2 ? 7.5 : 8.5, color: color.note, indent: 1, horizontal: 'left', wrap: true });
}

/** A live total only where it is the sum of the groups: a cap makes it less. */
function totalOf(row: number, scorecard: Row): Content {
  if (scorecard.total === null) return `缺 ${scorecard.missing.length} 项`;
  const value = numberOf(scorecard.total);
  const sum = scorecard.groups.reduce((total, group) => total + numberOf(group.score), 0);
  return Math.abs(sum - value) < 1e-9 ? { formula: `=SUM(${at(row, column.groups)}:${at(row, column.groups + 2)})`, value } : value;
}

/** Equal totals differ in binary by less than this. */
const HAIR = '0.0000001';

function rankOf(row: number, scorecard: Row, table: { first: number; ranked: number }): Content {
  if (scorecard.total === null) return '—';
  if (scorecard.rank === null) return '';
  const totals = fixedRange(column.total, table.first, table.first + table.ranked - 1);
  return { formula: `=COUNTIF(${totals},">"&(${at(row, column.total)}+${HAIR}))+1`, value: scorecard.rank };
}

function changeOf(row: number, { total, previousTotal }: Row): Content {
  if (total === null || previousTotal === null) return '—';
  const { numerator, denominator } = subtract(ratioOfText(total), ratioOfText(previousTotal));
  return { formula: `=ROUND(${at(row, column.total)}-${at(row, column.before)},8)`, value: Math.round((Number(numerator) / Number(denominator)) * 1e8) / 1e8 };
}

function drawMeans(draft: Draft, row: number, ranked: readonly Row[], first: number): void {
  draft.height(row, 22);
  draft.paint({ row, column: 0, rows: 1, columns: widths.length }, style.bold, { borders: { top: line.dark, bottom: line.total } });
  draft.across(row, 0, 3, `平均（${ranked.length} 人）`, [style.bold, { indent: 1, horizontal: 'left' }]);
  if (ranked.length === 0) return draft.put(row, column.total, '—', style.rightText);
  const last = first + ranked.length - 1;
  const mean = (index: number, valueOf: (row: Row) => string | null): void => {
    const values = ranked.flatMap((scorecard) => { const value = valueOf(scorecard); return value === null ? [] : [numberOf(value)]; });
    if (values.length === 0) return draft.put(row, index, '—', style.rightText);
    const value = values.reduce((sum, one) => sum + one, 0) / values.length;
    draft.put(row, index, { formula: `=AVERAGE(${at(first, index)}:${at(last, index)})`, value }, style.right, { numberFormat: number.score });
  };
  GROUPS.forEach((group, index) => mean(column.groups + index, (scorecard) => scorecard.groups.find((candidate) => candidate.group === group)?.score ?? null));
  mean(column.total, (scorecard) => scorecard.total);
  mean(column.before, (scorecard) => scorecard.previousTotal);
  drawMeanChange(draft, row, ranked, first, last);
}

/** The mean of the changes: only of people who have both totals, so that newcomers do not tilt it. */
function drawMeanChange(draft: Draft, row: number, ranked: readonly Row[], first: number, last: number): void {
  const changes = ranked.flatMap(({ total, previousTotal }) => (total === null || previousTotal === null ? [] : [numberOf(total) - numberOf(previousTotal)]));
  if (changes.length === 0) return draft.put(row, column.change, '—', style.rightText);
  const value = changes.reduce((sum, one) => sum + one, 0) / changes.length;
  draft.put(row, column.change, { formula: `=ROUND(AVERAGE(${at(first, column.change)}:${at(last, column.change)}),8)`, value: Math.round(value * 1e8) / 1e8 }, style.right, { numberFormat: number.change });
}

function fitted(text: string, width: number): { fontSize?: number; wrap?: boolean } {
  return textWidth(text) > width - 0.5 ? { fontSize: 8, wrap: true } : {};
}
