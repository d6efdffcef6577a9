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
    field('member', '客户经理', 'member', { required: true, synonyms: ['姓名', '经理姓名', '人员', '大客户经理'] }),
    field('contract_no', '合同编号', 'text', { synonyms: ['合同号', '适用合同'] }),
    field('rate', '费率(%)', 'percent', { required: true, synonyms: ['费率', '佣金费率', '佣金比例', '佣金率', '提成比例', '提成费率', '提成率'] }),
    field('from_day', '生效日期', 'day', { required: true, synonyms: ['生效日', '执行日期', '启用日期', '起始日期'] }),
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
