// 礼品馈赠申请表: gifts that a department asks the gift keeper for, with who signs. One card an application.

import { nonNegative } from './checks.ts';
import { optionalFact } from './facts.ts';
import { rowsOf } from './fields.ts';
import { againstPlan } from './linked.ts';
import { signing } from './signing.ts';
import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';

export const giftApplication: FormDefinition = {
  id: 'gift-application',
  title: '礼品馈赠申请表',
  kind: 'card',
  fields: [
    field('applying_dept', '礼品馈赠申请部门', 'text', { required: true, synonyms: ['申请部门', '馈赠申请部门', '礼品申请部门', '申领部门', '领用部门', '使用部门', '申请单位', '馈赠部门', '礼品申领部门', '申请科室', '赠送部门', '需求部门', '馈赠申请单位'] }),
    field('gift_dept', '礼品管理部门', 'text', { required: true, synonyms: ['管理部门', '礼品保管部门', '礼品发放部门', '发放部门', '礼品归口部门', '礼品管理单位', '礼品主管部门', '归口管理部门', '归口部门', '保管部门', '礼品管理科室'] }),
  ],
  tables: [
    {
      key: 'rows',
      label: '礼品明细',
      synonyms: ['馈赠明细', '礼品清单', '馈赠礼品'],
      columns: [
        field('gift_date', '馈赠日期', 'day', { required: true, synonyms: ['赠送日期', '馈赠时间', '赠送时间', '送礼日期', '领用日期', '日期', '馈赠日', '赠送日', '拟赠日期', '拟馈赠日期', '计划馈赠日期', '赠礼日期', '送出日期', '发放日期', '申领日期', '预计馈赠日期', '赠予日期'] }),
        field('recipient_org', '馈赠对象', 'customer', { required: true, synonyms: ['对象', '馈赠单位', '受赠单位', '赠送对象', '赠送单位', '收礼单位', '受赠对象', '客户名称', '客户', '客户单位', '赠予单位', '赠予对象', '受礼单位', '受赠方', '馈赠客户', '赠送客户', '受赠客户', '接收单位', '收受单位', '受礼方', '对方单位', '拟赠单位', '拟赠对象', '单位名称'] }),
        field('recipient_person', '礼品收受人员', 'text', { required: true, synonyms: ['收受人员', '礼品收受人', '收受人', '受赠人', '受赠人员', '收礼人', '接收人', '接收人员', '领受人', '受礼人', '受礼人员', '收受人姓名', '礼品接收人', '受赠者', '收受者', '礼品收受者', '礼品接受人', '接受人', '接受人员', '礼品领受人', '收礼人员', '受赠人姓名', '收礼人姓名', '礼品接收人员', '礼品收受人姓名', '接收人姓名'] }),
        field('gift_name', '礼品名称', 'text', { required: true, synonyms: ['礼品', '名称', '品名', '礼品品名', '礼物', '礼物名称', '物品名称', '礼品品种', '馈赠礼品', '礼品种类', '赠品名称', '礼品内容', '礼品名'] }),
        field('quantity', '数量', 'number', { required: true, synonyms: ['礼品数量', '份数', '数量(份)', '件数', '数目', '礼品件数', '申请数量', '申领数量', '馈赠数量', '领用数量'] }),
        field('value', '价值(元)', 'money', { required: true, synonyms: ['价值', '礼品价值', '金额', '金额(元)', '礼品价值(元)', '总价', '总价值', '礼品金额', '礼品总价', '合计金额', '金额合计', '价值合计', '总金额', '合计价值', '预计价值', '礼品估价', '礼品总值'] }),
        field('remark', '备注', 'text', { synonyms: ['说明', '用途说明', '用途', '备注说明', '事由'] }),
      ],
      rowKey: ['gift_date', 'recipient_org', 'gift_name'],
      total: 'value',
      required: true,
    },
    signing('signatures', '签字', ['审批', '签批', '审核签字', '会签'], [
      { key: 'filler', label: '填表人', synonyms: ['填报人', '申请人', '经办人', '制表人', '填写人', '申领人', '经手人', '制单人'] },
      { key: 'department-head', label: '部门主管', synonyms: ['部门负责人', '部门经理', '申请部门主管', '部门领导', '申请部门负责人', '部门主管领导'] },
      { key: 'gift-keeper', label: '礼品管理员', synonyms: ['礼品保管员', '礼品管理人', '礼品管理人员', '保管员', '礼品管理', '管理员', '保管人', '库管员'] },
      { key: 'office-head', label: '办公室主任', synonyms: ['办公室负责人', '办公室', '主任'] },
      { key: 'deputy-manager', label: '副经理', synonyms: ['副总经理', '分管副经理', '办公室副经理'] },
    ]),
  ],
  naturalKey: ['applying_dept', 'gift_dept', 'rows'],
  rights: {
    manager: { read: 'own', write: 'own' },
    specialist: { read: 'own', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    office: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => rowsOf(fields, 'rows').flatMap(([rowId]) => nonNegative(fields, `rows/${rowId}/quantity`, `rows/${rowId}/value`)),
  advise: againstPlan,
  /** A gift counts on its day, for the owner of the customer who is given it. */
  facts: (fields) => rowsOf(fields, 'rows').flatMap(([rowId, row]) => optionalFact('gift', row['gift_date'], row['value'], { line: rowId, customer: `rows/${rowId}/recipient_org` })),
};
