// What the ledger's hashes tell apart, and what they do not.

import { describe, expect, it } from 'vitest';
import { fixtures } from '../../domain/forms/visit-report.fixtures.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import { baseRevOf, fingerprintOf, hash, hashesOf, keyHashOf, ledgerEntryOf } from './ledger-entry.ts';

const form = formOf('visit-report')!;

describe('hashes', () => {
  it('differ by value, by type and by salt, and are stable', () => {
    const values = ['1', 1, true, 'true', '', ' ', '林小满', '林小滿', ['a', 'b'], ['b', 'a'], 'a,b'] as const;
    expect(new Set(values.map((value) => hash(value, 's'))).size).toBe(values.length);
    expect(hash('林小满', 's')).toBe(hash('林小满', 's'));
    expect(hash('林小满', 's')).not.toBe(hash('林小满', 't'));
    expect(hash('林小满', 's')).toMatch(/^[0-9a-f]{14}$/);
  });

  it('do not collide over many amounts and days', () => {
    const seen = new Set(Array.from({ length: 50_000 }, (_, index) => hash(index, 'salt')));
    expect(seen.size).toBe(50_000);
  });
});

describe('an entry', () => {
  const renamed = { ...fixtures.maximal, visits: Object.fromEntries(Object.entries(fixtures.maximal['visits'] as object).map(([, row], index) => [`other-${index}`, row])) } as Fields;

  it('has the same fingerprint whatever its rows are called, and another when they change places', () => {
    expect(fingerprintOf(renamed, 's')).toBe(fingerprintOf(fixtures.maximal, 's'));
    const rows = Object.entries(fixtures.maximal['visits'] as Record<string, { order: number }>);
    const turned = { ...fixtures.maximal, visits: Object.fromEntries(rows.map(([rowId, row]) => [rowId, { ...row, order: -row.order }])) } as unknown as Fields;
    expect(fingerprintOf(turned, 's')).not.toBe(fingerprintOf(fixtures.maximal, 's'));
  });

  it('has no key hash while its natural key is not whole', () => {
    expect(keyHashOf(form, { reporter: '林小满' }, 's')).toBe('');
    expect(keyHashOf(form, fixtures.minimal, 's')).not.toBe('');
  });

  it('remembers every path but the order of rows, and a base rev of its own where a cell was kept', () => {
    expect(Object.keys(hashesOf(fixtures.minimal, 's')).some((path) => path.endsWith('/order'))).toBe(false);
    const entry = ledgerEntryOf(form, { id: 'record-1', rev: 7, fields: fixtures.minimal, baseRevs: { reporter: 4 } }, { sheet: 'sheet', place: { row: 0, column: 0 }, rowPlaces: {} }, 's');
    expect([baseRevOf(entry, 'reporter'), baseRevOf(entry, 'report_date')]).toEqual([4, 7]);
  });
});
