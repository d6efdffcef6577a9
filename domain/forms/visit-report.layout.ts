// The paper of 客户拜访日报表: landscape, one tick a letter.

import type { PaperLayout } from './layout.ts';

export const visitReportLayout: PaperLayout = {
  titles: ['拜访日报', '拜访日报表', '客户拜访记录表', '拜访记录表', '拜访记录', '拜访日志', '客户拜访日志', '拜访流水', '拜访明细', '拜访登记', '拜访情况', '拜访周表', '拜访周报', '拜访月报', '拜访台账', '拜访清单', '拜访汇总', '拜访一览', '拜访报告', '拜访总结', '客户拜访日报', '走访记录', '走访日报', '走访登记', '走访台账', '客户走访', '客户拜访表', '外勤日报'],
  orientation: 'landscape',
  onePage: true,
  titled: ['reporter', 'report_date'],
  columns: [5, 24, 12, 5, 5, 5, 44, 5, 5, 5, 5, 5],
  blocks: [
    { cells: [{ kind: 'text', text: '客户拜访日报表', width: 12, style: 'title' }], height: 32 },
    {
      cells: [
        { kind: 'label', field: 'reporter', width: 2, text: '填表人：' },
        { kind: 'value', field: 'reporter', width: 4 },
        { kind: 'label', field: 'report_date', width: 1, text: '日期：' },
        { kind: 'value', field: 'report_date', width: 5 },
      ],
    },
    {
      table: 'visits',
      numbered: 1,
      columns: [['customer', 1], ['interviewee', 1], ['plan', 3, '商谈计划\n(选择)'], ['summary', 1], ['result', 5, '成果(选择)']],
      ticked: ['plan', 'result'],
      rows: 2,
      height: 52,
    },
    { cells: [{ kind: 'text', text: 'a.初次拜访  b.处理问题  c.建立关系    A.商谈成功  B.有希望  C.再度访问  D.无希望  E.继续观察', width: 12, style: 'note' }] },
    { table: 'expenses', columns: [['item', 3], ['amount', 3], ['remark', 6]], rows: 3, total: '合计' },
    { cells: [{ kind: 'label', field: 'visits_count', width: 2 }, { kind: 'value', field: 'visits_count', width: 1 }, { kind: 'label', field: 'issues_handled', width: 3 }, { kind: 'value', field: 'issues_handled', width: 6 }], height: 40 },
    { cells: [{ kind: 'label', field: 'companions', width: 2 }, { kind: 'value', field: 'companions', width: 1 }, { kind: 'label', field: 'issues_open', width: 3 }, { kind: 'value', field: 'issues_open', width: 6 }], height: 40 },
  ],
};
