// A settled record's incoming values as cells to write, and back: which paths stand in their cells once Excel has answered.

import type { Path } from '../../domain/forms/definition.ts';
import type { CellPatch, KeptReason } from '../excel/workbook-writes.ts';
import type { Place } from '../sheets/ledger-entry.ts';
import type { NewLine } from '../sheets/write/patch-rows.ts';
import { patchRecord } from '../sheets/write/patch.ts';
import type { PatchPlan } from '../sheets/write/patch.ts';
import type { RowSupply } from '../sheets/write/row-supply.ts';
import type { SettledRecord } from './settle.ts';

export interface RecordWrites {
  readonly settled: SettledRecord;
  readonly writes: readonly CellPatch[];
  readonly rowPlaces: Readonly<Record<string, Place>>;
  readonly newLines: readonly NewLine[];
  /** Paths whose cell is not Keybook's to write. */
  readonly kept: readonly { readonly path: Path; readonly reason: KeptReason }[];
  /** Paths that this layout does not show. */
  readonly unshown: ReadonlySet<Path>;
  /** Incoming paths that now stand in their cells. */
  written(failed: ReadonlySet<CellPatch>): ReadonlySet<Path>;
}

/** What has no place on this sheet is not told: another layout shows other fields. */
const toldReasons: Readonly<Record<PatchPlan['kept'][number]['reason'], KeptReason | null>> = { formula: 'formula', 'rich-text': 'rich-text', 'no-room': 'problem', 'no-style': 'problem', fixed: null, 'no-place': null };

export function writesOf(settled: SettledRecord, supply: RowSupply): RecordWrites {
  const patch = patchRecord(settled.known.form, settled.known.found, settled.incoming, supply);
  const plan = settled.deleted ? { ...patch, writes: patch.writes.map((write) => ({ ...write, whole: settled.id })) } : patch;
  return {
    settled,
    writes: settled.deleted && plan.writes.length > 0 ? [...plan.writes, ...emptyCells(settled, plan)] : plan.writes,
    rowPlaces: plan.rowPlaces,
    newLines: plan.newLines,
    kept: plan.kept.flatMap(({ path, reason }) => {
      const told = toldReasons[reason];
      return told ? [{ path, reason: told }] : [];
    }),
    unshown: new Set(plan.kept.flatMap(({ path, reason }) => (toldReasons[reason] === null ? path : []))),
    written: (failed) => writtenPaths(plan, failed),
  };
}

/** Of a deleted record all cells are emptied or none: one that is left alone, or that somebody types into, would be nobody's. */
function emptyCells({ id, known }: SettledRecord, plan: PatchPlan): CellPatch[] {
  const places = new Set(plan.writes.map(({ row, column }) => `${row} ${column}`));
  return Object.values(known.found.cells).flatMap(({ sheet, row, column, value, formula, writing }) => {
    const key = `${row} ${column}`;
    if (value !== '' || formula || writing.kind === 'fixed' || places.has(key)) return [];
    places.add(key);
    return [{ sheet, row, column, value, expected: value, whole: id, isOnlyChecked: true as const }];
  });
}

/** A path goes with the first of its cells that did not get through. */
export function writtenPaths(plan: PatchPlan, failed: ReadonlySet<CellPatch>): Set<Path> {
  const keyOf = (place: Place): string => `${place.row} ${place.column}`;
  const unwritten = new Set(plan.writes.filter((write) => failed.has(write)).map(keyOf));
  return new Set(Object.entries(plan.cellsByPath).filter(([, cells]) => cells.every((cell) => !unwritten.has(keyOf(cell)))).map(([path]) => path));
}
