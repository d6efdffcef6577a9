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

describe('a roster of archives', () => {
  const head = ['档案编号', '客户名称', '企业性质', '所在行业', '客户电话', '建档日期'];
  const customer = (no: string): Sketched[] => [no, `${no}公司`, '民营', '教育', '0390-1', '2026-01-05'];

  it('gives each line a row of the tables whose columns it has, by words of theirs or by those beside them', () => {
    const rows: Rows = [['大客户档案总表'], [...head, '高层姓名', '高层职务', '高层联系电话', '亲密程度', '竞争对手名称', '竞争对手产品', '对手亲密程度'], [...customer('K1'), '白崇岳', 'CEO', '1990001', '密切', '锐搜', '竞价', '一般'], [...customer('K2'), '', '', '', '', '', '', ''], [...customer('K3'), '花荣', '总经理', '', '初识', '', '', '']];
    expect(read(rows).fields.map((fields) => [fields['senior_contacts'], fields['competitors'], fields['third_party.intimacy']])).toEqual([
      [[{ name: '白崇岳', position: 'CEO', phone: '1990001', intimacy: '密切' }], [{ company: '锐搜', product: '竞价', intimacy: '一般' }], undefined],
      [undefined, undefined, undefined],
      [[{ name: '花荣', position: '总经理', intimacy: '初识' }], undefined, undefined],
    ]);
  });

  it('has several lines a customer under a group of headings, merged down or left blank', () => {
    const two = (value: Sketched): Sketched => ({ value: value as string, rows: 2 });
    const lines = (merged: boolean): Rows => [
      [...(merged ? customer('K1').map(two) : customer('K1')), '袁承志', '所长', '1990001', '一般'],
      ['', '', '', '', '', '', '温青青', '主任', '1990002', '密切'],
    ];
    for (const merged of [true, false]) {
      const rows: Rows = [['大客户花名册'], [...head.map(two), { value: '接触高层', columns: 4 }], ['', '', '', '', '', '', '姓名', '职务', '联系电话', '亲密程度'], ...lines(merged), [...customer('K2'), '何铁手', '总监', '', '一般']];
      expect(read(rows).fields.map((fields) => [fields['archive_no'], (fields['senior_contacts'] as unknown as { name: string }[]).map(({ name }) => name)])).toEqual([['K1', ['袁承志', '温青青']], ['K2', ['何铁手']]]);
    }
  });
});

