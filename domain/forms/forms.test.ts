// Every form against the house rules: keys, fixtures, checks and facts that hang together.

import { describe, expect, it } from 'vitest';
import { layoutOf } from './layouts.ts';
import { measures } from '../measures/registry.ts';
import { isDay } from '../values/day.ts';
import { completenessOf } from './completeness.ts';
import type { FormDefinition } from './definition.ts';
import { fieldAt, pathsOf, readPath } from './fields.ts';
import type { PaperBlock } from './layout.ts';
import type { FormFixtures } from './fixture.ts';
import { forms, formOf } from './registry.ts';
import { checkFields } from './validate.ts';

const modules = import.meta.glob<{ fixtures: FormFixtures }>('./*.fixtures.ts', { eager: true });
const all = forms.map((form) => [form.id, form, modules[`./${form.id}.fixtures.ts`]!.fixtures] as const);

describe.each(all)('%s', (_id, form, fixtures) => {
  it('has keys that the wire accepts, each once', () => {
    const keys = [...form.fields.map((field) => field.key), ...(form.tables ?? []).map((table) => table.key)];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of [...keys, ...(form.tables ?? []).flatMap((table) => table.columns.map((column) => column.key))]) expect(key).toMatch(/^[a-z][a-z0-9_.-]{0,63}$/);
  });

  it('names only fields that it has', () => {
    for (const key of [...form.naturalKey, form.owner, form.customer, form.day, form.customerThrough?.field, ...(layoutOf(form).above ?? [])]) {
      if (key !== undefined) expect([...form.fields, ...(form.naturalKey.includes(key) ? (form.tables ?? []) : [])].some((field) => field.key === key), key).toBe(true);
    }
  });

  it('takes both of its fixtures whole', () => {
    for (const fields of [fixtures.minimal, fixtures.maximal]) expect(checkFields(form, fields)).toEqual({ missing: [], problems: [] });
  });

  it('has everything in its maximal fixture', () => {
    const paths = pathsOf(fixtures.maximal).map(([path]) => path.split('/')[0]);
    for (const field of form.fields) if (!layoutOf(form).unprinted?.includes(field.key)) expect(paths).toContain(field.key);
    for (const table of form.tables ?? []) expect(paths).toContain(table.key);
  });

  it('finds every required field missing in an empty record', () => {
    const { missing } = checkFields(form, {});
    expect(missing.map((problem) => problem.path)).toEqual([...form.fields.filter((field) => field.required).map((field) => field.key), ...(form.tables ?? []).filter((table) => table.required).map((table) => table.key)]);
  });

  it('states whole facts of known measures, on days, of members and customers that its paths reach', () => {
    for (const fact of form.facts(fixtures.maximal)) {
      expect(measures.map((measure) => measure.id)).toContain(fact.measure);
      expect(isDay(fact.day)).toBe(true);
      expect(Number.isSafeInteger(fact.amount)).toBe(true);
      for (const path of [fact.member, fact.customer]) if (path !== undefined) expect(typeof readPath(fixtures.maximal, path)).toBe('string');
    }
  });

  it('states no fact of an empty record', () => {
    expect(form.facts({})).toEqual([]);
  });

  it('covers all its columns in its layout, or its fields in as many columns', () => {
    if (form.kind === 'list') expect(layoutOf(form).columns).toHaveLength(form.fields.length - (layoutOf(form).above?.length ?? 0) - (layoutOf(form).unprinted?.length ?? 0));
    for (const block of layoutOf(form).blocks ?? []) {
      expect(widthOf(block)).toBe(layoutOf(form).columns.length);
      if ('cells' in block) for (const cell of block.cells) if ('field' in cell) expect(fieldAt(form, cell.field), cell.field).toBeDefined();
      if ('signing' in block) expect(block.widths).toHaveLength(form.tables!.find((table) => table.key === block.signing)!.fixedRows!.length);
    }
  });
});

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

function widthOf(block: PaperBlock): number {
  if ('table' in block) return (block.side?.width ?? 0) + (block.numbered ?? 0) + sum(block.columns.map(([, width]) => width));
  if ('options' in block) return block.labelWidth + block.width;
  if ('signing' in block) return sum(block.widths);
  if ('beside' in block) return sum(block.fields.map(([, width]) => width)) + widthOf(block.beside);
  return sum(block.cells.map((cell) => cell.width + (cell.kind === 'joined' ? cell.labelWidth : 0)));
}

