// 礼品馈赠计划表: gifts that are planned, one record a row; the period stands in the title or in a line above.

import { industries } from './industries.ts';
import { choice, field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const giftPlan: FormDefinition = {
  id: 'gift-plan',
  title: '礼品馈赠计划表',
  kind: 'list',
  fields: [
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '客户单位', '馈赠客户', '单位名称', '公司名称', '客户全称', '客户简称', '馈赠对象', '馈赠单位', '赠送对象', '赠送客户', '受赠单位', '受赠客户', '收礼单位', '受礼单位', '受礼客户', '拟赠客户', '拟赠单位', '赠予单位', '赠予客户', '客户名', '单位', '送给谁', '送谁'] }),
    choice('industry', '所属行业', industries, { synonyms: ['所在行业', '行业'] }),
    field('cooperation_status', '合作现状', 'text', { synonyms: ['合作状况', '合作情况', '合作状态', '目前合作', '合作阶段', '合作进展', '合作进度', '当前合作', '合作现况', '合作关系', '目前合作情况', '目前合作状况', '业务现状'] }),
    field('gift_purpose', '馈赠目的', 'text', { required: true, synonyms: ['馈赠原因', '赠送目的', '馈赠事由', '目的', '赠送事由', '赠送原因', '送礼事由', '送礼目的', '用途', '事由', '馈赠理由', '馈赠用途', '赠礼目的', '赠礼事由', '赠送用途', '赠送理由', '送礼原因', '馈赠缘由', '馈赠场合', '缘由', '为什么送', '为何送'] }),
    field('gift_name', '礼品名称', 'text', { required: true, synonyms: ['礼品', '名称', '品名', '礼品品名', '礼物名称', '礼物', '物品名称', '拟赠礼品', '礼品内容', '计划礼品', '赠品', '赠品名称', '馈赠礼品', '礼品种类', '计划礼品名称', '拟赠礼品名称', '礼品名', '送什么'] }),
    field('quantity', '礼品数量', 'number', { required: true, synonyms: ['数量', '数量(份)', '份数', '件数', '计划数量', '数目', '礼品件数', '拟赠数量', '预计数量', '预算数量', '赠送数量', '馈赠数量', '几份', '送几份'] }),
    field('budget_value', '预算价值(元)', 'money', { required: true, synonyms: ['预算价值', '预算金额', '价值(元)', '预算(元)', '预算', '价值', '金额', '礼品价值', '礼品金额', '礼品预算', '预算费用', '预计金额', '预计费用', '预算总额', '预算总价', '计划金额', '总价', '总金额', '预算总价值', '预算总值', '预算合计', '价值合计', '预算价值合计', '合计金额', '金额合计', '预估价值', '预估金额', '预计价值', '计划价值', '计划费用', '礼品总价', '总预算', '经费预算', '费用预算', '总价值', '多少钱', '大概多少钱'] }),
    field('responsible', '负责人姓名', 'member', { required: true, synonyms: ['负责人', '责任人', '经办人', '负责人员', '责任人姓名', '跟进人', '客户经理', '执行人', '责任者', '承办人', '经手人', '主办人', '跟进人员', '落实人', '馈赠负责人', '负责经理', '责任经理', '赠送人', '谁负责', '负责', '谁送'] }),
    field('remark', '备注', 'text', { synonyms: ['说明', '备注说明'] }),
    field('status', '进度', 'text', { synonyms: ['状态', '执行情况'] }),
    field('plan_period', '计划期间', 'text', { synonyms: ['计划期', '期间', '计划时段', '计划周期', '计划年度', '计划季度', '馈赠期间', '执行期间', '适用期间'] }),
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

export const giftPlanLayout: PaperLayout = {
  titles: ['礼品计划', '礼品计划表', '礼品馈赠计划', '赠礼计划表', '赠礼计划', '馈赠计划', '馈赠计划表', '礼品馈赠安排', '节日礼品计划', '礼品安排', '馈赠安排', '馈赠打算'],
  orientation: 'landscape', columns: [30, 12, 14, 24, 18, 10, 14, 12, 24], above: ['plan_period'], unprinted: ['status'],
};
