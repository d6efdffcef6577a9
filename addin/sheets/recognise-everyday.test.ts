// What people write without thinking of a reader: numbers that a line explains, costs in one cell, an answer ticked in the
// line below, the words of everyday speech, a form that is a list elsewhere drawn as a card.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

function read(rows: Rows): readonly Record<string, unknown>[] {
  return recogniseSheet(sketch(rows)).records.map((record) => recordAsRead(formOf(record.form)!, record.fields));
}

const wide = (value: string, columns: number): Sketched => ({ value, columns });
const visitHeading = ['日期', '业务员', '客户', '面谈者', '商谈计划', '面谈概要', '成果'];
const visit = (plan: string, result = 'B'): Sketched[] => ['2026-11-03', '林小满', '甲公司', '王总', plan, '谈了续约', result];

describe('numbers that the sheet explains', () => {
  const list = (line: string, ...plans: string[]): Rows => [['拜访台账'], [wide(line, 7)], visitHeading, ...plans.map((plan) => visit(plan))];
  const plans = (rows: Rows): unknown[] => recogniseSheet(sketch(rows)).records.flatMap((record) => Object.values((record.fields['visits'] ?? {}) as Record<string, { plan?: string }>).map(({ plan }) => plan));

  it('stand for the options that are printed behind them, in whatever order', () => {
    expect(plans(list('计划：①初次拜访 ②处理问题 ③建立关系', '②', '③', '①'))).toEqual(['处理问题', '建立关系', '初次拜访']);
    expect(plans(list('计划：1.建立关系；2.初次拜访', '2', '1'))).toEqual(['初次拜访', '建立关系']);
  });

  it('stand for nothing where no line, or one that says two things, explains them', () => {
    expect(plans(list('每周一更新', '②'))).toEqual([undefined]);
    expect(plans(list('①初次拜访 ①处理问题 ②建立关系', '①', '②'))).toEqual([undefined, undefined]);
  });

  it('may be letters, and chosen in the cell itself', () => {
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['费用类型\n(A全部执行 B部分执行 C自费)', 'B', '接待档次', 'A.高档　B.中档　C.低档（选填：B）'], ['招待目的', wide('①□招待新的合作客户　②☑庆祝新客户合作关系的建立\n③☑客户来访时的招待　④□客户服务人员出访时的请客', 3)]];
    expect(read(rows)[0]).toMatchObject({ expense_type: '部分执行', grade: '中档', purposes: ['庆祝新客户合作关系的建立', '客户来访时的招待'] });
  });

  it('may be several where several may be chosen', () => {
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['招待目的（填序号）', wide('③、⑦', 3)], ['接待档次', wide('中档', 3)], ['费用类型', wide('自费', 3)], [wide('目的代码：①招待新的合作客户 ③客户来访时的招待 ⑦达到各种目的后的致谢', 4)]];
    expect(read(rows)[0]).toMatchObject({ purposes: ['客户来访时的招待', '达到各种目的后的致谢'] });
  });
});

describe('costs in one cell', () => {
  const head: Rows = [[wide('客户接待申请表', 2)], ['客户名称', '甲公司'], ['接待时间', '2026-11-03 18:00'], ['费用类型', '全部执行'], ['招待目的', '客户来访时的招待'], ['接待档次', '中档']];

  it('are read each with its amount, those of nothing left out', () => {
    expect(read([...head, ['费用明细', '1.招待费用 850元；2.会议费用 /；4.礼品费用 320元。合计1170元']])[0]).toMatchObject({ expenses: [{ item: '招待费用', amount: 85_000 }, { item: '礼品费用', amount: 32_000 }] });
    const report: Rows = [[wide('客户接待报告表', 2)], ['客户名称', '甲公司'], ['招待目的', '回访'], ['招待日期', '2026-11-03'], ['招待地点', '食堂'], ['支出费用', '餐费：738元（5人）\n交通费：45.6元']];
    expect(read(report)[0]).toMatchObject({ expenses: [{ item: '餐费', amount: 73_800, remark: '5人' }, { item: '交通费', amount: 4560 }] });
  });

  it('of which one says no amount are no costs', () => {
    expect(read([...head, ['费用明细', '招待费用 850元；礼品费用实报实销']])[0]).not.toHaveProperty('expenses');
  });
});

