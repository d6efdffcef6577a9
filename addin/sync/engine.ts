// One 同步, after the ten steps of the protocol: look, resend or seal, send and pull, settle, write, tell. Knows Excel only
// as a `Workbook` and the Worker only as a `Connection`.

import type { Connection } from '../connection/client.ts';
import type { Workbook } from '../excel/host.ts';
import type { WriteOutcome, WrittenCell } from '../excel/workbook-writes.ts';
import { PaneError } from '../panes/services.ts';
import type { CellLink, SyncProgress, SyncReceipt, SyncWishes } from '../panes/services.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { Mutation, SignInAnswer, SyncAnswer } from '../../domain/protocol/messages.ts';
import { adoptByKey, adoption, mustAskFirst } from './adopt.ts';
import { prepareWrites } from './apply.ts';
import type { PreparedWrites } from './apply.ts';
import { converse } from './conversation.ts';
import type { Conversation, Gathered } from './conversation.ts';
import type { KnownRecord } from './known-record.ts';
import { ledgerCells, newLedger, readLedger, withSheetIds } from './ledger.ts';
import type { GeneratedSheet, Ledger, SealedPush } from './ledger.ts';
import { lookAgain, lookAt } from './look.ts';
import type { Look } from './look.ts';
import { hasMissed } from './missed.ts';
import { pushParts } from './push-parts.ts';
import { joinedReceipts, receiptOf, receiptsWith } from './receipt.ts';
import { settle } from './settle.ts';
import type { SettledRecord } from './settle.ts';
import { tellStages } from './stages.ts';
import type { StageTeller } from './stages.ts';
import { takingAlso } from './takes.ts';

export interface EngineParts {
  readonly workbook: Workbook;
  readonly connection: Connection;
  readonly session: () => SignInAnswer | null;
  readonly device: () => string;
  /** Random, of the wire's id alphabet. */
  readonly newId: () => string;
  /** ISO time, for the pane only. */
  readonly now: () => string;
  /** With every answer: the server's day, and what the department has taught. */
  readonly heard?: (answer: Pick<SyncAnswer, 'today' | 'learned'>) => void;
  /** What is read with beside the forms' own words. */
  readonly learned?: () => readonly LearnedWord[];
}

export interface Synced {
  readonly receipt: SyncReceipt;
  readonly written: readonly WrittenCell[];
  readonly sheets: readonly string[];
  /** A creation was found to be a record of the Worker's, with other values. */
  readonly differs: boolean;
}

export class SyncEngine {
  readonly #parts: EngineParts;
  #look: Look | null = null;
  /** The Worker's problems of the last answer, by record: they stand in no cell. */
  #serverProblems = new Map<string, SyncAnswer['changes'][number]['problems']>();
  #roster: SyncAnswer['roster'] | null = null;
  #audience: 'member' | 'department' = 'member';

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  get lastLook(): Look | null {
    return this.#look;
  }

  get roster(): SyncAnswer['roster'] | null {
    return this.#roster;
  }

  get serverProblems(): ReadonlyMap<string, SyncAnswer['changes'][number]['problems']> {
    return this.#serverProblems;
  }

