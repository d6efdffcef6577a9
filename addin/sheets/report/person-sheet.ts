// A person's scorecard as a portrait A4 sheet: what is missing first, the twelve items, annexes, opinions to sign.

import type { DepartmentScorecards, Scorecard } from '../../../domain/rules/results.ts';
import type { SheetPlan } from '../plan.ts';
import { draftSheet } from './draft.ts';
import type { Draft } from './draft.ts';
import { color, line, style } from './look.ts';
import { drawAnnexes, drawOpinions } from './person-annexes.ts';
import { drawItems, widths } from './person-items.ts';
import { reportWords } from './report-words.ts';
import type { ReportWords } from './report-words.ts';
import { sheetName } from './sheet-name.ts';
import { footer, periodName } from './sheet-words.ts';
import { drawNotice } from './signatures.ts';
import { linesOf, textWidth } from './text-size.ts';

export type PersonContext = Pick<DepartmentScorecards, 'org' | 'department' | 'ruleVersions' | 'madeAt' | 'checkCode'> & {
  /** Rank among those who have a total; null without a total or where the caller may not see it. */
  readonly rank: number | null;
  /** How many have a total; null where the caller may not see it. */
  readonly ranked: number | null;
  /** The sheet's name, where it must differ from that of another member with the same name. */
  readonly name?: string;
};

export function personSheetName(scorecard: Scorecard): string {
  return sheetName(`考核 ${scorecard.period} ${scorecard.member.name}`);
}

export function personSheet(scorecard: Scorecard, context: PersonContext, words: ReportWords = reportWords): SheetPlan {
  const draft = draftSheet(widths);
  drawHead(draft, scorecard, context);
  drawMissing(draft, 5, scorecard, words);
  draft.height(6, 5);
  const items = drawItems(draft, 7, scorecard, words);
  draft.height(items.end, 8);
  const annexEnd = drawAnnexes(draft, items.end + 1, scorecard, items.itemRows.get(9));
  const rows = drawOpinions(draft, annexEnd);
  return draft.finish({
    name: context.name ?? personSheetName(scorecard),
    key: `kpi-person/${scorecard.period}/${scorecard.member.id}`,
    rows,
    orientation: 'portrait',
    frozenRows: 8,
    footerLeft: footer(context),
  });
}

function drawHead(draft: Draft, scorecard: Scorecard, { org, department, rank, ranked }: PersonContext): void {
  [30, 16, 5, 22, 5].forEach((height, row) => draft.height(row, height));
  draft.across(0, 0, widths.length, '个人绩效考核表', [style.title, { fontSize: 16 }]);
  draft.across(1, 0, widths.length, `${org}　${department}`, [style.note, style.center]);
  const rankText = scorecard.total === null ? '缺数据，不排名' : rank === null ? '—' : ranked === null ? `${rank}` : `${rank} / ${ranked}`;
  const label = [style.note, style.center, { fill: color.head }];
  const nameSize = textWidth(scorecard.member.name) > 16 ? { fontSize: 8, wrap: true } : {};
  draft.across(3, 0, 2, '姓名', label);
  draft.across(3, 2, 2, scorecard.member.name, [style.bold, style.center, nameSize]);
  draft.put(3, 4, '职务', ...label);
  draft.put(3, 5, scorecard.member.post, style.center, textWidth(scorecard.member.post) > 13 ? { fontSize: 8, wrap: true } : {});
  draft.put(3, 6, `考核期　${periodName(scorecard.period)}`, style.center);
  draft.put(3, 7, '名次', ...label);
  draft.across(3, 8, 3, rankText, [style.center]);
  draft.paint({ row: 3, column: 0, rows: 1, columns: widths.length }, { borders: { top: line.hair, bottom: line.hair, left: line.hair, right: line.hair, insideVertical: line.hair } });
}

function drawMissing(draft: Draft, row: number, scorecard: Scorecard, words: ReportWords): void {
  const lacking = scorecard.items.filter((item) => item.score === null);
  const text = lacking.length === 0 ? `${scorecard.items.length} 项数据齐全` : missingText(lacking, words);
  const lines = linesOf(text, widths.reduce((sum, width) => sum + width, 0), 9.5);
  drawNotice(draft, row, widths.length, text, lacking.length > 0, Math.max(22, lines * 14 + 8));
}

function missingText(lacking: readonly Scorecard['items'][number][], words: ReportWords): string {
  const named = lacking.map((item) => `第 ${item.number} 项${item.label}（${item.missing.map((refusal) => words.missing(refusal)).join('、') || '没有得分'}）`);
  return `缺数据 ${lacking.length} 项：${named.join('；')}。补齐后重新生成。`;
}