describe('a choice', () => {
  it('may be ticked in the line below its options', () => {
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['费用类型', '全部执行', '部分执行', '自费'], ['（打√）', '', '√', ''], ['接待档次', wide('中档', 3)], ['招待目的', wide('客户来访时的招待', 3)]];
    expect(read(rows)[0]).toMatchObject({ expense_type: '部分执行', grade: '中档' });
  });
});

describe('a plan of gifts drawn as cards', () => {
  const card = (name: string): Rows => [['客户', name], ['所在行业', '电商'], ['馈赠目的', '年终答谢'], ['礼品名称', '围巾'], ['礼品数量', '4条'], ['预算价值', '3,192元'], ['负责人', '林小满'], ['备注', '']];

  it('is a record a card', () => {
    const cards = card('甲公司').map((row, index) => [...row, '', ...card('乙公司')[index]!]);
    const found = recogniseSheet(sketch([[wide('年终礼品计划卡', 5)], ...cards, [], ...card('丙公司')])).records;
    expect(found.map((record) => [record.form, record.fields['customer'], record.fields['budget_value'], record.fields['quantity']])).toEqual(['甲公司', '乙公司', '丙公司'].map((name) => ['gift-plan', name, 319_200, 4]));
  });

  it('takes the period that its sheet says once', () => {
    const found = read([[wide('年终礼品计划卡', 2)], ['计划期间：2026年12月'], [], ...card('甲公司'), [], ...card('乙公司')]);
    expect(found.map((record) => [record['customer'], record['plan_period']])).toEqual([['甲公司', '2026年12月'], ['乙公司', '2026年12月']]);
  });

  it('is no list, though its labels stand three in a line, above their values, or over a note at the foot', () => {
    const beside: Rows = [[wide('礼品馈赠计划表', 6)], ['客户名称', '甲公司', '所属行业', '电商'], ['合作现状', '在谈', '馈赠目的', '答谢', '礼品名称', '围巾'], ['礼品数量', 4, '预算价值', '3,192元', '负责人', '林小满'], ['备注', wide('送到前台', 5)], ['说明：1、金额以元为单位；2、本表一式两份。']];
    const above: Rows = [[wide('礼品馈赠计划表', 3)], ['客户名称', '所属行业', '合作现状'], ['甲公司', '电商', '在谈'], ['馈赠目的', '礼品名称', '礼品数量'], ['答谢', '围巾', 4], ['预算价值', '负责人', '备注'], ['3,192元', '林小满', '送到前台']];
    for (const rows of [beside, above]) expect(read(rows)).toEqual([{ customer: '甲公司', industry: '电商', cooperation_status: '在谈', gift_purpose: '答谢', gift_name: '围巾', quantity: 4, budget_value: 319_200, responsible: '林小满', remark: '送到前台' }]);
  });

  it('needs its name: such labels stand on other papers too', () => {
    expect(read(card('甲公司'))).toEqual([]);
  });
});

describe('who signs', () => {
  it('may stand behind a post without a colon, each in a cell', () => {
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['招待目的', wide('客户来访时的招待', 3)], ['接待档次', wide('中档', 3)], ['审核', '大客户总监', '财务部经理　钱如数　2026.11.1', '申请人　楚江开　2026.10.30']];
    expect(read(rows)[0]).toMatchObject({ approvals: [{ role: '财务部经理', name: '钱如数', date: '2026-11-01' }, { role: '申请人', name: '楚江开', date: '2026-10-30' }] });
  });

  it('may stand in a column of a list with a word and a day', () => {
    const rows: Rows = [[wide('客户接待报告登记表（2026年）', 10)], ['客户名称', '招待目的', '招待日期', '招待地点', '报告人', '报告时间', '客户方人员', '我方人员', '接待效果', '大客户总监审核'], ['甲公司', '回访', '2026-11-03', '食堂', '林小满', '2026-11-04', '王总', '林小满', '很好', '同意报销 顾山海 11.5'], ['乙公司', '回访', '2026-11-06', '食堂', '林小满', '2026-11-08', '李总', '林小满', '很好', '顾山海']];
    expect(read(rows)[0]).toMatchObject({ reviews: [{ role: '大客户总监', opinion: '同意报销', name: '顾山海', date: '2026-11-05' }] });
    expect(read(rows)[1]).toMatchObject({ reviews: [{ role: '大客户总监', name: '顾山海' }] });
  });

  it('ends before the mark that parts him from the next', () => {
    const rows: Rows = [[wide('礼品馈赠申请表', 6)], ['申请部门：大客户部', '', '', '礼品管理部门：办公室'], ['数量', '馈赠日期', '馈赠对象', '礼品收受人员', '礼品名称', '价值(元)'], [2, '2026-09-26', '甲公司', '王总', '月饼', 960], [wide('填表人：林小满 2026.9.20；部门主管：顾山海 2026.9.21', 6)]];
    expect(read(rows)[0]).toMatchObject({ signatures: [{ role: '填表人', name: '林小满', date: '2026-09-20' }, { role: '部门主管', name: '顾山海', date: '2026-09-21' }] });
  });
});

