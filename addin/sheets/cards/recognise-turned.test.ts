// Cards whose table stands on its side: what is said of a gift, a visit or a rival one under another, and a column for each.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';
import { patchRecord } from '../write/patch.ts';

type Rows = readonly (readonly Sketched[])[];

const wide = (value: Sketched, columns: number): Sketched => ({ value: value as string, columns });
const gifts: Rows = [['馈赠日期', '2026-9-1', '2026-9-2'], ['馈赠对象', '甲公司', '乙公司'], ['礼品收受人员', '王总', '李总'], ['礼品名称', '茶', '酒'], ['数量', 2, 3], ['价值（元）', 200, 300], ['备注', '', '加急']];
const one = { gift_date: '2026-09-01', recipient_org: '甲公司', recipient_person: '王总', gift_name: '茶', quantity: 2, value: 20_000 };
const other = { gift_date: '2026-09-02', recipient_org: '乙公司', recipient_person: '李总', gift_name: '酒', quantity: 3, value: 30_000, remark: '加急' };

const form = (over: Rows, rows: Rows, under: Rows = []): Rows => [[wide('礼品馈赠申请表', 5)], ['礼品馈赠申请部门', '大客户部', '礼品管理部门', '办公室'], ...over, ...rows, ...under, ['填表人', '部门主管', '礼品管理员', '办公室主任', '副经理'], ['林小满']];

function read(rows: Rows): Record<string, unknown> {
  const [record] = recogniseSheet(sketch(rows)).records;
  return recordAsRead(formOf(record!.form)!, record!.fields);
}

describe('gifts side by side', () => {
  it.each<[string, Rows, Rows, Rows]>([
    ['right under the departments', [], gifts, []],
    ['numbered, over their sum', [['礼品序号', 1, 2]], gifts, [['价值合计', wide(500, 4)]]],
    ['under words of their own', [['', '礼品一', '礼品二']], gifts, [['合计', 500]]],
    ['each over two columns', [], gifts.map(([label, ...cells]) => [label!, ...cells.map((cell) => wide(cell, 2))]), []],
    ['before a column of sums', [['序号', 1, 2, '合计']], gifts.map((row) => (row[0] === '数量' ? [...row, 5] : row[0] === '价值（元）' ? [...row, 500] : row)), []],
  ])('are a row each: %s', (_, over, rows, under) => {
    expect(read(form(over, rows, under))['rows']).toEqual([one, other]);
  });

  it('of which there is one are a row, and the sum under it is none', () => {
    expect(read(form([], gifts.map((row) => row.slice(0, 2)), [['价值合计', 200]]))['rows']).toEqual([one]);
  });

  it('are no gifts where they only say how to fill a line in', () => {
    const hints: readonly string[] = ['按实际日期填', '写全称', '', '写明规格', '', '含税', ''];
    const found = recogniseSheet(sketch(form([], gifts.map((row, index) => [...row.slice(0, 2), hints[index]!])))).records[0]!;
    expect([recordAsRead(formOf(found.form)!, found.fields)['rows'], found.problems]).toEqual([[one], []]);
  });

  it('are written back each into its own column', () => {
    const [record] = recogniseSheet(sketch(form([], gifts))).records;
    const { writes } = patchRecord(formOf('gift-application')!, record!, [{ path: 'rows/row-1/gift_name', value: '花' }]);
    expect(writes.map(({ row, column, value }) => [row, column, value])).toEqual([[5, 2, '花']]);
  });
});

it('visits and rivals may stand side by side too', () => {
  const report: Rows = [[wide('客户拜访日报表', 4)], ['填表人', '林小满', '日期', '2026-11-03'], ['序号', 1, 2, 3], ['客户', '甲公司', '乙公司'], ['面谈者', '王总', '李总'], ['商谈计划', '初次拜访', '建立关系'], ['面谈概要', '谈了续约', '送样'], ['成果', '有希望', '再度访问']];
  expect(read(report)['visits']).toMatchObject([{ customer: '甲公司', result: '有希望' }, { customer: '乙公司', result: '再度访问' }]);
  const archive: Rows = [[wide('客户档案表', 4)], ['档案编号', 'A1', '建档日期', '2026-1-2'], ['客户名称', '甲公司', '电话', '0571-1'], [wide('竞争对手信息', 4)], ['企业名称', '丙厂', '丁厂'], ['产品', '电梯', '扶梯'], ['亲密程度', '一般', '密切'], ['行业地位', '领先', '所在行业', '教育']];
  expect(read(archive)['competitors']).toEqual([{ company: '丙厂', product: '电梯', intimacy: '一般' }, { company: '丁厂', product: '扶梯', intimacy: '密切' }]);
});

it('a plan whose people stand side by side is one plan, under a line of labels with their values', () => {
  const rows: Rows = [[wide('客户关系强化表', 4)], ['客户名称', '海贝幼儿园', '编制日期', '2026-11-02'], ['计划期间', '2026年11月'], ['要强化影响力的人', '总经理', '部门经理', '部门人员'], ['与客户关系', '一般', '密切', '较密切'], ['关键竞争对手关系', '一般', '疏远', '一般'], ['公司相关负责人员', '屠木匠', '匡小凳', '匡小凳'], ['客户关系强化措施', '陪同验收', '回访', '换螺丝'], ['时间安排', '当天', '每周五', '随叫随到'], ['备注', '外方园长', '', '四人']];
  const { records } = recogniseSheet(sketch(rows));
  expect(records.map(({ fields }) => [fields['customer'], fields['plan_date']])).toEqual([['海贝幼儿园', '2026-11-02']]);
  expect(read(rows)['rows']).toMatchObject([{ our_relation: '一般' }, { our_relation: '密切', measures: '回访' }, { our_relation: '较密切', remark: '四人' }]);
});
