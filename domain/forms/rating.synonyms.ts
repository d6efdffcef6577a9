// What people also call the parts of 评分表.

import type { Synonyms } from './parts.ts';

export const ratingSynonyms: Synonyms = {
  member: ['姓名', '被评分人', '考核对象', '员工姓名', '被考评人', '被考核者', '员工'],
  quarter: ['考核季度', '考核期', '所属季度', '考核周期', '考评季度'],
  item: ['指标', '评分项目', '考核项目', '考核项', '评分项', '考核内容', '指标名称', '考评指标', '评分指标'],
  points: ['得分', '分数', '分值', '打分', '考核得分', '考核分'],
  proposed_by: ['提议人', '打分人', '考核人', '提出人', '考评人'],
  confirmed_by: ['复核人', '审核人', '人力确认', '确认人签字'],
};
