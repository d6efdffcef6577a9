import { describe, expect, it } from 'vitest';
import { ledgerCells, newLedger, readLedger, withSheetIds } from './ledger.ts';
import type { Ledger, SyncedEntry } from './ledger.ts';

const fresh = newLedger('workbook-fresh', 'salt-fresh');

function entry(number: number, paths = 20): SyncedEntry {
  const hashes = Object.fromEntries(Array.from({ length: paths }, (_, path) => [`field_${path}`, `${number}`.padStart(14, '0')]));
  return { record: `record-${number}`, form: 'visit-report', rev: 1, sheet: 's1', place: { row: number, column: 0 }, rowPlaces: {}, hashes, keyHash: 'k', fingerprint: 'f' };
}

function ledgerOf(entries: number): Ledger {
  return {
    ...newLedger('workbook-1', 'salt-1'),
    org: 'org-0001',
    cursor: 42,
    scope: 'scope-1',
    entries: Array.from({ length: entries }, (_, number) => entry(number)),
    sealed: { id: 'push-00001', mutations: [{ kind: 'edit', record: 'record-1', path: 'remark', baseRev: 1, to: 'x'.repeat(70_000) }] },
  };
}

describe('the ledger in _keybook', () => {
  it('comes back from its cells as it was, at most 30,000 characters a cell', () => {
    const ledger = ledgerOf(500);
    const cells = ledgerCells(ledger);
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(30_000);
    expect(readLedger(cells, fresh)).toEqual({ ledger, state: 'whole' });
  });

  it('is new where the workbook has no such sheet', () => {
    expect(readLedger(null, fresh)).toEqual({ ledger: fresh, state: 'new' });
  });

  it('forgets a torn block, keeps the others and asks for everything again', () => {
    const cells = ledgerCells(ledgerOf(500));
    const torn = cells.map((cell, index) => (index === 1 ? `${cell.slice(0, 200)}?${cell.slice(201)}` : cell));
    const { ledger, state } = readLedger(torn, fresh);
    expect(state).toBe('damaged');
    expect([ledger.cursor, ledger.scope]).toEqual([42, '']);
    expect(ledger.workbook).toBe('workbook-1');
    expect(ledger.entries.length).toBeGreaterThan(0);
    expect(ledger.entries.length).toBeLessThan(500);
  });

  it('keeps what each device sealed apart', () => {
    const push = ledgerOf(1).sealed!;
    const cells = ledgerCells({ ...ledgerOf(1), sealed: { ...push, device: 'one' }, others: [{ ...push, id: 'push-00002', device: 'two' }] });
    const seenBy = (device: string) => readLedger(cells, fresh, { device }).ledger;
    expect(['one', 'two', 'three'].map((device) => [seenBy(device).sealed?.id, seenBy(device).others.map(({ id }) => id)])).toEqual([['push-00001', ['push-00002']], ['push-00002', ['push-00001']], [undefined, ['push-00001', 'push-00002']]]);
  });

  it('stays in doubt, whatever is written, until everything was asked for', () => {
    expect(readLedger(ledgerCells({ ...ledgerOf(1), isInDoubt: true }), fresh)).toMatchObject({ state: 'damaged', ledger: { cursor: 42, scope: '' } });
  });

  it('does not forget of what was sealed in doubt that it was, once another device has asked', () => {
    const doubted = readLedger(ledgerCells({ ...ledgerOf(1), isInDoubt: true }), fresh, { device: 'two' }).ledger;
    const asked = readLedger(ledgerCells({ ...doubted, isInDoubt: false }), fresh, { device: 'one' });
    expect(asked).toMatchObject({ state: 'whole', ledger: { sealed: { id: 'push-00001', isDoubtful: true } } });
  });

  it('drops a sealed push of which a part is missing', () => {
    const cells = ledgerCells(ledgerOf(3));
    const { ledger, state } = readLedger(cells.slice(0, -1), fresh);
    expect(state).toBe('damaged');
    expect(ledger.sealed).toBeNull();
    expect(ledger.entries).toHaveLength(3);
  });

  it('does not use a block of another writing', () => {
    const older = ledgerCells(ledgerOf(2));
    const newer = ledgerCells({ ...ledgerOf(2), cursor: 50, entries: [{ ...entry(0), rev: 7 }, entry(1)] });
    const mixed = newer.map((cell, index) => (cell.includes(' E0 ') ? older[index]! : cell));
    expect(readLedger(mixed, fresh)).toMatchObject({ state: 'damaged', ledger: { cursor: 50, scope: '', entries: [] } });
  });

  it('starts afresh without a header, since no hash can be compared without its salt', () => {
    expect(readLedger(ledgerCells(ledgerOf(2)).slice(1), fresh)).toEqual({ ledger: { ...fresh, isInDoubt: true }, state: 'damaged' });
    expect(readLedger(['nonsense', ''], fresh).state).toBe('damaged');
  });

  it('fills in the ids of sheets that were made by name', () => {
    const ledger = { ...ledgerOf(1), generated: [{ key: 'slip/2026-09', sheet: 'name:佣金单' }] };
    expect(withSheetIds(ledger, (name) => (name === '佣金单' ? '{7}' : undefined)).generated).toEqual([{ key: 'slip/2026-09', sheet: '{7}' }]);
  });
});