describe('the label of another field', () => {
  const heading = ['客户编号', '建档日期', '单位名称', '单位性质', '公司电话', '所属行业', '对接人', '客户等级'];

  it('is the field itself where no word of its own stands', () => {
    expect(read([['大客户台账'], heading, ['K-1', '2026-09-01', '甲公司', '民营', '0370-1', '电商', '王总', 'A']])[0]).toMatchObject({ customer_name: '甲公司', enterprise_nature: '民营' });
  });

  it('is not that where it speaks of the third party further down', () => {
    const card: Rows = [['客户档案表'], ['档案编号', 'K-1', '建档日期', '2026-09-01'], ['甲方全名', '某公司', '电话', '1'], ['是否招标', '是', '涉及单位', '有'], ['单位名称', '中介公司', '单位性质', '民营'], ['可行性评估', '可行', '技术风险评估', '无']];
    expect(read(card)).toEqual([]);
  });
});

describe('two tables side by side', () => {
  it('part where the second begins, though they have a heading in common', () => {
    const rows: Rows = [[wide('客户档案表', 8)], ['档案编号', 'K-1', '建档日期', '2026-09-01', '客户名称', '甲公司', '电话', '1'], ['高层联系人', '姓名', '职务', '联系电话', '亲密程度', '竞争对手', '产品', '亲密程度'], [1, '蔡伦', '总经理', '199', '一般', '速达传媒', '信息流', '较密切'], [2, '毕升', '经理', '198', '密切', '', '', '']];
    expect(read(rows)[0]).toMatchObject({ senior_contacts: [{ name: '蔡伦', intimacy: '一般' }, { name: '毕升', intimacy: '密切' }], competitors: [{ company: '速达传媒', product: '信息流', intimacy: '较密切' }] });
  });
});

describe('lines between rows', () => {
  const archive = ['客户编号', '建档日期', '客户名称', '企业性质', '所属行业', '经常联系人', '客户等级', '客户状态'];

  it('lose no row that follows them, whatever one of its cells says', () => {
    const row = (name: string, industry: string): Sketched[] => [`K-${name}`, '2026-09-01', name, '民营', industry, '王总', 'A', '成交'];
    const rows: Rows = [['客户台账'], archive, [wide('一、电商、服务平台类', 8)], row('甲公司', '电商'), [wide('二、教育、医疗类', 8)], row('乙公司', '会计培训学校'), row('丙公司', '医疗')];
    expect(read(rows).map((record) => record['customer_name'])).toEqual(['甲公司', '乙公司', '丙公司']);
  });

  it('over plans end what has been done', () => {
    const rows: Rows = [[wide('周报', 7)], [wide('客户拜访记录', 7)], visitHeading, visit('b'), [wide('下周计划', 7)], ['日期', '业务员', '拟访客户', '拟访对象', '', '拟谈内容'], ['2026-11-10', '林小满', '乙公司', '李总', '', '报价']];
    expect(read(rows).map((record) => record['report_date'])).toEqual(['2026-11-03']);
  });
});

describe('a row that somebody took back', () => {
  it('may say so in brackets behind its name, or be called off beside a stroke', () => {
    const rows: Rows = [['拜访台账'], visitHeading, visit('b'), ['2026-11-04', '林小满', '乙公司（作废，重复登记）', '李总', 'b', '谈', 'A']];
    const { records, problems } = recogniseSheet(sketch(rows));
    expect(records).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['row-void']);
    const image = sketch([['拜访台账'], visitHeading, visit('b'), [...visit('b'), '取消']]);
    const struck = recogniseSheet({ ...image, struck: visitHeading.map((_, column) => ({ row: 3, column })) });
    expect(struck.records).toHaveLength(1);
    expect(struck.problems.map(({ code }) => code)).toEqual(['row-struck-out']);
  });
});

