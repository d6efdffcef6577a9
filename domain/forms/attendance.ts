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
    field('member', '姓名', 'member', { required: true }),
    field('month', '月份', 'month', { required: true }),
    field('days_present', '出勤天数', 'number', { required: true }),
    field('late', '迟到次数', 'number', { required: true }),
    field('direct_to_market', '直接去市场次数', 'number', { required: true }),
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
