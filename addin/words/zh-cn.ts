// Simplified Chinese: the whole table, put together from its parts. The type of every other language derives from it.

import { failures, otherFailure } from './zh-cn/failures.ts';
import { figures } from './zh-cn/figures.ts';
import { importEntry } from './zh-cn/import-entry.ts';
import { layout } from './zh-cn/layout.ts';
import { missing } from './zh-cn/missing.ts';
import { pane } from './zh-cn/pane.ts';
import { itemWeight, parameters, parameterValues } from './zh-cn/parameters.ts';
import { problems } from './zh-cn/problems.ts';
import { results } from './zh-cn/results.ts';
import { steps } from './zh-cn/steps.ts';

export const zhCn = {
  pane: { ...pane, ...figures, layout },
  imports: importEntry,
  steps,
  results,
  missing,
  problems,
  parameters,
  parameterValues,
  itemWeight,
  failures,
  otherFailure,
  otherProblem: '这一格的内容没有收下。请核对后重填。',
  /** A code that this version has no words for. */
  unknown: (code: string) => `（${code}）`,
};
