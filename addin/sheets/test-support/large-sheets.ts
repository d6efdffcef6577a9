// Sheets of any size, of the kinds whose reading must not grow faster than they do.

import type { SheetImage } from '../image.ts';
import { sketch } from './sketch.ts';
import type { Sketched } from './sketch.ts';

const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_none, index) => make(index));

/** About so many cells each. */
export const largeSheets: Readonly<Record<string, (cells: number) => SheetImage>> = {
  'one list': (cells) =>
    sketch([['礼品馈赠计划表'], ['序号', '客户名称', '所属行业', '合作现状', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名', '备注'], ...times(Math.round(cells / 10), (row): Sketched[] => [row + 1, `客户${row % 97}有限公司`, '电商', '年度合作', '节日问候', `礼盒${row}`, 2, 168, '林小满', '无'])]),
  'a visit list': (cells) =>
    sketch([['客户拜访记录表'], ['日期', '填表人', '客户名称', '面谈者', '商谈计划', '面谈概要', '成果', '交通费'], ...times(Math.round(cells / 8), (row): Sketched[] => [{ value: 46_000 + Math.floor(row / 3), format: 'yyyy-mm-dd' }, '林小满', `客户${row % 97}`, '张', 'b', '谈了合作', 'B', 32])]),
  'many cards': (cells) =>
    sketch(times(Math.round(cells / 60), (card): Sketched[][] => [['客户拜访日报表'], ['填表人', '林小满', '日期', `${2020 + Math.floor(card / 336)}年${1 + (Math.floor(card / 28) % 12)}月${1 + (card % 28)}日`], ['客户', '面谈者', '商谈计划', '面谈概要', '成果'], ...times(9, (row): Sketched[] => [`客户${row}`, '张', '初次拜访', '谈了合作', '有希望']), ['同行者', '周立夏'], ['']]).flat()),
  'many lists': (cells) =>
    sketch(times(Math.round(cells / 60), (): Sketched[][] => [['礼品馈赠计划表'], ['客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'], ...times(8, (row): Sketched[] => [`客户${row}有限公司`, '节日问候', '礼盒', 2, 168, '林小满']), ['']]).flat()),
  'no form': (cells) => sketch(times(Math.round(cells / 10), (row): Sketched[] => times(10, (column) => (column % 2 ? row * column : `项目${(row * 31 + column) % 977}`)))),
  'no form, headings in every row': (cells) => sketch(times(Math.round(cells / 6), (): Sketched[] => ['客户名称', '联系电话', '负责人', '备注', '日期', '金额'])),
  'no form, labels in every row': (cells) => sketch(times(Math.round(cells / 6), (row): Sketched[] => ['客户名称', `甲${row}`, '联系电话', row, '备注', '无'])),
};
