import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { demoLayout } from './demo-state.ts';
import { layoutView, pathLabel, wordsOf } from './layout-view.ts';
import type { UnknownLayout } from './services.ts';

const archive = formOf('customer-archive')!;
const view = (choices: readonly (readonly [string, string | null])[], layout: UnknownLayout = demoLayout) => layoutView(formOf(layout.form)!, layout, new Map(choices));
const optionsOf = (view: ReturnType<typeof layoutView>, line: number) => view.lines[line]!.groups.flatMap((group) => group.options);

describe('the labels that nobody knows', () => {
  it('are all open at first, and counted until each has an answer', () => {
    expect(view([]).unchosen).toBe(5);
    expect(view([['甲方全称', 'customer_name'], ['备案号', null]]).unchosen).toBe(3);
    expect(wordsOf(demoLayout, new Map([['甲方全称', 'customer_name'], ['备案号', null]]))).toEqual([
      { form: 'customer-archive', label: '甲方全称', path: 'customer_name' },
      { form: 'customer-archive', label: '备案号', path: null },
    ]);
  });

  it('are offered every field of the form, closed where it has a label already or another one has chosen it', () => {
    const taken = (path: string, line: number) => optionsOf(view([['甲方全称', 'customer_name']]), line).find((option) => option.path === path)!.isTaken;
    expect(optionsOf(view([]), 0).filter((option) => !option.path.includes('/')).map((option) => option.path)).toEqual(archive.fields.map((field) => field.key));
    expect([taken('customer_name', 0), taken('customer_name', 1), taken('archive_no', 1), taken('budget_amount', 1)]).toEqual([false, true, true, false]);
    expect(view([]).lines[0]!.groups.map((group) => [group.label, group.options.map((option) => option.label).slice(0, 2)])[1]).toEqual(['决策链', ['决策者：姓名', '决策者：联系电话']]);
  });

  it('name no field twice with one word', () => {
    expect([pathLabel(archive, 'customer_phone'), pathLabel(archive, 'contact_phone'), pathLabel(archive, 'decision_chain/decider')]).toEqual(['客户电话', '联系人电话', '决策者']);
  });

  it('tell before saving that their value cannot be read as the field', () => {
    const warnings = view([['几时上线', 'budget_amount'], ['盘子', 'expected_funds'], ['甲方全称', 'is_tender'], ['备案号', null], ['拍板人', 'decision_chain/decider/name']]).lines.map((line) => line.warning);
    expect(warnings).toEqual(['看不出是“是”还是“否”', null, null, '读不成金额', null]);
  });

  it('leave fewer fields free with each choice; single cells of printed rows are not listed', () => {
    expect(view([]).free).toEqual(['客户名称', '预算金额', '计划时间', '成立年代', '行业地位', '是否招标', '可行性评估', '技术风险评估']);
    expect(view([['盘子', 'budget_amount']]).free).not.toContain('预算金额');
  });

  it('over a column are offered the columns of their table alone, and before a printed row its rows', () => {
    const [label] = demoLayout.labels;
    const layout: UnknownLayout = {
      ...demoLayout,
      labels: [{ ...label!, kind: 'heading', table: 'senior_contacts' }, { ...label!, label: '拍板人', kind: 'row', table: 'decision_chain' }],
      free: [{ path: 'customer_name', kind: 'value' }, { path: 'senior_contacts/phone', kind: 'heading' }, { path: 'competitors/product', kind: 'heading' }, { path: 'decision_chain/decider', kind: 'row' }],
    };
    expect(optionsOf(view([], layout), 0).map((option) => option.path)).toEqual(['senior_contacts/phone']);
    expect(optionsOf(view([], layout), 1).map((option) => option.label)).toEqual(['决策者']);
  });

  it('of a list are offered its columns', () => {
    const [label] = demoLayout.labels;
    const layout: UnknownLayout = { ...demoLayout, form: 'contract', title: '合同台账', labels: [{ ...label!, kind: 'heading', table: '' }], free: [{ path: 'contract_no', kind: 'heading' }] };
    expect(optionsOf(view([], layout), 0).filter((option) => !option.isTaken).map((option) => option.path)).toEqual(['contract_no']);
  });
});
