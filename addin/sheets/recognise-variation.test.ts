// Layouts as people change them, seeded: columns in another order and more of them, labels spaced, wrapped and renamed,
// titles, totals, remarks, blank and repeated rows. The records stay the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Fields, FormDefinition, Value } from '../../domain/forms/definition.ts';
import { layoutOf } from '../../domain/forms/layouts.ts';
import type { FormFixtures } from '../../domain/forms/fixture.ts';
import { forms, formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';
import { optionsOf, writtenValue } from './cells/written-value.ts';

const modules = import.meta.glob<{ fixtures: FormFixtures }>('../../domain/forms/*.fixtures.ts', { eager: true });
const lists = forms.filter((form) => form.kind === 'list').map((form) => [form.id, form, modules[`../../domain/forms/${form.id}.fixtures.ts`]!.fixtures] as const);
const seeded = { seed: 20_261_122, numRuns: 60 };

const decorations: readonly ((label: string) => string)[] = [
  (label) => label,
  (label) => [...label].join(' '),
  (label) => `${label}：`,
  (label) => `${label.slice(0, 2)}\n${label.slice(2)}`,
  (label) => `*${label}`,
  (label) => label.replace('(', '（').replace(')', '）'),
];

interface Variation {
  readonly order: readonly number[];
  readonly decoration: number;
  readonly extra: readonly number[];
  readonly titled: boolean;
  readonly total: boolean;
  readonly remark: boolean;
  readonly gap: boolean;
  readonly repeated: boolean;
  /** A total of its own, a line with a heading of its own, between the rows. */
  readonly between: string;
  readonly top: number;
  readonly left: number;
}

function variationOf(columns: number): fc.Arbitrary<Variation> {
  return fc.record({
    order: fc.shuffledSubarray([...Array(columns).keys()], { minLength: columns, maxLength: columns }),
    decoration: fc.nat(decorations.length - 1),
    extra: fc.uniqueArray(fc.nat(columns), { maxLength: 2 }),
    titled: fc.boolean(),
    total: fc.boolean(),
    remark: fc.boolean(),
    gap: fc.boolean(),
    repeated: fc.boolean(),
    between: fc.constantFrom('', '', '本月合计', '小计', '王明小计', '二、其余各项'),
    top: fc.nat(4),
    left: fc.nat(3),
  });
}

const strangers = ['经手单位代码', '附件张数'];

function listRows(form: FormDefinition, fields: readonly Field[], records: readonly Fields[], how: Variation): Sketched[][] {
  const columns = how.order.map((index) => fields[index]!);
  const width = columns.length + how.extra.length + 1;
  const around = (cells: readonly Sketched[], more: (index: number) => Sketched): Sketched[] => {
    const row = [...cells];
    how.extra.forEach((place, index) => row.splice(place, 0, more(index)));
    return row;
  };
  const head = ['序号', ...around(columns.map((field) => decorations[how.decoration]!(field.label)), (index) => strangers[index]!)];
  const body = records.map((record, index) => [index + 1, ...around(columns.map((field) => cellOf(field, record[field.key] as Value | undefined)), () => '随附')]);
  return [
    ...(how.titled ? [[{ value: `望江公司${form.title}`, columns: width }]] : []),
    head,
    ...body.slice(0, 1),
    ...(how.gap ? [[]] : []),
    ...(how.between === '' ? [] : [[how.between, ...Array<Sketched>(width - 2).fill(''), 12345].slice(0, how.between.startsWith('二') ? 1 : width)]),
    ...(how.repeated ? [head] : []),
    ...body.slice(1),
    ...(how.gap ? [[3], [4]] : []),
    ...(how.total ? [[{ value: '合  计', columns: 2 }, 12345]] : []),
    ...(how.remark ? [[{ value: '注：以上由经办人汇总，未尽事宜另行说明。', columns: width }]] : []),
  ];
}

function cellOf(field: Field, value: Value | undefined): Sketched {
  if (value === undefined) return '';
  const { value: written, format } = writtenValue(field, value);
  return { value: written, format: format ?? '@' };
}

describe.each(lists)('%s in other layouts', (_id, form, fixtures) => {
  const fields = form.fields.filter((field) => !layoutOf(form).above?.includes(field.key) && !layoutOf(form).unprinted?.includes(field.key));
  const records = [fixtures.minimal, fixtures.maximal].map((record) => Object.fromEntries(Object.entries(record).filter(([key]) => !layoutOf(form).above?.includes(key))) as Fields);
  // Without a title a list is known by labels that no other form has.
  const needsTitle = ['violation', 'account-rate', 'executor-assignment', 'sales-plan'].includes(form.id);

  it('gives the same records', () => {
    fc.assert(
      fc.property(variationOf(fields.length), (how) => {
        const image = sketch(listRows(form, fields, records, { ...how, titled: how.titled || needsTitle }), { top: how.top, left: how.left });
        const found = recogniseSheet(image);
        expect(found.records.map((record) => [record.form, recordAsRead(form, record.fields)])).toEqual(records.map((record) => [form.id, recordAsRead(form, record)]));
      }),
      seeded,
    );
  });
});

type ChoiceStyle = 'ticks' | 'letters' | 'code' | 'label' | 'both' | 'boxes';

interface VisitSketch {
  readonly style: ChoiceStyle;
  readonly mark: string;
  readonly order: readonly number[];
  readonly decoration: number;
  readonly legend: boolean;
  readonly expenses: boolean;
  readonly spare: number;
  readonly cards: number;
  readonly split: boolean;
  readonly oneCell: boolean;
}

const visitForm = formOf('visit-report')!;
const visitFixtures = modules['../../domain/forms/visit-report.fixtures.ts']!.fixtures;

function choiceCells(field: Field, value: string | undefined, style: ChoiceStyle, mark: string): Sketched[] {
  const options = optionsOf(field.type);
  const chosen = options.find((option) => option.label === value);
  switch (style) {
    case 'ticks':
      return options.map((option) => (option === chosen ? mark : ''));
    case 'letters':
      return options.map((option) => (option === chosen ? `(${option.code})` : option.code!));
    case 'code':
      return [chosen?.code ?? ''];
    case 'label':
      return [chosen?.label ?? ''];
    case 'both':
      return [chosen ? `${chosen.code}.${chosen.label}` : ''];
    case 'boxes':
      return [options.map((option) => `${option === chosen ? '☑' : '□'}${option.label}`).join(' ')];
  }
}

function visitCard(fields: Fields, how: VisitSketch): Sketched[][] {
  const decorate = decorations[how.decoration]!;
  const table = visitForm.tables![0]!;
  const columns = how.order.map((index) => table.columns[index]!);
  const wide = how.style === 'ticks' || how.style === 'letters';
  const isChoice = (field: Field) => field.type.kind === 'choice';
  const widthOf = (field: Field) => (wide && isChoice(field) ? optionsOf(field.type).length : 1);
  const width = columns.reduce((sum, field) => sum + widthOf(field), 1);
  const rows = Object.values(fields['visits'] as Record<string, Record<string, Value>>);
  const head: Sketched[] = [{ value: '序号', rows: wide ? 2 : 1 }, ...columns.map((field): Sketched => ({ value: decorate(field.label), columns: widthOf(field), rows: wide && !isChoice(field) ? 2 : 1 }))];
  const letters: Sketched[] = ['', ...columns.flatMap((field) => (isChoice(field) ? optionsOf(field.type).map((option) => option.code!) : ['']))];
  const line = (row: Record<string, Value>, number: number): Sketched[] => [number, ...columns.flatMap((field) => (isChoice(field) ? choiceCells(field, row[field.key] as string | undefined, how.style, how.mark) : [cellOf(field, row[field.key])]))];
  const companions = fields['companions'] as readonly string[] | undefined;
  const expenses = Object.values((fields['expenses'] ?? {}) as Record<string, Record<string, Value>>);
  return [
    [{ value: '客户拜访日报表', columns: width }],
    how.split
      ? [decorate('填表人'), String(fields['reporter']), decorate('日期'), { value: String(fields['report_date']), format: '@' }]
      : how.oneCell
        ? [{ value: `填表人：${String(fields['reporter'])}　　　日期：${String(fields['report_date'])}`, columns: 4 }]
        : [`填表人：${String(fields['reporter'])}`, '', `日期：${String(fields['report_date'])}`],
    head,
    ...(wide ? [letters] : []),
    ...rows.map((row, index) => line(row, index + 1)),
    ...Array.from({ length: how.spare }, (_, index) => line({}, rows.length + index + 1)),
    ...(how.legend ? [[{ value: 'a.初次拜访  b.处理问题  c.建立关系    A.商谈成功  B.有希望', columns: width }]] : []),
    ...(how.expenses ? [['费用项目', '金额(元)', '备注'], ...expenses.map((row) => [String(row['item']), Number(row['amount']) / 100, String(row['remark'] ?? '')]), ['合计', { value: 1, formula: '=SUM(B1:B2)' }, '']] : []),
    ['今日拜访数目', { value: Number(fields['visits_count'] ?? rows.length), formula: '=1' }, '今日处理问题', String(fields['issues_handled'] ?? '')],
    ['同行者', companions?.join('、') ?? '', '今日未处理问题', String(fields['issues_open'] ?? '')],
    [],
  ];
}

describe('visit-report in other layouts', () => {
  const arbitrary = fc.record({
    style: fc.constantFrom<ChoiceStyle>('ticks', 'letters', 'code', 'label', 'both', 'boxes'),
    mark: fc.constantFrom('√', '●', '✓', 'V', '■'),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
    decoration: fc.nat(decorations.length - 1),
    legend: fc.boolean(),
    expenses: fc.boolean(),
    spare: fc.nat(2),
    cards: fc.integer({ min: 1, max: 3 }),
    split: fc.boolean(),
    oneCell: fc.boolean(),
  });

  it('gives the same reports, one under another', () => {
    fc.assert(
      fc.property(arbitrary, (how) => {
        const { expenses, ...without } = visitFixtures.maximal;
        const full = how.expenses ? { ...without, expenses: expenses! } : without;
        const stated = Array.from({ length: how.cards }, (_, index): Fields => ({ ...full, report_date: `2026-10-1${index}`, visits_count: 3 }));
        const found = recogniseSheet(sketch(stated.flatMap((fields) => visitCard(fields, how))));
        expect(found.records.map((record) => recordAsRead(visitForm, record.fields))).toEqual(stated.map((fields) => recordAsRead(visitForm, fields)));
        expect(found.records.flatMap((record) => record.problems)).toEqual([]);
      }),
      { ...seeded, numRuns: 150 },
    );
  });

  it('gives nothing of blank reports', () => {
    fc.assert(
      fc.property(arbitrary, (how) => {
        const blank = visitCard({ reporter: '', report_date: '', visits: { a: {}, b: {} } } as unknown as Fields, { ...how, split: true });
        expect(recogniseSheet(sketch(blank)).records).toEqual([]);
      }),
      seeded,
    );
  });
});
