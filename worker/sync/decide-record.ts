// What becomes of one record's mutations (protocol steps 5 and 6): rights, merge, validation, references, duplicates. A
// refusal takes nothing of the record; the rest of the push goes on.

import { formOf } from '../../domain/forms/registry.ts';
import { checkFields } from '../../domain/forms/validate.ts';
import type { FieldProblem, FormDefinition } from '../../domain/forms/definition.ts';
import { sameValue } from '../../domain/forms/fields.ts';
import { confirm, deletedPath, editsOfCreation, editsOfRevival, mergeEdits, nothingYet } from '../../domain/protocol/merge.ts';
import type { LostEdit, Merged, PathEdit } from '../../domain/protocol/merge.ts';
import { deletedRowOf } from '../../domain/protocol/rows.ts';
import type { Mutation, SyncResult } from '../../domain/protocol/messages.ts';
import type { StoredRecord } from '../books/draft.ts';
import { byteLength } from '../db/database.ts';
import { place } from './belonging.ts';
import { decidedBy, editsOfDecision, isKeptAlready, outlived, standing } from './decisions.ts';
import type { DecidingEdit } from './decisions.ts';
import { backTo, current, draft, markOf, refuse, Refused, withNatural } from './desk.ts';
import type { Desk } from './desk.ts';
import { assignExecutor, checkExecutor, inForce } from './executors.ts';
import { checkSetting } from './settings.ts';
import { mergeSigned } from './signatures.ts';
import { mayWrite, permittedEdits, seesRecord, unknownPaths } from './permissions.ts';

/** With revisions, references and facts beside it a record must stay below what one value of D1 holds. */
const recordBytes = 250_000;
/** More questions about one record than anyone answers; the next sync asks the rest. */
const problemCount = 100;

export interface MutationGroup {
  readonly record: string;
  /** null where nothing in the push creates the record. */
  readonly form: string | null;
  readonly mutations: readonly Mutation[];
}

export function decideRecord(desk: Desk, group: MutationGroup): SyncResult {
  const stored = current(desk, group.record);
  const mark = markOf(desk);
  try {
    return decide(desk, group, stored);
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    backTo(desk, mark);
    return {
      ...result(group.record, 'rejected', stored?.rev ?? 0),
      problems: refusal.problems.slice(0, problemCount) as SyncResult['problems'],
      ...(refusal.message === 'append-only' ? { restore: true } : {}),
    };
  }
}

function decide(desk: Desk, group: MutationGroup, stored: StoredRecord | null): SyncResult {
  const form = formAndRight(desk, group, stored);
  const wanted = editsOf(desk, group, stored);
  const unknown = unknownPaths(form, wanted);
  if (unknown.length > 0) throw new Refused(unknown);
  if (form.appendOnly && inForce(stored)) refuseChange(stored!, wanted);
  const { edits, held } = permittedEdits(desk, form, stored, wanted);
  const plain = mergeSigned(desk, form, stored ?? nothingYet, edits);
  const decided = decidedBy(desk, group.mutations, edits, wanted, plain.lost);
  const merged = confirm(stored ?? nothingYet, plain, decided.filter(({ path }) => !isTakenOut(plain, path)).map(({ path }) => [path, standing(plain, path) ?? null]));
  const conflicts = keepLost(desk, group.record, merged);
  if (Object.keys(merged.patch).length === 0 && stored) {
    return { ...result(group.record, 'unchanged', stored.rev), problems: [...held] as SyncResult['problems'], conflicts };
  }
  const now = compose(desk, form, group.record, stored, merged);
  if (!mayWrite(desk, form, now)) refuse('no-right');
  checkSetting(now);
  checkExecutor(desk, stored, now);
  const isNew = !stored || stored.deleted;
  const twin = isNew && !now.deleted ? twinOf(desk, form, now) : null;
  if (twin && !isMeant(group)) return { ...result(group.record, 'duplicate', 0), duplicateOf: twin };
  assignExecutor(desk, stored, now);
  const before = desk.drafts.get(group.record)?.before ?? desk.stored.get(group.record) ?? null;
  draft(desk, { form, before, now, patch: merged.patch, ...(decided.length > 0 ? { kind: 'decide' as const } : {}) });
  desk.settled.push(...new Set([...decided, ...outlived(desk, now, merged, edits)]));
  return {
    ...result(group.record, now.state, now.rev),
    merged: stored ? edits.filter((edit) => edit.path in merged.patch && edit.baseRev < stored.rev).length : 0,
    problems: [...now.problems, ...held, ...(twin && decided.length > 0 ? [{ code: 'same-key', path: '' }] : [])] as SyncResult['problems'],
    conflicts,
  };
}

/** Unknown and invisible are the same answer, so that an id tells nothing. */
function formAndRight(desk: Desk, group: MutationGroup, stored: StoredRecord | null): FormDefinition {
  const form = formOf(stored?.form ?? group.form ?? '');
  if (stored === null) {
    if (group.mutations[0]!.kind !== 'create') refuse('not-found');
    return form ?? refuse('form-unknown');
  }
  if (!form || !seesRecord(desk, form, stored)) refuse('not-found');
  if (group.form !== null && group.form !== stored.form) refuse('not-found');
  if (!mayWrite(desk, form!, stored)) refuse('no-right');
  return form!;
}

