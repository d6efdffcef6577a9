// Protocol step 9, prepared: settled records and arrivals become one write of cells, sheets and ledger. Pure.

import type { Path } from '../../domain/forms/definition.ts';
import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import { rowSupply } from '../sheets/write/row-supply.ts';
import type { CellPatch, KeptReason, WriteJob, WriteOutcome } from '../excel/workbook-writes.ts';
import type { SyncReceipt } from '../panes/services.ts';
import { placeArrivals, returning } from './arrivals.ts';
import { writesOf } from './cell-writes.ts';
import { markJob, marksFor } from './conflict-marks.ts';
import type { RecordWrites } from './cell-writes.ts';
import type { Gathered } from './conversation.ts';
import { entryAfter } from './entry-after.ts';
import type { Ledger, SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';
import { isForgotten, stillMissing } from './missing-entries.ts';
import { openAfter } from './open-conflicts.ts';
import { readOnlyMarks } from './out-of-sight.ts';
import { unreadableWrites } from './reread.ts';
import type { SettledRecord } from './settle.ts';
import { sharedCells } from './shared-cells.ts';
import type { SharedCells } from './shared-cells.ts';
import { takesAfter, takesAllOf, unplacedByForm } from './takes.ts';
import { twinsAfter } from './twins.ts';

export interface PreparedWrites {
  readonly job: Omit<WriteJob, 'ledger'>;
  /** Cells kept before anything is written: a colleague's value waits in the record. */
  readonly kept: SyncReceipt['kept'];
  /** Records of which something came that the workbook did not have. */
  readonly news: ReadonlySet<string>;
  /** Records that stay at the Worker, by form. */
  readonly unplaced: SyncReceipt['unplaced'];
  ledgerAfter(outcome: WriteOutcome): Ledger;
}

export function prepareWrites(look: Look, settled: readonly SettledRecord[], gathered: Gathered, mayPlace = true): PreparedWrites {
  const supply = rowSupply();
  const writes = settled.map((record) => writesOf(record, supply));
  const shared = sharedCells(writes);
  const unreadable = unreadableWrites(look, writes, shared);
  const refused = new Set([...shared.refused, ...unreadable]);
  const arrivals = placeArrivals(look, settled, gathered, { mayPlace, supply, others: { records: writes, refused, shared } });
  const conflicts = openAfter(look.ledger, gathered);
  const marks = markJob(look, marksFor(look, conflicts, arrivals.places, readOnlyMarks(settled)));
  return {
    job: { patches: [...writes.flatMap((record) => record.writes).filter((write) => !refused.has(write)), ...arrivals.writes], newLines: [...writes.flatMap((record) => record.newLines), ...arrivals.newLines], plans: arrivals.plans, copies: arrivals.copies, ...(marks ? { marks } : {}) },
    kept: eachOnce([...writes.flatMap((record) => keptCells(look, record)), ...[...refused].map((write) => ({ cell: look.linkOf(write.sheet, write), reason: 'problem' as const }))]),
    news: new Set([...writes.filter((record) => record.writes.length + keptCells(look, record).length > 0).map((record) => record.settled.id), ...arrivals.records]),
    unplaced: unplacedByForm(arrivals.unplaced),
    ledgerAfter: (outcome) => {
      const failed = new Set([...outcome.kept.map(({ patch }) => patch), ...refused]);
      const entries = writes.filter(({ settled }) => !isTwin(settled, gathered)).flatMap((record) => entryOf(record, failed, shared, look.ledger.salt));
      return {
        ...look.ledger,
        isBound: undefined,
        org: gathered.last.roster.org.id,
        audience: gathered.last.audience,
        ...positionAfter(look, gathered, arrivals.arrived(failed)),
        chain: gathered.last.chain,
        receipt: gathered.receipt ? { number: gathered.receipt.number, at: gathered.receipt.at } : look.ledger.receipt,
        entries: [...entries, ...stillMissing(look, settled, gathered), ...arrivals.entries(failed, outcome.sheets)],
        takes: takesAfter(look),
        copies: look.copies,
        twins: twinsAfter(look, gathered, arrivals.records),
        elsewhere: elsewhereAfter(look, gathered, arrivals.unplaced),
        sealed: null,
        conflicts,
        marks: outcome.marks ?? look.ledger.marks,
      };
    },
  };
}

/** From where the next sync goes on. What is to come back is older than the cursor: until it has found its place, everything is asked for. */
function positionAfter(look: Look, gathered: Gathered, isArrived: boolean): Pick<Ledger, 'cursor' | 'scope'> {
  const { cursor, scope } = gathered.last;
  if (isForgetting(look)) return { cursor, scope: '' };
  const comesBack = [...returning(look, gathered)];
  if (!isArrived) return { cursor: look.ledger.cursor, scope: gathered.isSnapshot || comesBack.length > 0 ? '' : look.ledger.scope };
  return { cursor, scope: comesBack.every((record) => gathered.changes.has(record)) ? scope : '' };
}

function isForgetting(look: Look): boolean {
  return look.ledger.entries.some(isForgotten(look));
}

/** A snapshot tells all that is not here; what merely changed adds to it. */
function elsewhereAfter(look: Look, gathered: Gathered, unplaced: readonly SyncedRecord[]): string[] {
  const before = gathered.isSnapshot ? [] : look.ledger.elsewhere.filter((form) => !takesAllOf(look, form));
  return [...new Set([...before, ...unplaced.map((record) => record.form)])];
}

/** The Worker calls it the same as a record that lies here too: nothing is remembered of it, so that it is asked about. */
function isTwin({ id, known }: SettledRecord, gathered: Gathered): boolean {
  return id === known.id && gathered.results.get(id)?.status === 'duplicate';
}

function entryOf(record: RecordWrites, failed: ReadonlySet<CellPatch>, shared: SharedCells, salt: string): SyncedEntry[] {
  const { settled } = record;
  // A creation that was neither sent nor found stays unknown to the ledger: it is pending again.
  if (settled.unsent && !settled.known.entry && settled.rev === 0 && !settled.refused) return [];
  // Another copy of the file has sent it, and it is not this person's to see: the row is sent as one of its own.
  if (settled.unsent && settled.refused?.problems.some(({ code }) => code === 'not-found')) return [];
  const written = new Set([...record.written(failed), ...shared.writtenByOthers(settled.id, failed)]);
  const entry = entryAfter(settled, { written, unshown: record.unshown, newRows: record.rowPlaces }, salt);
  // A deleted record whose cells are empty by now has nothing left to remember.
  return entry.gone && Object.keys({ ...entry.hashes, ...entry.held }).length === 0 && settled.kept.length === 0 ? [] : [entry];
}

function keptCells(look: Look, { settled, kept }: RecordWrites): SyncReceipt['kept'] {
  const { found } = settled.known;
  const reasonOf = (path: Path): KeptReason => (found.problems.some((problem) => problem.path === path) ? 'problem' : found.cells[path]?.formula ? 'formula' : 'changed-meanwhile');
  const all = [...settled.unheard.filter((path) => found.cells[path]).map((path) => ({ path, reason: reasonOf(path) })), ...kept];
  return all.map(({ path, reason }) => ({ cell: look.linkOf(found.sheet, found.cells[path] ?? found.place), reason }));
}

/** A cell that holds several fields is told once. */
function eachOnce(kept: SyncReceipt['kept']): SyncReceipt['kept'] {
  return [...new Map(kept.map((entry) => [`${entry.cell.sheet}!${entry.cell.address}`, entry])).values()];
}
