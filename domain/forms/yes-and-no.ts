// The two answers to a question of yes or no, as options to choose from.

import { labels } from './types.ts';
import type { Option } from './definition.ts';

export const yesAndNo: readonly Option[] = labels('是', '否');
