// One round of a sync: send and pull, settle, write (protocol steps 3 to 10). Knows Excel only as a `Workbook` and the Worker
// only as a `Connection`; keeps nothing between rounds.

import type { Connection } from '../connection/client.ts';
import type { WriteOutcome, WrittenCell } from '../excel/workbook-writes.ts';
import type { CellLink, SyncReceipt } from '../panes/services.ts';
import type { Mutation, SignInAnswer } from '../../domain/protocol/messages.ts';
import { adoption } from './adopt.ts';
import { prepareWrites } from './apply.ts';
import type { PreparedWrites } from './apply.ts';
import { keptHere } from './arrivals.ts';
import { converse } from './conversation.ts';
import type { Conversation, Gathered } from './conversation.ts';
import type { KnownRecord } from './known-record.ts';
import { headOf, ledgerCells } from './ledger.ts';
import type { Ledger, SealedPush } from './ledger.ts';
import type { Look } from './look.ts';
import { hasMissed } from './missed.ts';
import { decidedIn } from './open-conflicts.ts';
import type { SyncWorkbook } from './patience.ts';
import { pushParts } from './push-parts.ts';
import { joinedReceipts, receiptOf, receiptsWith } from './receipt.ts';
import { settle } from './settle.ts';
import type { Answered, SettledRecord } from './settle.ts';
import type { StageTeller } from './stages.ts';

export interface Synced {
  readonly receipt: SyncReceipt;
  readonly written: readonly WrittenCell[];
  readonly sheets: readonly string[];
  /** A creation was found to be a record of the Worker's, with other values. */
  readonly differs: boolean;
}

export interface RoundParts {
  readonly workbook: SyncWorkbook;
  readonly connection: Connection;
  readonly device: () => string;
  /** Random, of the wire's id alphabet. */
  readonly newId: () => string;
  /** ISO time, for the pane only. */
  readonly now: () => string;
}

/** Whose round it is, and who is told of it. */
export interface RoundContext {
  readonly parts: RoundParts;
  readonly session: SignInAnswer;
  readonly audience: 'member' | 'department';
  readonly stage: StageTeller;
  readonly onAnswered: (gathered: Gathered) => void;
}

/** What goes out: a push that was sealed before, or what is to be sealed now. */
export interface Push {
  readonly sealed: SealedPush | null;
  readonly mutations: readonly Mutation[];
  /** Of those, what was asked for in the pane. */
  readonly asked?: readonly Mutation[];
}

export async function round(look: Look, push: Push, context: RoundContext): Promise<Synced> {
  const { parts: { newId, now: clock }, stage } = context;
  const pushes = pushParts(push.mutations).map((mutations) => ({ id: newId(), mutations, ...indicesOf(mutations, push.asked) }));
  stage.begin('seal');
  const isMissed = look.known.some((known) => hasMissed(known, look)) || keptHere(look).length > 0;
  const gathered = await converse(isMissed ? { ...look.ledger, scope: '' } : look.ledger, { sealed: push.sealed, parts: pushes }, conversationOf(look, context));
  context.onAnswered(gathered);
  const sent = Map.groupBy(gathered.sent.filter((mutation) => !gathered.asked.has(mutation)), (mutation) => mutation.record);
  const decided = decidedIn(look.ledger, gathered);
  const isDoubtful = look.ledgerState === 'damaged' || push.sealed?.isDoubtful === true;
  const settled = look.known.map((known) => settleOne(look, known, gathered, { sent: sent.get(known.id) ?? [], decided: decided(known.id), isDoubtful }));
  // Rows of a write that was torn may be the very records that come: the next round asks which they are.
  const mayPlace = push.sealed === null || look.known.every((known) => known.entry !== null);
  const prepared = prepareWrites(look, settled, gathered, mayPlace);
  stage.end('send', { received: prepared.news.size, rejected: [...gathered.results.values()].filter((result) => result.status === 'rejected').length });
  stage.begin('write');
  const now = clock();
  const receiptAfter = (outcome: WriteOutcome): SyncReceipt =>
    receiptOf({
      gathered,
      news: prepared.news,
      formOf: (record) => look.formOf(record) ?? gathered.changes.get(record)?.form ?? '',
      cellOf: (record) => look.cellOf(record, null),
      kept: [...prepared.kept, ...outcome.kept.map(({ patch, reason }) => ({ cell: look.linkOf(patch.sheet, patch), reason }))],
      restored: restoredCells(look, gathered),
      unplaced: prepared.unplaced,
      adopted: new Set(settled.filter((record) => record.id !== record.known.id && !record.gone).map((record) => record.known.id)),
      now,
    });
  const ledgerAfter = (outcome: WriteOutcome): Ledger => {
    const ledger = prepared.ledgerAfter(outcome);
    return { ...ledger, receipts: receiptsWith(ledger.receipts, receiptAfter(outcome)) };
  };
  const written = await writeAll(context.parts.workbook, look, prepared.job, ledgerAfter);
  stage.end('write', { written: written.written.length, sheets: written.sheets.length });
  stage.end('check', { kept: prepared.kept.length + written.kept.length });
  const differs = settled.some((record) => record.id !== record.known.id && record.kept.length > 0);
  return { receipt: receiptAfter(written), written: written.written, sheets: written.sheets.map((sheet) => sheet.name), differs };
}

