// The desk on which one push is decided: the world as read, the records at hand, and what has been decided so far. No
// database here; the same decision can be made again after a lost race.

import type { FieldProblem, Value } from '../../domain/forms/definition.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import type { Draft, StoredRecord } from '../books/draft.ts';
import type { Assignment, World } from '../books/world.ts';

export interface ConflictRow {
  readonly record: string;
  readonly id: string;
  readonly path: string;
  readonly mine: Value | null;
  readonly base: Value | null;
  readonly baseRev: number;
  /** Seq of the change that stands. */
  readonly theirs: number;
}

/** A conflict as it was kept, with the base and the seq that stood then. */
export interface KeptConflict extends ConflictRow {
  readonly member: string;
  readonly at: string;
  readonly isOpen: boolean;
}

/** An earlier change of a record, read for what a conflict is about; oldest first. */
export interface HistoryEntry {
  readonly rev: number;
  readonly seq: number;
  readonly patch: Patch;
  readonly member: string;
  readonly at: string;
}

export interface Desk {
  readonly world: World;
  readonly viewer: Viewer & { readonly member: string };
  /** Local time of the organisation. */
  readonly now: string;
  readonly newId: (prefix: string) => string;
  readonly stored: ReadonlyMap<string, StoredRecord>;
  readonly history: ReadonlyMap<string, readonly HistoryEntry[]>;
  /** Everything touched, in the order decided. */
  readonly drafts: Map<string, Draft>;
  /** Ids of records at hand by natural key; what has moved on is passed over when read. */
  readonly byNatural: Map<string, Set<string>>;
  /** Kept conflicts of the records of the push, by record: open ones, and those it decides again. */
  readonly disputes: ReadonlyMap<string, readonly KeptConflict[]>;
  readonly conflicts: ConflictRow[];
  /** Conflicts that this push settles. */
  readonly settled: KeptConflict[];
  /** Customers that are new, have a new name or have got their archive; the world knows them already. */
  touchedCustomers: ReadonlySet<string>;
  readonly newAssignments: (Assignment & { readonly record: string | null })[];
}

/** A record as it is now: drafted in this push, or stored. */
export function current(desk: Desk, id: string): StoredRecord | null {
  return desk.drafts.get(id)?.now ?? desk.stored.get(id) ?? null;
}

/** Every record at hand as it is now. */
export function currentRecords(desk: Desk): StoredRecord[] {
  const drafted = [...desk.drafts.values()].map((entry) => entry.now);
  return [...drafted, ...[...desk.stored.values()].filter((record) => !desk.drafts.has(record.id))];
}

/** The records of one thing of the world, as they are now. */
export function withNatural(desk: Desk, natural: string): StoredRecord[] {
  return [...(desk.byNatural.get(natural) ?? [])]
    .flatMap((id) => current(desk, id) ?? [])
    .filter((record) => record.natural === natural && !record.deleted);
}

export function draft(desk: Desk, entry: Draft): void {
  desk.drafts.set(entry.now.id, entry);
  index(desk.byNatural, entry.now);
}

export function index(byNatural: Map<string, Set<string>>, record: StoredRecord): void {
  const ids = byNatural.get(record.natural);
  if (ids) ids.add(record.id);
  else byNatural.set(record.natural, new Set([record.id]));
}

/** Where the desk stood before a record, so that a refusal takes nothing of it. */
export function markOf({ world, touchedCustomers, newAssignments, conflicts, settled }: Desk) {
  return {
    world: { ...world },
    touchedCustomers,
    lengths: [newAssignments, conflicts, settled].map((list) => ({ list: list as unknown[], length: list.length })),
  };
}

export function backTo(desk: Desk, mark: ReturnType<typeof markOf>): void {
  Object.assign(desk.world, mark.world);
  desk.touchedCustomers = mark.touchedCustomers;
  for (const { list, length } of mark.lengths) list.length = length;
}

/** A refusal of a whole record; the push goes on with the others. */
export class Refused extends Error {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    super(problems[0]!.code);
    this.problems = problems;
  }
}

export function refuse(code: string, path = '', facts?: FieldProblem['facts']): never {
  throw new Refused([facts ? { code, path, facts } : { code, path }]);
}

export function draftsIndex(records: Iterable<StoredRecord>): Map<string, Set<string>> {
  const byNatural = new Map<string, Set<string>>();
  for (const record of records) index(byNatural, record);
  return byNatural;
}
