// A cell that several records read (a customer merged over two of its gifts, or repeated by a ditto mark) is written only where all of them are to
// have the same new value; else a colleague's change of one record would turn into a change of another. Pure.

import { readPath, sameValue } from '../../domain/forms/fields.ts';
import type { Path, Value } from '../../domain/forms/definition.ts';
import type { CellPatch } from '../excel/workbook-writes.ts';
import type { RecordWrites } from './cell-writes.ts';
import type { SettledRecord } from './settle.ts';

export interface SharedCells {
  /** Writes that must not be made. */
  readonly refused: ReadonlySet<CellPatch>;
  /** Paths of a record that stand in a cell because another record's write put them there. */
  writtenByOthers(record: string, failed: ReadonlySet<CellPatch>): readonly Path[];
}

interface Reader {
  readonly settled: SettledRecord;
  readonly path: Path;
}

export function sharedCells(records: readonly RecordWrites[]): SharedCells {
  const readers = readersByCell(records);
  const refused = new Set<CellPatch>();
  const shared: { readonly write: CellPatch; readonly reader: Reader }[] = [];
  for (const { settled, writes } of records) {
    for (const write of writes) {
      const all = readers.get(keyOf(write)) ?? [];
      const others = all.filter((reader) => reader.settled !== settled);
      const ours = all.filter((reader) => reader.settled === settled);
      if (others.length === 0) continue;
      if (others.every((other) => ours.every((mine) => sameValue(wantedBy(mine), wantedBy(other))))) shared.push(...others.map((reader) => ({ write, reader })));
      else refused.add(write);
    }
  }
  return {
    refused,
    writtenByOthers: (record, failed) => shared.filter(({ write, reader }) => reader.settled.id === record && !failed.has(write)).map(({ reader }) => reader.path),
  };
}

function readersByCell(records: readonly RecordWrites[]): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  const written = new Set(records.flatMap(({ writes }) => writes.map(keyOf)));
  for (const { settled } of records) {
    for (const [path, cell] of Object.entries(settled.known.found.cells)) {
      const key = keyOf({ ...cell, ...cell.says });
      if (written.has(key)) readers.set(key, [...(readers.get(key) ?? []), { settled, path }]);
    }
  }
  return readers;
}

/** The value that is to stand in the cell for this record. */
function wantedBy({ settled, path }: Reader): Value | null {
  const change = settled.incoming.find((incoming) => incoming.path === path);
  return change ? change.value : (readPath(settled.known.found.fields, path) ?? null);
}

function keyOf(cell: { readonly sheet: string; readonly row: number; readonly column: number }): string {
  return `${cell.sheet} ${cell.row} ${cell.column}`;
}
