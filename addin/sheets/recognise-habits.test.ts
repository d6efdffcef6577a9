// Habits of filling in and of drawing forms that leave a reader in doubt: labels that no form knows, labels behind others,
// headings narrower than their values, halves of a table side by side, a lone signature under a table.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { patchRecord } from './write/patch.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

function read(rows: Rows): readonly Record<string, unknown>[] {
  return recogniseSheet(sketch(rows)).records.map((record) => recordAsRead(formOf(record.form)!, record.fields));
}

const wide = (value: string, columns: number): Sketched => ({ value, columns });
const visitHeading = ['客户', '面谈者', '商谈计划', '面谈概要', '成果'];
const visit = ['甲公司', '王总', 'b', '谈了续约', 'A'];

describe('an empty field', () => {
  it('does not take the next label, which the form does not know, for its value', () => {
    const card: Rows = [['客户拜访日报表'], ['填表人', '林小满', '日期', '2026-11-03'], visitHeading, visit, ['今日处理问题', '续约'], ['同行者', ''], ['部门领导批示', ''], ['附件', '']];
    expect(read(card)[0]).not.toHaveProperty('companions');
    const report: Rows = [['客户接待报告表'], ['客户名称', '甲公司', '招待日期', '2026-11-03'], ['招待目的', '回访', '招待地点', '食堂'], ['注意事项', ''], ['报销单号', '77'], ['今后的活动', ''], ['附件：', '照片']];
    expect(read(report)[0]).toEqual({ customer: '甲公司', reception_date: '2026-11-03', purpose: '回访', place: '食堂' });
  });

  it('has its value below where the cards of the sheet are so', () => {
    const card: Rows = [['客户接待报告表'], ['客户名称', '招待日期'], ['甲公司', '2026-11-03'], ['招待目的', '招待地点'], ['回访', '食堂'], ['接待效果', ''], ['相谈甚欢', '']];
    expect(read(card)[0]).toMatchObject({ place: '食堂', effect: '相谈甚欢' });
  });
});

describe('labels in one cell', () => {
  it('are read behind one that the form does not know, the last also from the next cell', () => {
    const card: Rows = [['每日拜访报告'], ['填报人：', '林小满', wide('天气：晴　　　日期：', 2), '2026-11-03'], visitHeading, visit];
    expect(read(card)[0]).toMatchObject({ reporter: '林小满', report_date: '2026-11-03' });
  });

  it('are read with both languages, also in a title and over an amount', () => {
    const rows: Rows = [[wide('客户拜访日报 Daily Visits — 填表人 Reporter: 容与', 8)], ['日期 Date', ...visitHeading, '交通费 Taxi', '餐费 Meal'], ['2026-11-03', ...visit, 38, ''], ['2026-11-04', ...visit, '', 12]];
    expect(read(rows).map((record) => [record['reporter'], record['expenses']])).toEqual([['容与', [{ item: '交通费', amount: 3800 }]], ['容与', [{ item: '餐费', amount: 1200 }]]]);
  });

  it('are no labels in a sentence', () => {
    const card: Rows = [['客户拜访日报表'], ['填表人', '林小满', '日期', '2026-11-03'], visitHeading, ['甲公司', '王总', 'b', '对方说：续约。 日期：待定', 'A']];
    expect(read(card)[0]).toMatchObject({ report_date: '2026-11-03', visits: [{ summary: '对方说：续约。 日期：待定' }] });
  });
});

