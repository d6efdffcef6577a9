// How an item was reckoned, as the few words that fit a cell of the person's sheet.

import type { ScoredItem } from '../../../domain/rules/results.ts';
import type { Step } from '../../../domain/rules/rule.ts';
import { formatRatio, ratioOfText } from '../../../domain/values/ratio.ts';
import type { ReportWords } from './report-words.ts';

/** Said elsewhere on the sheet: the months in the annex, the comparison by its rate. */
const LEFT_OUT: ReadonlySet<string> = new Set(['compare-with-standard', 'attendance-month', 'attendance-month-too-late']);

export function reckonedHow(item: ScoredItem, words: ReportWords): string {
  if (item.score === null) {
    const lacking = `缺：${item.missing.map((refusal) => words.missing(refusal)).join('、') || '数据'}`;
    return item.number === 9 ? `${lacking}，见附一` : lacking;
  }
  const isExplained = item.steps.some((step) => step.code === 'rating-level' || step.code === 'rating-parts');
  const steps = item.steps.filter((step) => !LEFT_OUT.has(step.code) && !isUnchanged(step) && !(isExplained && step.code === 'rating-confirmed'));
  const isWhole = item.steps.some(isUnchanged);
  const said = steps.map((step, index) => {
    const isEnd = index === steps.length - 1;
    if (isEnd && isWhole) return `${words.step(step)}：${formatRatio(ratioOfText(item.score!), 2)} 分`;
    const result = words.result(step);
    return !result || (isEnd && steps.length > 1) ? words.step(step) : `${words.step(step)}${/^[=≈]/.test(result) ? ' ' : '：'}${result}`;
  });
  return `${said.join('；')}${item.number === 9 ? '，见附一' : ''}`;
}

/** Full marks with nothing added or taken: the score says it. */
function isUnchanged(step: Step): boolean {
  return step.code === 'full-marks-with-change' && String(step.facts['change']) === '0';
}
