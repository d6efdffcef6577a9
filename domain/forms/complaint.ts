// 客户投诉登记表: complaints of customers. Only one that was judged valid counts.

import { optionalFact } from './facts.ts';
import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const complaint: FormDefinition = {
  id: 'complaint',
  title: '客户投诉登记表',
  kind: 'list',
  fields: [
    field('day', '投诉日期', 'day', { required: true, synonyms: ['日期', '投诉时间', '登记日期', '受理日期'] }),
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '投诉客户', '投诉单位', '客户单位', '投诉方'] }),
    field('member', '责任人', 'member', { required: true, synonyms: ['被投诉人', '责任人员', '责任客户经理', '被投诉员工', '被投诉人员'] }),
    field('content', '投诉内容', 'text', { synonyms: ['内容', '投诉事项', '投诉事由', '投诉原因', '投诉内容描述', '投诉情况'] }),
    field('valid', '有效', 'boolean', { synonyms: ['是否有效', '有效投诉', '是否有效投诉', '是否成立', '有效性', '投诉是否有效', '是否属实'] }),
  ],
  naturalKey: ['day', 'customer', 'member', 'content'],
  owner: 'member',
  customer: 'customer',
  day: 'day',
  rights: {
    manager: { read: 'own', write: 'none' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    support: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  facts: (fields) => (fields['valid'] === true ? optionalFact('complaint', fields['day'], 1, { member: 'member' }) : []),
};

export const complaintLayout: PaperLayout = {
  titles: ['投诉登记表', '客户投诉台账', '客户投诉记录表', '客户投诉登记'],
  orientation: 'landscape', columns: [14, 30, 14, 48, 10],
};
