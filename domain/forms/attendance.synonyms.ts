// What people also call the parts of 考勤月报表.

import type { Synonyms } from './parts.ts';

export const attendanceSynonyms: Synonyms = {
  member: ['员工姓名', '人员', '员工'],
  month: ['考勤月份', '年月', '所属月份', '统计月份', '考勤月'],
  days_present: ['实际出勤天数', '实出勤', '出勤', '实际出勤', '实到天数', '出勤日数'],
  late: ['迟到', '月迟到次数', '当月迟到次数'],
  direct_to_market: ['直接去市场', '直接到市场次数', '直去市场次数', '直去市场', '直接下市场次数', '直接去市场天数', '直接到市场'],
};
