// The paper of 礼品馈赠申请表: landscape, one row a gift, who signs below.

import type { PaperLayout } from './layout.ts';

export const giftApplicationLayout: PaperLayout = {
  titles: ['礼品申请表', '礼品馈赠申请', '礼品申请', '礼品馈赠申请单', '礼品申请单', '赠礼申请表', '礼品领用申请表', '礼品领用申请', '礼品馈赠审批表', '礼品申领表', '礼品申领单', '礼品申领', '礼品领用单', '赠礼申请', '馈赠申请表', '馈赠申请单', '礼品发放登记', '礼品领用登记', '礼品馈赠登记', '礼品赠送登记', '礼品发放台账', '礼品领用台账', '礼品馈赠台账'],
  orientation: 'landscape',
  onePage: true,
  columns: [15, 30, 26, 22, 10, 14, 22],
  blocks: [
    { cells: [{ kind: 'text', text: '礼品馈赠申请表', width: 7, style: 'title' }], height: 36 },
    { cells: [{ kind: 'label', field: 'applying_dept', width: 1 }, { kind: 'value', field: 'applying_dept', width: 2 }, { kind: 'label', field: 'gift_dept', width: 1 }, { kind: 'value', field: 'gift_dept', width: 3 }], height: 32 },
    { table: 'rows', columns: [['gift_date', 1], ['recipient_org', 1], ['recipient_person', 1], ['gift_name', 1], ['quantity', 1], ['value', 1], ['remark', 1]], rows: 8, height: 32 },
    { signing: 'signatures', widths: [1, 1, 1, 2, 2], lines: [{ columns: ['name', 'date'], height: 60 }] },
  ],
};
