// The commission slip of a month as a landscape A4 sheet: what was left out first, receipts by manager, people, how it is
// reckoned, boxes to sign.

import type { Slip, SlipLine } from '../../../domain/rules/results.ts';
import type { SheetPlan } from '../plan.ts';
import { draftSheet } from './draft.ts';
import { style } from './look.ts';
import { reportWords } from './report-words.ts';
import type { ReportWords } from './report-words.ts';
import { sheetName } from './sheet-name.ts';
import { footer, periodName } from './sheet-words.ts';
import { drawNotice, drawSignatures } from './signatures.ts';
import { drawLines, widths } from './slip-lines.ts';
import { drawPeople } from './slip-people.ts';
import { linesOf } from './text-size.ts';
import { formatFen } from '../../../domain/values/money.ts';

export interface SlipOptions {
  readonly madeBy?: string;
  /** The member whose slip it is; absent: the department's. */
  readonly member?: { readonly id: string; readonly name: string };
}

export function slipSheet(slip: Slip, words: ReportWords = reportWords, options: SlipOptions = {}): SheetPlan {
  const draft = draftSheet(widths);
  const { member } = options;
  [32, 18, 6].forEach((height, row) => draft.height(row, height));
  draft.across(0, 0, widths.length, member ? `佣金分成表　${member.name}` : '佣金分成表', [style.title]);
  draft.across(1, 0, 4, `${slip.org}　${slip.department}`, [style.note]);
  draft.across(1, 4, 5, `${periodName(slip.month)}（按回款日）`, [style.bold, style.center]);
  draft.across(1, 9, 4, '金额单位：元', [style.note, style.right]);
  const notice = noticeText(slip, words);
  const lines = linesOf(notice, widths.reduce((sum, width) => sum + width, 0), 9.5);
  drawNotice(draft, 3, widths.length, notice, slip.leftOut.length > 0, Math.max(22, lines * 14 + 8));
  draft.height(4, 6);
  const table = drawLines(draft, 5, slip);
  draft.height(table.end, 9);
  const peopleEnd = drawPeople(draft, table.end + 1, slip, table);
  draft.height(peopleEnd, 8);
  drawSignatures(draft, peopleEnd + 1, [
    { label: '制表', column: 0, columns: 3, filled: [options.madeBy, slip.madeAt.slice(0, 10)].filter(Boolean).join('　') },
    { label: '客户总监', column: 3, columns: 4 },
    { label: '财务部', column: 7, columns: 3 },
    { label: '总经理', column: 10, columns: 3 },
  ]);
  return draft.finish({
    name: sheetName(member ? `佣金 ${slip.month} ${member.name}` : `佣金 ${slip.month}`),
    key: member ? `slip/${slip.month}/${member.id}` : `slip/${slip.month}`,
    rows: peopleEnd + 3,
    orientation: 'landscape',
    frozenRows: 6,
    footerLeft: footer(slip),
    tabColor: '#107C41',
  });
}

function noticeText(slip: Slip, words: ReportWords): string {
  if (slip.leftOut.length === 0) return slip.lines.length === 0 ? '本月没有回款' : `${slip.lines.length} 笔回款全部计入`;
  const named = slip.leftOut.slice(0, 8).map((line) => leftOutText(line, words));
  const rest = slip.leftOut.length > 8 ? `；另有 ${slip.leftOut.length - 8} 笔` : '';
  return `没有计入 ${slip.leftOut.length} 笔：${named.join('；')}${rest}。补上后重新生成。`;
}

function leftOutText(line: SlipLine, words: ReportWords): string {
  const why = line.missing.map((refusal) => words.missing(refusal)).join('、') || '算不出';
  return `${line.contractNo} ${line.customer}，回款 ${formatFen(line.receivedFen)} 元，缺${why}`;
}
