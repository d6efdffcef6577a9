// What people also call the industries of key accounts.

import type { Synonyms } from './parts.ts';

export const industriesSynonyms: Synonyms = {
  电商: ['电子商务', '网络零售', 'E-commerce'],
  教育: ['教育培训', '教培', '培训'],
  '医(药)疗': ['医疗', '医药', '医药疗', '医疗医药', '医疗健康', '医药健康', '医疗卫生', '医药医疗'],
  游戏: ['网络游戏', '手游', '网游'],
  服务平台: ['平台', '平台服务', '生活服务平台', '本地服务平台'],
};
