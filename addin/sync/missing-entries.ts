// What the ledger goes on remembering of records that lie in no cell: their rows were taken out, their sheet is hidden or
// gone, or a row is asked about that may be theirs. Pure.

import type { Path } from '../../domain/forms/definition.ts';
import { deletionsSent, isThereAgain, returning } from './arrivals.ts';
import type { Gathered } from './conversation.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';
import { decidedIn, withoutDecided } from './open-conflicts.ts';
import type { SettledRecord } from './settle.ts';

/** What was only likely, and nothing here turned out to be: it is no longer asked about, and comes as any other record. */
export function isForgotten(look: Look): (entry: SyncedEntry) => boolean {
  const asked = new Set(look.questions.flatMap(({ candidates }) => candidates.map((entry) => entry.record)));
  return (entry) => entry.likely === true && !look.byId.has(entry.record) && !asked.has(entry.record);
}

/** Forgotten once the Worker has deleted them, out of sight, or on their way back; else remembered. */
export function stillMissing(look: Look, settled: readonly SettledRecord[], gathered: Gathered): SyncedEntry[] {
  const settledIds = new Set(settled.flatMap((record) => [record.id, record.known.id]));
  const deleted = deletionsSent(gathered);
  const comesBack = returning(look, gathered);
  const isNoLongerLikely = isForgotten(look);
  const decided = decidedIn(look.ledger, gathered);
  const leftOut = new Set(look.deletions.filter(({ record }) => look.decisions.leftOut.has(record)));
  const isDeleted = ({ record }: SyncedEntry): boolean => gathered.changes.get(record)?.deleted === true;
  // Whoever may not see a record cannot have it deleted, and is not asked again.
  const isOutOfSight = ({ record }: SyncedEntry): boolean => deleted.has(record) && gathered.results.get(record)?.problems.some(({ code }) => code === 'not-found') === true;
  // Should its row turn up after all (its sheet was hidden, or it is asked about), it is the deleted record's and no new one.
  const mayTurnUp = (entry: SyncedEntry): boolean => !entry.leftOut && !deleted.has(entry.record) && !look.deletions.includes(entry);
  const missing = look.ledger.entries.filter((entry) => {
    if (isNoLongerLikely(entry)) return false;
    // A creation that was sealed and taken out again: if the Worker has it, it comes back.
    if (entry.unsent || settledIds.has(entry.record) || gathered.left.has(entry.record) || comesBack.has(entry.record)) return false;
    if (isDeleted(entry)) return mayTurnUp(entry);
    if (isThereAgain(look, gathered, entry)) return false;
    const result = gathered.results.get(entry.record);
    return !(deleted.has(entry.record) && result && result.status !== 'rejected');
  });
  return missing.map((entry) => ({
    ...decidedOf(heardOf(entry, gathered), decided(entry.record)),
    ...(leftOut.has(entry) ? { leftOut: true } : {}),
    ...(isDeleted(entry) ? { gone: true, deleted: true, missed: true } : {}),
    ...(isOutOfSight(entry) ? { gone: true } : {}),
  }));
}

/** What stands goes into the cells once they are back. */
function decidedOf(entry: SyncedEntry, isDecided: (path: Path) => boolean): SyncedEntry {
  const { freed, ...remembered } = withoutDecided(entry, isDecided);
  return freed.length === 0 ? entry : { ...entry, ...remembered, missed: true };
}

/** Edits of one's own that were resent have moved the record on; what a colleague did to it waits for its cells. */
function heardOf(entry: SyncedEntry, gathered: Gathered): SyncedEntry {
  const result = gathered.results.get(entry.record);
  const isOwn = result !== undefined && result.status !== 'rejected' && result.merged === 0 && result.conflicts.length === 0;
  const rev = isOwn ? Math.max(entry.rev, result.rev) : entry.rev;
  const change = gathered.changes.get(entry.record);
  return { ...entry, rev, ...(change && change.rev > rev ? { missed: true } : {}) };
}
