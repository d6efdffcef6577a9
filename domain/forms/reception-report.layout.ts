// The paper of 客户接待报告表: portrait, who sat at the table beside what it cost, three reviews below.

import type { PaperLayout, PaperRow } from './layout.ts';

const pair = (left: string, right: string): PaperRow => ({
  cells: [{ kind: 'label', field: left, width: 1 }, { kind: 'value', field: left, width: 2 }, { kind: 'label', field: right, width: 1 }, { kind: 'value', field: right, width: 2 }],
  height: 28,
});
const long = (field: string, height: number): PaperRow => ({ cells: [{ kind: 'label', field, width: 1 }, { kind: 'value', field, width: 5 }], height });

export const receptionReportLayout: PaperLayout = {
  orientation: 'portrait',
  columns: [16, 14, 17, 15, 12, 20],
  blocks: [
    { cells: [{ kind: 'text', text: '客户接待报告表', width: 6, style: 'title' }], height: 36 },
    pair('customer', 'purpose'),
    pair('reception_date', 'place'),
    pair('reporter', 'report_time'),
    long('customer_attendees', 48),
    long('company_attendees', 48),
    { table: 'expenses', side: { text: '支出费用报告', width: 1 }, columns: [['item', 2], ['amount', 1], ['remark', 2]], rows: 6 },
    long('notes', 56),
    long('effect', 72),
    long('info_wanted', 56),
    long('future_activities', 56),
    { table: 'reviews', side: { text: '审核', width: 1 }, columns: [['role', 1], ['opinion', 2], ['name', 1], ['date', 1]], rows: 3, height: 40 },
  ],
};
