import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Fields } from '../forms/definition.ts';
import { pathsOf, readPath, sameValue } from '../forms/fields.ts';
import { confirm, deletedPath, editsOfCreation, editsOfRevival, mergeEdits, mergeRows, nothingYet } from './merge.ts';
import type { Mergeable, PathEdit } from './merge.ts';
import { rowOf } from './rows.ts';

const stored: Mergeable = { rev: 3, deleted: false, fields: { a: '甲', b: 1, t: { r1: { c: 'x', order: 1 } } }, revs: { a: 3, b: 1, 't/r1/c': 2, 't/r1/order': 1 } };

describe('one edit', () => {
  test('made on what still stands is taken', () => {
    const merged = mergeEdits(stored, [{ path: 'b', baseRev: 1, to: 2 }]);
    expect(merged).toMatchObject({ rev: 4, fields: { b: 2 }, revs: { b: 4 }, patch: { b: [1, 2] }, lost: [] });
  });

  test.each([[2, 0, 1], [3, 1, 0], [4, 1, 0]])('with base revision %i of a path at 3: %i taken, %i lost', (baseRev, taken, lost) => {
    const merged = mergeEdits(stored, [{ path: 'a', baseRev, to: '乙' }]);
    expect([Object.keys(merged.patch).length, merged.lost.length]).toEqual([taken, lost]);
  });

  test('of an equal value is neither taken nor lost', () => {
    expect(mergeEdits(stored, [{ path: 'a', baseRev: 0, to: '甲' }])).toMatchObject({ rev: 3, patch: {}, lost: [] });
  });

  test('into an emptied row brings the row back', () => {
    const merged = mergeEdits(stored, [{ path: 't/r1/c', baseRev: 2, to: null }]);
    expect(merged.fields).not.toHaveProperty('t');
    expect(mergeEdits(merged, [{ path: 't/r1/c', baseRev: 4, to: 'y' }]).fields).toMatchObject({ t: { r1: { c: 'y' } } });
  });
});

describe('a deletion', () => {
  test('is taken when everything was seen, and lost to a later edit', () => {
    expect(mergeEdits(stored, [{ path: deletedPath, baseRev: 3, to: true }])).toMatchObject({ deleted: true, lost: [] });
    expect(mergeEdits(stored, [{ path: deletedPath, baseRev: 2, to: true }])).toMatchObject({ deleted: false, lost: [{ theirRev: 3 }] });
  });

  test('stands against every edit, and gives way to the same record made again', () => {
    const gone = mergeEdits(stored, [{ path: deletedPath, baseRev: 3, to: true }]);
    expect(mergeEdits(gone, [{ path: 'b', baseRev: 9, to: 5 }])).toMatchObject({ deleted: true, patch: {}, lost: [{ path: 'b' }] });
    const again = mergeEdits(gone, editsOfRevival(gone, { a: '丙' }));
    expect(again).toMatchObject({ deleted: false, fields: { a: '丙' }, lost: [] });
    expect(Object.keys(again.fields)).toEqual(['a']);
  });
});

