// Lists as departments type them: units and periods said above, totals and lines between the rows, lists that share a
// sheet. No row may vanish, none may come out of a total, a heading or a signature.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';

function read(rows: readonly (readonly Sketched[])[]) {
  const { records } = recogniseSheet(sketch(rows));
  return { records: records.map((record) => [record.form, recordAsRead(formOf(record.form)!, record.fields)] as const), problems: records.flatMap((record) => record.problems) };
}

const head = ['合同编号', '客户名称', '合同类型', '签订日期', '合同金额'];
const signed = (no: string, amount: Sketched): Sketched[] => [no, '长河物流', '销售合同', '2026-09-01', amount];
const amounts = (rows: readonly (readonly Sketched[])[]) => read(rows).records.map(([, fields]) => fields['amount']);

describe('amounts', () => {
  it.each([['单位：万元', 12_500_000], ['（金额单位：人民币千元）', 1_250_000], ['单位：元', 1250], ['单位：亿元', 125_000_000_000]])('are in the unit said above: %s', (unit, fen) => {
    expect(amounts([['合同台账'], ['', '', '', unit], head, signed('A', 12.5), signed('B', '12.5元')])).toEqual([fen, 1250]);
  });

  it('are in the unit of their own heading first', () => {
    expect(amounts([['合同台账', '单位：万元'], [...head.slice(0, 4), '合同金额（元）'], signed('A', 12.5)])).toEqual([1250]);
    expect(amounts([['合同台账'], [...head.slice(0, 4), '合同金额/千元'], signed('A', 12.5)])).toEqual([1_250_000]);
  });
});

describe('columns left blank', () => {
  it.each([[[1]], [[1, 2]], [[1, 2, 3]], [[1, 2, 3, 4]], [[2, 4]]])('before columns %j hide nothing', (places) => {
    const spaced = (row: readonly Sketched[]): Sketched[] => row.flatMap((value, index) => (places.includes(index) ? ['', value] : [value]));
    expect(read([['合同台账'], spaced(head), spaced(signed('A', 1)), spaced(signed('B', 2))]).records.map(([, fields]) => fields['contract_no'])).toEqual(['A', 'B']);
  });
});

describe('a row that somebody begins', () => {
  it('under a blank one hides none of the rows below it', () => {
    const rows = [['合同台账'], head, ['', '', '', '', ''], ['', '长河物流', '', '', ''], signed('A', 1), signed('B', 2)];
    expect(read(rows).records.map(([, fields]) => fields['contract_no'])).toEqual([undefined, 'A', 'B']);
    expect(read([...rows.slice(0, 2), signed('A', 1), ['', '', '', '', ''], ['', '请于月底前报送', '', '', '']]).records).toHaveLength(1);
  });
});

describe('a period that no column states', () => {
  it('is that of the title', () => {
    expect(read([['2026年9月考勤月报表'], ['姓名', '出勤天数', '迟到次数', '直接去市场次数'], ['林小满', 21, 1, 4]]).records).toEqual([['attendance', { member: '林小满', month: '2026-09', days_present: 21, late: 1, direct_to_market: 4 }]]);
    expect(read([['评分表（2026年第三季度）'], ['被考核人', '考核指标', '评分'], ['林小满', '责任感', 5]]).records).toEqual([['rating', { member: '林小满', quarter: '2026Q3', item: '责任感', points: 5 }]]);
  });

  it('stays open where the title says two', () => {
    expect(read([['2026年9月、2026年10月销售计划表'], ['姓名', '计划销售额(元)', '计划新客户数'], ['林小满', 100, 1]]).records).toEqual([['sales-plan', { member: '林小满', planned_sales: 10_000, planned_new_customers: 1 }]]);
  });
});

