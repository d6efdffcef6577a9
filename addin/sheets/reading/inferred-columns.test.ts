// Lists with headings that nobody has taught: what stands below tells the field, once, or it is left to be taught.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';

type Rows = readonly (readonly (string | number)[])[];

const title: Rows = [['礼品馈赠计划表'], ['计划期间：2026年12月']];
const headings = ['客户名称', '所属行业', '甲栏', '礼品名称', '礼品数量', '乙栏（元）', '负责人姓名'];
const gifts: Rows = [['千帆渡公司', '汽车', '年末答谢', '茶叶', 2, 300, '林小满'], ['仁心医院', '医(药)疗', '庆祝签约', '花瓶', 1, 800, '周立夏'], ['临澜集团', '教育', '年末答谢', '书', 5, 250, '林小满']];

function read(rows: Rows) {
  const found = recogniseSheet(sketch(rows));
  return { ...found, fields: found.records.map((record) => recordAsRead(formOf(record.form)!, record.fields)) };
}

/** The one that names the heading, the field and the cell. */
const asked = ({ problems }: ReturnType<typeof read>) => problems.map(({ code, text, facts, row, column }) => [code, text, facts?.['field'], row, column]);

describe('a heading that no word knows', () => {
  it('is the only amount, or the only words, that the form still needs, and is asked about once', () => {
    const found = read([...title, headings, ...gifts]);
    expect(found.fields.map((fields) => [fields['gift_purpose'], fields['budget_value']])).toEqual([['年末答谢', 30_000], ['庆祝签约', 80_000], ['年末答谢', 25_000]]);
    expect(asked(found)).toEqual([['heading-inferred', '乙栏（元）', '预算价值(元)', 2, 5], ['heading-inferred', '甲栏', '馈赠目的', 2, 2]]);
    expect(found.records.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('can still be taught, as what it was read as or as another field', () => {
    const [layout] = read([...title, headings, ...gifts]).layouts;
    expect([layout!.isRead, layout!.labels.map(({ label }) => label)]).toEqual([true, ['甲栏', '乙栏(元)']]);
    expect(layout!.free.map(({ path }) => path)).toEqual(expect.arrayContaining(['gift_purpose', 'budget_value']));
  });

  it.each<[string, Rows]>([
    ['two columns of words are left', [...title, [...headings, '丙栏'], ...gifts.map((row, turn) => [...row, `送到${['前台', '总机', '后门'][turn]}`])]],
    ['no title says whose list it is', [['登记'], ['第一行'], headings, ...gifts]],
    ['only numbers stand below', [...title, headings, ...gifts.map((row, turn) => row.map((cell, column) => (column === 2 ? turn + 1 : cell)))]],
  ])('is no field where %s', (_, rows) => {
    expect(read(rows).fields.map((fields) => fields['gift_purpose']).filter((value) => value !== undefined)).toEqual([]);
  });

  it('is a choice where most of what stands below are its options, and the day where none other is', () => {
    const visits: Rows = [['2026-11-03', '林小满', '千帆渡公司', '王总', '初次拜访', '介绍方案', '有希望'], ['2026-11-04', '林小满', '仁心医院', '李院长', '处理问题', '对账', '再度访问'], ['2026-11-05', '林小满', '临澜集团', '赵经理', '处理问题', '交货', '商谈成功']];
    const found = read([['客户拜访日报表'], ['丁栏', '填表人', '客户', '面谈者', '戊栏', '面谈概要', '成果'], ...visits]);
    expect(found.fields).toMatchObject([{ report_date: '2026-11-03', visits: [{ plan: '初次拜访' }] }, { report_date: '2026-11-04', visits: [{ plan: '处理问题' }] }, { report_date: '2026-11-05', visits: [{ plan: '处理问题' }] }]);
    expect(asked(found).map(([, text, field]) => [text, field])).toEqual([['丁栏', '日期'], ['戊栏', '商谈计划']]);
    expect(found.problems.map(({ path }) => path)).toEqual(['report_date', 'visits/row-0/plan']);
  });
});

describe('a list that runs across', () => {
  const across = (rows: Rows): Rows => rows[0]!.map((_, column) => rows.map((row) => row[column]!));

  it('goes on behind a line between its labels, and under a value that holds for all', () => {
    const labels = across([['客户名称', '所属行业', '合作现状', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'], ...gifts.map(([customer, industry, purpose, gift, count, value, who]) => [customer!, industry!, '已签', purpose!, gift!, count!, value!, who!])]);
    const period = ['计划期间', { value: '2026年12月', columns: 3 }] as const;
    const found = recogniseSheet(sketch([['礼品馈赠计划表'], period, ...labels.slice(0, 4), ['二、礼品'], ...labels.slice(4)]));
    expect(found.records.map(({ fields }) => [fields['customer'], fields['gift_name'], fields['budget_value'], fields['plan_period']])).toEqual([['千帆渡公司', '茶叶', 30_000, '2026年12月'], ['仁心医院', '花瓶', 80_000, '2026年12月'], ['临澜集团', '书', 25_000, '2026年12月']]);
  });

  it('takes a word of several parts for none of a group that nothing else names', () => {
    const archive = across([['客户名称', '档案编号', '建档日期', '企业性质', '所在行业', '主营业务范围', '经常联系人', '亲密程度'], ...['千帆渡公司', '仁心医院', '临澜集团'].map((name, turn) => [name, `KA-${turn}`, '2026-09-01', '民营', '汽车', '销售', '王总', '密切'])]);
    const found = read([['客户档案表'], ...archive]);
    expect(found.fields.map(({ customer_name, third_party }) => [customer_name, third_party])).toEqual([['千帆渡公司', undefined], ['仁心医院', undefined], ['临澜集团', undefined]]);
  });
});

it('headings of a card table that stand in every second column are its headings, each over its own rows', () => {
  const found = read([['客户档案表'], ['客户名称', '千帆渡公司', '', '档案编号', 'KA-1'], ['企业性质', '民营', '', '所在行业', '汽车'], ['单位名称', '瞭望工程公司', '', '单位性质', '民营', '亲密程度', '密切'], ['', '姓名', '', '职务', '', '联系电话', '', '支持程度'], ['联系人1', '岳工', '', '工程师', '', '19900004010', '', '支持'], ['联系人2', '小曲', '', '商务', '', '19900004011', '', '中立'], ['联系人3'], ['职责', '', '姓名', '', '职位', '', '联系电话'], ['项目经理', '', '鲁大强', '', '片区经理', '', '19900009101'], ['大客户经理', '', '秋水', '', '经理', '', '19900009102']]);
  expect(found.fields[0]).toMatchObject({ third_party: { contacts: [{ name: '岳工' }, { name: '小曲', phone: '19900004011' }] }, project_team: [{ duty: '项目经理', name: '鲁大强' }, { duty: '大客户经理', name: '秋水' }] });
});
