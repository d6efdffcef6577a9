import { describe, expect, test } from 'vitest';
import { contract } from '../forms/contract.ts';
import { receipt } from '../forms/receipt.ts';
import { sales } from '../forms/sales.ts';
import { foldName, indexNames, resolveName } from './names.ts';
import { dependentKeyPrefix, naturalKeyOf } from './natural-key.ts';

const index = indexNames([
  { id: 'c1', names: ['千帆渡网络科技有限公司', '千帆渡'] },
  { id: 'c2', names: ['星河教育集团', '星河'] },
  { id: 'c3', names: ['星河传媒', '星河'] },
]);

describe('a name', () => {
  test.each(['千帆渡', ' 千 帆 渡 ', '千帆渡网络科技有限公司', '千帆渡\u3000网络科技有限公司'])('%s is found whatever its blanks', (text) => {
    expect(resolveName(index, text)).toEqual({ id: 'c1' });
  });

  test('what most names share is no likeness', () => {
    const companies = indexNames(['千帆渡', '星河教育', '百草笺', '鹿鸣汽车', '月桂树', '邻里通'].map((name, place) => ({ id: `c${place}`, names: [`云汐${name}科技有限公司`] })));
    expect(resolveName(companies, '不存在的客户有限公司')).toMatchObject({ choices: [] });
    expect(resolveName(companies, '星河教育培训有限公司')).toMatchObject({ choices: ['云汐星河教育科技有限公司'] });
  });

  test('full-width letters and case do not tell names apart', () => {
    expect(foldName('ＡＢＣ 公司')).toBe(foldName('abc公司'));
  });

  test('of two is a question with both', () => {
    expect(resolveName(index, '星河')).toEqual({ id: null, reason: 'ambiguous', choices: ['星河教育集团', '星河传媒'] });
  });

  test('of nobody is a question with what is like it, or with nothing', () => {
    expect(resolveName(index, '千帆')).toEqual({ id: null, reason: 'unknown', choices: ['千帆渡网络科技有限公司'] });
    expect(resolveName(index, '月桂树')).toMatchObject({ choices: [] });
  });
});

describe('a natural key', () => {
  test('is the same for the same thing, typed or resolved', () => {
    const fields = { day: '2026-09-01', customer: '千帆渡', amount: 100 };
    const other = { ...fields, customer: '千帆渡网络科技有限公司' };
    expect(naturalKeyOf(sales, fields, { customer: 'c1' })).toBe(naturalKeyOf(sales, other, { customer: 'c1' }));
    expect(naturalKeyOf(sales, fields, { customer: 'c1' })).not.toBe(naturalKeyOf(sales, fields, { customer: 'c2' }));
  });

  test('lacks while a required part is empty', () => {
    expect(naturalKeyOf(sales, { customer: '千帆渡' }, {})).toBeNull();
  });

  test('of a receipt begins with its contract\'s', () => {
    const key = naturalKeyOf(contract, { contract_no: ' HT-1' }, {})!;
    expect(naturalKeyOf(receipt, { contract_no: 'ht-1', received_day: '2026-09-01' }, {})!.startsWith(dependentKeyPrefix('receipt', key))).toBe(true);
    expect(naturalKeyOf(receipt, { contract_no: 'HT-10' }, {})!.startsWith(dependentKeyPrefix('receipt', key))).toBe(false);
  });

  test('stays short, and still tells long texts apart', () => {
    const long = 'x'.repeat(5000);
    const [a, b] = ['a', 'b'].map((end) => naturalKeyOf(contract, { contract_no: long + end }, {})!);
    expect(a).not.toBe(b);
    expect(a!.length).toBeLessThan(200);
  });
});
