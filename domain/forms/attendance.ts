// 考勤月报表: a member's month of attendance.

import { monthlyFacts } from './facts.ts';
import { nonNegative, whole } from './checks.ts';
import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const attendance: FormDefinition = {
  id: 'attendance',
  title: '考勤月报表',
  kind: 'list',
  fields: [
    field('member', '姓名', 'member', { required: true, synonyms: ['员工姓名', '人员', '员工'] }),
    field('month', '月份', 'month', { required: true, synonyms: ['考勤月份', '年月', '所属月份', '统计月份', '考勤月'] }),
    field('days_present', '出勤天数', 'number', { required: true, synonyms: ['实际出勤天数', '实出勤', '出勤', '实际出勤', '实到天数', '出勤日数'] }),
    field('late', '迟到次数', 'number', { required: true, synonyms: ['迟到', '月迟到次数', '当月迟到次数'] }),
    field('direct_to_market', '直接去市场次数', 'number', { required: true, synonyms: ['直接去市场', '直接到市场次数', '直去市场次数', '直去市场', '直接下市场次数', '直接去市场天数', '直接到市场'] }),
  ],
  naturalKey: ['member', 'month'],
  owner: 'member',
  day: 'month',
  rights: {
    manager: { read: 'own', write: 'none' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    hr: { read: 'org', write: 'org' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...nonNegative(fields, 'days_present', 'late', 'direct_to_market'), ...whole(fields, 'days_present', 'late', 'direct_to_market')],
  facts: (fields) => monthlyFacts(fields, { days_present: 'days-present', late: 'late', direct_to_market: 'direct-to-market' }, 'member'),
};

export const attendanceLayout: PaperLayout = {
  titles: ['考勤月报', '月度考勤表', '考勤汇总表'],
  orientation: 'portrait', columns: [14, 14, 12, 12, 18],
};
