// The words of the screens for shared workbooks and of the check-up: a table of its own, since these screens are no part of
// the first load.

import { checkUp } from './zh-cn/check-up.ts';
import { shared } from './zh-cn/shared.ts';
import type { Wording } from './words.ts';

const table = { ...shared, checkUp };

export type SharedWords = Wording<typeof table>;

export const sharedWords: SharedWords = table;

/** What a finding says, by its code. */
export function wordFinding(code: string, facts: Readonly<Record<string, string | number>>): string {
  const say = sharedWords.checkUp.says[code];
  return say ? say(Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))) : code;
}