describe('a table', () => {
  const head: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00']];

  it('has headings narrower than the merged cells of its values', () => {
    const rows: Rows = [...head, ['明细', '', '金额（大写）', ''], [wide('1.招待费用', 2), wide('捌佰陆拾元整', 2)], [wide('2.会议费用', 2), wide('', 2)], ['费用类型', '自费']];
    expect(read(rows)[0]).toMatchObject({ expenses: [{ item: '招待费用', amount: 86_000 }] });
  });

  it('goes on in a second half beside the first, under a line of boxes', () => {
    const rows: Rows = [...head, ['费用类型', wide('○全部执行 ●部分执行 ○自费', 3)], ['费用项目', '金额', '费用项目', '金额'], ['招待费用', 1180, '会议费用', 400], ['典礼费用', '', '礼品费用', ''], ['其他费用', 60, '合计', 1640]];
    expect(read(rows)[0]).toMatchObject({ expense_type: '部分执行', expenses: [{ item: '招待费用', amount: 118_000 }, { item: '会议费用', amount: 40_000 }, { item: '其他费用', amount: 6000 }] });
  });

  it('stands beside single fields whose labels share its heading row', () => {
    const rows: Rows = [...head, ['费用明细', '金额', '招待目的', '档次'], ['1.招待费用', 1200, { value: '客户来访时的招待', rows: 2 }, { value: '低档', rows: 2 }], ['2.会议费用', ''], ['费用类型', '自费']];
    expect(read(rows)[0]).toMatchObject({ purposes: ['客户来访时的招待'], grade: '低档', expenses: [{ item: '招待费用', amount: 120_000 }] });
  });

  it('has running numbers before its printed rows, one of them left blank', () => {
    const rows: Rows = [['客户关系强化表'], ['客户名称', '甲公司', '计划期间', '2026年'], ['序号', '要强化影响力的人', '与客户关系', '负责人', '强化措施'], [1, '总经理', '一般', '林', '拜访'], [2, '副总经理', '', '', ''], [3, '部门经理', '密切', '周', '请教']];
    expect(read(rows)[0]).toMatchObject({ rows: [{ target: '总经理', our_relation: '一般' }, { target: '部门经理', measures: '请教' }] });
  });

  it('ends above a lone signature', () => {
    const rows: Rows = [...head, ['费用明细', '金额（元）'], ['1.招待费用', 100], ['申请人 Applicant', '岑参商', '日期 Date', '2026-11-01']];
    expect(read(rows)[0]).toMatchObject({ expenses: [{ item: '招待费用', amount: 10_000 }], approvals: [{ role: '申请人', name: '岑参商', date: '2026-11-01' }] });
  });
});

describe('a signature', () => {
  it('stands with its day in one cell', () => {
    const rows: Rows = [['礼品馈赠申请单'], ['申请部门', '大客户部', '管理部门', '办公室'], ['馈赠日期', '2026-11-03', '馈赠对象', '甲公司'], ['收受人', '王总', '礼品名称', '茶'], ['数量', 1, '价值(元)', 90], ['填表人', wide('容若　　日期：2026.11.1', 3)]];
    expect(read(rows)[0]).toMatchObject({ signatures: [{ role: '填表人', name: '容若', date: '2026-11-01' }] });
  });

  it('is told from an opinion behind a comma', () => {
    const rows = (opinion: string): Rows => [[wide('客户接待报告表', 4)], ['客户名称', '甲公司', '招待日期', '2026-11-03'], ['招待目的', '回访', '招待地点', '食堂'], [wide('大客户总监审核', 2), wide('总经理审核', 2)], [wide(opinion, 2), wide('', 2)], ['', '2026-11-05', '', '']];
    expect(read(rows('同意，抓紧签约'))[0]).toMatchObject({ reviews: [{ opinion: '同意，抓紧签约' }] });
    expect(read(rows('同意，罗隐'))[0]).toMatchObject({ reviews: [{ name: '罗隐' }] });
  });
});

describe('an answer', () => {
  const archive = (...rows: Sketched[][]): Rows => [[wide('客户档案表', 4)], ['档案编号', 'K1', '建档日期', '民国115年9月1日'], ['客户名称', '甲公司', '主营业务范围', '零售'], ...rows];

  it('may repeat the words of its label', () => {
    expect(read(archive(['是否招标', '不招标', '是否需要试用', '需要试用'], ['有无预算', '无项目预算', '', '']))[0]).toMatchObject({ created_date: '2026-09-01', is_tender: false, needs_trial: true, has_budget: false });
    expect(read(archive(['是否招标', '待定', '', '']))[0]).not.toHaveProperty('is_tender');
  });

  it('is the ticked word among words that only the paper prints', () => {
    expect(read(archive(['行业地位', '□领先 ■居中 □末流', '', '']))[0]).toMatchObject({ industry_position: '居中' });
    expect(read(archive(['行业地位', '□领先 □居中 □末流', '', '']))[0]).not.toHaveProperty('industry_position');
    expect(read(archive(['主营业务', '☑已核对', '', '']))[0]).toMatchObject({ business_scope: '零售' });
  });

  it('stands behind a wide blank as behind a colon', () => {
    expect(read([['客户关系强化表'], ['客户：甲公司', '计划期间　2026年11-12月', '日期　2026/11/9'], ['要强化影响力的人', '与客户关系', '我行负责人', '强化措施'], ['总经理', '一般', '林', '拜访']])[0]).toMatchObject({ period: '2026年11-12月', plan_date: '2026-11-09', rows: [{ responsible: '林' }] });
  });
});

