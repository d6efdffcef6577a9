// The industries of key accounts that the archive and the gift plan offer.

import type { Option } from './definition.ts';

export const industries: readonly Option[] = [
  { label: '电商', synonyms: ['电子商务', '网络零售', 'E-commerce'] },
  { label: '教育', synonyms: ['教育培训', '教培', '培训'] },
  { label: '医(药)疗', synonyms: ['医疗', '医药', '医药疗', '医疗医药', '医疗健康', '医药健康', '医疗卫生', '医药医疗'] },
  { label: '汽车' },
  { label: '游戏', synonyms: ['网络游戏', '手游', '网游'] },
  { label: '服务平台', synonyms: ['平台', '平台服务', '生活服务平台', '本地服务平台'] },
  { label: '其他' },
];