describe('checks of records', () => {
  const codes = (id: string, fields: Parameters<typeof checkFields>[1]) => checkFields(formOf(id) as FormDefinition, fields).problems.map((problem) => `${problem.path} ${problem.code}`);
  const fixtureOf = (id: string) => modules[`./${id}.fixtures.ts`]!.fixtures.maximal;

  it('refuses wrong types, unknown fields and choices, days that do not exist and broken fen', () => {
    expect(codes('contract', { ...fixtureOf('contract'), amount: 1.5 })).toEqual(['amount not-whole-fen']);
    expect(codes('contract', { ...fixtureOf('contract'), signed_day: '2026-02-30' })).toEqual(['signed_day unreadable-day']);
    expect(codes('contract', { ...fixtureOf('contract'), type: '口头约定' })).toEqual(['type unknown-choice']);
    expect(codes('contract', { ...fixtureOf('contract'), color: 'red' })).toEqual(['color unknown-field']);
    expect(codes('contract', { ...fixtureOf('contract'), remark: 'x'.repeat(32_768) })).toEqual(['remark too-long']);
    expect(codes('visit-report', { ...fixtureOf('visit-report'), visits: 'none' })).toEqual(['visits wrong-shape']);
    expect(codes('visit-report', { ...fixtureOf('visit-report'), expenses: { one: { item: '餐费', amount: '80' } } })).toEqual(['expenses/one/amount wrong-type']);
  });

  it('asks for a rate between 0 and 10', () => {
    const rate = (percent: number) => codes('account-rate', { ...fixtureOf('account-rate'), rate: percent });
    expect([rate(-0.01), rate(0), rate(10), rate(10.01)]).toEqual([['rate negative'], [], [], ['rate too-large']]);
  });

  it('allows the points of the scorecard, and none between', () => {
    const points = (item: string, value: number) => codes('rating', { ...fixtureOf('rating'), item, points: value }).length === 0;
    expect([2.99, 3, 3.01, 3.99, 4, 4.5, 5, 5.01].map((value) => points('责任感', value))).toEqual([true, true, false, false, true, true, true, false]);
    expect([-0.01, 0, 10, 10.01, 7.25, 7.251].map((value) => points('团队协作', value))).toEqual([false, true, true, false, true, false]);
    expect([0, 3, 3.5, 10, 11].map((value) => points('专业知识', value))).toEqual([true, true, false, true, false]);
    expect([2, 2.5, 3.5, 4].map((value) => points('分析判断力', value))).toEqual([false, true, true, true]);
    expect([4.5, 5.5, 6, 6.5].map((value) => points('沟通能力', value))).toEqual([true, true, true, false]);
  });

  it('asks for both sides of a receipt and no negative amount', () => {
    expect(codes('receipt', { contract_no: 'HT-1', received_day: '2026-11-14' })).toEqual(['received_amount amount-missing']);
    expect(codes('receipt', { contract_no: 'HT-1', received_amount: 100 })).toEqual(['received_day day-missing']);
    expect(codes('receipt', { contract_no: 'HT-1', received_day: '2026-11-14', received_amount: -1 })).toEqual(['received_amount negative']);
  });

  it('counts a rating only when it was proposed and confirmed, a complaint only when it is valid', () => {
    const rating = formOf('rating')!;
    expect(rating.facts(fixtureOf('rating'))).toEqual([{ measure: 'rating-responsibility', day: '2026-09-30', line: '', amount: 450, member: 'member' }]);
    expect(rating.facts({ ...fixtureOf('rating'), confirmed_by: '' })).toEqual([]);
    const complaint = formOf('complaint')!;
    expect(complaint.facts({ ...fixtureOf('complaint'), valid: false })).toEqual([]);
    expect(complaint.facts(fixtureOf('complaint'))).toHaveLength(1);
  });

  it('states a visit a row and an amount an expense', () => {
    const facts = formOf('visit-report')!.facts(fixtureOf('visit-report'));
    expect(facts.filter((fact) => fact.measure === 'visit').map((fact) => [fact.line, fact.customer])).toEqual([['visit-a', 'visits/visit-a/customer'], ['visit-b', 'visits/visit-b/customer'], ['visit-c', 'visits/visit-c/customer']]);
    expect(facts.filter((fact) => fact.measure === 'visit-expense').map((fact) => fact.amount)).toEqual([8650, 2000]);
  });

  it('states a gift a row on its day for whom it is given to, and a reception with its expenses from the report alone', () => {
    expect(formOf('gift-application')!.facts(fixtureOf('gift-application'))).toEqual([
      { measure: 'gift', day: '2026-09-22', line: 'gift-a', amount: 76050, customer: 'rows/gift-a/recipient_org' },
      { measure: 'gift', day: '2026-09-23', line: 'gift-b', amount: 88000, customer: 'rows/gift-b/recipient_org' },
    ]);
    const facts = formOf('reception-report')!.facts(fixtureOf('reception-report'));
    expect(facts.map(({ measure, day, line, amount, member }) => [measure, day, line, amount, member].join(' '))).toEqual([
      'reception 2026-11-27  1 reporter',
      'reception-expense 2026-11-27 expense-a 364000 reporter',
      'reception-expense 2026-11-27 expense-b 86250 reporter',
      'reception-expense 2026-11-27 expense-c 195000 reporter',
    ]);
    expect(formOf('reception-application')!.facts(fixtureOf('reception-application'))).toEqual([]);
  });

  it('takes a day with or without a clock time, and no other text', () => {
    const at = (time: string) => codes('reception-application', { ...fixtureOf('reception-application'), reception_time: time }).length === 0;
    expect(['2026-11-27', '2026-11-27 17:30', '2026-11-27 24:00', '2026-11-27T17:30', '2026-02-30 17:30', '17:30'].map(at)).toEqual([true, true, false, false, false, false]);
  });

  it('counts an archive as empty, full, and blank by spaces', () => {
    const archive = formOf('customer-archive')!;
    const { countable } = completenessOf(archive, {});
    expect(completenessOf(archive, {}).filled).toBe(0);
    expect(completenessOf(archive, fixtureOf('customer-archive')).filled).toBe(countable);
    expect(completenessOf(archive, { ...fixtureOf('customer-archive'), feasibility: ' 　' }).filled).toBe(countable - 1);
    expect(completenessOf(archive, { decision_chain: { decider: { role: '决策者' } } }).filled).toBe(0);
  });
});
