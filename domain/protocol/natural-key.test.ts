// Which records are the same thing of the world, also where a table is part of what tells them apart.

import { describe, expect, it } from 'vitest';
import { fixtures } from '../forms/gift-application.fixtures.ts';
import { formOf } from '../forms/registry.ts';
import { naturalKeyOf } from './natural-key.ts';

const form = formOf('gift-application')!;
const { maximal } = fixtures;
const rows = maximal['rows'] as Record<string, Record<string, string | number>>;
const keyOf = (fields: typeof maximal, refs = {}) => naturalKeyOf(form, fields, refs);

describe('the natural key of a form without a number', () => {
  it('is the same in whatever order its rows stand and whatever their ids', () => {
    expect(keyOf({ ...maximal, rows: { one: { ...rows['gift-b']!, order: 0 }, two: { ...rows['gift-a']!, order: 1 } } })).toBe(keyOf(maximal));
  });

  it('does not count what the row key leaves out', () => {
    expect(keyOf({ ...maximal, rows: { ...rows, 'gift-a': { ...rows['gift-a']!, remark: '另说', value: 1 } }, signatures: {} })).toBe(keyOf(maximal));
  });

  it('is another with another day, gift or customer, by its id where it is known', () => {
    const other = (change: Record<string, string>) => keyOf({ ...maximal, rows: { ...rows, 'gift-a': { ...rows['gift-a']!, ...change } } });
    const keys = [keyOf(maximal), other({ gift_date: '2026-09-25' }), other({ gift_name: '书' }), other({ recipient_org: '澄澜' }), keyOf(maximal, { 'rows/gift-a/recipient_org': 'c1' })];
    expect(new Set(keys).size).toBe(keys.length);
    expect(other({ recipient_org: '别名' }) === other({ recipient_org: '全名' })).toBe(false);
  });

  it('is none without rows', () => {
    expect(keyOf({ applying_dept: '大客户部', gift_dept: '办公室' })).toBeNull();
  });
});