describe('a register', () => {
  it('says an expense and its amount in two columns, and posts with who signed and when', () => {
    const rows: Rows = [['销售代表', '客户名称', '拜访对象', '商谈计划', '沟通内容', '拜访结果', '拜访日期', '费用项目', '费用金额', '协同人'], ['林小满', '甲公司', '王总', '初次拜访', '介绍', '有希望', '2026-08-03', '差旅费', 684, '售前 丁一'], ['林小满', '乙公司', '李总', '处理问题', '修复', '商谈成功', '2026-08-03', '', '', '']];
    expect(read(rows).fields).toMatchObject([{ reporter: '林小满', companions: ['售前 丁一'], expenses: [{ item: '差旅费', amount: 68_400 }], visits: [{ customer: '甲公司' }, { customer: '乙公司' }] }]);
    const posts: Rows = [['客户接待申请登记表'], ['客户名称', '接待时间', '费用类型', '招待目的', '接待档次', { value: '大客户总监', columns: 2 }, { value: '申请人', columns: 2 }], ['', '', '', '', '', '签字', '日期', '签字', '日期'], ['甲', '2026-03-10', '自费', '客户来访时的招待', '中档', '石破天', '2026-03-05', '丁当', '2026-03-04']];
    expect(read(posts).fields).toMatchObject([{ approvals: [{ role: '大客户总监', name: '石破天', date: '2026-03-05' }, { role: '申请人', name: '丁当', date: '2026-03-04' }] }]);
  });

  it('has the day in a column for the month and one for the day, said once or again', () => {
    const rows: Rows = [['大客户拜访登记'], [{ value: '2026年', columns: 2 }, ...visit.slice(1).map((value) => ({ value, rows: 2 }))], ['月', '日'], [9, 2, '虚竹', '甲', '王', '初次拜访', '谈', '有希望'], ['〃', 3, '虚竹', '乙', '李', '处理问题', '谈', '有希望'], ['', '〃', '虚竹', '丙', '赵', '建立关系', '谈', '有希望'], [10, 31, '虚竹', '丁', '孙', '建立关系', '谈', '有希望']];
    const days = (found: readonly Record<string, unknown>[]): unknown => found.map((fields) => [fields['report_date'], (fields['visits'] as { customer: string }[]).map(({ customer }) => customer)]);
    expect(days(read(rows).fields)).toEqual([['2026-09-02', ['甲']], ['2026-09-03', ['乙', '丙']], ['2026-10-31', ['丁']]]);
    expect(days(read([['2026年拜访登记'], ['月', '日', ...visit.slice(1)], ...rows.slice(3)]).fields)).toEqual([['2026-09-02', ['甲']], ['2026-09-03', ['乙', '丙']], ['2026-10-31', ['丁']]]);
  });

  it('has columns of its own among those of the form, pages with sums, and headings once more on each', () => {
    const heading = ['序号', '日期', '馈赠对象', '收受人员', '礼品名称', '规格', '单位', '数量', '单价（元）', '价值（元）', '领用人签字', '保管员签字', '备注'];
    const gift = (name: string, day: string): Sketched[] => [1, day, '甲公司', '王', name, '250g', '罐', 2, 100, 200, '仇', '邵', ''];
    const sum = (word: string, value: number): Sketched[] => [{ value: word, columns: 9 }, value, '', '', ''];
    const rows: Rows = [['礼品发放登记簿'], [{ value: '申请部门：大客户部', columns: 6 }, { value: '礼品管理部门：办公室', columns: 7 }], heading, gift('茶', '2026-01-14'), gift('酒', '同上'), sum('本页合计', 400), heading, gift('花', '2026-02-04'), sum('本页合计', 200), sum('累计', 600)];
    expect(read(rows).fields).toEqual([{ applying_dept: '大客户部', gift_dept: '办公室', rows: [['茶', '2026-01-14'], ['酒', '2026-01-14'], ['花', '2026-02-04']].map(([gift_name, gift_date]) => ({ gift_name, gift_date, recipient_org: '甲公司', recipient_person: '王', quantity: 2, value: 20_000 })) }]);
  });

  it('has the column of the printed rows whatever it is called, and customers of any kind', () => {
    const rows: Rows = [['2026年下半年客户关系强化表'], ['协议客户名称', '项目', '与客户关系', '对手关系', '负责人', '措施', '时间'], [{ value: '甲', rows: 2 }, '总经理', '一般', '密切', '林', '拜访', '11月'], ['', '部门经理', '好', '一般', '周', '请客', '12月']];
    expect(read(rows).fields).toMatchObject([{ customer: '甲', period: '2026年下半年', rows: [{ target: '总经理', our_relation: '一般' }, { target: '部门经理', our_relation: '好' }] }]);
  });

  it('says again what the last row of the page before says, and no heading', () => {
    const rows: Rows = [['拜访台账'], visit, ['2026-03-04', '田芷兰', '甲', '王', '初次拜访', '谈', '有希望'], [{ value: '本页小计', columns: 6 }, 1], visit, ['2026-03-05', '同上', '乙', '李', '处理问题', '谈', '有希望']];
    expect(read(rows).fields.map((fields) => [fields['report_date'], fields['reporter']])).toEqual([['2026-03-04', '田芷兰'], ['2026-03-05', '田芷兰']]);
  });

  it('is a weekly one with the reporter over it, days merged, days off, and plans beneath that are none', () => {
    const heading = ['日期', '星期', '客户名称', '面谈者', '商谈计划', '面谈概要', '成果', '费用（元）'];
    const rows: Rows = [[{ value: '大客户部拜访周报', columns: 8 }], ['填报人：', '鲁子敬', '部门：一部', '2026年第12周（3月16日—3月20日）', '填报日期：2026-03-20'], heading, [{ value: '3月16日', rows: 2 }, { value: '周一', rows: 2 }, '甲', '王', '处理问题', '谈', '有希望', 86], ['', '', '乙', '李', '建立关系', '谈', '有希望', ''], ['3月17日', '周二', { value: '公司开会', columns: 6 }], ['3月18日', '周三', '丙', '赵', '初次拜访', '谈', '再度访问', ''], [{ value: '本周合计', columns: 7 }, 86], [], [{ value: '下周工作计划', columns: 8 }], ['日期', '星期', '拟拜访客户', '面谈者', '目的', '准备事项'], ['3月23日', '周一', '丁', '孙', '建立关系', '图纸']];
    expect(read(rows).fields.map((fields) => [fields['reporter'], fields['report_date'], (fields['visits'] as unknown as { customer: string }[]).map(({ customer }) => customer)])).toEqual([['鲁子敬', '2026-03-16', ['甲', '乙']], ['鲁子敬', '2026-03-18', ['丙']]]);
    expect(read([rows[0]!, ['填报人：', '', '', '20   年第   周', '填报日期：'], heading, ['', '周一'], ['', '周二']]).fields).toEqual([]);
  });
});
