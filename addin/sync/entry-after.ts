// What the ledger remembers of a record once its cells are written: agreed where the value stands in the cell, as before
// where the cell was kept. Pure.

import { writePath } from '../../domain/forms/fields.ts';
import type { Path } from '../../domain/forms/definition.ts';
import { rowOf } from '../../domain/protocol/rows.ts';
import { fingerprintOf, hash, hashesOf, keyHashOf } from '../sheets/ledger-entry.ts';
import type { Place } from '../sheets/ledger-entry.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Incoming, SettledRecord } from './settle.ts';

/** What became of the incoming values. */
export interface WrittenValues {
  /** Paths that now stand in their cells. */
  readonly written: ReadonlySet<Path>;
  /** Paths that this layout does not show. */
  readonly unshown?: ReadonlySet<Path>;
  /** Places of rows that came. */
  readonly newRows?: Readonly<Record<string, Place>>;
}

export function entryAfter(settled: SettledRecord, { written, unshown, newRows }: WrittenValues, salt: string): SyncedEntry {
  const { known } = settled;
  const hashes = { ...settled.hashes };
  const baseRevs = { ...settled.baseRevs };
  let fields = known.found.fields;
  for (const change of settled.incoming) {
    if (written.has(change.path)) {
      fields = writePath(fields, change.path, change.value);
      hashes[change.path] = change.value === null ? '' : hash(change.value, salt);
      delete baseRevs[change.path];
    } else if (known.found.cells[change.path]) keepAsBefore(change, hashes, baseRevs);
    else delete baseRevs[change.path];
  }
  const unwritten = settled.incoming.filter(({ path, value }) => value !== null && !written.has(path) && !unshown?.has(path) && !known.found.cells[path]);
  // The row of a deleted record could not be emptied (another row would have been read otherwise): that is tried again.
  const isStanding = settled.deleted && settled.incoming.some(({ path }) => !written.has(path));
  const waiting = [...new Set([...(settled.isHeard ? [] : (known.entry?.waiting ?? [])), ...unwritten.flatMap(({ path }) => rowOf(path) ?? [])])];
  return {
    record: settled.id,
    form: known.form.id,
    rev: settled.rev,
    sheet: known.found.sheet,
    place: known.found.place,
    rowPlaces: { ...known.found.rowPlaces, ...newRows },
    hashes: settled.unsent ? hashesOf(fields, salt) : withoutEmpty(hashes),
    ...(Object.keys(baseRevs).length > 0 ? { baseRevs } : {}),
    ...(settled.masked.length > 0 ? { masked: settled.masked } : {}),
    keyHash: keyHashOf(known.form, fields, salt),
    fingerprint: fingerprintOf(fields, salt),
    ...(Object.keys(settled.held).length > 0 ? { held: settled.held } : {}),
    ...(settled.unsent ? { unsent: true } : {}),
    ...(settled.refused ? { refused: settled.refused } : {}),
    ...(settled.gone ? { gone: true } : {}),
    ...(settled.deleted ? { deleted: true } : {}),
    ...(waiting.length > 0 ? { waiting } : {}),
    ...(settled.missed || isStanding ? { missed: true } : {}),
  };
}

function keepAsBefore(change: Incoming, hashes: Record<Path, string>, baseRevs: Record<Path, number>): void {
  hashes[change.path] = change.agreedBefore;
  baseRevs[change.path] = change.baseRev;
}

function withoutEmpty(hashes: Readonly<Record<Path, string>>): Record<Path, string> {
  return Object.fromEntries(Object.entries(hashes).filter(([, value]) => value !== ''));
}
