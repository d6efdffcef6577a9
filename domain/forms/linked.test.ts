// What records of one workbook say of each other, and what one record says of itself, is asked about and never refused.

import { describe, expect, it } from 'vitest';
import type { Fields } from './definition.ts';
import { fixtures as giftFixtures } from './gift-application.fixtures.ts';
import { fixtures as applicationFixtures } from './reception-application.fixtures.ts';
import { fixtures as reportFixtures } from './reception-report.fixtures.ts';
import { formOf } from './registry.ts';
import { checkFields } from './validate.ts';
import { fixtures as visitFixtures } from './visit-report.fixtures.ts';

const asked = (form: string, fields: Fields, others: Readonly<Record<string, readonly Fields[]>> = {}) =>
  formOf(form)!.advise!(fields, (id) => others[id] ?? []).map(({ code, path, facts }) => [code, path, ...Object.values(facts ?? {})].join(' '));
const refused = (form: string, fields: Fields) => checkFields(formOf(form)!, fields).problems.map(({ code, path }) => `${code} ${path}`);

const report = reportFixtures.maximal;
const application = applicationFixtures.maximal;

describe('a reception report', () => {
  it('fits its application by customer, long or short, and day', () => {
    expect(asked('reception-report', report, { 'reception-application': [application] })).toEqual([]);
    expect(asked('reception-report', { ...report, customer: '望岳汽车' }, { 'reception-application': [application] })).toEqual([]);
  });

  it('is asked about without one, where the workbook has applications at all', () => {
    expect(asked('reception-report', report, { 'reception-application': [applicationFixtures.minimal] })).toEqual(['application-missing reception_date']);
    expect(asked('reception-report', report)).toEqual([]);
  });

  it('is asked about where it spent more than was applied for, or anything where the customer pays', () => {
    const small = { ...application, expenses: { entertainment: { amount: 645_249, order: 0 } } };
    expect(asked('reception-report', report, { 'reception-application': [small] })).toEqual(['over-application expenses 6,452.50 6,452.49']);
    expect(asked('reception-report', report, { 'reception-application': [{ ...application, expense_type: '自费' }] })).toEqual(['over-application expenses 6,452.50 0.00']);
  });

  it('is refused before the reception, and with a negative expense', () => {
    expect(refused('reception-report', { ...report, report_time: '2026-11-26' })).toEqual(['report-before-reception report_time']);
    expect(refused('reception-report', { ...report, report_time: '2026-11-27', expenses: { a: { item: '餐费', amount: -1 } } })).toEqual(['negative expenses/a/amount']);
  });
});

describe('a reception application', () => {
  it('takes no amount where the customer pays himself', () => {
    expect(refused('reception-application', { ...application, expense_type: '自费', expenses: { gift: { amount: 100 }, other: { amount: 0 } } })).toEqual(['spent-though-self-paid expenses/gift/amount']);
  });
});

describe('a gift application', () => {
  const plan = { customer: '望岳汽车服务有限公司', gift_name: '茶礼盒', quantity: 2, budget_value: 76_050 };

  it('keeps to one of the plans for the same customer and gift', () => {
    expect(asked('gift-application', giftFixtures.maximal, { 'gift-plan': [plan] })).toEqual([]);
    expect(asked('gift-application', giftFixtures.maximal, { 'gift-plan': [{ ...plan, budget_value: 1 }, plan] })).toEqual([]);
    expect(asked('gift-application', giftFixtures.maximal, { 'gift-plan': [{ ...plan, budget_value: 76_049, quantity: 1 }] })).toEqual(['over-plan rows/gift-a/value 760.49', 'over-plan rows/gift-a/quantity 1']);
    expect(asked('gift-application', giftFixtures.maximal)).toEqual([]);
  });
});

describe('a visit report', () => {
  it('counts its visits', () => {
    expect(asked('visit-report', visitFixtures.maximal)).toEqual([]);
    expect(asked('visit-report', { ...visitFixtures.maximal, visits_count: 4 })).toEqual(['visits-miscounted visits_count 3']);
    expect(asked('visit-report', visitFixtures.minimal)).toEqual([]);
  });
});
