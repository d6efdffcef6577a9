// The two charts of the department's sheet. A chart reads one block with its heads and names; the ranking has other
// columns in between, so each chart stands over a small block of its own that follows the ranking by formulas.

import type { DepartmentScorecards } from '../../../domain/rules/results.ts';
import { at } from './draft.ts';
import type { Content, Draft } from './draft.ts';
import { column, departmentRows, widths } from './department-ranking.ts';
import { numberOf } from './figures.ts';
import { color, line, style } from './look.ts';
import { groupName, periodBefore, periodNow } from './sheet-words.ts';

const TABLE_FIRST = 9;
const LEAST_ROWS = 10;
const HEIGHT = 205;
const behind = { fontSize: 6, color: '#FFFFFF', numberFormat: '0.00' } as const;

/** Returns the first row below the charts. */
export function drawCharts(draft: Draft, first: number, department: DepartmentScorecards, ranked: number): number {
  draft.height(first, 9);
  const top = first + 1;
  if (ranked === 0) {
    draft.height(top, 40);
    draft.across(top, 0, widths.length, '还没有人出总分，没有可画的图。', [style.note, style.center, { borders: { top: line.hair, bottom: line.hair, left: line.hair, right: line.hair } }]);
    draft.height(top + 1, 8);
    return top + 2;
  }
  const rows = Math.max(LEAST_ROWS, ranked + 1);
  const height = Math.max(HEIGHT, ranked * 9 + 70) / rows;
  for (let row = top; row < top + rows; row++) draft.height(row, Math.round(height * 4) / 4);
  drawParts(draft, top, rows, department);
  drawComparison(draft, top, rows, department);
  draft.height(top + rows, 8);
  return top + rows + 1;
}

function drawParts(draft: Draft, top: number, rows: number, department: DepartmentScorecards): void {
  const { ranked } = departmentRows(department);
  const left = 1;
  ['姓名', groupName.results, groupName.ability, groupName.attitude].forEach((text, index) => draft.put(top, left + index, text, behind));
  ranked.forEach((scorecard, index) => {
    const row = top + 1 + index;
    draft.put(row, left, mirrored(TABLE_FIRST + index, column.name, scorecard.member.name), behind);
    (['results', 'ability', 'attitude'] as const).forEach((group, at) => {
      const score = scorecard.groups.find((candidate) => candidate.group === group)?.score;
      draft.put(row, left + 1 + at, mirrored(TABLE_FIRST + index, column.groups + at, score === undefined ? '' : numberOf(score)), behind);
    });
  });
  draft.chart({
    name: `score-parts-${department.period}`,
    title: `得分构成（已出总分 ${ranked.length} 人）`,
    kind: 'barStacked',
    source: { row: top, column: left, rows: ranked.length + 1, columns: 4 },
    seriesBy: 'columns',
    place: { row: top, column: 0, rows, columns: 7 },
    colors: color.groups,
    maximum: axisEnd(ranked.map((scorecard) => numberOf(scorecard.total!))),
    altText: `各人业绩、能力、态度三部分得分的条形图，按名次排列，共 ${ranked.length} 人`,
  });
}

function drawComparison(draft: Draft, top: number, rows: number, department: DepartmentScorecards): void {
  const { ranked } = departmentRows(department);
  const left = column.bar;
  ['姓名', periodBefore(department.period), periodNow(department.period)].forEach((text, index) => draft.put(top, left + index, text, behind));
  ranked.forEach((scorecard, index) => {
    const row = top + 1 + index;
    draft.put(row, left, mirrored(TABLE_FIRST + index, column.name, scorecard.member.name), behind);
    const before = scorecard.previousTotal;
    draft.put(row, left + 1, before === null ? null : mirrored(TABLE_FIRST + index, column.before, numberOf(before)), behind);
    draft.put(row, left + 2, mirrored(TABLE_FIRST + index, column.total, numberOf(scorecard.total!)), behind);
  });
  const totals = ranked.flatMap(({ total, previousTotal }) => [numberOf(total!), previousTotal === null ? 0 : numberOf(previousTotal)]);
  draft.chart({
    name: `score-change-${department.period}`,
    title: `总分，和${periodBefore(department.period)}比`,
    kind: 'columnClustered',
    source: { row: top, column: left, rows: ranked.length + 1, columns: 3 },
    seriesBy: 'columns',
    place: { row: top, column: left, rows, columns: widths.length - left },
    colors: [color.before, color.green],
    maximum: axisEnd(totals),
    dataLabels: ranked.length <= 12,
    altText: `各人${periodNow(department.period)}与${periodBefore(department.period)}总分的柱形图，按名次排列`,
  });
}

function mirrored(row: number, index: number, value: string | number): Content {
  return { formula: `=${at(row, index)}`, value };
}

/** 100, or the next twenty where a bonus lifts someone above it. */
function axisEnd(totals: readonly number[]): number {
  return Math.max(100, Math.ceil(Math.max(...totals) / 20) * 20);
}
