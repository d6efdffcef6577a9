// Decides a whole push: record by record, then what follows for records that hang on them, then the books. Pure: the
// same inputs decide the same, so a lost race simply decides again.

import type { FieldProblem } from '../../domain/forms/definition.ts';
import type { Mutation, SyncResult } from '../../domain/protocol/messages.ts';
import { firstContracts } from '../books/first-contract.ts';
import { restate } from '../books/restating.ts';
import type { FactRow } from '../books/restating.ts';
import { statedNow } from '../books/stating.ts';
import type { Draft } from '../books/draft.ts';
import { decideRecord } from './decide-record.ts';
import type { MutationGroup } from './decide-record.ts';
import { takeUpDependents } from './dependents.ts';
import { current } from './desk.ts';
import type { Desk } from './desk.ts';
import { unbalancingSettings } from './settings.ts';

export interface Decision {
  readonly results: readonly SyncResult[];
  /** Changed records in order, each with its seq. */
  readonly changed: readonly Draft[];
  /** Of those below, the ones with a new natural key. */
  readonly rekeyed: readonly Draft[];
  /** Records whose customer, references or facts follow from another's change. */
  readonly restated: readonly Draft[];
  readonly facts: readonly FactRow[];
  readonly lastSeq: number;
}

/** Archives first, since they make customers; then what others hang on; the rest as sent. */
const precedence = ['customer-archive', 'contract'];

export function decidePush(desk: Desk, mutations: readonly Mutation[], seq: number): Decision {
  const groups = groupByRecord(mutations);
  const results = new Map<string, SyncResult>();
  for (const group of [...groups].sort((a, b) => rank(desk, a) - rank(desk, b))) {
    results.set(group.record, decideRecord(desk, group));
  }
  for (const [record, problem] of unbalancingSettings(desk)) results.set(record, takeBack(desk, record, problem));
  const changed = number([...desk.drafts.values()], seq);
  takeUpDependents(desk);
  // A new natural key needs a change of its own, or the record could not be found by it.
  const rekeyed = number([...desk.drafts.values()].filter((draft) => draft.patch === null && isRekeyed(draft)), changed.lastSeq);
  const lastSeq = Math.max(seq + 1, rekeyed.lastSeq);
  const facts = keepBooks(desk, lastSeq);
  return {
    results: groups.map((group) => results.get(group.record)!),
    changed: changed.drafts,
    rekeyed: rekeyed.drafts,
    restated: [...desk.drafts.values()].filter((draft) => draft.patch === null && isMoved(draft)),
    facts,
    lastSeq,
  };
}

/** A record that was right by itself and is refused for what the push makes of the whole. */
function takeBack(desk: Desk, record: string, problem: FieldProblem): SyncResult {
  desk.drafts.delete(record);
  desk.settled.splice(0, Infinity, ...desk.settled.filter((conflict) => conflict.record !== record));
  return { record, status: 'rejected', rev: current(desk, record)?.rev ?? 0, merged: 0, problems: [problem] as SyncResult['problems'], conflicts: [] };
}

function groupByRecord(mutations: readonly Mutation[]): MutationGroup[] {
  const groups = new Map<string, { record: string; form: string | null; mutations: Mutation[] }>();
  for (const mutation of mutations) {
    const group = groups.get(mutation.record) ?? { record: mutation.record, form: null, mutations: [] };
    group.mutations.push(mutation);
    if (mutation.kind === 'create') group.form = mutation.form;
    groups.set(mutation.record, group);
  }
  return [...groups.values()];
}

function rank(desk: Desk, group: MutationGroup): number {
  const place = precedence.indexOf(current(desk, group.record)?.form ?? group.form ?? '');
  return place === -1 ? precedence.length : place;
}

function number(drafts: readonly Draft[], seq: number): { drafts: readonly Draft[]; lastSeq: number } {
  for (const [place, draft] of drafts.entries()) draft.now = { ...draft.now, seq: seq + place + 1 };
  return { drafts, lastSeq: seq + drafts.length };
}

function isRekeyed({ before, now }: Draft): boolean {
  return before !== null && before.natural !== now.natural;
}

function keepBooks(desk: Desk, lastSeq: number): FactRow[] {
  const first = firstContracts(desk.drafts.values());
  return [...desk.drafts.values()].flatMap((draft) => {
    const stated = statedNow(desk.world, draft, first.has(draft.now.id));
    draft.now = { ...draft.now, stated };
    return restate(desk.world, draft.now.id, lastSeq, draft.before?.stated ?? [], stated);
  });
}

/** Only what reads differently is written: a contract looked at for its customer's sake usually stays as it is. */
function isMoved({ before, now }: Draft): boolean {
  const view = (record: Draft['now']) => JSON.stringify([record.customer, record.department, record.refs, record.stated, record.natural, record.problems, record.open]);
  return before !== null && view(before) !== view(now);
}

