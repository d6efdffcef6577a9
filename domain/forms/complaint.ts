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
    field('day', '投诉日期', 'day', { required: true }),
    field('customer', '客户名称', 'customer', { required: true }),
    field('member', '责任人', 'member', { required: true }),
    field('content', '投诉内容', 'text'),
    field('valid', '有效', 'boolean'),
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
