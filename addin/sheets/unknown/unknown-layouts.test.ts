// The labels that nobody knows: found on samples whose labels are changed to words of no form, and on nothing else.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbookImage } from '../../xlsx/read.ts';
import { addressOf } from '../image.ts';
import type { SheetImage, WorkbookImage } from '../image.ts';
import { labelKey } from '../reading/label-text.ts';
import { recogniseSheet, recogniseWorkbook } from '../recognise.ts';
import type { UnknownLayout } from '../recognised.ts';
import { sketch } from '../test-support/sketch.ts';

const folder = new URL('../../../fixtures/workbooks/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

function sample(number: string): Promise<WorkbookImage> {
  const name = files.find((file) => file.startsWith(number))!;
  return readWorkbookImage(new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder))));
}

/** The workbook with other words on its labels. */
async function renamed(number: string, words: Readonly<Record<string, string>>): Promise<WorkbookImage> {
  const change = <Value>(value: Value): Value | string => (typeof value === 'string' ? (words[labelKey(value).replace(/\(.*\)/, '')] ?? value) : value);
  const image = await sample(number);
  const sheets = image.sheets.map((sheet): SheetImage => ({ ...sheet, values: sheet.values.map((row) => row.map(change)), texts: sheet.texts.map((row) => row.map(change)) }));
  return { ...image, sheets };
}

const shown = (layout: UnknownLayout): string[] => layout.labels.map(({ label, place }) => `${label} ${addressOf(place.row, place.column)}`);
const strange = { 客户名称: '甲方全称', 预算金额: '盘子', 决策者: '拍板人', 计划时间: '几时上线', 合作项目: '合作什么事' };

describe('labels that no form knows', () => {
  it.each(files.map((file) => file.slice(0, 2)))('on sample %s are nothing but labels: titles, notes, signatures, options and values are none', async (number) => {
    const labels = recogniseWorkbook(await sample(number)).layouts.flatMap((layout) => layout.labels.map(({ label }) => label));
    // 来客人数 stands on sample 12 and is a field of no form.
    expect(labels.filter((label) => label !== '来客人数')).toEqual([]);
  });

  it('are exactly those that were changed, with a card that is no longer read for want of its key', async () => {
    const { records, layouts } = recogniseWorkbook(await renamed('01', strange));
    expect(records).toEqual([]);
    expect(layouts).toMatchObject([{ form: 'customer-archive', isRead: false }]);
    expect(shown(layouts[0]!)).toEqual(['甲方全称 A4', '合作什么事 L5', '盘子 L10', '几时上线 G11', '拍板人 B31']);
    expect(layouts[0]!.labels.map(({ kind, sample: { text } }) => `${kind} ${text.slice(0, 3)}`)).toEqual(['value 临澜千', 'value 双十一', 'value 3,6', 'value 202', 'row 楚云深']);
    expect(layouts[0]!.free.map(({ path }) => path)).toEqual(expect.arrayContaining(['customer_name', 'budget_amount', 'plan_time', 'cooperation_project', 'decision_chain/decider']));
  });

  it('are found where labels stand above their values', async () => {
    const { layouts } = recogniseWorkbook(await renamed('12', strange));
    const stacked = layouts.find((layout) => layout.sheetName === '百草笺档案卡')!;
    expect(shown(stacked)).toEqual(['甲方全称 C3', '合作什么事 G7', '盘子 F13', '几时上线 C15', '拍板人 A31']);
  });

  it('taught, give the records that the sheet gave before', async () => {
    const learned = [['甲方全称', 'customer_name'], ['盘子', 'budget_amount'], ['几时上线', 'plan_time'], ['合作什么事', 'cooperation_project'], ['拍板人', 'decision_chain/decider']].map(([label, path]) => ({ form: 'customer-archive', label: label!, path: path! }));
    for (const number of ['01', '02', '12']) {
      const before = recogniseWorkbook(await sample(number)).records.filter((record) => record.form === 'customer-archive');
      const after = recogniseWorkbook(await renamed(number, strange), { learned });
      const values = (fields: object): unknown => JSON.parse(JSON.stringify(fields).replaceAll('拍板人', '决策者')) as unknown;
      expect(after.records.filter((record) => record.form === 'customer-archive').map((record) => values(record.fields))).toEqual(before.map((record) => values(record.fields)));
      expect(after.layouts.filter((layout) => layout.form === 'customer-archive')).toEqual([]);
    }
  });

  it('are the headings of a list, read or only like a form', async () => {
    const read = recogniseWorkbook(await renamed('05', { 馈赠对象: '哪家收', 客户名称: '哪家收' })).layouts;
    expect(read.map(({ form, isRead }) => [form, isRead])).toEqual([['gift-plan', true], ['gift-plan', true]]);
    expect(read[0]!.labels).toMatchObject([{ label: '哪家收', kind: 'heading', table: '' }]);
    const likely = recogniseSheet(sketch([['合同台账'], ['约号', '某方', '类型', '签订日期', '合同金额(元)', '序号'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100', 1]]));
    expect(likely.records).toEqual([]);
    expect(likely.layouts).toMatchObject([{ form: 'contract', isRead: false, known: 3, labels: [{ label: '约号', sample: { text: 'HT-1' } }, { label: '某方' }] }]);
  });

  it('that are set aside are not asked about again', () => {
    const sheet = sketch([['客户档案表'], ['档案编号', 'KA-1', '建档日期', '2026-09-01'], ['客户名称', '某公司', '备案号', '云汐字0417号']]);
    expect(recogniseSheet(sheet).layouts.flatMap(shown)).toEqual(['备案号 C3']);
    expect(recogniseSheet(sheet, { learned: [{ form: 'customer-archive', label: '备案号', path: null }] }).layouts).toEqual([]);
  });

  it('are not looked for on sheets that are another paper', () => {
    const phones = sketch([['部门通讯录'], ['姓名', '职务', '联系电话', '分机'], ['李善邻', '总经理', '1', '8001'], ['王一', '经理', '2', '8002']]);
    const attendance = sketch([['9月考勤'], ['姓名', '1日', '2日', '备注'], ['李善邻', '√', '√', '']]);
    expect([phones, attendance].flatMap((sheet) => recogniseSheet(sheet).layouts)).toEqual([]);
  });
});
