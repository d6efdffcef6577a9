// The words of the import screen: a table of its own, since the screen is no part of the first load.

import { imports } from './zh-cn/imports.ts';
import type { Wording } from './words.ts';

export const importWords: Wording<typeof imports> = imports;