describe('lines between and beneath the rows', () => {
  it('end nothing while rows go on below them', () => {
    const rows = [['合同台账'], head, ['一月'], signed('A', 1), ['本月合计', '', '', '', 1], signed('B', 2), ['赵一鸣小计', '', '', '', 2], [], signed('C', 3), ['合计', '', '', '', 6]];
    expect(amounts(rows)).toEqual([100, 200, 300]);
  });

  it('keep a half-filled row beneath a total', () => {
    const rows = [['合同台账'], head, signed('A', 1), ['合计', '', '', '', 1], ['大写：壹元整'], ['B', '乙', '其他', '2026-09-02', '面议']];
    const found = read(rows);
    expect(found.records.map(([, fields]) => fields['contract_no'])).toEqual(['A', 'B']);
    expect(found.problems).toEqual([{ code: 'unreadable-money', path: 'amount', text: '面议' }]);
  });

  it('are lines also where the headings come once more under them', () => {
    const rows = [['违规登记表'], ['日期', '姓名', '类别', '情况说明'], ['2026-09-02', '林', '违反制度', ''], ['二月'], ['日期', '姓名', '类别', '情况说明'], ['2026-09-03', '周', '影响团队', ''], [], ['', '', '', '请月底前交']];
    expect(read(rows).records.map(([, fields]) => fields['day'])).toEqual(['2026-09-02', '2026-09-03']);
  });

  it('of a stretch are no rows, also with a word beside them', () => {
    expect(read([['合同台账'], head, signed('A', 1), ['9月中旬小计', '', '3 份', '', 1], signed('B', 2)]).records.map(([, fields]) => fields['contract_no'])).toEqual(['A', 'B']);
  });

  it('are no totals where a text only begins like one', () => {
    const rows = [['客户投诉登记表'], ['投诉内容', '投诉日期', '客户名称', '责任人'], ['合计数不对', '2026-09-01', '甲', '林'], ['累计三次未回电', '2026-09-02', '甲', '林']];
    expect(read(rows).records.map(([, fields]) => fields['content'])).toEqual(['合计数不对', '累计三次未回电']);
  });

  it('are no records where people sign', () => {
    expect(amounts([['合同台账'], head, signed('A', 1), [], ['部门负责人签字：', '', '日期：', '2026-09-30'], ['制表：', '王一', '审核：', '李二']])).toEqual([100]);
  });
});

describe('lists on one sheet', () => {
  it('keep the period of their own title', () => {
    const plan = (quarter: string): Sketched[][] => [[{ value: `2027年第${quarter}季度礼品馈赠计划表`, columns: 6 }], ['客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值', '负责人姓名'], ['甲', '问候', '茶', 2, 100, '赵']];
    expect(read([...plan('一'), [], ...plan('二')]).records.map(([, fields]) => fields['plan_period'])).toEqual(['2027年第一季度', '2027年第二季度']);
  });

  const receipts = [['合同编号', '应收日期', '应收金额', '回款日期', '回款金额(元)'], ['A', '2026-09-02', 1, '', '']];
  const receipt = ['receipt', { contract_no: 'A', due_day: '2026-09-02', due_amount: 100 }];
  const contract = ['contract', { contract_no: 'A', customer: '长河物流', type: '销售合同', signed_day: '2026-09-01', amount: 100 }];

  it.each([['with its title close beneath', [['回款台账']]], ['without a title', []], ['with another title', [['收付情况']]]])('the next begins %s', (_how, between) => {
    expect(read([['合同台账'], head, signed('A', 1), ...between, ...receipts])).toEqual({ records: [contract, receipt], problems: [] });
  });

  it('stand side by side', () => {
    const left = [['违规登记表', '', '', ''], ['日期', '姓名', '类别', '情况说明'], ['2026-09-02', '林小满', '违反制度', '未打卡'], ['2026-09-05', '周立夏', '影响团队', '争吵']];
    const right = [['客户投诉登记表'], ['投诉日期', '客户名称', '责任人', '投诉内容', '有效'], ['2026-09-03', '长河物流', '林小满', '响应慢', '是'], []];
    const { records } = read(left.map((row, index) => [...row, '', ...right[index]!]));
    expect(records.map(([form, fields]) => [form, fields['day']])).toEqual([['violation', '2026-09-02'], ['complaint', '2026-09-03'], ['violation', '2026-09-05']]);
  });
});

describe('lists laid across', () => {
  it('may begin with a label that is an answer elsewhere, and end with one', () => {
    const lines = [['有效', '否', '是'], ['投诉内容', '响应慢', '晚交'], ['客户名称', '长河物流', '千帆渡'], ['责任人', '林小满', '周立夏'], ['投诉日期', '2026-09-03', '2026-09-05']];
    const stated = [['complaint', { valid: false, content: '响应慢', customer: '长河物流', member: '林小满', day: '2026-09-03' }], ['complaint', { valid: true, content: '晚交', customer: '千帆渡', member: '周立夏', day: '2026-09-05' }]];
    expect(read([['客户投诉登记表'], [], ['序号', 1, 2], ...lines]).records).toEqual(stated);
    expect(read([['客户投诉登记表'], ['序号', 1, 2], ...lines.toReversed()]).records).toEqual(stated);
  });
});

