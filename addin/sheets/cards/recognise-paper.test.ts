// Paper forms in the ways that once misled: boxes in brackets, values that are words of labels, cells that span headings.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { recogniseSheet } from '../recognise.ts';
import { departmentOf, receipts, slipOf } from '../report/sample-results.ts';
import { scorecardSheets } from '../report/department-sheet.ts';
import { slipSheet } from '../report/slip-sheet.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';

const wide = (value: Sketched & (string | number | boolean), columns: number, rows = 1): Sketched => ({ value, columns, rows });

function read(rows: readonly (readonly Sketched[])[]) {
  const { records } = recogniseSheet(sketch(rows));
  return records.map((record) => recordAsRead(formOf(record.form)!, record.fields));
}

describe('客户档案表', () => {
  const archive = (...rows: Sketched[][]): Sketched[][] => [[wide('客户档案表', 8)], ['客户名称', wide('甲公司', 3), '档案编号', wide('KA-1', 3)], ...rows];

  it.each([['是（　） 否（√）', false], ['是（√）否（ ）', true], ['□是 ☑否', false], ['[ ]是 [√]否', false], ['否（客户说的）', false]])('reads %s', (text, answer) => {
    expect(read(archive(['是否招标', wide(text, 3)]))).toEqual([{ customer_name: '甲公司', archive_no: 'KA-1', is_tender: answer }]);
  });

  it('takes one heading row for one table, whatever wide cell stands above it', () => {
    const rows = archive(
      ['项目预期', wide('目标：年投放；时间：2026年底；成功率：60%', 7)],
      [wide('接触高层关系描述', 1, 2), wide('姓名', 2), wide('职务', 2), wide('联系电话', 2), '亲密程度'],
      ['', wide('贺总', 2), wide('总经理', 2), wide('139', 2), '密切'],
      [wide('决策链', 1, 2), '角色', '姓名', '职务', '联系电话', '亲密程度', '专业程度', '支持程度'],
      ['', '决策者', '贺总', '', '', '', '', ''],
    );
    expect(read(rows)).toEqual([{
      customer_name: '甲公司', archive_no: 'KA-1', expectation_goal: '年投放', expectation_time: '2026年底', expectation_success_rate: 60,
      senior_contacts: [{ name: '贺总', position: '总经理', phone: '139', intimacy: '密切' }],
      decision_chain: [{ role: '决策者', name: '贺总' }],
    }]);
  });

  it('takes labels and values in turn for no heading, also where a value is a word of a label', () => {
    const rows = archive(['沟通跟进时间1', wide('2026-10-12', 3), '项目发展进度及存在的问题', wide('已签', 3)], ['问题跟进意见', wide('加快', 3), '处理方式', wide('电话', 3)], ['沟通跟进时间2', wide('11月底', 3)]);
    expect(read(rows)[0]!['followups']).toEqual([{ time: '2026-10-12', progress_issues: '已签', opinion: '加快', handling: '电话' }, { time: '11月底' }]);
  });

  it('is read line by line where each cell holds its label', () => {
    const lines = ['客户档案表', '档案编号：KA-1', '客户名称：甲公司', '企业性质：□国企 ☑民营', '项目预期：目标：签约；时间：2026年底；成功率：60%'];
    expect(read(lines.map((line) => [line]))).toEqual([{ archive_no: 'KA-1', customer_name: '甲公司', enterprise_nature: '民营', expectation_goal: '签约', expectation_time: '2026年底', expectation_success_rate: 60 }]);
  });

  it('reads amounts in the unit that the sheet states', () => {
    expect(read([['单位：万元'], ...archive(['预算金额', 80])])[0]!['budget_amount']).toBe(80_000_000);
  });
});

describe('客户拜访日报表', () => {
  const head = (who: Sketched, ...day: Sketched[]): Sketched[][] => [[wide('客户拜访日报表', 12)], ['填表人：', who, '', '日期：', ...day]];
  const table = (plan: string[], result: string[], ...rows: Sketched[][]): Sketched[][] => [['序号', '客户', '面谈者', wide('商谈计划', 3), '面谈概要', wide('成果', 5)], ['', '', '', ...plan, '', ...result], ...rows];
  const letters = [['a', 'b', 'c'], ['A', 'B', 'C', 'D', 'E']] as const;
  const filled = { reporter: '赵', report_date: '2026-12-03', visits: [{ customer: '甲', interviewee: '王总', plan: '初次拜访', summary: '谈', result: '再度访问' }] };

  it('reads ticks under headings that say letter and word, and check boxes in cells', () => {
    const long = table(['a.初次拜访', 'b.处理问题', 'c.建立关系'], ['A.商谈成功', 'B.有希望', 'C.再度访问', 'D.无希望', 'E.继续观察'], [1, '甲', '王总', '√', '', '', '谈', '', '', '√']);
    expect(read([...head('赵', '2026-12-03'), ...long])).toEqual([filled]);
    const boxes = table([...letters[0]], [...letters[1]], [1, '甲', '王总', true, false, false, '谈', false, false, true, false, false], [2, '', '', false, false, false, '', false, false, false, false, false]);
    expect(read([...head('赵', '2026-12-03'), ...boxes])).toEqual([filled]);
  });

  it('reads a day over neighbouring cells', () => {
    expect(read([...head('赵', 2026, '年', 12, '月', 3, '日'), ['序号', '客户', '面谈者', '商谈计划', '面谈概要', '成果'], [1, '甲', '王总', 'a', '谈', 'C']])).toEqual([filled]);
  });

  it('gives nothing of a blank form that prints what may be spent', () => {
    const blank = [...head('', ''), ...table([...letters[0]], [...letters[1]], [1], [2]), ['费用项目', '金额(元)', '备注'], ['交通费'], ['餐费'], ['合计']];
    expect(read(blank)).toEqual([]);
  });

  it('takes a remark beneath for no expense', () => {
    expect(read([...head('赵', '2026-12-03'), ['客户', '面谈者', '商谈计划', '面谈概要', '成果'], ['甲', '王总', 'a', '谈', 'C'], ['备注：以上属实']])).toEqual([filled]);
  });
});

it('sheets that Keybook itself draws of results are no forms', () => {
  for (const plan of [...scorecardSheets(departmentOf(5, 2)), slipSheet(slipOf(receipts, 2))]) {
    const found = recogniseSheet(imageOfPlan(plan));
    expect([plan.key, found.records.length, found.lists.length, found.blanks.length]).toEqual([plan.key, 0, 0, 0]);
  }
});