describe('a paper that somebody took back', () => {
  const card: Rows = [[wide('客户接待报告表', 4)], ['客户名称', '甲公司', '招待目的', '回访'], ['招待日期', '2026-11-03', '招待地点', '食堂'], ['报告人', '林小满', '接待效果', '已定']];

  it('is told, not read, and the next one stands', () => {
    const { records, problems } = recogniseSheet(sketch([[wide('（作废）2026年11月5日，客户取消', 4)], ...card, [], [], [], ...card.map((row) => row.map((cell) => (cell === '甲公司' ? '乙公司' : cell)))]));
    expect(records.map((record) => record.fields['customer'])).toEqual(['乙公司']);
    expect(problems).toMatchObject([{ code: 'card-void', form: 'reception-report', text: '（作废）2026年11月5日，客户取消' }]);
  });
});

describe('a questionnaire', () => {
  it('asks for the same in its own way', () => {
    const rows: Rows = [[wide('客户拜访日报表', 2)], ['1. 填表人是谁？', '尤里安'], ['2. 拜访日期', '2028-01-19'], ['3. 客户名称', '甲公司'], ['4. 面谈者', '叶嘉'], ['5. 本次商谈计划（单选）', '[√] 初次拜访\n[  ] 处理问题\n[  ] 建立关系'], ['6. 面谈概要', '送案例集'], ['7. 本次成果（单选）', '[  ] 商谈成功\n[√] 有希望']];
    expect(read(rows)[0]).toMatchObject({ reporter: '尤里安', report_date: '2028-01-19', visits: [{ customer: '甲公司', plan: '初次拜访', summary: '送案例集', result: '有希望' }] });
    const archive: Rows = [[wide('客户档案表', 2)], ['1. 档案编号', 'K-1'], ['2. 建档日期', '2028-01-18'], ['3. 客户名称（全称）', '甲公司'], ['4. 经常联系人是谁？', '叶嘉'], ['5. 经常联系人的电话', '199'], ['6. 如有，预算金额（元）', 500_000], ['7. 竞争对手（企业名称、产品、亲密程度）', '轻舟、信息流、一般']];
    expect(read(archive)[0]).toMatchObject({ regular_contact: '叶嘉', contact_phone: '199', budget_amount: 50_000_000, competitors: [{ company: '轻舟', product: '信息流', intimacy: '一般' }] });
  });
});

describe('forms under one another', () => {
  it('take nothing of what stands under another title', () => {
    const rows: Rows = [
      [wide('客户接待申请表', 4)], ['客户名', '甲公司', '接待时间', '2027-10-20'], ['费用类型', wide('部分执行', 3)], [{ value: '费用明细', rows: 3 }, wide('明细', 2), '金额（元）'], ['', wide('1.招待费用', 2), 1200], ['', wide('4.礼品费用', 2), 680], ['招待目的', wide('客户来访时的招待', 3)], ['接待档次', wide('中档', 3)], ['申请人', '宋晚', '日期', '2027-10-15'],
      [],
      [wide('礼品馈赠申请表', 4)], ['礼品馈赠申请部门', '大客户科', '礼品管理部门', '办公室'], ['馈赠对象', '乙公司', '礼品收受人员', '甘露'], ['礼品名称', '绘本', '数量', 6], ['价值（元）', 894, '馈赠日期', '2027-09-27'], ['备注', '计划内', '填表人', '莫听雨'],
    ];
    expect(read(rows)).toMatchObject([
      { customer: '甲公司', expenses: [{ item: '招待费用', amount: 120_000 }, { item: '礼品费用', amount: 68_000 }], approvals: [{ role: '申请人', name: '宋晚', date: '2027-10-15' }] },
      { rows: [{ recipient_org: '乙公司', recipient_person: '甘露', gift_name: '绘本', quantity: 6, value: 89_400, gift_date: '2027-09-27' }] },
    ]);
  });
});