describe('a list', () => {
  it('takes reporter and year from labels and values in the cells above it', () => {
    const rows: Rows = [['填表人', '沈石溪', '', '年份', 2025], [], ['客户', '面谈者', '日期', '商谈计划', '面谈概要', '成果'], ['甲公司', '王', '10/9', 'c', '复盘', 'B'], ['乙公司', '李', '10/22', 'b', '申诉', 'A']];
    expect(read(rows).map((record) => [record['reporter'], record['report_date']])).toEqual([['沈石溪', '2025-10-09'], ['沈石溪', '2025-10-22']]);
  });

  it('has the day of who applied behind the name, and expenses of any kind among expenses', () => {
    const applications: Rows = [['接待申请登记表'], ['客户名称', '接待时间', '费用类型', '招待费', '礼品费', '招待目的', '接待档次', '申请人', '申请日期'], ['甲公司', '2026-09-18', '部分', 80, '', '客户来访', '高', '安歌', '2026-09-16']];
    expect(read(applications)[0]).toMatchObject({ grade: '高档', approvals: [{ role: '申请人', name: '安歌', date: '2026-09-16' }] });
    const reports: Rows = [['接待报告汇总'], ['客户名称', '招待日期', '招待目的', '招待地点', '报告人', '客户出席人员', '公司出席人员', '餐费', '住宿', '礼品', '接待效果', '报告时间'], ['甲公司', '2026-09-25', '洽谈', '食堂', '燕北', '郎朗', '贺兰', 24, '68', 6, '签约', '2026-09-28']];
    expect(read(reports)[0]).toMatchObject({ expenses: [{ item: '餐费', amount: 2400 }, { item: '住宿', amount: 6800 }, { item: '礼品', amount: 600 }] });
  });

  it('has no record in a line of running numbers, nor in one that counts', () => {
    const heading = ['客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'];
    expect(read([['礼品馈赠计划表'], heading, [1], [2]])).toEqual([]);
    expect(read([['礼品馈赠计划表'], heading, ['甲公司', '答谢', '茶', 1, 90, '林'], ['共1户']])).toHaveLength(1);
  });
});

describe('columns of two words', () => {
  const chain = (...rows: Sketched[][]): Rows => [[wide('客户档案表', 4)], ['档案编号', 'K1', '建档日期', '2026-09-01'], ['客户名称', '甲公司', '主营业务范围', '零售'], ['决策链'], ['角色', '姓名/职务', '联系电话', '亲密程度'], ...rows];

  it('hold two values a cell, in whichever way they are parted', () => {
    const found = read(chain(['决策者', '冷锋/董事长', '1990001', '一般'], ['把关者', '滕凌霄（总监）', '', ''], ['采购者', '姬采明', '', '']))[0]!['decision_chain'];
    expect(found).toMatchObject([{ role: '决策者', name: '冷锋', position: '董事长' }, { role: '把关者', name: '滕凌霄', position: '总监' }, { role: '采购者', name: '姬采明' }]);
    const { records } = recogniseSheet(sketch(chain(['决策者', '冷锋/董事长/党委书记', '', ''])));
    expect(records[0]!.problems).toMatchObject([{ code: 'parts-not-named', text: '冷锋/董事长/党委书记' }]);
  });

  it('are written back each in its own place', () => {
    const [record] = recogniseSheet(sketch(chain(['决策者', '冷锋/董事长', '1990001', '一般']))).records;
    const patch = patchRecord(formOf('customer-archive')!, record!, [{ path: 'decision_chain/decider/position', value: '总裁' }]);
    expect(patch.writes.map(({ value }) => value)).toEqual(['冷锋/总裁']);
  });
});

