// The department's scorecards as one landscape A4 sheet: six figures, what is missing, the ranking, two charts, boxes to
// sign. Scores are the server's; sums, changes, ranks and means are live.

import type { DepartmentScorecards, Scorecard } from '../../../domain/rules/results.ts';
import type { SheetPlan } from '../plan.ts';
import { drawCharts } from './department-charts.ts';
import { drawFigures } from './department-figures.ts';
import { departmentRows, drawRanking, widths } from './department-ranking.ts';
import { draftSheet } from './draft.ts';
import { style } from './look.ts';
import { reportWords } from './report-words.ts';
import type { ReportWords } from './report-words.ts';
import { sheetName } from './sheet-name.ts';
import { footer, periodDays, periodName } from './sheet-words.ts';
import { drawNotice, drawSignatures, inputNote } from './signatures.ts';
import { linesOf } from './text-size.ts';
import { uniqueNames } from './sheet-name.ts';
import { personSheet, personSheetName } from './person-sheet.ts';

export interface DepartmentOptions {
  /** Who made the sheet, for the box 制表. */
  readonly madeBy?: string;
}

export function departmentSheet(department: DepartmentScorecards, words: ReportWords = reportWords, options: DepartmentOptions = {}): SheetPlan {
  const draft = draftSheet(widths);
  const rows = departmentRows(department);
  [32, 18, 8].forEach((height, row) => draft.height(row, height));
  draft.across(0, 0, widths.length, `${department.department}绩效考核表`, [style.title]);
  draft.across(1, 0, 4, `${department.org}　${department.department}`, [style.note]);
  draft.across(1, 4, 4, `考核期　${periodName(department.period)}（${periodDays(department.period)}）`, [style.bold, style.center]);
  draft.across(1, 8, 3, `出表 ${department.madeAt}`, [style.note, style.right]);
  const table = { first: 9, ranked: rows.ranked.length, count: rows.all.length };
  drawFigures(draft, 3, department, table);
  const notice = noticeText(department, words);
  const lines = linesOf(notice.text, widths.reduce((sum, width) => sum + width, 0), 9.5);
  draft.height(5, 7);
  drawNotice(draft, 6, widths.length, notice.text, notice.isMissing, Math.max(22, lines * 14 + 8));
  draft.height(7, 7);
  const end = drawRanking(draft, 8, department);
  const chartsEnd = drawCharts(draft, end, department, rows.ranked.length);
  draft.across(chartsEnd, 0, widths.length, '总分为各项之和；缺任何一项不出总分、不排名。平均只算已出总分的人。', [inputNote]);
  draft.height(chartsEnd, 18);
  const madeDay = department.madeAt.slice(0, 10);
  drawSignatures(draft, chartsEnd + 1, [
    { label: '制表', column: 0, columns: 3, filled: [options.madeBy, madeDay].filter(Boolean).join('　') },
    { label: '客户总监', column: 3, columns: 3 },
    { label: '人力资源部', column: 6, columns: 2 },
    { label: '总经理', column: 8, columns: 3 },
  ]);
  return draft.finish({
    name: sheetName(`考核 ${department.period}`),
    key: `kpi-department/${department.period}`,
    rows: chartsEnd + 3,
    orientation: 'landscape',
    frozenRows: 9,
    footerLeft: footer(department),
    tabColor: '#107C41',
  });
}

/** The department's sheet and one of every person, each with a name of its own. */
export function scorecardSheets(department: DepartmentScorecards, words: ReportWords = reportWords, options: DepartmentOptions = {}): SheetPlan[] {
  const { all, ranked } = departmentRows(department);
  const names = uniqueNames([`考核 ${department.period}`, ...all.map(personSheetName)]).slice(1);
  const persons = all.map((scorecard, index) => personSheet(scorecard, { ...department, rank: scorecard.rank, ranked: ranked.length, name: names[index] }, words));
  return [departmentSheet(department, words, options), ...persons];
}

function noticeText(department: DepartmentScorecards, words: ReportWords): { text: string; isMissing: boolean } {
  const lacking = department.scorecards.filter((scorecard) => scorecard.missing.length > 0);
  if (department.scorecards.length === 0) return { text: '没有要考核的人。', isMissing: true };
  if (lacking.length === 0) return { text: `${department.scorecards.length} 人数据齐全`, isMissing: false };
  const groups = [...Map.groupBy(lacking, (scorecard) => lackOf(scorecard, words))];
  const named = groups.slice(0, 4).map(([lack, people]) => `${people.length === department.scorecards.length && people.length > 1 ? `全部 ${people.length} 人` : people.map(({ member }) => member.name).join('、')}　${lack}`);
  const unnamed = groups.slice(4).reduce((sum, [, people]) => sum + people.length, 0);
  const rest = unnamed > 0 ? `；另有 ${unnamed} 人，见各人的表` : '';
  return { text: `缺数据：${named.join('；')}${rest}。补齐后重新生成，名次会跟着变。`, isMissing: true };
}

/** What one person lacks, item by item while that stays readable; those who lack the same share a line. */
function lackOf(scorecard: Scorecard, words: ReportWords): string {
  const items = scorecard.items.filter((item) => item.score === null);
  if (items.length > 4) return `缺第 ${items.map((item) => item.number).join('、')} 项，共 ${items.length} 项，见个人表`;
  return items.map((item) => `第 ${item.number} 项 ${[...new Set(item.missing.map((refusal) => words.missing(refusal)))].join('、')}`).join('，');
}