describe('what is written about records', () => {
  it.each<[string, Sketched[][]]>([
    ['a commission slip', [['佣金结算单'], ['客户经理', '林小满', '月份', '2026年9月'], ['客户名称', '合同编号', '回款日期', '回款金额(元)', '费率', '佣金(元)'], ['甲', 'HT-1', '2026-09-01', 1000, '6%', 60]]],
    ['a ranking', [['2026年第三季度汇总'], ['序号', '被考核人', '季度', '考核指标', '权重', '得分', '排名'], [1, '赵', '2026Q3', '责任感', '10%', 5, 1]]],
    ['deliveries', [['日期', '客户名称', '单据号', '产品', '数量', '金额', '业务员'], ['2026-09-01', '甲', 'D1', '广告', 3, 100, '林']]],
    ['a plan of visits', [['日期', '客户名称', '拜访人', '拜访目的', '备注'], ['2026-09-01', '甲', '林', '初访', '']]],
  ])('is none: %s', (_name, rows) => {
    expect(read(rows).records).toEqual([]);
  });
});

describe('options that are columns of their own, with nothing written over them', () => {
  const lines = [[1, '千帆渡', '王总', '√', '', '', '谈了合同', '', '√', '', '', ''], [2, '星河', '李总', '', '√', '', '谈价格', '√', '', '', '', '']];
  it.each([
    ['letter and words', ['a.初次拜访', 'b.处理问题', 'c.建立关系'], ['A.商谈成功', 'B.有希望', 'C.再度访问', 'D.无希望', 'E.继续观察']],
    ['words', ['初次拜访', '处理问题', '建立关系'], ['商谈成功', '有希望', '再度访问', '无希望', '继续观察']],
  ])('%s', (_how, plans, results) => {
    const { records } = read([['客户拜访日报表'], ['填表人', '林小满', '日期', '2026-10-12'], ['序号', '客户', '面谈者', ...plans, '面谈概要', ...results], ...lines]);
    const visits = records.flatMap(([, fields]) => fields['visits'] as Record<string, unknown>[]);
    expect(visits).toMatchObject([{ customer: '千帆渡', interviewee: '王总', plan: '初次拜访', summary: '谈了合同', result: '有希望' }, { customer: '星河', interviewee: '李总', plan: '处理问题', summary: '谈价格', result: '商谈成功' }]);
  });

  it('are none where they are values in a row', () => {
    const { records } = read([['客户拜访日报表'], ['填表人', '林小满', '日期', '2026-10-12'], ['客户', '面谈者', '商谈计划', '成果'], ['千帆渡', '王总', '初次拜访', '有希望']]);
    expect(records.map(([, fields]) => fields['visits'])).toMatchObject([[{ customer: '千帆渡', plan: '初次拜访', result: '有希望' }]]);
  });
});

describe('a form whose title and table are there', () => {
  const gifts = [['馈赠日期', '馈赠对象', '礼品收受人员', '礼品名称', '数量', '价值(元)', '备注'], ['2026-10-11', '千帆渡', '王总', '茶', 2, 400, '计划内']];
  it('is read though none of its other labels is printed, and a mere list of gifts is none', () => {
    expect(read([['礼品馈赠申请表'], ...gifts]).records).toMatchObject([['gift-application', { rows: [{ gift_date: '2026-10-11', value: 40_000 }] }]]);
    expect(read(gifts).records).toEqual([]);
    expect(read([['礼品馈赠申请表'], gifts[0]!, ['', '', '', '', '', '', '']]).records).toEqual([]);
  });
});

describe('a price of one', () => {
  it.each(['价值(元/份)', '价值（元／盒）', '价值 元/个'])('%s is not taken for the sum', (heading) => {
    const rows = [['礼品馈赠申请表'], ['申请部门', '客户二部', '礼品管理部门', '行政部'], ['馈赠日期', '馈赠对象', '礼品收受人员', '礼品名称', '数量', heading, '备注'], ['2026-10-11', '千帆渡', '王总', '茶', 2, 400, '计划内']];
    expect(read(rows).records.map(([, fields]) => fields['rows'])).toEqual([[{ gift_date: '2026-10-11', recipient_org: '千帆渡', recipient_person: '王总', gift_name: '茶', quantity: 2, remark: '计划内' }]]);
  });
});