describe('costs', () => {
  const head: Rows = [[wide('客户接待报告表', 6)], ['客户名称', '甲公司', '招待日期', '2026-11-03', '招待地点', '食堂'], ['招待目的', '回访', '报告人', '林小满', '报告时间', '2026-11-05']];

  it('may be laid side by side under their items, with remarks below', () => {
    const rows: Rows = [...head, [{ value: '支出费用报告', rows: 3 }, '餐费', '交通费', '住宿', '其他', '合计(元)'], ['', 460, 98, '', 120, 678], ['', '工作餐', '', '', '抹布', ''], ['注意事项', wide('不饮酒', 5)]];
    expect(read(rows)[0]).toMatchObject({ notes: '不饮酒', expenses: [{ item: '餐费', amount: 46_000, remark: '工作餐' }, { item: '交通费', amount: 9800 }, { item: '其他', amount: 12_000, remark: '抹布' }] });
  });

  it('may stand line by line under the name of their table, up to their sum', () => {
    const rows: Rows = [['来访接待报告'], ['客户名称：', '甲公司'], ['招待目的：', '回访'], ['招待日期：', '2026-04-22'], ['招待地点：', '宾馆'], ['二、支出费用报告（元）', ''], ['餐费', 960], ['住宿', '760元'], ['合计', 1720], ['接待效果：', '已定']];
    expect(read(rows)[0]).toMatchObject({ effect: '已定', expenses: [{ item: '餐费', amount: 96_000 }, { item: '住宿', amount: 76_000 }] });
  });

  it('of nothing, in a column of amounts, are none', () => {
    const rows: Rows = [[wide('客户拜访日报 — 填表人：容与', 8)], ['日期', ...visitHeading, '交通费', '餐费'], ['2026-11-03', ...visit, 38, 0], ['2026-11-04', ...visit, 0, 0]];
    expect(read(rows).map((record) => record['expenses'])).toEqual([[{ item: '交通费', amount: 3800 }], undefined]);
  });

  it('stand beside the first printed row of a table that has no headings', () => {
    const rows: Rows = [[wide('客户接待申请表', 3)], ['客户名称', '甲公司', ''], ['接待时间', '2026-11-03 18:00', ''], [{ value: '费用明细', rows: 3 }, 'Meals 招待费用', 320], ['', '会议费用', ''], ['', '礼品费用', 90], ['合计', '', 410]];
    expect(read(rows)[0]).toMatchObject({ expenses: [{ item: '招待费用', amount: 32_000 }, { item: '礼品费用', amount: 9000 }] });
  });
});

describe('a label over a table', () => {
  it('holds for all its rows, where the table has no such column', () => {
    const rows: Rows = [[wide('礼品申领单', 5)], ['申请部门', '大客户部', '礼品管理部门', '行政部', ''], ['馈赠日期', '2026-02-05', '馈赠对象', wide('长河物流', 2)], ['收礼人', wide('王总', 4)], ['序号', '礼品名称', '数量', '价值（元）', '备注'], [1, '坚果', 12, 2016, ''], [2, '茶', 2, 998, '面交'], ['合计', '', 14, 3014, '']];
    const { records } = recogniseSheet(sketch(rows));
    expect(read(rows)[0]).toMatchObject({ rows: ['坚果', '茶'].map((gift_name) => ({ gift_name, gift_date: '2026-02-05', recipient_org: '长河物流', recipient_person: '王总' })) });
    expect(records[0]!.cells['rows/row-1/recipient_org']).toMatchObject({ writing: { kind: 'fixed' } });
  });
});

