// Fields and values as a person reads them.

import { expect, test } from 'vitest';
import { fieldAt } from '../../../domain/forms/fields.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import { fieldInWords, isDeletion, valueInWords } from './value-in-words.ts';
import { valueTyped } from './value-typed.ts';

const archive = formOf('customer-archive')!;
const visits = formOf('visit-report')!;

test('a field is called as its form prints it, a row of a free table by its own name where that is known', () => {
  expect(fieldInWords(archive, 'budget_amount')).toBe('预算金额');
  expect(fieldInWords(archive, 'decision_chain/decider/phone')).toBe('决策者：联系电话');
  expect(fieldInWords(visits, 'visits/row-1/summary', '千帆渡')).toMatch(/^千帆渡：/);
  expect(fieldInWords(archive, '@deleted')).toBe('整条记录');
  expect(fieldInWords(visits, 'visits/row-1/@deleted', '千帆渡')).toBe('千帆渡：整行');
  expect(fieldInWords(undefined, 'some_field')).toBe('some_field');
  expect([isDeletion('@deleted'), isDeletion('visits/r/@deleted'), isDeletion('visits/r/summary')]).toEqual([true, true, false]);
});

test('a value is written out by its kind; nothing is said to be nothing, and what is masked to be hidden', () => {
  expect(valueInWords(archive, 'budget_amount', 320_000_000)).toBe('3,200,000.00');
  expect(valueInWords(archive, 'is_tender', true)).toBe('是');
  expect(valueInWords(archive, 'budget_amount', null)).toBe('（空）');
  expect(valueInWords(archive, 'budget_amount', undefined)).toBe('（不显示）');
  expect(valueInWords(archive, '@deleted', true)).toBe('删除');
  expect(valueInWords(visits, 'visits/r/companions', ['林小满', '叶知秋'])).toBe('林小满、叶知秋');
  expect(valueInWords(undefined, 'x', -3)).toBe('−3');
  expect(valueInWords(undefined, 'x', '-3')).toBe('-3');
});

test('what is typed is read as in the cell, and what cannot be read says why', () => {
  const budget = fieldAt(archive, 'budget_amount')!;
  expect(valueTyped(budget, '370万')).toEqual({ value: 370_000_000, problem: null });
  expect(valueTyped(budget, '很多').problem).toMatch(/数/);
  expect(valueTyped(budget, '')).toEqual({ value: null, problem: null });
});
