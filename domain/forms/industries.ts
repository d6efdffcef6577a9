// The industries of key accounts that the archive and the gift plan offer.

import { labels } from './types.ts';
import type { Option } from './definition.ts';

export const industries: readonly Option[] = labels('电商', '教育', '医(药)疗', '汽车', '游戏', '服务平台', '其他');
