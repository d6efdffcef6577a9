// Values written where they were read, in the style found there: written, then read again, they are the same.

import { describe, expect, it } from 'vitest';
import type { FormFixtures } from '../../../domain/forms/fixture.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import { pathsOf, readPath, writePath } from '../../../domain/forms/fields.ts';
import { forms, formOf } from '../../../domain/forms/registry.ts';
import type { Fields } from '../../../domain/forms/definition.ts';
import { drawForm } from './draw-form.ts';
import { imageOfPlan } from './image-of-plan.ts';
import type { CellValue, SheetImage } from '../image.ts';
import { patchRecord } from './patch.ts';
import { reboxed } from './patch-boxes.ts';
import { styledText } from './patch-text.ts';
import { writtenImage } from './written-image.ts';
import { recordPlaces } from './place-record.ts';
import { recogniseWorkbook } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';

const modules = import.meta.glob<{ fixtures: FormFixtures }>('../../../domain/forms/*.fixtures.ts', { eager: true });
const all = forms.map((form) => [form.id, form, modules[`../../../domain/forms/${form.id}.fixtures.ts`]!.fixtures] as const);
const sheet = { name: '表', key: 'form/1' };

const read = (image: SheetImage) => recogniseWorkbook({ sheets: [image], isStructureProtected: false });

describe.each(all)('%s', (_id, form, fixtures) => {
  it('takes every value of its maximal record into the cells of its minimal one', () => {
    const from = above(form, fixtures.minimal, fixtures.maximal);
    const image = imageOfPlan(drawForm(form, [from], sheet));
    const record = read(image).records[0]!;
    const patch = patchRecord(form, record, pathsOf(withRowsOf(fixtures.maximal, record.fields)).map(([path, value]) => ({ path, value })));
    const after = read(writtenImage(image, patch.writes));
    const isFull = patch.kept.every((kept) => kept.reason === 'fixed' || kept.reason === 'no-room');
    expect(isFull).toBe(true);
    if (patch.kept.some((kept) => kept.reason === 'no-room')) return;
    expect(after.records.map((found) => recordAsRead(form, found.fields))).toEqual([recordAsRead(form, fixtures.maximal)]);
  });

  it('finds a free row, a blank card or a new sheet for a record that has no place yet', () => {
    const image = imageOfPlan(drawForm(form, [], sheet));
    const place = recordPlaces(read(image))(form, layoutOf(form).above ? fixtures.minimal : fixtures.maximal);
    if (place.kind === 'sheet') {
      // More rows than the blank card has lines: it stays blank.
      const blank = patchRecord(form, read(image).blanks[0]!.record, pathsOf(fixtures.maximal).map(([path, value]) => ({ path, value })));
      expect(blank.kept.map(({ reason }) => reason)).toContain('no-room');
      return;
    }
    const after = read(writtenImage(image, place.patch.writes));
    expect(after.records.map((found) => recordAsRead(form, found.fields))).toEqual([recordAsRead(form, layoutOf(form).above ? fixtures.minimal : fixtures.maximal)]);
    expect(recordPlaces(recogniseWorkbook({ sheets: [], isStructureProtected: false }))(form, fixtures.minimal)).toEqual({ kind: 'sheet' });
  });
});

/** What stands above a list belongs to no record: both must agree in it. */
function above(form: (typeof forms)[number], fields: Fields, like: Fields): Fields {
  return (layoutOf(form).above ?? []).reduce((sum, key) => (like[key] === undefined ? sum : { ...sum, [key]: like[key] }), fields);
}

/** The rows already there keep their ids: a table's first row is the one that the minimal record has. */
function withRowsOf(target: Fields, now: Fields): Fields {
  let fields = target;
  for (const [path, value] of pathsOf(target)) {
    const [table, rowId, column] = path.split('/');
    if (column === undefined || readPath(target, `${table}/${rowId}/order`) !== 0 || readPath(now, `${table}/row-0/order`) === undefined) continue;
    fields = writePath(writePath(fields, path, null), `${table}/row-0/${column}`, value);
  }
  return fields;
}

