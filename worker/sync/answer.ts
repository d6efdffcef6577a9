// The answer of a sync: results, what this member and this workbook may see of what changed, the roster, the cursor.

import { formOf } from '../../domain/forms/registry.ts';
import { limits, PROTOCOL } from '../../domain/protocol/messages.ts';
import type { SyncAnswer, SyncedRecord, SyncRequest, SyncResult } from '../../domain/protocol/messages.ts';
import { maskFields, sees } from '../../domain/protocol/visibility.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { Decision } from './decide.ts';
import type { Desk } from './desk.ts';
import type { Found, PulledRecord } from './found.ts';
import { openConflicts } from './open-conflicts.ts';
import { placeOf } from './pull.ts';
import type { Pull } from './pull.ts';
import { rosterOf } from './read-world.ts';
import type { SyncWorld } from './read-world.ts';

export interface AnswerInput {
  readonly world: SyncWorld;
  readonly viewers: readonly Viewer[];
  readonly audience: SyncAnswer['audience'];
  readonly request: SyncRequest;
  readonly pull: Pull;
  readonly found: Found;
  readonly written: { readonly desk: Desk; readonly decision: Decision; readonly chain: string } | null;
  readonly results: readonly SyncResult[];
  readonly receipt: SyncAnswer['receipt'];
  readonly scope: string;
}

export function answerOf(input: AnswerInput): SyncAnswer {
  const { world, viewers, pull, written } = input;
  const page = pageOf(input);
  const visible = page.records.filter(({ record }) => isVisible(viewers, record));
  return {
    protocol: PROTOCOL,
    receipt: input.receipt,
    results: [...input.results],
    changes: visible.map(({ record }) => shown(world, viewers, record)),
    snapshot: pull.isSnapshot,
    more: page.more,
    after: page.after,
    left: page.records.filter((entry) => hasLeft(viewers, entry)).map(({ record }) => record.id),
    roster: rosterOf(world, viewers[0]!.department),
    audience: input.audience,
    cursor: page.cursor,
    scope: input.scope,
    chain: written?.chain ?? world.head.chain,
    today: world.today,
    learned: [...world.learned],
    conflicts: openConflicts(world, viewers, input.found, written?.desk ?? null),
  };
}

interface Page {
  readonly records: readonly PulledRecord[];
  readonly more: boolean;
  readonly after: string | null;
  readonly cursor: number;
}

function pageOf(input: AnswerInput): Page {
  const { pull, found, world, written } = input;
  const own = [...ownRecords(input).values()];
  const head = written?.decision.lastSeq ?? world.head.seq;
  if (!pull.isSnapshot) {
    // Pushes are paged whole; a page is full when it holds as many rows as a page may.
    const more = found.pulledRows >= limits.records && found.reached! < world.head.seq;
    if (more) return { records: merge(found.pulled, restored(input)), more, after: null, cursor: found.reached! };
    return { records: merge(found.pulled, own), more, after: null, cursor: head };
  }
  const ids = [...found.pulled.keys()];
  const more = ids.length > limits.records;
  const kept = new Map([...found.pulled].slice(0, limits.records));
  const cursor = input.request.after && pull.from === input.request.cursor ? pull.from : head;
  return { records: merge(kept, own), more, after: more ? placeOf(ids[limits.records - 1]!, pull.before) : null, cursor };
}

/** What this push changed, as it is now, and append-only records whose cells must be put back. */
function ownRecords(input: AnswerInput): Map<string, PulledRecord> {
  const own = new Map(restored(input).map((entry) => [entry.record.id, entry]));
  const { decision } = input.written ?? { decision: null };
  for (const { before, now } of [...(decision?.changed ?? []), ...(decision?.restated ?? [])]) {
    own.set(now.id, { record: now, belonged: before });
  }
  return own;
}

function restored({ results, found }: AnswerInput): PulledRecord[] {
  return results.flatMap((result) => {
    const record = result.restore ? found.atHand.get(result.record) : undefined;
    return record ? [{ record, belonged: record }] : [];
  });
}

function merge(pulled: ReadonlyMap<string, PulledRecord>, own: readonly PulledRecord[]): PulledRecord[] {
  const merged = new Map(pulled);
  for (const entry of own) merged.set(entry.record.id, { record: entry.record, belonged: pulled.get(entry.record.id)?.belonged ?? entry.belonged });
  return [...merged.values()];
}

export function isVisible(viewers: readonly Viewer[], record: StoredRecord): boolean {
  const form = formOf(record.form);
  return form !== undefined && sees(form, viewers, record);
}

function hasLeft(viewers: readonly Viewer[], { record, belonged }: PulledRecord): boolean {
  const form = formOf(record.form);
  if (!form || belonged === null || sees(form, viewers, record)) return false;
  return belonged === undefined || sees(form, viewers, belonged);
}

export function shown(world: SyncWorld, viewers: readonly Viewer[], record: StoredRecord): SyncedRecord {
  const { fields, masked } = maskFields(formOf(record.form)!, record.fields, viewers);
  return {
    record: record.id,
    form: record.form,
    rev: record.rev,
    seq: record.seq,
    owner: record.owner,
    customer: record.customer,
    by: world.people.get(record.member)?.name ?? '',
    at: record.at,
    deleted: record.deleted,
    state: record.state,
    fields: fields as SyncedRecord['fields'],
    fieldRev: { ...record.revs },
    masked,
    problems: [...record.problems] as SyncedRecord['problems'],
  };
}
