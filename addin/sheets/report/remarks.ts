// One remark a person in the ranking: what lies below the threshold, what lacks, else what moved the score most.

import type { Scorecard, ScoredItem } from '../../../domain/rules/results.ts';
import { formatRatio, ratioOfText } from '../../../domain/values/ratio.ts';
import { numberOf } from './figures.ts';

export function remarkOf(scorecard: Scorecard): string {
  if (scorecard.total === null) return `已有 ${two(scorecard.sumOfScored)} 分，对应分值 ${scorecard.weightOfScored} 分`;
  const remarks = scorecard.warning ? [`低于 ${short(scorecard.warningThreshold)} 分，口头警告`] : [];
  const moves = scorecard.items.flatMap(moveOf).toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return [...remarks, ...moves.map((move) => move.text)].slice(0, 2).join('；');
}

/** Points added or taken by a rule; ratings are judgements and are not singled out. */
function moveOf(item: ScoredItem): { points: number; text: string }[] {
  const change = item.steps.find((step) => step.code === 'full-marks-with-change')?.facts['change'];
  if (change !== undefined && item.score !== null) {
    const points = numberOf(item.score) - item.weight;
    const size = short(String(change)).replace('-', '');
    if (points === 0) return [];
    return [{ points, text: numberOf(item.score) === 0 ? `${item.label} 0 分` : `${item.label}${points > 0 ? '加' : '扣'} ${size} 分` }];
  }
  const isAttendance = item.steps.some((step) => step.code.startsWith('attendance-month'));
  if (!isAttendance || item.score === null || numberOf(item.score) >= item.weight) return [];
  return [{ points: numberOf(item.score) - item.weight, text: `${item.label} ${two(item.score)} 分` }];
}

const two = (text: string): string => formatRatio(ratioOfText(text), 2, true);
const short = (text: string): string => formatRatio(ratioOfText(text), 2);
