// Every type of value over every way of typing it: the new value stands in the style that was there as far as that style
// can say it, and is read back as itself.

import { describe, expect, it } from 'vitest';
import { forms } from '../../../domain/forms/registry.ts';
import type { Field, Value } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { styledValue } from './patch-text.ts';
import type { StyledValue } from './patch-text.ts';
import { randomValue } from '../test-support/random-record.ts';
import { forEachSeed } from '../test-support/random.ts';
import { typedValue } from '../test-support/value-style.ts';

const fields = forms.flatMap((form) => [...form.fields, ...(form.tables ?? []).flatMap((table) => table.columns)]);
const kinds = [...new Set(fields.map((field) => field.type.kind))];

function readBack(field: Field, styled: StyledValue, format: string): Value | undefined {
  const shownIn = typeof styled.value === 'string' ? '@' : (styled.format ?? format);
  const reading = readValue(field.type, { value: styled.value, text: String(styled.value), format: shownIn }, { year: 2026 });
  return reading.kind === 'value' && !reading.uncertain ? reading.value : undefined;
}

describe.each(kinds)('a %s', (kind) => {
  const own = fields.filter((field) => field.type.kind === kind);

  it('is read back from every style that people type', () => {
    forEachSeed(1, 600, (random) => {
      const field = random.pick(own);
      const before = typedValue(field, randomValue(field, random, 1, { year: 2026 }), random, { year: 2026 });
      const value = randomValue(field, random, 2, { year: random.pick([2026, 2027]) });
      const styled = styledValue(field, value, { value: before.value, format: before.format ?? 'General', year: "2026" });
      expect(styled, `${JSON.stringify(before)} <- ${JSON.stringify(value)}`).not.toBeNull();
      expect(readBack(field, styled!, before.format ?? 'General'), `${JSON.stringify(before)} <- ${JSON.stringify(value)}: ${JSON.stringify(styled)}`).toEqual(value);
    });
  });
});

describe('the style that was there', () => {
  const field = (kind: string): Field => fields.find((candidate) => candidate.type.kind === kind)!;
  const written = (kind: string, now: string | number, value: Value, format = '@', year?: string) => styledValue(field(kind), value, { value: now, format, ...(year === undefined ? {} : { year }) })?.value;

  it.each([
    ['￥1,200', 350_000, '￥3,500'],
    ['￥1,200', 350_050, '￥3,500.50'],
    ['800元', 120_000, '1,200元'],
    ['1.2万元', 3_500_000, '3.5万元'],
    ['1.2万元', 3_500_001, '35,000.01元'],
    ['约80万元', 90_000_000, '90万元'],
    ['壹万贰仟元整', 30_050_00, '叁万零伍拾元整'],
    ['人民币壹万元整', 120_30, '人民币壹佰贰拾元叁角整'],
  ])('of an amount: %s and %d fen are %s', (now, fen, wanted) => expect(written('money', now, fen)).toBe(wanted));

  it.each([
    ['2026年11月3日', '2026年12月1日'],
    ['2026.9.3', '2026.12.1'],
    ['2026-09-03', '2026-12-01'],
    ['20260903', '20261201'],
    ['9/3', '12/1'],
    ['11月3日', '12月1日'],
    ['9.3（周四）', '12.1（周二）'],
    ['26年9月3日', '26年12月1日'],
    // Two digits and points may be anything: the year is said.
    ['26.9.3', '2026年12月1日'],
  ])('of a day: %s', (now, wanted) => expect(written('day', now, '2026-12-01', '@', '2026')).toBe(wanted));

  it('of a short day that another year would make another day', () => {
    expect(written('day', '11月3日', '2027-01-02', '@', '2026')).toBe('2027年1月2日');
    expect(written('day', '11月3日', '2026-12-01')).toBe('2026年12月1日');
  });

  it.each([
    ['是☑ 否□', false, '是□ 否☑'],
    ['是√ / 否', false, '是 / 否√'],
    ['是（√） 否（　）', false, '是（　） 否（√）'],
    ['[x]是 [ ]否', false, '[ ]是 [x]否'],
    ['√', false, '×'],
    ['有效', false, '无效'],
  ])('of an answer: %s', (now, value, wanted) => expect(written('boolean', now, value)).toBe(wanted));

  it('of names, of numbers with what they count, of a phone number that is a number', () => {
    expect(written('names', '张三 李四', ['王五', '赵六'])).toBe('王五 赵六');
    expect(written('names', '张三\n李四', ['王五', '赵六'])).toBe('王五\n赵六');
    expect(written('number', '3份', 12)).toBe('12份');
    expect(written('text', 19_900_001_234, '19900005678', '0')).toBe(19_900_005_678);
    expect(written('text', 19_900_001_234, '0396-7937696', '0')).toBe('0396-7937696');
  });
});
