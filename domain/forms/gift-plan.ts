// 礼品馈赠计划表: gifts that are planned, one record a row; the period stands in the title or in a line above.

import { industries } from './industries.ts';
import { choice, field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const giftPlan: FormDefinition = {
  id: 'gift-plan',
  title: '礼品馈赠计划表',
  titles: ['礼品计划', '礼品计划表', '礼品馈赠计划', '赠礼计划表'],
  kind: 'list',
  fields: [
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '客户单位', '馈赠客户'] }),
    choice('industry', '所属行业', industries, { synonyms: ['所在行业', '行业'] }),
    field('cooperation_status', '合作现状', 'text', { synonyms: ['合作状况', '合作情况', '合作状态'] }),
    field('gift_purpose', '馈赠目的', 'text', { required: true, synonyms: ['馈赠原因', '赠送目的', '馈赠事由', '目的'] }),
    field('gift_name', '礼品名称', 'text', { required: true, synonyms: ['礼品', '名称'] }),
    field('quantity', '礼品数量', 'number', { required: true, synonyms: ['数量', '数量(份)', '份数'] }),
    field('budget_value', '预算价值(元)', 'money', { required: true, synonyms: ['预算价值', '预算金额', '价值(元)', '预算(元)', '预算'] }),
    field('responsible', '负责人姓名', 'member', { required: true, synonyms: ['负责人', '责任人', '经办人'] }),
    field('remark', '备注', 'text', { synonyms: ['说明'] }),
    field('status', '进度', 'text', { synonyms: ['状态', '执行情况'] }),
    field('plan_period', '计划期间', 'text', { synonyms: ['计划期', '期间', '计划时段', '计划周期'] }),
  ],
  naturalKey: ['customer', 'gift_purpose', 'gift_name', 'plan_period'],
  owner: 'responsible',
  customer: 'customer',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'own', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    office: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  // The paper prints no day, so a plan states nothing for the books.
  facts: () => [],
};

export const giftPlanLayout: PaperLayout = { orientation: 'landscape', columns: [30, 12, 14, 24, 18, 10, 14, 12, 24], above: ['plan_period'], unprinted: ['status'] };