describe('a row of a table', () => {
  const { t: _t, ...rest } = stored.fields;
  const card: Mergeable = { ...stored, fields: { ...rest, t: { r1: { c: 'x', d: 'y', order: 1 } } }, revs: { 't/r1/c': 2, 't/r1/d': 1, 't/r1/order': 1 } };
  const removal = (baseRev: number, ...columns: readonly string[]): PathEdit[] => columns.map((column) => ({ path: `t/r1/${column}`, baseRev, to: null }));

  test('is taken out as one thing, its order with it', () => {
    const merged = mergeEdits(card, removal(2, 'c', 'd'));
    expect(merged.fields).not.toHaveProperty('t');
    expect(merged.patch).toEqual({ 't/r1/c': ['x', null], 't/r1/d': ['y', null], 't/r1/order': [1, null] });
  });

  test('that somebody wrote into since stays whole, and that is one question', () => {
    expect(mergeEdits(card, removal(1, 'd', 'order'))).toMatchObject({ patch: {}, fields: card.fields, lost: [{ path: 't/r1/@deleted', to: true, theirRev: 2 }] });
  });

  test('of which one cell is emptied is no row taken out', () => {
    expect(mergeEdits(card, removal(2, 'd'))).toMatchObject({ patch: { 't/r1/d': ['y', null] }, lost: [] });
  });

  test('that was taken out since is not begun again by a cell of it, nor by its order', () => {
    const gone = mergeEdits(card, removal(2, 'c', 'd'));
    const late = mergeEdits(gone, [{ path: 't/r1/e', baseRev: 3, to: 'z' }, { path: 't/r1/order', baseRev: 3, to: 2 }]);
    expect(late).toMatchObject({ patch: {}, lost: [{ path: 't/r1/e', theirRev: 4 }] });
  });

  test('is not mixed from two people: who loses its name loses the rest of it', () => {
    const edits = [{ path: 't/r1/c', baseRev: 1, to: 'w' }, { path: 't/r1/e', baseRev: 1, to: 'z' }, { path: 'b', baseRev: 0, to: 7 }];
    const merged = mergeRows(card, edits, (path) => path === 't/r1/c');
    expect(merged).toMatchObject({ patch: { b: [1, 7] }, lost: [{ path: 't/r1/c', theirRev: 2 }, { path: 't/r1/e', to: 'z' }] });
    expect(mergeRows(card, edits.slice(1), (path) => path === 't/r1/c').lost).toEqual([]);
  });

  test('decided to stay is not taken out by whoever had not seen that', () => {
    const kept = confirm(card, mergeEdits(card, []), [['t/r1/@deleted', false]]);
    expect(kept).toMatchObject({ rev: 4, patch: { 't/r1/@deleted': [false, false] } });
    expect(mergeEdits(kept, removal(3, 'c', 'd')).lost).toMatchObject([{ path: 't/r1/@deleted' }]);
    expect(mergeEdits(kept, removal(4, 'c', 'd')).lost).toEqual([]);
  });
});

const value = fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 3 }), fc.boolean());
const path = fc.constantFrom('a', 'b', 'c', 't/r1/x', 't/r2/x', 't/r1/y');
const edit = fc.record({ path, baseRev: fc.nat(6), to: fc.option(value) }) as fc.Arbitrary<PathEdit>;

describe('whatever is merged', () => {
  test('each edit is taken, lost or already true: none vanishes', () => {
    fc.assert(fc.property(fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 6 }), (pushes) => {
      let record: Mergeable = nothingYet;
      for (const edits of pushes) {
        const merged = mergeEdits(record, edits);
        for (const { path: at, to } of edits) {
          const said = edits.filter((other) => other.path === at);
          if (said.length > 1) continue;
          const isTaken = sameValue(readPath(merged.fields, at), to);
          expect(isTaken || merged.lost.some((lost) => lost.path === at || lost.path === `${rowOf(at)}/@deleted`)).toBe(true);
        }
        expect(merged.rev - record.rev).toBe(Object.keys(merged.patch).length > 0 ? 1 : 0);
        record = merged;
      }
    }), { seed: 20261016 });
  });

  test('the patches alone tell the content', () => {
    fc.assert(fc.property(fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 6 }), (pushes) => {
      let record: Mergeable = nothingYet;
      const told = new Map<string, unknown>();
      for (const edits of pushes) {
        const merged = mergeEdits(record, edits);
        for (const [at, [from, to]] of Object.entries(merged.patch)) {
          expect(told.get(at) ?? null).toEqual(from);
          told.set(at, to);
        }
        record = merged;
      }
      const standing = Object.fromEntries([...told].filter(([, to]) => to !== null));
      expect(Object.fromEntries(pathsOf(record.fields))).toEqual(standing);
    }), { seed: 20261016 });
  });

  test('a creation sent twice is the same record', () => {
    const fields: Fields = { a: '甲', names: ['一', '二'], t: { r1: { x: 1, order: 2 } } };
    const once = mergeEdits(nothingYet, editsOfCreation(fields));
    expect(once.fields).toEqual(fields);
    expect(mergeEdits(once, editsOfCreation(fields))).toMatchObject({ rev: 1, patch: {}, lost: [] });
  });
});
