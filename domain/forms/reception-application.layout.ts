// The paper of 客户接待申请表: portrait, boxes to tick for type, purpose and grade, three who sign.

import type { PaperLayout } from './layout.ts';

export const receptionApplicationLayout: PaperLayout = {
  titles: ['接待申请表', '客户接待申请', '接待申请', '客户接待申请单', '接待申请单', '来客接待申请', '来客接待申请表', '招待申请表', '客户招待申请表', '业务招待申请表', '接待审批表', '接待审批单', '来访接待申请', '客户来访接待申请', '招待申请单', '业务招待申请'],
  orientation: 'portrait',
  onePage: true,
  columns: [16, 18, 14, 14, 14, 18],
  blocks: [
    { cells: [{ kind: 'text', text: '客户接待申请表', width: 6, style: 'title' }], height: 36 },
    { cells: [{ kind: 'label', field: 'customer', width: 1 }, { kind: 'value', field: 'customer', width: 3 }, { kind: 'label', field: 'reception_time', width: 1 }, { kind: 'value', field: 'reception_time', width: 1 }], height: 32 },
    { cells: [{ kind: 'label', field: 'expense_type', width: 1 }, { kind: 'value', field: 'expense_type', width: 5, boxes: 'before' }], height: 28 },
    { table: 'expenses', side: { text: '费用明细', width: 1 }, columns: [['item', 3], ['amount', 2]], rows: 5, total: '合计', height: 28 },
    { options: 'purposes', labelWidth: 1, width: 5, height: 26 },
    { options: 'grade', labelWidth: 1, width: 5, height: 26 },
    { table: 'approvals', isWorded: true, side: { text: '审核签字', width: 1 }, columns: [['role', 1], ['name', 2], ['date', 2]], rows: 3, height: 42 },
  ],
};
