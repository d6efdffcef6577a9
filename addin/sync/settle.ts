// Protocol steps 5 to 9 for one record: from what was sent, what was answered and how the record stands at the Worker to
// what goes into cells and what the ledger remembers. Pure. A cell that somebody changed is never overwritten.

import { readPath, sameValue, tableAt } from '../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path, Value } from '../../domain/forms/definition.ts';
import type { Mutation, SyncedRecord, SyncResult } from '../../domain/protocol/messages.ts';
import { rowContent, rowOf } from '../../domain/protocol/rows.ts';
import { baseRevOf, fingerprintOf, hash } from '../sheets/ledger-entry.ts';
import { contentPaths, hashAt } from './known-record.ts';
import type { KnownRecord } from './known-record.ts';
import type { Refusal } from './ledger.ts';
import { isAbout, withoutDecided } from './open-conflicts.ts';

export interface Incoming {
  readonly path: Path;
  /** null empties the cell. */
  readonly value: Value | null;
  /** What the ledger remembered before: it stays where the cell turns out to have changed. */
  readonly agreedBefore: string;
  readonly baseRev: number;
}

export interface SettledRecord {
  readonly known: KnownRecord;
  readonly id: string;
  readonly rev: number;
  /** Agreed hash of each path, '' entries left out. */
  readonly hashes: Readonly<Record<Path, string>>;
  readonly baseRevs: Readonly<Record<Path, number>>;
  readonly held: Readonly<Record<Path, string>>;
  readonly incoming: readonly Incoming[];
  /** Paths that kept the person's own text against the Worker's. */
  readonly kept: readonly Path[];
  /** Of those, the ones where the Worker says something that this workbook has not heard yet. */
  readonly unheard: readonly Path[];
  /** Paths that the Worker has and does not show: never sent back. */
  readonly masked: readonly Path[];
  readonly unsent: boolean;
  readonly refused: Refusal | null;
  readonly gone: boolean;
  readonly deleted: boolean;
  /** The answer has the record as it stands. */
  readonly isHeard: boolean;
  /** What stands at the Worker goes into a cell here and did not come with the answer. */
  readonly missed: boolean;
}

export interface Answered {
  readonly sent: readonly Mutation[];
  readonly result: SyncResult | undefined;
  /** The record as it stands at the Worker, where the answer has it. */
  readonly server: SyncedRecord | undefined;
  readonly left: boolean;
  /** Paths that were in conflict and are no more. */
  readonly decided: (path: Path) => boolean;
  /** All that is visible came, and of the record nothing was said: it was deleted, or is out of sight. */
  readonly absent?: boolean;
  /** What was sealed may have been so in another file: only what the cells say too is agreed. */
  readonly isDoubtful?: boolean;
}

interface Draft {
  id: string;
  rev: number;
  hashes: Record<Path, string>;
  baseRevs: Record<Path, number>;
  held: Record<Path, string>;
  unsent: boolean;
  gone: boolean;
  /** The ledger knows nothing of the record that any answer has confirmed. */
  readonly unagreed: boolean;
  /** Paths that this answer has confirmed, at its rev. */
  readonly confirmed: Set<Path>;
}

export function settle(known: KnownRecord, answered: Answered, salt: string): SettledRecord {
  const { entry } = known;
  const draft: Draft = {
    id: known.id,
    rev: entry?.rev ?? 0,
    // What was sealed and not answered is known to the matcher, and agreed with nobody.
    hashes: entry?.unsent ? {} : { ...entry?.hashes },
    baseRevs: { ...entry?.baseRevs },
    // What a record out of sight was never compared with is compared once it comes, and asked where it differs.
    held: answered.server && entry?.rev === 0 ? {} : { ...entry?.held },
    unsent: entry === null || entry.unsent === true,
    unagreed: entry === null || entry.unsent === true,
    confirmed: new Set(),
    gone: answered.server ? answered.server.deleted : entry?.gone === true || answered.left || answered.absent === true,
  };
  if (answered.result) takeResult(draft, known, { ...answered, result: answered.result }, salt);
  const isAwaited = makeRoom(draft, known, answered, salt);
  const { incoming, kept, unheard } = answered.server ? takeServer(draft, known, answered.server, answered.result, salt) : { incoming: emptied(draft, known, answered.result, salt), kept: [], unheard: [] };
  const { id, rev, hashes, baseRevs, held, unsent, gone } = draft;
  // What is typed into a record that may have been deleted is sent: the Worker says which it is.
  const deleted = answered.server?.deleted ?? (gone && !answered.left && (entry?.deleted === true || answered.absent === true));
  const masked = answered.server?.masked ?? entry?.masked ?? [];
  const missed = !answered.server && !answered.left && (isAwaited || answered.result?.duplicateOf !== undefined);
  return { known, id, rev, hashes, baseRevs, held, incoming, kept, unheard, masked, unsent, refused: refusalOf(known, answered, salt), gone, deleted, isHeard: answered.server !== undefined, missed };
}

