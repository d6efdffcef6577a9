// Lists as the most different departments keep them: registers of what is a card elsewhere, lines that speak for the rows
// below, cells left empty on purpose, totals that do not add up.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

function read(rows: Rows, name = '表') {
  const found = recogniseSheet(sketch(rows, { name }));
  return { fields: found.records.map((record) => recordAsRead(formOf(record.form)!, record.fields)), forms: found.records.map((record) => record.form), sheet: found.problems.map(({ code, row, column, facts }) => ({ code, row, column, ...(facts ? { facts } : {}) })), uncertain: found.records.flatMap((record) => record.uncertain) };
}

const visit = ['日期', '填表人', '客户', '面谈者', '商谈计划', '面谈概要', '成果'];

describe('a register of cards', () => {
  it('has a customer archive a row', () => {
    const rows: Rows = [['客户档案台账'], ['档案编号', '客户名称', '企业性质', '行业', '联系人', '电话', '建档日期'], ['K1', '甲公司', '民营', '教育', '王', '0390-1', '2026-01-05'], ['K2', '乙公司', '国企', '汽车业', '李', '0390-2', '2026.2.7']];
    expect(read(rows).fields.map((fields) => [fields['archive_no'], fields['industry'], fields['created_date']])).toEqual([['K1', '教育', '2026-01-05'], ['K2', '汽车', '2026-02-07']]);
  });

  it('has an archive a column', () => {
    const rows: Rows = [['档案编号', 'K1', 'K2', 'K3'], ['客户名称', '甲', '乙', '丙'], ['建档日期', '2026-01-05', '2026-01-06', '2026-01-07'], ['企业性质', '民营', '', '国企'], ['所在行业', '教育', '汽车', ''], ['电话', '1', '2', '3']];
    expect(read([['重点客户档案'], ...rows]).fields.map((fields) => fields['customer_name'])).toEqual(['甲', '乙', '丙']);
  });

  it('has a person of a relationship plan a row, the customer merged down', () => {
    const rows: Rows = [['客户关系强化计划'], ['客户名称', '强化对象', '与客户关系', '对手关系', '负责人', '措施', '时间'], [{ value: '甲', rows: 2 }, '总经理', '一般', '密切', '林', '拜访', '11月'], ['', '副总经理', '好', '一般', '周', '请客', '12月'], ['乙', '采购科长', '一般', '无', '林', '送资料', '年底']];
    expect(read(rows).fields.map((fields) => [fields['customer'], (fields['rows'] as unknown as { target: string }[]).map((row) => row.target)])).toEqual([['甲', ['总经理', '副总经理']], ['乙', ['采购科长']]]);
  });

  it('has a reception a row, with expenses and who applied as columns', () => {
    const rows: Rows = [['接待申请台账'], ['客户名称', '接待时间', '费用类型', { value: '费用明细（元）', columns: 3 }, '招待目的', '接待档次', '申请人'], ['', '', '', '招待费', '礼品费', '合计', '', '', ''], ['甲', '2026-11-02 18:00', '全部执行', 800, 200, 1000, '客户来访时的招待', '中档', '林小满']];
    expect(read(rows).fields).toEqual([{ customer: '甲', reception_time: '2026-11-02 18:00', expense_type: '全部执行', purposes: ['客户来访时的招待'], grade: '中档', expenses: [{ item: '招待费用', amount: 80_000 }, { item: '礼品费用', amount: 20_000 }], approvals: [{ role: '申请人', name: '林小满' }] }]);
  });

  it('has a gift applied for a row', () => {
    const rows: Rows = [['礼品馈赠申请登记表'], ['申请部门', '管理部门', '馈赠日期', '馈赠对象', '收受人', '礼品名称', '数量', '价值(元)', '填表人'], ['大客户部', '行政部', '2026-09-18', '甲', '王总', '茶', 1, 200, '林'], ['大客户部', '行政部', '2026-09-19', '乙', '李总', '酒', 2, 600, '周']];
    expect(read(rows).forms).toEqual(['gift-application', 'gift-application']);
  });
});

describe('visits', () => {
  it('of one person and day go on where both cells are left empty', () => {
    const rows: Rows = [['拜访记录'], visit, ['2026-10-12', '林', '甲', '王', 'a', '谈', 'B'], ['', '', '乙', '李', 'b', '谈', 'C'], ['2026-10-13', '林', '丙', '张', 'c', '谈', 'A']];
    expect(read(rows).fields.map((fields) => [fields['report_date'], (fields['visits'] as unknown[]).length])).toEqual([['2026-10-12', 2], ['2026-10-13', 1]]);
  });

  it('are those of whom the title names, and asked about where only it does', () => {
    const rows: Rows = [['阙如故　2025年5月客户拜访明细'], [], ['成果', '客户名称', '受访人', '日期', '目的', '洽谈纪要'], ['有希望', '甲', '梅', '5月6日', '建立关系', '谈']];
    expect(read(rows, '5月-阙如故')).toMatchObject({ fields: [{ reporter: '阙如故', report_date: '2025-05-06' }], uncertain: [] });
    expect(read(rows).uncertain).toEqual(['reporter']);
  });
});

describe('rows and lines', () => {
  it('a remark in brackets is no row', () => {
    expect(read([['合同登记表'], ['序号', '合同号', '甲方', '类型', '签约日期', '金额'], [1, 'A', '甲', '销售合同', '2026-09-01', 100], ['', '（以上为三季度）'], [2, 'B', '乙', '其他', '2026-10-01', 200]]).fields.map((fields) => fields['contract_no'])).toEqual(['A', 'B']);
  });

  it('a total that is not the sum of its rows is shown', () => {
    const rows = (total: number): Rows => [['合同台账'], ['合同编号', '客户名称', '合同类型', '签订日期', '合同金额(元)'], ['A', '甲', '销售合同', '2026-09-01', 100], ['B', '乙', '销售合同', '2026-09-02', 200], ['合计', '', '', '', total]];
    expect(read(rows(350)).sheet).toEqual([{ code: 'total-differs', row: 4, column: 4, facts: { sum: '300.00' } }]);
    expect(read(rows(300)).sheet).toEqual([]);
  });

  it('amounts in brackets are negative, and asked about', () => {
    expect(read([['销售台账'], ['日期', '客户', '类型', '金额', '业绩归属', '单据号'], ['2026-09-02', '乙', '销售', '(300)', '周', 'D2']])).toMatchObject({ fields: [{ amount: -30_000 }], uncertain: ['amount'] });
  });
});