describe('a title', () => {
  const table: Rows = [['要强化影响力的人', '与客户关系', '竞争对手关系', '负责人', '强化措施'], ['总经理', '一般', '密切', '林', '拜访']];

  it('says the customer and the period where no label does, to be confirmed where the sheet is not called so too', () => {
    const rows: Rows = [[wide('安澜区妇幼保健院——客户关系强化表', 5)], [wide('（2026年1-6月）', 5)], ...table];
    expect(read(rows)[0]).toMatchObject({ customer: '安澜区妇幼保健院', period: '2026年1-6月' });
    expect(recogniseSheet(sketch(rows)).records[0]!.uncertain).toEqual(['customer']);
    expect(recogniseSheet(sketch(rows, { name: '安澜区妇幼保健院' })).records[0]!.uncertain).toEqual([]);
    expect(recogniseSheet(sketch([[wide('客户关系强化表', 5)], ...table], { name: '长河医院' })).records[0]).toMatchObject({ fields: { customer: '长河医院' }, uncertain: ['customer'] });
  });

  it('says nothing of a customer whom a label names, or where the table is not the form\'s', () => {
    expect(read([[wide('望江公司客户关系强化表', 5)], ['客户名称：', '甲公司', '', '', ''], ...table])[0]).toMatchObject({ customer: '甲公司' });
    expect(read([[wide('望江公司客户关系强化表', 5)], ['备注：', '说明一', '', '', '']])).toEqual([]);
  });
});

describe('people who attended', () => {
  const head: Rows = [[wide('客户接待报告表', 4)], ['客户名称', '甲公司', '招待日期', '2026-11-03'], ['招待目的', '回访', '招待地点', '食堂']];
  const table: Rows = [['序号', '姓名', '职务', '单位'], [1, '祁大山', '总裁', '沃野'], [2, '郎晓峰', '经理', '沃野'], [3, '', '', '']];

  it('may stand in a table of their own under the label', () => {
    const rows: Rows = [...head, [wide('客户与席人员名单', 4)], ...table, [wide('公司与席人员名单', 4)], ['序号', '姓名', '职务', '单位'], [1, '章平', '经理', '大客户部'], ['接待效果', wide('好', 3)]];
    expect(read(rows)[0]).toMatchObject({ customer_attendees: ['祁大山', '郎晓峰'], company_attendees: ['章平'], effect: '好' });
  });

  it('stand beside their label, whatever table lies below', () => {
    const rows: Rows = [...head, ['客户与席人员名单', wide('祁大山、郎晓峰', 3)], ['审核', '意见', '姓名', '日期'], ['大客户总监', '同意', '欧阳震', '2026-11-05']];
    expect(read(rows)[0]).toMatchObject({ customer_attendees: ['祁大山', '郎晓峰'] });
  });

  it('have their posts before them, and no full stop behind', () => {
    expect(read([...head, ['客户方：', '总工 谢烟客、采购部 蒲经理。', '我方：', '章平 乔峰']])[0]).toMatchObject({ customer_attendees: ['总工 谢烟客', '采购部 蒲经理'], company_attendees: ['章平', '乔峰'] });
  });
});

describe('a column left blank on purpose', () => {
  it('parts a label from its value, and notes from the card', () => {
    const rows: Rows = [[wide('客户接待报告表', 7)], ['客户名称', '甲公司', '', '招待目的', '', '回访', ''], ['招待日期', '2026-11-03', '', '招待地点', '', '食堂', ''], ['报告人', '翁丹', '', '报告时间', '', '2026-11-05', '']];
    expect(read(rows)[0]).toMatchObject({ purpose: '回访', place: '食堂', report_time: '2026-11-05' });
  });
});

it('签字/日期 says where both go, and is nobody', () => {
  const rows: Rows = [[wide('客户接待报告表', 5)], ['客户名称', '甲公司', '招待日期', '2026-11-03', ''], ['招待目的', '回访', '招待地点', '食堂', ''], ['大客户总监审核', '同意', '签字/日期', '欧阳震', '2026-11-05'], ['总经理审核', '', '签字/日期', '', '']];
  expect(read(rows)[0]!['reviews']).toEqual([{ role: '大客户总监', opinion: '同意', name: '欧阳震', date: '2026-11-05' }]);
});

it('the name of a table over its printed rows is no heading of theirs', () => {
  const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], [wide('费用明细', 4)], [1, wide('招待费用', 2), 1500], [2, wide('会议费用', 2), ''], [3, wide('礼品费用', 2), 600], ['大客户总监', '黎明远', '日期', '2026-11-01']];
  expect(read(rows)[0]).toMatchObject({ expenses: [{ item: '招待费用', amount: 150_000 }, { item: '礼品费用', amount: 60_000 }] });
});
