// Labels of a card that are easily taken for something else: of two fields at once, with a number behind, unknown to the
// form, or a trade's own word with the form's in brackets.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { patchRecord } from '../write/patch.ts';

type Rows = readonly (readonly Sketched[])[];

const wide = (value: string, columns: number): Sketched => ({ value, columns });
const archive: Rows = [[wide('客户档案表', 4)], ['档案编号', 'A1', '建档日期', '2026-1-2'], ['客户名称', '甲公司', '电话', '0571-1']];

function fieldsOf(rows: Rows): Record<string, unknown> {
  return recogniseSheet(sketch(rows)).records[0]!.fields;
}

describe('a label of two fields', () => {
  const pair = (label: string, value: string): Rows => [...archive, ['项目预期目标', '签约', label, value]];

  it.each(['2026年6月底 / 70%', '2026年6月底/七成', '2026年6月底，70%'])('has a value of two parts: %s', (value) => {
    expect(fieldsOf(pair('预期时间/成功率', value))).toMatchObject({ expectation_time: '2026年6月底', expectation_success_rate: 70 });
  });

  it('is written back into each part', () => {
    const [record] = recogniseSheet(sketch(pair('预期时间/成功率', '2026年6月底 / 70%'))).records;
    const { writes } = patchRecord(formOf('customer-archive')!, record!, [{ path: 'expectation_success_rate', value: 80 }]);
    expect(writes.map(({ value }) => value)).toEqual(['2026年6月底 / 80%']);
  });

  it('is asked about where the value has other parts, or the fields lie apart', () => {
    const asked = (rows: Rows): unknown[] => recogniseSheet(sketch(rows)).layouts.flatMap(({ labels }) => labels.map(({ label }) => label));
    expect(asked(pair('预期时间/成功率', '2026年6月底'))).toEqual(['预期时间/成功率']);
    expect(asked(pair('预期时间/成功率', '70% / 2026年6月底'))).toEqual(['预期时间/成功率']);
    expect(asked(pair('行业地位/总经理意见', '领先/同意'))).toEqual(['行业地位/总经理意见']);
  });
});

describe('on blank paper', () => {
  const report = (...filled: Rows): Rows => [[wide('客户接待报告', 4)], ['客户名称', '', '招待目的', ''], ['招待日期', '', '招待地点', ''], ['报告人', '', '报告时间', ''], ['客方到场的', '', '我方到场的', ''], ['注意事项'], ...filled, ['接待效果'], ['想搜集的信息'], ['今后活动']];

  it('a word that the form does not know is no value of the label over it, and no record', () => {
    const { records, blanks } = recogniseSheet(sketch(report()));
    expect([records.length, blanks.length]).toEqual([0, 1]);
  });

  it('labels with numbers are no values of the labels over them', () => {
    const lines = (number: number): Rows => [[`沟通跟进时间${number}`, '', wide('项目发展进度及存在的问题', 2)], ['问题跟进意见', wide('', 3), '处理方式']];
    const { records } = recogniseSheet(sketch([[wide('客户档案表', 8)], ['档案编号', '', '建档日期', ''], ['客户名称', '', '电话', ''], ...lines(1), ...lines(2), ...lines(3)]));
    expect(records).toEqual([]);
  });
});

it('follow-ups are read where an answer spans the columns of two cells below', () => {
  const rows: Rows = [...archive.map((row) => [...row]), ['沟通跟进时间1', '2026-4-20', wide('项目发展进度及存在的问题', 2), wide('样品送试验室', 4)], ['问题跟进意见', wide('催结果', 3), '处理方式', wide('5月18日出报告', 3)], ['沟通跟进时间2', '5月19日', wide('问题反馈、项目发展进度及存在的问题', 2), wide('强度合格', 4)], ['问题跟进意见', wide('报正式价', 3), '处理方式', wide('', 3)]];
  expect(fieldsOf(rows)['followups']).toMatchObject({ 'followup-1': { time: '2026-04-20', progress_issues: '样品送试验室', opinion: '催结果', handling: '5月18日出报告' }, 'followup-2': { time: '2026-05-19', progress_issues: '强度合格', opinion: '报正式价' } });
});

it('a trade calls its customers what it likes, with the form\'s word in brackets', () => {
  const gifts = (label: string): Rows => [[wide('礼品馈赠计划表', 6)], [label, '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'], ['甲医院', '中秋', '茶', 2, 300, '林小满']];
  for (const label of ['医疗机构（客户）', '学校（客户名称）', '经销单位(客户)']) expect(fieldsOf(gifts(label))).toMatchObject({ customer: '甲医院' });
  expect(fieldsOf(gifts('对接人员（客户）'))).not.toHaveProperty('customer');
});

it('trades have words of their own for a rival, for who was met and for what is to be done', () => {
  const plan = fieldsOf([[wide('客户关系强化表', 6)], ['客户名称', '强化对象', '与客户关系', '他行关系（主要竞争行）', '我行责任人', '强化措施'], ['甲学校', '总经理', '一般', '密切', '林小满', '登门'], ['甲学校', '部门经理', '密切', '一般', '林小满', '对账']]);
  expect(plan['rows']).toMatchObject({ 'general-manager': { rival_relation: '密切' } });
  const visit = fieldsOf([[wide('走访登记簿', 8)], ['日期', '走访人', '客户', '接谈人', '目的', '内容摘要', '成效', '待办事项'], ['2026-3-2', '林小满', '甲公司', '王总', 'a', '谈了续约', 'B', '报价']]);
  expect(visit).toMatchObject({ issues_open: '报价', visits: { 'row-0': { interviewee: '王总', summary: '谈了续约' } } });
});

it('what names a list of people is no name, whatever words stand before it', () => {
  const [record] = recogniseSheet(sketch([[wide('客户接待报告表', 4)], ['客户名称', '甲公司', '招待目的', '签约'], ['招待日期', '2026-10-23', '招待地点', '食堂'], ['客户与席人员名单', '咱们这边与席人员名单'], ['王厂长、李采购', '林小满']])).records;
  expect(Object.entries(record!.fields).filter(([key]) => key.endsWith('attendees')).flatMap(([, names]) => names)).not.toContain('咱们这边与席人员名单');
});
