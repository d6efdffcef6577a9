// A manager's workbook with a given number of records in it: gift plans in one list, as in the sample workbooks.

import { demoDepartment } from '../../fixtures/demo/demo-department.ts';
import { memberNamed } from '../../fixtures/demo/people.ts';
import { cellName } from '../../simulator/excel/address.ts';
import { emptySheetData, emptyWorkbookData, type CellValue, type WorkbookData } from '../../simulator/excel/workbook-data.ts';

const heads = ['序号', '客户名称', '所属行业', '合作现状', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名', '备注'];

export function giftPlanWorkbook(records: number, member: string, purpose = '问候'): WorkbookData {
  const customers = demoDepartment().customers.filter((customer) => customer.assignments.some((each) => each.member === memberNamed(member).id));
  const sheet = emptySheetData('礼品计划');
  const put = (row: number, values: readonly CellValue[]) => values.forEach((value, column) => { sheet.cells[cellName(row, column)] = { value }; });
  put(0, ['礼品馈赠计划表']);
  put(1, ['计划期间：2026年下半年']);
  put(2, heads);
  for (let index = 0; index < records; index++) {
    put(3 + index, [index + 1, customers[index % customers.length]!.name, '电商', '年度合作', `第${index + 1}次${purpose}`, '定制礼盒', 2 + (index % 5), 168 * (1 + (index % 7)), member, '']);
  }
  return { ...emptyWorkbookData('礼品计划'), sheets: [sheet] };
}
