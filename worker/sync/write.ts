// A decision as rows: records, changes with their salted digests, facts, the push with its link of the chain, the
// receipt. Knows the tables' shapes, no SQL.

import type { SyncAnswer, SyncRequest, SyncResult } from '../../domain/protocol/messages.ts';
import { byteLength } from '../db/database.ts';
import type { Draft, StoredRecord } from '../books/draft.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import { bodyHashOf, digestOf, headDigestOf, linkOf, restDigest } from './chain.ts';
import type { DigestedChange } from './chain.ts';
import { ownersOfChangedArchives } from './completeness.ts';
import type { Decision } from './decide.ts';
import type { Desk } from './desk.ts';
import type { Written } from './write-queries.ts';
import type { SyncWorld } from './read-world.ts';

const answerBytes = 800_000;

/** What changes beside records: a member's rights, a customer's custody. Its history is kept under `subject!id`. */
export interface OtherChange {
  readonly subject: 'member' | 'customer';
  readonly id: string;
  readonly kind: string;
  readonly patch: Patch;
}

export interface WriteInput {
  readonly desk: Desk;
  readonly decision: Decision;
  readonly world: SyncWorld;
  readonly request: Pick<SyncRequest, 'device' | 'workbook' | 'name'> & { readonly push: { readonly id: string } | null };
  readonly bind: readonly unknown[][];
  readonly others?: readonly OtherChange[];
  /** Digests of what erasures have left of earlier changes. */
  readonly rests?: readonly string[];
}

export async function writtenOf(input: WriteInput): Promise<{ rows: Written; receipt: SyncAnswer['receipt']; results: readonly SyncResult[]; chain: string }> {
  const { desk, decision, world, request } = input;
  const changes = await Promise.all([
    ...[...decision.changed, ...decision.rekeyed].map((draft) => changeOf(input, draft)),
    ...(input.others ?? []).map((other) => otherChangeOf(input, other)),
  ]);
  const member = desk.viewer.member;
  const feed = feedOf(decision);
  const { number, receipts } = nextReceipt(world);
  const results = fitting(decision.results);
  const salt = desk.newId('s');
  const head = {
    seq: decision.lastSeq, hash: await bodyHashOf(request.push, salt), receipt: number, device: request.device, workbook: request.workbook, name: request.name ?? null, feed: JSON.stringify(feed),
  };
  const digests = [await headDigestOf(head, results), ...changes.map((change) => change.digest), ...(input.rests ?? []).map(restDigest)];
  const chain = await linkOf({ prior: world.head.chain, push: request.push!.id, member, at: desk.now, digests });
  const receipt = { number, at: desk.now, chain };
  const rows: Written = {
    org: world.org.id,
    seq: world.head.seq,
    lastSeq: decision.lastSeq,
    chain,
    receiptDay: world.today,
    receipts,
    push: {
      ...head,
      salt,
      id: request.push!.id,
      count: feed.length,
      answer: JSON.stringify({ receipt, results }),
      prior: world.head.chain,
      link: chain,
      digests: JSON.stringify(digests),
      member,
      at: desk.now,
    },
    records: [...decision.changed, ...decision.restated].map(({ now }) => recordRow(now)),
    changes: changes.map((change) => change.row),
    facts: decision.facts.map((fact) => [fact.member, fact.posted, fact.measure, fact.record, fact.line, fact.seq, fact.sign, fact.amount, fact.day, fact.customer]),
    conflicts: desk.conflicts.map((entry) => [1, entry.record, entry.id, entry.path, entry.mine, entry.base, entry.baseRev, entry.theirs, member, desk.now]),
    settled: desk.settled.map(({ record, id }) => [record, id] as const),
    customers: world.customers.filter((entry) => desk.touchedCustomers.has(entry.id)).map(({ id, names }) => [id, names]),
    assignments: assignmentRows(desk),
    workbook: input.bind,
  };
  return { rows, receipt, results, chain };
}

/** A push of nothing but mistakes: each record still says what is wrong first, and the answer can still be kept. */
function fitting(results: readonly SyncResult[]): readonly SyncResult[] {
  if (byteLength(JSON.stringify(results)) <= answerBytes) return results;
  return results.map((result) => ({ ...result, problems: result.problems.slice(0, 5).map(({ choices: _choices, ...problem }) => problem) }));
}

/** `20261016-01`: the day, and how many receipts it has seen. */
function nextReceipt(world: SyncWorld): { number: string; receipts: number } {
  const receipts = world.head.receiptDay === world.today ? world.head.receipts + 1 : 1;
  const number = `${world.today.replaceAll('-', '')}-${String(receipts).padStart(2, '0')}`;
  return { number, receipts };
}

function feedOf(decision: Decision): [string, [string, string, string | null] | null][] {
  return [...decision.changed, ...decision.restated].map(({ before, now }) => [now.id, before && [before.owner, before.department, before.customer]]);
}

/** New assignments, and owners' whose customers' archives have changed; one row each. */
function assignmentRows(desk: Desk): unknown[][] {
  const touched = [...desk.newAssignments, ...ownersOfChangedArchives(desk)];
  const rows = touched.map((entry) => [entry.customer, entry.kind, entry.member, entry.since, entry.until, entry.record ?? null, entry.archive ?? null]);
  return [...new Map(rows.map((row) => [JSON.stringify(row.slice(0, 4)), row])).values()];
}

function recordRow(now: StoredRecord): unknown[] {
  return [now.id, now.form, now.rev, now.seq, now.owner, now.department, now.customer, now.natural, now.day, now.state,
    now.deleted ? 1 : 0, now.fields, now.revs, now.refs, now.stated, now.problems, now.open, now.member, now.at];
}

function changeOf(input: WriteInput, { before, now, patch, kind }: Draft): ReturnType<typeof digested> {
  return digested(input, {
    natural: now.natural, record: now.id, seq: now.seq, rev: now.rev, prev: before?.seq ?? null, before: before?.natural ?? null,
    kind: kind ?? kindOf(before, patch), owners: [before?.owner ?? null, now.owner], patch: patch ?? {},
  });
}

function otherChangeOf(input: WriteInput, { subject, id, kind, patch }: OtherChange): ReturnType<typeof digested> {
  const seq = input.decision.lastSeq;
  return digested(input, { natural: `${subject}!${id}`, record: id, seq, rev: seq, prev: null, before: null, kind, owners: [null, ''], patch });
}

async function digested({ desk, request }: WriteInput, change: Omit<DigestedChange, 'salt'>): Promise<{ row: unknown[]; digest: string }> {
  const salt = desk.newId('s');
  const digest = await digestOf({ ...change, salt });
  const { natural, record, seq, rev, prev, before, kind, owners, patch } = change;
  return { row: [natural, record, seq, rev, prev, before, kind, desk.viewer.member, request.device, request.push!.id, owners, patch, salt, digest, desk.now], digest };
}

function kindOf(before: StoredRecord | null, patch: Draft['patch']): string {
  if (patch === null) return 'restate';
  if (before === null) return 'create';
  const deletion = patch[deletedPath];
  return deletion === undefined ? 'edit' : deletion[1] === true ? 'delete' : 'restore';
}
