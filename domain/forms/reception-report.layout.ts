// The paper of 客户接待报告表: portrait, who sat at the table beside what it cost, three reviews below.

import type { PaperLayout, PaperRow } from './layout.ts';

const pair = (left: string, right: string): PaperRow => ({
  cells: [{ kind: 'label', field: left, width: 1 }, { kind: 'value', field: left, width: 2 }, { kind: 'label', field: right, width: 1 }, { kind: 'value', field: right, width: 2 }],
  height: 28,
});
const long = (field: string, height: number): PaperRow => ({ cells: [{ kind: 'label', field, width: 1 }, { kind: 'value', field, width: 5 }], height });

export const receptionReportLayout: PaperLayout = {
  titles: ['接待报告表', '客户接待报告', '接待报告', '客户接待报告单', '接待工作报告', '接待情况报告', '招待报告表', '客户招待报告表', '接待总结', '接待总结表', '接待总结报告', '接待情况表', '来访接待报告', '接待汇报', '接待台账', '接待登记', '接待记录', '宴请报告', '招待情况报告', '招待报告', '来访接待小结', '接待小结'],
  orientation: 'portrait',
  onePage: true,
  columns: [16, 14, 17, 15, 12, 20],
  blocks: [
    { cells: [{ kind: 'text', text: '客户接待报告表', width: 6, style: 'title' }], height: 36 },
    pair('customer', 'purpose'),
    pair('reception_date', 'place'),
    pair('reporter', 'report_time'),
    {
      fields: [['customer_attendees', 2], ['company_attendees', 1]],
      beside: { table: 'expenses', columns: [['item', 1], ['amount', 1], ['remark', 1]], printed: ['餐费', '住宿', '交通费', '礼品', '其他'], total: '合计', rows: 6, height: 26 },
    },
    long('notes', 56),
    long('effect', 72),
    long('info_wanted', 56),
    long('future_activities', 56),
    { signing: 'reviews', widths: [2, 2, 2], ending: '审核', lines: [{ columns: ['opinion'], height: 64 }, { columns: ['name', 'date'], height: 44, worded: true }] },
  ],
};
