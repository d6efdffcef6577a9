import { describe, expect, it } from 'vitest';
import type { LearnedWord } from '../../../domain/protocol/learned-words.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';

const archive = 'customer-archive';
const word = (label: string, path: string | null, form = archive): LearnedWord => ({ form, label, path });

function card(...rows: Sketched[][]) {
  return sketch([[{ value: '客户档案表', columns: 4 }], ['档案编号', 'KA-1', '建档日期', { value: '2026-09-01', format: '@' }], ...rows]);
}

const read = (sheet: ReturnType<typeof card>, ...learned: LearnedWord[]) => recogniseSheet(sheet, { learned });
const fieldsOf = (sheet: ReturnType<typeof card>, ...learned: LearnedWord[]) => read(sheet, ...learned).records.map((record) => record.fields);

describe('a learned word', () => {
  it('makes a form of a sheet whose key nobody knew, and gives the value its cell', () => {
    const sheet = card(['甲方全称', '某公司', '盘子', '120万']);
    expect(fieldsOf(sheet)).toEqual([]);
    const { records } = read(sheet, word('甲方全称', 'customer_name'), word('盘子', 'budget_amount'));
    expect(records[0]!.fields).toMatchObject({ customer_name: '某公司', budget_amount: 120_000_000 });
    expect(records[0]!.cells['customer_name']).toMatchObject({ row: 2, column: 1 });
  });

  it('reads the next sheet too, in the same cell, with blanks, a colon and a unit, and in traditional script', () => {
    const learned = [word('甲方全称', 'customer_name'), word('盘子', 'budget_amount')];
    const next = card(['甲 方 全 稱：', '某公司', '盘子（万元）', 120]);
    expect(fieldsOf(next, ...learned)).toMatchObject([{ customer_name: '某公司', budget_amount: 120_000_000 }]);
    expect(fieldsOf(card(['甲方全称：某公司', '', '盘子：80万元', '']), ...learned)).toMatchObject([{ customer_name: '某公司', budget_amount: 80_000_000 }]);
  });

  it('stands for one cell of a printed row, or for the printed row itself', () => {
    const single = card(['客户名称', '某公司', '拍板人', '李善邻']);
    expect(fieldsOf(single, word('拍板人', 'decision_chain/decider/name'))).toMatchObject([{ decision_chain: { decider: { name: '李善邻' } } }]);
    const table = card(['客户名称', '某公司'], ['决策链', '姓名', '职务', '联系电话'], ['拍板人', '李善邻', '总经理', '1'], ['把关者', '王一', '经理', '2']);
    expect(fieldsOf(table, word('拍板人', 'decision_chain/decider'))).toMatchObject([{ decision_chain: { decider: { name: '李善邻' }, gatekeeper: { name: '王一' } } }]);
  });

  it('stands for a heading of a list', () => {
    const sheet = sketch([['合同台账'], ['约号', '客户名称', '类型', '签订日期', '合同金额(元)'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100']]);
    expect(recogniseSheet(sheet, { learned: [word('约号', 'contract_no', 'contract')] }).records).toMatchObject([{ fields: { contract_no: 'HT-1', customer: '千帆渡' } }]);
  });

  it("never replaces the form's own: a label that the form uses keeps its meaning", () => {
    const sheet = card(['客户名称', '某公司', '主营业务范围', '零售']);
    expect(fieldsOf(sheet, word('主营业务范围', 'industry_position'), word('客户名称', null))).toEqual(fieldsOf(sheet));
    expect(fieldsOf(sheet, word('姓名', 'industry_position'))).toEqual(fieldsOf(sheet));
  });

  it("gives way where the form's own label stands on the same card, before or behind it", () => {
    const learned = word('甲方全称', 'customer_name');
    for (const row of [['甲方全称', '甲', '客户名称', '乙'], ['客户名称', '乙', '甲方全称', '甲']]) {
      const found = fieldsOf(card(row), learned);
      expect(found).toMatchObject([{ customer_name: '乙' }]);
    }
  });

  it('of two meanings keeps the first, and tells labels apart by their brackets', () => {
    const sheet = card(['客户名称', '某公司', '头儿(电话)', '1'], ['头儿(姓名)', '李善邻', '头儿', '谁']);
    const found = fieldsOf(sheet, word('头儿(电话)', 'contact_phone'), word('头儿(姓名)', 'regular_contact'), word('头儿(电话)', 'customer_phone'));
    expect(found).toMatchObject([{ contact_phone: '1', regular_contact: '李善邻' }]);
    expect(found[0]).not.toHaveProperty('customer_phone');
  });

  it('without a field of the form is without effect', () => {
    const sheet = card(['客户名称', '某公司', '盘子', '120万']);
    expect(fieldsOf(sheet, word('盘子', 'no_such_field'), word('盘子', 'decision_chain/nobody/name'), word('盘子', 'budget_amount', 'no-such-form'))).toEqual(fieldsOf(sheet));
  });
});