/** A row decided to go has its cells in the patch already. */
function isTakenOut(merged: Merged, path: string): boolean {
  return deletedRowOf(path) !== null && standing(merged, path) === true;
}

function editsOf(desk: Desk, group: MutationGroup, stored: StoredRecord | null): DecidingEdit[] {
  return group.mutations.flatMap((mutation): DecidingEdit[] => {
    switch (mutation.kind) {
      case 'create':
        return stored?.deleted ? editsOfRevival(stored, mutation.fields) : editsOfCreation(mutation.fields);
      case 'edit':
        return [{ path: mutation.path, baseRev: mutation.baseRev, to: mutation.to }];
      case 'delete':
        return [{ path: deletedPath, baseRev: mutation.baseRev, to: true }];
      case 'restore':
        return [{ path: deletedPath, baseRev: mutation.baseRev, to: false }];
      case 'decide':
        return stored ? editsOfDecision(desk, stored, mutation) : refuse('not-found');
    }
  });
}

function refuseChange(stored: StoredRecord, edits: readonly PathEdit[]): void {
  const { patch, lost } = mergeEdits({ ...stored, revs: {} }, edits);
  const paths = [...Object.keys(patch), ...lost.map((edit) => edit.path)];
  if (paths.length > 0) throw new Refused(paths.map((path) => ({ code: 'append-only', path: path === deletedPath ? '' : path })));
}

function keepLost(desk: Desk, record: string, merged: Merged): SyncResult['conflicts'] {
  const kept = merged.lost.map((edit: LostEdit & DecidingEdit) => {
    const open = isKeptAlready(desk, record, edit) ? edit.decides : sameOpen(desk, record, edit);
    return { id: open ?? keep(desk, record, edit), path: edit.path };
  });
  return [...new Map(kept.map((conflict) => [conflict.id, conflict])).values()];
}

/** The same value of the same person lost here before, and nobody has decided yet. */
function sameOpen(desk: Desk, record: string, { path, to }: LostEdit): string | undefined {
  return desk.disputes.get(record)?.find((kept) => kept.isOpen && kept.path === path && kept.member === desk.viewer.member && sameValue(kept.mine, to))?.id;
}

function keep(desk: Desk, record: string, { path, to, baseRev, theirRev }: LostEdit): string {
  const id = desk.newId('cf');
  const earlier = desk.history.get(record) ?? [];
  desk.conflicts.push({
    record,
    id,
    path,
    mine: to,
    base: earlier.find((entry) => entry.rev > baseRev && path in entry.patch)?.patch[path]?.[0] ?? null,
    baseRev,
    theirs: earlier.find((entry) => entry.rev === theirRev)?.seq ?? desk.stored.get(record)?.seq ?? 0,
  });
  return id;
}

export function compose(desk: Desk, form: FormDefinition, id: string, stored: StoredRecord | null, merged: Merged): StoredRecord {
  const { missing, problems } = checkFields(form, merged.fields);
  if (problems.length > 0 && !merged.deleted) throw new Refused(problems);
  if (byteLength(JSON.stringify(merged.fields)) > recordBytes) refuse('record-too-large', '', { bytes: recordBytes });
  const placed = merged.deleted && stored ? stored : place(desk, form, id, stored, merged.fields);
  return {
    ...placed,
    id,
    form: form.id,
    rev: merged.rev,
    seq: stored?.seq ?? 0,
    problems: merged.deleted ? [] : [...missing, ...placed.problems].slice(0, problemCount),
    state: missing.length > 0 ? 'incomplete' : 'accepted',
    deleted: merged.deleted,
    fields: merged.fields,
    revs: merged.revs,
    stated: stored?.stated ?? [],
    member: desk.viewer.member,
    at: desk.now,
  };
}

/**
 * A record of the same thing that the sender may see, unless the sender has said that this is another, or has decided that
 * it comes back: a conflict must be decidable both ways, also where the same thing was written anew meanwhile.
 */
/** Somebody has said that it is to stand beside what has its key. */
function isMeant({ mutations }: MutationGroup): boolean {
  return mutations.some((mutation) => mutation.kind === 'decide' || (mutation.kind === 'create' && mutation.distinct === true));
}

/** A record in sight that has the same natural key. */
function twinOf(desk: Desk, form: FormDefinition, now: StoredRecord): string | null {
  if (now.natural.startsWith(`${form.id}!`)) return null;
  const twin = withNatural(desk, now.natural).find((other) => other.id !== now.id && seesRecord(desk, form, other));
  return twin?.id ?? null;
}

function result(record: string, status: SyncResult['status'], rev: number): SyncResult {
  return { record, status, rev, merged: 0, problems: [] as FieldProblem[] as SyncResult['problems'], conflicts: [] };
}