/** Problems of a refusal that are remembered. */
const problemsKept = 3;

function refusalOf({ entry, found }: KnownRecord, { result, sent }: Answered, salt: string): Refusal | null {
  const content = fingerprintOf(found.fields, salt);
  if (result?.status === 'rejected' && sent.length > 0) return { content, problems: result.problems.slice(0, problemsKept) };
  return result === undefined && entry?.refused?.content === content ? entry.refused : null;
}

/** Where a cell was typed in since, that meets the outcome; should the typing be taken back, what stands is asked for. Whether something is awaited now. */
function makeRoom(draft: Draft, known: KnownRecord, { decided }: Answered, salt: string): boolean {
  const { hashes, held, freed } = withoutDecided(draft, decided);
  Object.assign(draft, { hashes, held });
  return freed.some((path) => hashAt(known.found.fields, path, salt) === hashes[path]);
}

/** Step 7: what of the push was taken is agreed; what lost is held and not sent again as it is. */
function takeResult(draft: Draft, known: KnownRecord, { result, sent, isDoubtful }: Answered & { readonly result: SyncResult }, salt: string): void {
  if (result.status === 'rejected') return;
  const isDuplicate = result.status === 'duplicate';
  draft.id = result.duplicateOf ?? draft.id;
  draft.unsent = isDuplicate && result.duplicateOf === undefined;
  if (isDuplicate && !result.hidden) return;
  // A value that lost, that the sender may not set, or whose record is out of sight stands in the cell and not at the Worker.
  const lost = [...result.conflicts, ...result.problems];
  const isLost = (path: Path): boolean => isDuplicate || lost.some((one) => isAbout(one.path, path));
  draft.rev = Math.max(draft.rev, result.rev);
  const isSaidHere = (path: Path, to: string): boolean => !isDoubtful || hashAt(known.found.fields, path, salt) === to;
  for (const mutation of sent) {
    // A row's order is its place on the sheet: no cell says it, nothing of it is remembered.
    if (mutation.kind === 'edit' && mutation.path.endsWith('/order')) continue;
    if (mutation.kind === 'create') {
      for (const [path, value] of contentPaths(mutation.fields)) {
        const to = hash(value, salt);
        if (isLost(path)) draft.held[path] = to;
        else if (!isSaidHere(path, to)) draft.baseRevs[path] = 0;
        else {
          draft.hashes[path] = to;
          draft.confirmed.add(path);
        }
      }
    } else if (mutation.kind === 'edit' && isLost(mutation.path)) {
      const to = mutation.to === null ? '' : hash(mutation.to, salt);
      draft.held[mutation.path] = to;
      // What was typed since it was sealed is of somebody who has not heard yet what stands.
      const isHeard = hashAt(known.found.fields, mutation.path, salt) === to;
      draft.baseRevs[mutation.path] = isHeard ? result.rev : draft.unagreed ? 0 : baseRevOf(known.entry!, mutation.path);
    } else if (mutation.kind === 'edit' && !isSaidHere(mutation.path, mutation.to === null ? '' : hash(mutation.to, salt))) {
      draft.baseRevs[mutation.path] = draft.unagreed ? 0 : baseRevOf(known.entry!, mutation.path);
    } else if (mutation.kind === 'edit') {
      agree(draft, mutation.path, mutation.to, salt);
      draft.confirmed.add(mutation.path);
    }
  }
  // A co-author's pane has heard of what came after: the Worker may say something else by now.
  if ((known.entry?.rev ?? 0) > result.rev) for (const path of draft.confirmed) draft.baseRevs[path] = result.rev;
}

/**
 * A row of a record that was deleted stays while it says something else than the record did. Once the Worker finds nothing
 * new in it, or took what is new before the deletion (which a co-author's pane heard of first), it goes as any other row of
 * a deleted record; so does one that lay nowhere when the deletion came.
 */
