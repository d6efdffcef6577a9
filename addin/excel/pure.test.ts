import { describe, expect, it } from 'vitest';
import { blockOf, clustersOf } from './cell-clusters.ts';
import { actionOf } from './commands.ts';
import { changedRuns } from './ledger-sheet.ts';
import { bandsOf, blocksOf, readingAreas, roundTrips } from './read-areas.ts';
import { formulasOf, splitAddresses } from './sheet-image.ts';
import { addressLists, sizeRuns, styleGroups } from './style-groups.ts';
import { freeName } from './write-sheet.ts';

describe('areas to read', () => {
  it('cuts a formatted million rows down to the values and a margin', () => {
    const used = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
    expect(readingAreas(used, [{ row: 2, column: 1, rows: 10, columns: 5 }])).toEqual([{ row: 0, column: 0, rows: 72, columns: 26 }]);
  });

  it('reads empty ruled cells around the values', () => {
    expect(readingAreas({ row: 0, column: 0, rows: 20, columns: 8 }, [{ row: 1, column: 1, rows: 3, columns: 2 }])).toEqual([{ row: 0, column: 0, rows: 20, columns: 8 }]);
  });

  it('reads a lone value far below by itself, and stretches that follow each other in one', () => {
    const used = { row: 0, column: 0, rows: 1_048_576, columns: 5 };
    expect(readingAreas(used, [{ row: 0, column: 0, rows: 100, columns: 5 }, { row: 100, column: 1, rows: 20, columns: 2 }, { row: 1_048_575, column: 2, rows: 1, columns: 1 }])).toEqual([
      { row: 0, column: 0, rows: 180, columns: 5 },
      { row: 1_048_515, column: 0, rows: 61, columns: 5 },
    ]);
  });

  it('covers an area once, in blocks of at most 1,024 cells, also where a row is wider', () => {
    for (const area of [{ row: 3, column: 2, rows: 1_000, columns: 17 }, { row: 0, column: 0, rows: 3, columns: 2_500 }]) {
      const blocks = blocksOf(area, 1_024);
      expect(blocks.reduce((sum, block) => sum + block.rows * block.columns, 0)).toBe(area.rows * area.columns);
      expect(Math.max(...blocks.map((block) => block.rows * block.columns))).toBeLessThanOrEqual(1_024);
    }
  });

  it('deals bands into round trips by cells', () => {
    const bands = bandsOf({ row: 0, column: 0, rows: 100, columns: 10 }, 100).map((area) => ({ area, weight: 1 }));
    expect(roundTrips(bands, 250).map((trip) => trip.length)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('what Excel answers', () => {
  it('tells a formula from a text that begins with =', () => {
    expect(formulasOf({ formulas: [['=A1', '=1+1', 5, 'x']], values: [[7, '=1+1', 5, 'x']] })).toEqual([['=A1', '', '', '']]);
  });

  it("splits merged areas' addresses, whatever the sheet is called", () => {
    expect(splitAddresses("'a,b!''c'!A1:B2,'a,b!''c'!$C$3:$D4,Sheet1!E5:E6")).toEqual(['A1:B2', 'C3:D4', 'E5:E6']);
    expect(splitAddresses('客户档案!A1:B2, 客户档案!C3:C4')).toEqual(['A1:B2', 'C3:C4']);
  });
});

describe('what is written', () => {
  it('gathers near cells into a block with null between them', () => {
    const clusters = clustersOf([{ row: 5, column: 3 }, { row: 4, column: 1 }, { row: 900, column: 1 }]);
    expect(clusters.map((cluster) => cluster.rect)).toEqual([{ row: 4, column: 1, rows: 2, columns: 3 }, { row: 900, column: 1, rows: 1, columns: 1 }]);
    expect(blockOf(clusters[0]!, () => 'x')).toEqual([['x', null, null], [null, null, 'x']]);
  });

  it('writes only the ledger cells that changed, and empties those left over', () => {
    expect(changedRuns(['a', 'b', 'c', 'd'], ['a', 'B', 'C'])).toEqual([{ row: 1, texts: ['B', 'C', ''] }]);
  });

  it('finds a free sheet name within the limits of Excel', () => {
    expect(freeName('a/b:c', new Set())).toBe('a b c');
    expect(freeName('佣金单', new Set(['佣金单', '佣金单 (2)']))).toBe('佣金单 (3)');
    expect(freeName('x'.repeat(40), new Set(['x'.repeat(31)]))).toHaveLength(31);
  });
});

describe('ribbon commands', () => {
  it('are read from the address, and nothing else is a command', () => {
    expect(actionOf({ search: '?action=kpi', hash: '' })).toBe('kpi');
    expect(actionOf({ search: '', hash: '#/?action=sync' })).toBe('sync');
    expect(actionOf({ search: '?action=drop', hash: '' })).toBeNull();
  });
});

describe('looks of a drawn sheet', () => {
  const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

  it('are told once for many ranges, and in their order where they overlap', () => {
    const [bold, red] = [{ bold: true }, { color: '#ff0000' }];
    const groups = styleGroups([
      { range: at(0, 0), style: bold },
      { range: at(1, 0), style: red },
      { range: at(2, 0), style: bold },
      { range: at(1, 0, 1, 2), style: bold },
    ]);
    expect(groups).toMatchObject([
      { style: bold, ranges: [at(0, 0), at(2, 0)] },
      { style: red, ranges: [at(1, 0)] },
      { style: bold, ranges: [at(1, 0, 1, 2)] },
    ]);
  });

  it('are addressed within the limits of Excel', () => {
    const lists = addressLists(Array.from({ length: 1_000 }, (_, row) => at(row, 0, 1, 3)));
    expect(lists.join(',').split(',')).toHaveLength(1_000);
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThan(8_192);
  });

  it('share sizes of neighbouring rows', () => {
    expect(sizeRuns({ 0: 20, 1: 20, 2: 30, 4: 30 })).toEqual([{ first: 0, count: 2, size: 20 }, { first: 2, count: 1, size: 30 }, { first: 4, count: 1, size: 30 }]);
  });
});