describe('styles', () => {
  const archive = formOf('customer-archive')!;
  const nature = archive.fields.find((field) => field.key === 'enterprise_nature')!;
  const options = nature.type.kind === 'choice' ? nature.type.options : [];

  it('sets boxes anew wherever they stand', () => {
    expect(reboxed('国企□  合资□  民营☑', options, ['合资'])).toBe('国企□  合资☑  民营□');
    expect(reboxed('□国企 ■民营', options, ['国企'])).toBe('■国企 □民营');
    expect(reboxed('国企□ 股份√', options, ['国企'])).toBe('国企√ 股份□');
    expect(reboxed('国企（　） 民营（√）', options, ['国企'])).toBe('国企（√） 民营（　）');
    expect(reboxed('国企□ 民营□', options, ['外资'])).toBeNull();
    expect(reboxed('国企□ 民营☑', options, [])).toBe('国企□ 民营□');
  });

  it('writes days, money, answers and letters as the text that stood there', () => {
    const field = (form: string, key: string) => formOf(form)!.fields.find((candidate) => candidate.key === key)!;
    expect(styledText(field('visit-report', 'report_date'), '2026-11-03', '2026年10月9日')).toBe('2026年11月3日');
    expect(styledText(field('visit-report', 'report_date'), '2026-11-03', '2026.10.9')).toBe('2026.11.3');
    expect(styledText(field('visit-report', 'report_date'), '2026-11-03', '2026-10-09')).toBe('2026-11-03');
    expect(styledText(field('customer-archive', 'budget_amount'), 250000000, '150万元')).toBe('250万元');
    expect(styledText(field('customer-archive', 'budget_amount'), 123456, '￥1,260.00')).toBe('￥1,234.56');
    expect(styledText(field('customer-archive', 'has_budget'), false, '有')).toBe('无');
    const plan = formOf('visit-report')!.tables![0]!.columns.find((column) => column.key === 'plan')!;
    expect(['a', 'a.初次拜访', '初次拜访', ''].map((sample) => styledText(plan, '建立关系', sample))).toEqual(['c', 'c.建立关系', '建立关系', '建立关系']);
  });

  it('leaves formulas alone and keeps the label of a cell that holds both', () => {
    const image = imageOfPlan(drawForm(archive, [modules['../../../domain/forms/customer-archive.fixtures.ts']!.fixtures.minimal], sheet));
    const record = read(image).records[0]!;
    const changes = [{ path: 'archive_no', value: '=1+1' }, { path: 'created_date', value: '2026-12-01' }];
    expect(patchRecord(archive, record, changes).writes.map((write) => write.value)).toEqual(['档案编号：=1+1', '建档日期：2026年12月1日']);
    const locked = { ...record, cells: { ...record.cells, customer_name: { ...record.cells['customer_name']!, formula: true } } };
    expect(patchRecord(archive, locked, [{ path: 'customer_name', value: '别家' }])).toMatchObject({ writes: [], kept: [{ path: 'customer_name', reason: 'formula' }] });
  });
});

describe('units and periods said above a list', () => {
  const contracts = (amount: CellValue, format = 'General') => sketch([['合同台账', '单位：万元'], ['合同编号', '客户名称', '合同类型', '签订日期', '合同金额'], ['A', '甲', '其他', '2026-09-01', { value: amount, format }]]);

  it.each([[8, 'General'], ['8', '@'], ['8万元', '@']])('a new amount over %s is read back as it was meant', (amount, format) => {
    const image = contracts(amount, format);
    const [record] = read(image).records;
    const patch = patchRecord(formOf('contract')!, record!, [{ path: 'amount', value: 12_345_600 }]);
    expect(read(writtenImage(image, patch.writes)).records[0]!.fields['amount']).toBe(12_345_600);
  });

  it('a record of another month does not go under the title of this one', () => {
    const image = sketch([['2026年9月销售计划表'], ['姓名', '计划销售额(元)', '计划新客户数'], ['林小满', 100, 1]]);
    const place = (month: string) => recordPlaces(read(image))(formOf('sales-plan')!, { member: '周立夏', month, planned_sales: 100 }).kind;
    expect([place('2026-09'), place('2026-10')]).toEqual(['cells', 'sheet']);
  });
});
