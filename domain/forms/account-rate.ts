// 佣金费率表: the rate agreed with an account manager, for one contract or for all, from a day on. Read as a parameter.

import { atMost, nonNegative } from './checks.ts';
import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

const MAXIMUM_RATE_PERCENT = 10;

export const accountRate: FormDefinition = {
  id: 'account-rate',
  title: '佣金费率表',
  kind: 'list',
  fields: [
    field('member', '客户经理', 'member', { required: true }),
    field('contract_no', '合同编号', 'text'),
    field('rate', '费率(%)', 'percent', { required: true }),
    field('from_day', '生效日期', 'day', { required: true }),
  ],
  naturalKey: ['member', 'contract_no', 'from_day'],
  owner: 'member',
  day: 'from_day',
  rights: {
    manager: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...nonNegative(fields, 'rate'), ...atMost(fields, 'rate', MAXIMUM_RATE_PERCENT)],
  facts: () => [],
};

export const accountRateLayout: PaperLayout = {
  titles: ['佣金费率', '佣金比例表', '提成费率表'],
  orientation: 'portrait', columns: [14, 20, 12, 14],
};