function emptied(draft: Draft, { entry, found }: KnownRecord, result: SyncResult | undefined, salt: string): Incoming[] {
  if (!entry?.deleted) return [];
  const isTakenBefore = result !== undefined && (result.status === 'accepted' || result.status === 'incomplete') && result.rev < entry.rev;
  const isSettled = result === undefined ? entry.missed === true : (result.status === 'unchanged' || isTakenBefore) && result.problems.length === 0;
  if (!isSettled || found.problems.length + Object.keys(draft.held).length > 0) return [];
  const content = contentPaths(found.fields);
  if (content.some(([path, value]) => draft.hashes[path] !== hash(value, salt))) return [];
  return content.map(([path]) => ({ path, value: null, agreedBefore: entry.hashes[path] ?? '', baseRev: baseRevOf(entry, path) }));
}

/** Step 9: a path that only the Worker changed goes into its cell; one that both changed keeps the person's text. */
function takeServer(draft: Draft, known: KnownRecord, server: SyncedRecord, result: SyncResult | undefined, salt: string): { incoming: Incoming[]; kept: Path[]; unheard: Path[] } {
  const incoming: Incoming[] = [];
  const kept: Path[] = [];
  const unheard: Path[] = [];
  const fields = server.deleted ? {} : server.fields;
  const masked = new Set(server.masked);
  const unreadable = new Set(known.found.problems.map((problem) => problem.path));
  const paths = new Set([...contentPaths(fields), ...contentPaths(known.found.fields)].map(([path]) => path).concat([draft.hashes, draft.baseRevs, draft.held].flatMap(Object.keys)));
  for (const path of paths) {
    if (masked.has(path) || masked.has(path.split('/')[0]!)) continue;
    const theirs = readPath(fields, path) ?? null;
    const mine = readPath(known.found.fields, path) ?? null;
    const isUnreadable = unreadable.has(path);
    if (sameValue(theirs, mine) && !isUnreadable) {
      agree(draft, path, theirs, salt);
      continue;
    }
    const agreedBefore = draft.hashes[path] ?? '';
    const baseRev = draft.unagreed ? 0 : baseRevOf(known.entry!, path);
    // A record found again by its key was never agreed: an empty cell takes the Worker's value, a full one asks.
    const isUntouched = !isUnreadable && (hashAt(known.found.fields, path, salt) === agreedBefore || (mine === null && draft.hashes[path] === undefined));
    if (isUntouched || (result?.restore === true && !isUnreadable)) {
      incoming.push({ path, value: theirs, agreedBefore, baseRev });
      continue;
    }
    kept.push(path);
    const agreedAt = draft.confirmed.has(path) && result ? result.rev : baseRev;
    // What the Worker says is what was agreed, and nobody wrote it since: only the person went on, from the record as it
    // now is. What went away and came back (or was emptied) meanwhile is asked.
    const isAsAgreed = (theirs === null ? '' : hash(theirs, salt)) === agreedBefore && (server.fieldRev[path] ?? 0) <= agreedAt;
    if (isAsAgreed) continue;
    unheard.push(path);
    if (result?.status === 'duplicate') draft.hashes[path] = theirs === null ? '' : hash(theirs, salt);
    if (draft.held[path] === undefined) draft.baseRevs[path] = baseRev;
  }
  draft.rev = Math.max(draft.rev, server.rev);
  // Somebody still works on a record that a colleague deleted: nothing of it is emptied.
  if (server.deleted && kept.length > 0) return { incoming: [], kept, unheard };
  const stays = stayingRows(known.form, fields, kept);
  for (const { path, baseRev } of incoming) if (stays(path)) draft.baseRevs[path] = baseRev;
  return { incoming: incoming.filter(({ path }) => !stays(path)), kept, unheard };
}

/**
 * Nor is a row that a colleague took out of a table, while somebody still works on it; and where the two name a row
 * differently (another contact in the same printed line) nothing of the one is put beside the other.
 */
function stayingRows(form: FormDefinition, theirs: Fields, kept: readonly Path[]): (path: Path) => boolean {
  const isNaming = (path: Path): boolean => tableAt(form, path)?.rowKey.includes(path.split('/')[2]!) ?? false;
  const rows = new Set(kept.flatMap((path) => {
    const row = rowOf(path);
    return row !== null && (isNaming(path) || rowContent({ fields: theirs }, row).length === 0) ? [row] : [];
  }));
  return (path) => rows.has(rowOf(path) ?? '');
}

function agree(draft: Draft, path: Path, value: Value | null, salt: string): void {
  if (value === null) delete draft.hashes[path];
  else draft.hashes[path] = hash(value, salt);
  delete draft.baseRevs[path];
  delete draft.held[path];
}
