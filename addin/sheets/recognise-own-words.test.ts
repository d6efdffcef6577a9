// What a department calls things in its own words: a second name in brackets, words for now, a no in the label's own word.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { labelKeys } from './reading/label-text.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

function read(rows: Rows): readonly Record<string, unknown>[] {
  return recogniseSheet(sketch(rows)).records.map((record) => recordAsRead(formOf(record.form)!, record.fields));
}

const wide = (value: string, columns: number): Sketched => ({ value, columns });

describe('a second name in brackets', () => {
  it('is the name by which the form knows the label', () => {
    const rows: Rows = [['集团客户档案表'], ['集团编号（档案号）', 'K-1', '建档日期', '2026-09-01'], ['客户名称', '甲公司', '单位总机', '0370-1'], ['外包缘故（外包驱动力）', '人手不足', '关键联系人', '王总']];
    expect(read(rows)[0]).toMatchObject({ archive_no: 'K-1', customer_phone: '0370-1', sem_outsourcing_driver: '人手不足', regular_contact: '王总' });
  });

  it('says whose a post is, and is nobody who signed', () => {
    const rows: Rows = [[wide('礼品馈赠申请表', 5)], ['申请部门', '大客户部', '', '礼品管理部门', '综合部'], ['馈赠日期', '馈赠对象', '礼品收受人员', '品名及规格', '价值(元)'], ['2026-09-22', '甲公司', '王总', '茶叶 250克', 312], ['填表人', '部门主管', '礼品管理员', wide('综合部主任（办公室主任）', 2)], ['林小满\n2026.9.18', '', '祖册\n2026.9.21', wide('屠主任\n2026.9.21', 2)]];
    expect(read(rows)[0]).toMatchObject({ rows: [{ gift_name: '茶叶 250克' }], signatures: [{ role: '填表人', name: '林小满' }, { role: '礼品管理员', name: '祖册', date: '2026-09-21' }, { role: '办公室主任', name: '屠主任', date: '2026-09-21' }] });
  });

  it('is none where the brackets say what is written of something else, or stand behind a person', () => {
    for (const text of ['开户银行（联系电话）', '乙方公司名（单位性质）', '张主任（办公室主任）']) expect(labelKeys(text).filter((key) => !key.includes('(')).map((key) => /^(联系电话|单位性质|办公室主任)$/.test(key))).not.toContain(true);
  });
});

describe('a label that begins as a title does', () => {
  it('is a label, also where it is spaced out', () => {
    const rows: Rows = [[wide('礼品馈赠申请表', 5)], [wide('归口部门：办公室', 5)], ['馈赠日期', '馈赠对象', '礼品收受人员', '品名', '价值(元)'], ['2026-09-22', '甲公司', '王总', '茶叶', 312], ['2026-09-23', '乙公司', '李总', '茶叶', 312], ['合计', '', '', '', 624], [wide('礼 品 馈 赠 申 请 部 门：　大客户部', 5)]];
    expect(read(rows)).toMatchObject([{ applying_dept: '大客户部', gift_dept: '办公室' }]);
  });
});

describe('words for now', () => {
  it('are no part of a label', () => {
    const rows: Rows = [[wide('客户关系强化表', 5)], ['客户', '甲公司', '', '期间', '2026年四季度'], ['强化对象', '目前与我方关系', '责任人', '强化措施', '时间安排'], ['总经理', '一般', '林小满', '拜访', '12月'], ['部门经理', '密切', '顾山海', '送样', '11月']];
    expect(read(rows)[0]).toMatchObject({ rows: [{ our_relation: '一般' }, { our_relation: '密切' }] });
  });
});

describe('a no in the word of its label', () => {
  const answer = (text: string): unknown => read([['客户档案表'], ['档案编号', 'K-1', '建档日期', '2026-09-01'], ['客户名称', '甲公司', '是否招标', text]])[0]!['is_tender'];

  it('may have its reason behind it', () => {
    expect(['不招标，单一来源', '无需招标；直接签约', '公开招标，12月'].map(answer)).toEqual([false, false, true]);
  });

  it('is none where the reason takes it back', () => {
    expect(['不招标，待定', '不公开招标，邀请招标', '公开招标，可能改为单一来源'].map(answer)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a column of costs', () => {
  const list = (...costs: Sketched[]): unknown => read([['拜访台账'], ['日期', '业务员', '客户', '面谈者', '商谈计划', '面谈概要', '成果', costs[0]!, costs[1]!], ['2026-11-03', '林小满', '甲公司', '王总', 'b', '谈了续约', 'B', costs[2]!, costs[3]!]])[0]!['expenses'];

  it('stands beside what they were for, before or after it', () => {
    expect([list('费用', '费用类别', 45, '油费'), list('费用科目', '费用（元）', '油费', 45)]).toEqual([[{ item: '油费', amount: 4500 }], [{ item: '油费', amount: 4500 }]]);
  });
});

describe('a card of one visit', () => {
  const card: Rows = [[wide('客户拜访记录卡', 6)], ['拜访人', '林小满', '拜访日期', '2026-11-03', '来往性质', '□初次拜访 √处理问题 □建立关系'], ['客户单位', '甲公司', '面见何人', '王总', '拜访结果', 'B 有希望'], ['面谈概要', wide('谈了续约', 5)], ['费用项目', '打车', '费用金额', '36元', '下次走访日', '11月9日']];

  it('takes no note at its foot for a remark of its expense', () => {
    expect(read([...card, [], [wide('说明：日期写明年月日，金额写“元”字', 6)]])).toEqual([{ reporter: '林小满', report_date: '2026-11-03', visits: [{ customer: '甲公司', interviewee: '王总', plan: '处理问题', summary: '谈了续约', result: '有希望', next_visit_date: '2026-11-09' }], expenses: [{ item: '打车', amount: 3600 }] }]);
  });
});

describe('the printed options of a choice', () => {
  const card = (label: string, ...more: Sketched[]): Rows => [[wide('客户拜访记录卡', 6)], ['拜访人', '林小满', '拜访日期', '2026-11-03', label, '□初次拜访 √处理问题 □建立关系'], ['客户单位', '甲公司', '面谈者', '王总', '拜访结果', 'B 有希望'], ['面谈概要', '谈了续约', ...more]];
  const plan = (rows: Rows): unknown => (read(rows)[0]!['visits'] as { plan?: string }[])[0]!.plan;

  it('say which field it is beside a label that nobody knows', () => {
    expect([plan(card('上门缘由')), plan([...card('上门缘由'), [], ...card('上门缘由').slice(1)])]).toEqual(['处理问题', '处理问题']);
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['招待目的', wide('客户来访时的招待', 3)], ['规格高低', wide('□高档 ☑中档 □低档', 3)], ['谁来买单', wide('（√）全部执行　（　）部分执行　（　）自费', 3)]];
    expect(read(rows)[0]).toMatchObject({ grade: '中档', expense_type: '全部执行' });
  });

  it('say nothing where another label names the field, or where some of them or others stand there', () => {
    expect(plan(card('上次缘由', '商谈计划', 'a'))).toBe('初次拜访');
    const rows: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['招待目的', wide('客户来访时的招待', 3)], ['酒水高低', wide('□高档 ☑中档', 3)], ['场地高低', wide('□高档 ☑中档 □低档 □露天', 3)]];
    expect(read(rows)[0]).not.toHaveProperty('grade');
  });
});
