// What the generated sheets need said about a reckoning: by default the pane's own sentences.

import type { Refusal, Step } from '../../../domain/rules/rule.ts';
import { wordMissingBriefly, wordStep, wordStepResult } from '../../words/steps.ts';

export interface ReportWords {
  /** A step's sentence: `实际 1,284,000 ÷ 计划 1,200,000`. */
  step(step: Step): string;
  /** Its result as it stands behind the sentence: `= 107%`, `+1 分`. */
  result(step: Step): string;
  /** What is lacking, in a few words: `9 月考勤`. */
  missing(refusal: Refusal): string;
}

export const reportWords: ReportWords = { step: wordStep, result: wordStepResult, missing: wordMissingBriefly };