  /** Steps 1 and 2, without a word to the Worker. */
  async look(): Promise<Look> {
    const content = await this.#parts.workbook.read();
    const read = readLedger(content.ledgerCells, newLedger(this.#parts.newId(), this.#parts.newId()));
    const idByName = new Map(content.image.sheets.map((sheet) => [sheet.name, sheet.id]));
    const ledger = withSheetIds(read.ledger, (name) => idByName.get(name));
    const year = Number(this.#parts.session()?.today.slice(0, 4) ?? this.#parts.now().slice(0, 4));
    this.#look = lookAt(content, { ...read, ledger }, { newId: this.#parts.newId, year, learned: this.#parts.learned?.() ?? [] });
    return this.#look;
  }

  /** Sheets drawn outside a sync, and the `_keybook` cells that say so. */
  rememberGenerated(generated: readonly GeneratedSheet[], cells: readonly string[] | null): void {
    if (!this.#look) return;
    this.#look.cells.current = cells;
    this.#look = { ...this.#look, ledger: { ...this.#look.ledger, generated } };
  }

  async synchronise(onProgress: (progress: SyncProgress) => void, wishes: SyncWishes = {}): Promise<Synced> {
    this.#audience = wishes.audience ?? 'member';
    const session = this.#parts.session();
    if (!session) throw new PaneError({ code: 'token-missing' });
    const stage = tellStages(onProgress, this.#parts.now);
    stage.begin('read');
    let look = await this.look();
    refuseForeign(look, session);
    stage.end('read', { sheets: look.content.image.sheets.length, records: look.known.length });
    const rounds: Synced[] = [];
    // Step 3: what was sealed and not answered goes first, as it was, and is settled before anything new is looked for.
    if (look.ledger.sealed) {
      rounds.push(await this.#round(look, session, { sealed: look.ledger.sealed, mutations: [] }, stage));
      look = await this.look();
    }
    if (wishes.place) look = this.#look = lookAgain(look, takingAlso(look, wishes.place), this.#parts.newId);
    if (mustAskFirst(look)) look = await this.#adopt(look, session, stage);
    stage.end('compare', countOf(look.mutations));
    rounds.push(await this.#round(look, session, { sealed: null, mutations: look.mutations }, stage));
    // A creation turned out to be a record that is there and says something else: that is asked at once.
    if (rounds.at(-1)!.differs) {
      look = await this.look();
      rounds.push(await this.#round(look, session, { sealed: null, mutations: look.mutations }, stage));
    }
    return rounds.reduce(joined);
  }

  /** The ledger could not say who is who: asks for everything, and finds records again by their natural key. */
  async #adopt(look: Look, session: SignInAnswer, stage: StageTeller): Promise<Look> {
    const asking = { ...look.ledger, cursor: 0 };
    const gathered = await converse(asking, { sealed: null, parts: [] }, this.#talk(look, session, stage));
    this.#look = lookAgain(look, adoptByKey(look, gathered.changes), this.#parts.newId);
    return this.#look;
  }

  async #round(look: Look, session: SignInAnswer, push: { sealed: SealedPush | null; mutations: readonly Mutation[] }, stage: StageTeller): Promise<Synced> {
    const parts = pushParts(push.mutations).map((mutations) => ({ id: this.#parts.newId(), mutations }));
    stage.begin('seal');
    const isMissed = look.known.some((known) => hasMissed(known, look));
    const gathered = await converse(isMissed ? { ...look.ledger, cursor: 0 } : look.ledger, { sealed: push.sealed, parts }, this.#talk(look, session, stage));
    this.#roster = gathered.last.roster;
    this.#parts.heard?.(gathered.last);
    const sent = Map.groupBy(gathered.sent, (mutation) => mutation.record);
    const settled = look.known.map((known) => settleOne(look, known, gathered, sent.get(known.id) ?? []));
    // Rows of a write that was torn may be the very records that come: the next round asks which they are.
    const mayPlace = push.sealed === null || look.known.every((known) => known.entry !== null);
    const prepared = prepareWrites(look, settled, gathered, mayPlace);
    stage.end('send', { received: prepared.news.size, rejected: [...gathered.results.values()].filter((result) => result.status === 'rejected').length });
    stage.begin('write');
    const now = this.#parts.now();
    const receiptAfter = (outcome: WriteOutcome): SyncReceipt =>
      receiptOf({
        gathered,
        news: prepared.news,
        formOf: (record) => look.formOf(record) ?? gathered.changes.get(record)?.form ?? '',
        cellOf: (record) => look.cellOf(record, null),
        kept: [...prepared.kept, ...outcome.kept.map(({ patch, reason }) => ({ cell: look.linkOf(patch.sheet, patch), reason }))],
        restored: restoredCells(look, gathered),
        unplaced: prepared.unplaced,
        adopted: new Set(settled.filter((record) => record.id !== record.known.id).map((record) => record.known.id)),
        now,
      });
    const ledgerAfter = (outcome: WriteOutcome): Ledger => {
      const ledger = prepared.ledgerAfter(outcome);
      return { ...ledger, receipts: receiptsWith(ledger.receipts, receiptAfter(outcome)) };
    };
    const written = await this.#write(look, prepared.job, ledgerAfter);
    stage.end('write', { written: written.written.length, sheets: written.sheets.length });
    stage.end('check', { kept: prepared.kept.length + written.kept.length });
    this.#rememberProblems(gathered);
    const differs = settled.some((record) => record.id !== record.known.id && record.kept.length > 0);
    return { receipt: receiptAfter(written), written: written.written, sheets: written.sheets.map((sheet) => sheet.name), differs };
  }

  /** Steps 9 and 3: cells, drawn sheets, the new entries and the end of the sealed push in one write. */
  async #write(look: Look, job: PreparedWrites['job'], ledgerAfter: (outcome: WriteOutcome) => Ledger): Promise<Awaited<ReturnType<Workbook['write']>>> {
    const before = look.cells.current;
    if (job.patches.length + job.plans.length + (job.copies?.length ?? 0) === 0) return this.#writeLedgerOnly(look, ledgerAfter);
    let after: string[] = [];
    const outcome = await this.#parts.workbook.write({
      ...job,
      ledger: { before, after: (result) => (after = ledgerCells(ledgerAfter(result))) },
    });
    look.cells.current = after;
    return outcome;
  }

  /** Nothing goes into the sheets; where the ledger stays the same, nothing is written at all. */
  async #writeLedgerOnly(look: Look, ledgerAfter: (outcome: WriteOutcome) => Ledger): Promise<Awaited<ReturnType<Workbook['write']>>> {
    const nothing = { written: [], kept: [], sheets: [], syncs: 0 };
    const before = look.cells.current;
    const after = ledgerCells(ledgerAfter(nothing));
    const isSame = before !== null && before.length >= after.length && before.every((cell, index) => cell === (after[index] ?? ''));
    if (isSame) return nothing;
    await this.#parts.workbook.writeLedger(before, after, { waitForCellEdit: true });
    look.cells.current = after;
    return { ...nothing, syncs: 1 };
  }

  #talk(look: Look, session: SignInAnswer, stage: StageTeller): Conversation {
    return {
      send: (request) => this.#parts.connection.sync(request),
      device: this.#parts.device(),
      audience: { kind: this.#audience, id: this.#audience === 'member' ? session.member.id : session.member.department },
      seal: async (push) => {
        const cells = ledgerCells({ ...look.ledgerWithNew, org: session.org.id, sealed: push });
        await this.#parts.workbook.writeLedger(look.cells.current, cells);
        look.cells.current = cells;
        stage.end('seal', { mutations: push.mutations.length });
        stage.begin('send');
      },
      onSent: (part, of) => stage.part('send', part, of),
    };
  }

  #rememberProblems(gathered: Gathered): void {
    for (const change of gathered.changes.values()) this.#serverProblems.set(change.record, change.problems);
    for (const result of gathered.results.values()) this.#serverProblems.set(result.record, result.problems);
  }
}

function settleOne(look: Look, known: KnownRecord, gathered: Gathered, sent: readonly Mutation[]): SettledRecord {
  const { id } = known;
  const result = gathered.results.get(id);
  const serverId = result?.duplicateOf ?? id;
  // Two rows of the same key in one workbook: only one of them can be the record.
  const isTaken = serverId !== id && look.byId.has(serverId);
  const twin = isTaken || result?.status !== 'duplicate' ? undefined : gathered.changes.get(serverId);
  if (twin) return settle(...adoption(known, twin), look.ledger.salt);
  const answered = {
    sent,
    result: isTaken ? undefined : result,
    server: isTaken ? undefined : gathered.changes.get(serverId),
    left: gathered.left.has(id) || (gathered.isSnapshot && known.entry !== null && !known.entry.unsent && !gathered.changes.has(id)),
  };
  return settle(known, answered, look.ledger.salt);
}

function refuseForeign(look: Look, session: SignInAnswer): void {
  if (look.content.image.isStructureProtected) throw new PaneError({ code: 'structure-protected' });
  if (look.ledger.org !== null && look.ledger.org !== session.org.id) throw new PaneError({ code: 'workbook-of-another-org' });
}

function restoredCells(look: Look, gathered: Gathered): CellLink[] {
  return [...gathered.results.values()].filter((result) => result.restore).flatMap((result) => look.cellOf(result.record, null) ?? []);
}

function countOf(mutations: readonly Mutation[]): Record<string, number> {
  const count = (kind: Mutation['kind']): number => new Set(mutations.filter((mutation) => mutation.kind === kind).map((mutation) => mutation.record)).size;
  return { created: count('create'), changed: count('edit'), deleted: count('delete') };
}

function joined(first: Synced, second: Synced): Synced {
  return { receipt: joinedReceipts(first.receipt, second.receipt), written: [...first.written, ...second.written], sheets: [...first.sheets, ...second.sheets], differs: second.differs };
}
