// The six figures at the head of the department's sheet, live over the ranking below.

import type { DepartmentScorecards } from '../../../domain/rules/results.ts';
import { formatRatio, ratioOfText } from '../../../domain/values/ratio.ts';
import { departmentRows, column } from './department-ranking.ts';
import { fixedRange } from './draft.ts';
import type { Content, Draft } from './draft.ts';
import { numberOf } from './figures.ts';
import { color, line, number, style } from './look.ts';
import { periodBefore } from './sheet-words.ts';
import { textWidth } from './text-size.ts';

export function drawFigures(draft: Draft, row: number, department: DepartmentScorecards, table: { readonly first: number; readonly ranked: number; readonly count: number }): void {
  draft.height(row, 17);
  draft.height(row + 1, 26);
  const threshold = department.scorecards[0]?.warningThreshold;
  const lacking = department.scorecards.filter((scorecard) => scorecard.missing.length > 0);
  const lackingItems = lacking.reduce((sum, scorecard) => sum + scorecard.missing.length, 0);
  const figures: readonly (readonly [string, Content, number, number, boolean])[] = [
    ['已出总分', counted(table), 0, 3, false],
    ['平均总分', mean(department, table), 3, 2, false],
    ['最高', best(department, table), 5, 2, false],
    [threshold === undefined ? '口头警告' : `低于 ${formatRatio(ratioOfText(threshold), 2)} 分（口头警告）`, warned(department, table), 7, 1, false],
    [`比${periodBefore(department.period)}`, moved(department, table), 8, 2, false],
    ['缺数据', lacking.length === 0 ? '没有' : `${lacking.length} 人，${lackingItems} 项`, 10, 1, lacking.length > 0],
  ];
  figures.forEach(([label, content, first, columns, isMissing], index) => {
    const edge = index === 0 ? {} : { borders: { left: line.hair } };
    const value = typeof content === 'object' ? (content?.value ?? '') : content;
    const shown = typeof value === 'number' ? value.toFixed(2) : String(value);
    const size = textWidth(shown) > (columns === 1 ? 20 : 17) ? 11 : 15;
    draft.across(row, first, columns, label, [style.note, { indent: index === 0 ? 0 : 1, horizontal: 'left' }, edge]);
    draft.across(row + 1, first, columns, content, [{ fontSize: size, bold: true, horizontal: 'left', indent: index === 0 ? 0 : 1, numberFormat: number.plainScore }, edge, isMissing ? { color: color.amberText } : {}]);
  });
}

type Table = { readonly first: number; readonly ranked: number; readonly count: number };

const totals = (table: Table): string => fixedRange(column.total, table.first, table.first + table.ranked - 1);

function counted(table: Table): Content {
  if (table.ranked === 0) return `0 / ${table.count} 人`;
  return { formula: `=COUNT(${totals(table)})&" / ${table.count} 人"`, value: `${table.ranked} / ${table.count} 人` };
}

function mean(department: DepartmentScorecards, table: Table): Content {
  const values = departmentRows(department).ranked.map((scorecard) => numberOf(scorecard.total!));
  if (values.length === 0) return '—';
  return { formula: `=AVERAGE(${totals(table)})`, value: values.reduce((sum, value) => sum + value, 0) / values.length };
}

function best(department: DepartmentScorecards, table: Table): Content {
  const first = departmentRows(department).ranked.toSorted((a, b) => numberOf(b.total!) - numberOf(a.total!))[0];
  if (!first) return '—';
  const names = fixedRange(column.name, table.first, table.first + table.ranked - 1);
  const all = totals(table);
  return { formula: `=TEXT(MAX(${all}),"0.00")&" "&INDEX(${names},MATCH(MAX(${all}),${all},0))`, value: `${formatRatio(ratioOfText(first.total!), 2, true)} ${first.member.name}` };
}

function warned(department: DepartmentScorecards, table: Table): Content {
  const count = department.scorecards.filter((scorecard) => scorecard.warning === true).length;
  const threshold = department.scorecards[0] && numberOf(department.scorecards[0].warningThreshold);
  if (table.ranked === 0 || threshold === undefined) return '—';
  return { formula: `=COUNTIF(${totals(table)},"<"&(${threshold}-0.0000001))&" 人"`, value: `${count} 人` };
}

function moved(department: DepartmentScorecards, table: Table): Content {
  const changes = departmentRows(department).ranked.flatMap(({ total, previousTotal }) => (previousTotal === null ? [] : [numberOf(total!) - numberOf(previousTotal)]));
  if (changes.length === 0) return '—';
  const range = fixedRange(column.change, table.first, table.first + table.ranked - 1);
  const [up, down] = [changes.filter((change) => change >= 0.005).length, changes.filter((change) => change <= -0.005).length];
  return { formula: `=COUNTIF(${range},">=0.005")&" 升　"&COUNTIF(${range},"<=-0.005")&" 降"`, value: `${up} 升　${down} 降` };
}