function indicesOf(mutations: readonly Mutation[], asked: readonly Mutation[] = []): Pick<SealedPush, 'asked'> {
  const indices = mutations.flatMap((mutation, index) => (asked.includes(mutation) ? [index] : []));
  return indices.length > 0 ? { asked: indices } : {};
}

/** Steps 9 and 3: cells, drawn sheets, the new entries and the end of the sealed push in one write. */
async function writeAll(workbook: SyncWorkbook, look: Look, job: PreparedWrites['job'], ledgerAfter: (outcome: WriteOutcome) => Ledger): Promise<Awaited<ReturnType<SyncWorkbook['write']>>> {
  const before = look.cells.current;
  if (job.patches.length + job.plans.length + (job.copies?.length ?? 0) === 0 && !job.marks) return writeLedgerOnly(workbook, look, ledgerAfter);
  let after: string[] = [];
  const outcome = await workbook.write({
    ...job,
    ledger: { before, after: (result) => (after = ledgerCells(ledgerAfter(result))) },
  });
  look.cells.current = after;
  return outcome;
}

/** Nothing goes into the sheets; where the ledger stays the same, nothing is written at all. */
async function writeLedgerOnly(workbook: SyncWorkbook, look: Look, ledgerAfter: (outcome: WriteOutcome) => Ledger): Promise<Awaited<ReturnType<SyncWorkbook['write']>>> {
  const nothing = { written: [], kept: [], sheets: [], syncs: 0 };
  const before = look.cells.current;
  const after = ledgerCells(ledgerAfter(nothing));
  const isSame = before !== null && before.length >= after.length && before.every((cell, index) => cell === (after[index] ?? ''));
  if (isSame) return nothing;
  await workbook.writeLedger(before, after);
  look.cells.current = after;
  return { ...nothing, syncs: 1 };
}

export function conversationOf(look: Look, { parts, session, audience, stage }: RoundContext): Conversation {
  return {
    send: (request) => parts.connection.sync(request),
    device: parts.device(),
    name: look.content.image.name ?? '',
    head: headOf(look.ledger),
    audience: { kind: audience, id: audience === 'member' ? session.member.id : session.member.department },
    seal: async (push) => {
      const cells = ledgerCells({ ...look.ledgerToSeal, org: session.org.id, sealed: { ...push, device: parts.device() } });
      await parts.workbook.writeLedger(look.cells.current, cells);
      look.cells.current = cells;
      stage.end('seal', { mutations: push.mutations.length });
      stage.begin('send');
    },
    onSent: (part, of) => stage.part('send', part, of),
  };
}

function settleOne(look: Look, known: KnownRecord, gathered: Gathered, own: Pick<Answered, 'sent' | 'decided' | 'isDoubtful'>): SettledRecord {
  const { id } = known;
  const result = gathered.results.get(id);
  const serverId = result?.duplicateOf ?? id;
  // Two rows of the same key in one workbook: only one of them can be the record.
  const isTaken = serverId !== id && look.byId.has(serverId);
  const twin = isTaken || result?.status !== 'duplicate' ? undefined : gathered.changes.get(serverId);
  if (twin) return settle(...adoption(known, twin), look.ledger.salt);
  const absent = gathered.isSnapshot && known.entry !== null && !known.entry.unsent && !known.entry.gone && !gathered.changes.has(id);
  const answered = {
    ...own,
    result: isTaken ? undefined : result,
    server: isTaken ? undefined : gathered.changes.get(serverId),
    // A co-author may see it: what was deleted since the cursor was named.
    left: gathered.left.has(serverId) || (absent && look.ledger.cursor > 0),
    absent,
  };
  return settle(known, answered, look.ledger.salt);
}

function restoredCells(look: Look, gathered: Gathered): CellLink[] {
  return [...gathered.results.values()].filter((result) => result.restore).flatMap((result) => look.cellOf(result.record, null) ?? []);
}

export function joined(first: Synced, second: Synced): Synced {
  return { receipt: joinedReceipts(first.receipt, second.receipt), written: [...first.written, ...second.written], sheets: [...first.sheets, ...second.sheets], differs: second.differs };
}
