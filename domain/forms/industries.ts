// The industries of key accounts that the archive and the gift plan offer.

import type { Option } from './definition.ts';

export const industries: readonly Option[] = [
  { label: '电商', synonyms: ['电子商务'] },
  { label: '教育' },
  { label: '医(药)疗', synonyms: ['医疗', '医药', '医药疗', '医疗医药'] },
  { label: '汽车' },
  { label: '游戏' },
  { label: '服务平台', synonyms: ['平台', '平台服务'] },
  { label: '其他' },
];
