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
    field('applying_dept', '礼品馈赠申请部门', 'text', { required: true }),
    field('gift_dept', '礼品管理部门', 'text', { required: true }),
  ],
  tables: [
    {
      key: 'rows',
      label: '礼品明细',
      columns: [
        field('gift_date', '馈赠日期', 'day', { required: true }),
        field('recipient_org', '馈赠对象', 'customer', { required: true }),
        field('recipient_person', '礼品收受人员', 'text', { required: true }),
        field('gift_name', '礼品名称', 'text', { required: true }),
        field('quantity', '数量', 'number', { required: true }),
        field('value', '价值(元)', 'money', { required: true }),
        field('remark', '备注', 'text'),
      ],
      rowKey: ['gift_date', 'recipient_org', 'gift_name'],
      total: 'value',
      required: true,
    },
    signing('signatures', '签字', [
      { key: 'filler', label: '填表人' },
      { key: 'department-head', label: '部门主管' },
      { key: 'gift-keeper', label: '礼品管理员' },
      { key: 'office-head', label: '办公室主任' },
      { key: 'deputy-manager', label: '副经理' },
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
