// 客户接待申请表: leave to receive a customer: when, at whose expense, for what and how well. One card a reception.

import { nonNegative } from './checks.ts';
import { rowsOf } from './fields.ts';
import { signing } from './signing.ts';
import { choice, field } from './types.ts';
import type { FieldProblem, Fields, FormDefinition } from './definition.ts';

/** The customer pays himself, so that nothing is to be spent. */
export const selfPaid = '自费';

export const receptionApplication: FormDefinition = {
  id: 'reception-application',
  title: '客户接待申请表',
  kind: 'card',
  fields: [
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户名', '客户', '来访单位', '来访客户', '来访单位名称', '客户单位', '接待客户', '接待单位', '接待对象', '来宾单位', '招待客户', '招待对象', '到访单位', '来访公司', '来访客户名称', '来访企业', '宾客单位', '来客单位', '客人单位', '客户公司', '接待客户名称', '到访客户'] }),
    field('reception_time', '接待时间', 'datetime', { required: true, synonyms: ['接待日期', '招待时间', '招待日期', '来访时间', '来访日期', '接待安排时间', '拟接待时间', '到访时间', '接待日期时间', '接待日期及时间', '招待日期时间', '到访日期', '接待时间安排', '预计接待时间', '计划接待时间', '拟接待日期', '预计接待日期'] }),
    choice('expense_type', '费用类型', [
      { label: '全部执行', synonyms: ['全部承担', '公司承担', '全额承担', '全部由公司承担', '全部'] },
      { label: '部分执行', synonyms: ['部分承担', '部分由公司承担', '部分'] },
      { label: selfPaid, synonyms: ['客户自费', '自理', '费用自理'] },
    ], { required: true, synonyms: ['费用类别', '费用承担', '费用承担方式', '费用性质', '费用方式', '费用执行', '费用承担类型', '费用执行方式', '执行方式', '费用执行类型', '经费类型'] }),
    {
      key: 'purposes',
      label: '招待目的',
      type: {
        kind: 'choices',
        options: [
          { label: '招待新的合作客户', synonyms: ['新的合作客户', '招待新合作客户', '招待新客户'] },
          { label: '庆祝新客户合作关系的建立', synonyms: ['庆祝新客户合作', '庆祝合作关系的建立', '庆祝新客户合作关系建立'] },
          { label: '客户来访时的招待', synonyms: ['客户来访招待', '客户来访', '来访招待'] },
          { label: '客户服务人员出访时的请客', synonyms: ['出访时的请客', '客户服务人员出访请客', '出访请客'] },
          { label: '与客户合作结束后的致谢', synonyms: ['合作结束后的致谢', '与客户合作结束致谢'] },
          { label: '接纳各种客户建议后的致谢', synonyms: ['接纳客户建议后的致谢', '接纳建议后的致谢'] },
          { label: '达到各种目的后的致谢', synonyms: ['达到目的后的致谢'] },
          { label: '重要的节日或庆典', synonyms: ['重要节日或庆典', '节日或庆典', '节日庆典'] },
        ],
      },
      required: true,
      synonyms: ['接待目的', '接待事由', '招待事由', '招待原因', '来访目的', '接待原因', '来访事由', '接待类型', '招待的目的', '招待事项', '接待事项', '宴请事由', '接待缘由', '招待缘由'],
    },
    choice('grade', '客户接待档次', [
      { label: '高档', printed: '高档，高级的饭店、餐馆、美食中心', synonyms: ['高档次', '高级', '高档(高级的饭店、餐馆、美食中心)', '高'] },
      { label: '中档', printed: '中档，中高档餐馆', synonyms: ['中档次', '中级', '中档(中高档餐馆)', '中'] },
      { label: '低档', printed: '低档，中低档大众用餐场所', synonyms: ['低档次', '普通', '低档(中低档大众用餐场所)', '低'] },
    ], { required: true, synonyms: ['接待档次', '招待档次', '接待标准', '接待级别', '接待规格', '招待标准', '客户接待标准', '档次', '招待级别', '接待等级', '招待等级', '客户接待级别', '客户接待等级', '招待规格', '用餐档次', '用餐标准', '宴请标准', '客户招待档次'] }),
  ],
  tables: [
    {
      key: 'expenses',
      label: '费用明细',
      synonyms: ['费用预算', '费用申请明细', '预计费用', '接待费用', '费用预算明细', '预算明细', '接待费用明细', '招待费用明细', '预计费用明细', '费用估算', '费用概算', '经费预算', '预计支出', '费用申请', '经费明细'],
      columns: [
        field('item', '明细', 'text', { synonyms: ['费用项目', '项目', '费用名称', '费用明细', '明细项目', '费用类别', '支出项目', '费用科目', '预算项目', '开支项目'] }),
        field('amount', '金额(单位:元)', 'money', { synonyms: ['金额(元)', '金额', '费用金额', '预算金额', '申请金额', '预计金额', '预估金额', '估算金额', '概算金额', '计划金额'] }),
      ],
      rowKey: ['item'],
      total: 'amount',
      rowLabel: 'item',
      fixedRows: [
        { key: 'entertainment', label: '招待费用', synonyms: ['招待费', '餐费', '用餐费用', '餐饮费', '餐饮费用', '宴请费', '宴请费用', '用餐费'] },
        { key: 'meeting', label: '会议费用', synonyms: ['会议费', '会务费', '会务费用', '会场费', '会议室费用'] },
        { key: 'ceremony', label: '典礼费用', synonyms: ['典礼费', '庆典费用', '庆典费', '礼仪费', '礼仪费用'] },
        { key: 'gift', label: '礼品费用', synonyms: ['礼品费', '礼品', '礼物费', '礼物费用', '赠品费', '纪念品费'] },
        { key: 'other', label: '其他费用', synonyms: ['其他费', '其他', '其它费用', '其它', '杂费', '其他支出'] },
      ],
    },
    signing('approvals', '审核签字', ['审批签字', '审核', '审批', '签字', '审批意见', '领导签字'], [
      { key: 'director', label: '大客户总监', synonyms: ['大客户部总监', '客户总监', '总监', '部门总监', '大客户中心总监'] },
      { key: 'finance-manager', label: '财务部经理', synonyms: ['财务经理', '财务部', '财务', '财务负责人', '财务主管'] },
      { key: 'applicant', label: '申请人', synonyms: ['经办人', '填表人', '申请者', '申请人员', '经手人', '申报人', '填报人', '填写人'] },
    ]),
  ],
  naturalKey: ['customer', 'reception_time'],
  customer: 'customer',
  day: 'reception_time',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...amounts(fields).flatMap(([path]) => nonNegative(fields, path)), ...spentThoughSelfPaid(fields)],
  // Leave to spend is not spent: the report states the expenses.
  facts: () => [],
};

function amounts(fields: Fields): [string, number][] {
  return rowsOf(fields, 'expenses').flatMap(([rowId, row]) => (typeof row['amount'] === 'number' ? [[`expenses/${rowId}/amount`, row['amount']]] : []));
}

function spentThoughSelfPaid(fields: Fields): FieldProblem[] {
  if (fields['expense_type'] !== selfPaid) return [];
  return amounts(fields).filter(([, amount]) => amount > 0).map(([path]) => ({ code: 'spent-though-self-paid', path }));
}