describe('what several cards or pages share', () => {
  it('is one card each where the period is said once', () => {
    const plan = (customer: string): Rows => [['客户名称', customer], ['要强化影响力的人', '与客户关系', '关键竞争对手关系', '公司相关负责人员', '客户关系强化措施', '时间安排'], ['总经理', '一般', '密切', '林小满', '拜访', '12月'], ['副总经理']];
    const found = read([[wide('客户关系强化表', 6)], ['计划期间', '2026年第四季度'], ...plan('甲公司'), [], ...plan('乙公司')]);
    expect(found.map((record) => record['customer'])).toEqual(['甲公司', '乙公司']);
  });

  it('is whose the reports are, each under its day in a line of its own', () => {
    const block = (day: string, customer: string, fare: number): Rows => [[wide(day, 6)], [...visitHeading.slice(2), '同行人'], [customer, '王总', 'b', '谈了续约', 'B', '李四'], ['费用项目', '金额(元)', '备注', '', '', ''], ['打车', fare, '往返', '', '', '']];
    const sheet = sketch([[wide('大客户部周报（2026年第11周）', 6)], ['填报人：林小满', '', '', '起止：2026.3.9～2026.3.13'], ...block('周一  3月9日', '甲公司', 30), [], ...block('周三  3月11日', '乙公司', 12)]);
    const { records } = recogniseSheet(sheet);
    expect(records.map((record) => recordAsRead(formOf(record.form)!, record.fields))).toMatchObject([
      { reporter: '林小满', report_date: '2026-03-09', companions: ['李四'], visits: [{ customer: '甲公司' }], expenses: [{ item: '打车', amount: 3000, remark: '往返' }] },
      { reporter: '林小满', report_date: '2026-03-11', visits: [{ customer: '乙公司' }], expenses: [{ item: '打车', amount: 1200 }] },
    ]);
    expect(records.map((record) => record.place.row)).toEqual([2, 8]);
    expect(records.map((record) => record.cells['reporter']!.writing.kind)).toEqual(['fixed', 'fixed']);
  });

  it('holds on the next page of a list, whatever that is titled', () => {
    const heading = ['客户名称', '馈赠目的', '礼品名称', '数量', '预算价值', '负责人'];
    const row = (name: string): Sketched[] => [name, '新春', '茶', 1, 90, '林小满'];
    const rows: Rows = [[wide('2027年春节礼品馈赠计划表', 6)], ['计划期间：2027年1月—2月'], heading, row('甲公司'), ['小计', '', '', 1, 90], [wide('2027年春节礼品馈赠计划表（第2页）', 6)], heading, row('乙公司')];
    expect(read(rows).map((record) => record['plan_period'])).toEqual(['2027年1月—2月', '2027年1月—2月']);
  });

  it('may stand behind the title in one cell', () => {
    const rows: Rows = [[wide('客户关系强化表　客户名称：甲公司　期间：2025年四季度', 6)], [], ['对象', '跟客户关系', '竞品关系', '我方负责', '措施', '时间'], ['总经理', '一般', '密切', '林小满', '拜年', '10月'], ['部门经理', '密切', '', '顾山海', '送样片', '11月']];
    expect(read(rows)[0]).toMatchObject({ customer: '甲公司', period: '2025年四季度' });
  });
});

describe('days', () => {
  it('may stand by themselves in a card, without a label', () => {
    const rows: Rows = [[wide('客户拜访日报表', 5)], ['填表人：林小满', '', '', wide('2026年11月3日 星期二', 2)], visitHeading.slice(2), ['甲公司', '王总', 'b', '谈了续约', 'B']];
    expect(read(rows)[0]).toMatchObject({ reporter: '林小满', report_date: '2026-11-03' });
  });

  it('may begin with the day of the week, and times with 晚', () => {
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026.6.18 晚6点半'], ['招待目的', wide('客户来访时的招待', 3)], ['接待档次', wide('中档', 3)], ['费用类型', wide('自费', 3)]];
    expect(read(rows)[0]).toMatchObject({ reception_time: '2026-06-18 18:30' });
    expect(read([['2026年拜访台账'], visitHeading, ['周二 11月3日', ...visit('b').slice(1)]])[0]).toMatchObject({ report_date: '2026-11-03' });
  });

  it('have their year from a title in Chinese figures', () => {
    const rows: Rows = [[wide('二〇二六年十一月客户拜访台账', 7)], visitHeading, ['11月3日', ...visit('b').slice(1)]];
    expect(read(rows)[0]).toMatchObject({ report_date: '2026-11-03' });
  });
});

describe('names under their label', () => {
  it('end where the next line has a label of its own', () => {
    const rows: Rows = [[wide('客户接待报告表', 4)], ['客户名称', '甲公司', '招待目的', '回访'], ['招待日期', '2026-11-03', '招待地点', '食堂'], ['客户与席人员名单', '公司与席人员名单', '项目', '金额(元)'], ['王总、李总', '林小满、顾山海', '餐费', 360], ['', '', '合计', 360], ['注意事项', wide('不饮酒', 3)], ['接待效果', wide('已定', 3)]];
    expect(read(rows)[0]).toMatchObject({ company_attendees: ['林小满', '顾山海'], notes: '不饮酒', effect: '已定' });
  });
});
