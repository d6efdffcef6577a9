// One 同步, after the ten steps of the protocol: look, resend or seal, send and pull, settle, write, tell. Knows Excel only
// as a `Workbook` and the Worker only as a `Connection`.

import { PaneError } from '../panes/services.ts';
import type { SyncProgress, SyncWishes } from '../panes/services.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { Mutation, OpenConflict, SignInAnswer, SyncAnswer } from '../../domain/protocol/messages.ts';
import { recogniserWithMemory } from '../sheets/recognise-again.ts';
import type { SheetRecogniser } from '../sheets/recognise-again.ts';
import { adoptByKey, mustAskFirst, withoutAgreement } from './adopt.ts';
import { boundAnew, isBoundElsewhere } from './bound-elsewhere.ts';
import { converse } from './conversation.ts';
import type { Gathered } from './conversation.ts';
import { EvidenceOf } from './evidence.ts';
import { undecided } from './identify.ts';
import type { Decisions } from './identify.ts';
import { inDoubt, newLedger, readLedger, withSheetIds } from './ledger.ts';
import type { GeneratedSheet } from './ledger.ts';
import { isRefused, lookAgain, lookAt } from './look.ts';
import type { Look } from './look.ts';
import { withAsked } from './open-conflicts.ts';
import { fromReading, OthersSeals } from './overtaken.ts';
import { patient, pauseFor } from './patience.ts';
import type { SyncWorkbook } from './patience.ts';
import { decisionsOf, unseenRecords } from './questions.ts';
import { conversationOf, joined, round } from './round.ts';
import type { RoundContext, RoundParts, Synced } from './round.ts';
import { tellStages } from './stages.ts';
import { takingAlso } from './takes.ts';
import { isOfAnotherFile } from './whose-ledger.ts';

export type { Synced } from './round.ts';

export interface EngineParts extends RoundParts {
  readonly session: () => SignInAnswer | null;
  /** With every answer: the server's day, and what the department has taught. */
  readonly heard?: (answer: Pick<SyncAnswer, 'today' | 'learned'>) => void;
  /** What is read with beside the forms' own words. */
  readonly learned?: () => readonly LearnedWord[];
  /** Reads a sheet; one that remembers the sheets of the last look where nothing is said. */
  readonly recogniseSheet?: SheetRecogniser;
  /** Between two tries while Excel refuses; the clock's own where nothing is said. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export class SyncEngine {
  readonly #parts: EngineParts;
  #look: Look | null = null;
  readonly #recogniseSheet: SheetRecogniser;
  /** The Worker's problems of the last answer, by record: they stand in no cell. */
  #serverProblems = new Map<string, SyncAnswer['changes'][number]['problems']>();
  #roster: SyncAnswer['roster'] | null = null;
  readonly #others = new OthersSeals();
  /** What the Worker has said of conflicts to this pane; `_keybook` holds no values. */
  readonly #heardConflicts = new Map<string, OpenConflict>();
  /** The content of records as they were last seen in cells or answers: evidence for what is asked. */
  readonly #seen = new Map<string, Fields>();

  readonly #evidence: EvidenceOf;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#recogniseSheet = parts.recogniseSheet ?? recogniserWithMemory();
    this.#evidence = new EvidenceOf(parts.connection);
  }

  get lastLook(): Look | null {
    return this.#look;
  }

  get roster(): SyncAnswer['roster'] | null {
    return this.#roster;
  }

  readonly seen = (record: string): Fields | undefined => this.#seen.get(record);

  /** Asks for the records in question that this pane has not seen. */
  async recall(look: Look): Promise<void> {
    if (this.#parts.session()) await this.#evidence.recall(unseenRecords(look, this.seen), (record, fields) => this.#seen.set(record, fields));
  }

  get serverProblems(): ReadonlyMap<string, SyncAnswer['changes'][number]['problems']> {
    return this.#serverProblems;
  }

  get heardConflicts(): ReadonlyMap<string, OpenConflict> {
    return this.#heardConflicts;
  }

  hearConflicts(conflicts: readonly OpenConflict[]): void {
    for (const conflict of conflicts) this.#heardConflicts.set(conflict.id, conflict);
  }

  /** Steps 1 and 2, without a word to the Worker. A person who edits a cell is waited for. */
  look(): Promise<Look> {
    return this.#lookIn(patient(this.#parts.workbook, { pause: this.#parts.pause ?? pauseFor }), undecided);
  }

  async #lookIn(workbook: SyncWorkbook, decisions: Decisions): Promise<Look> {
    const content = await workbook.read();
    const fresh = newLedger(this.#parts.newId(), this.#parts.newId());
    const read = readLedger(content.ledgerCells, fresh, { mark: content.ledgerMark, device: this.#parts.device() });
    const idByName = new Map(content.image.sheets.map((sheet) => [sheet.name, sheet.id]));
    const ledger = withSheetIds(this.#others.adopt(read.ledger), (name) => idByName.get(name));
    const session = this.#parts.session();
    const year = Number(session?.today.slice(0, 4) ?? this.#parts.now().slice(0, 4));
    const look = lookAt(content, { ...read, ledger }, { newId: this.#parts.newId, year, learned: this.#parts.learned?.() ?? [], decisions, recogniseSheet: this.#recogniseSheet });
    const isForeign = session !== null && isOfAnotherFile(look, session);
    this.#look = isForeign ? lookAgain({ ...look, ledgerState: 'damaged' }, inDoubt(fresh).ledger, this.#parts.newId) : look;
    for (const { id, found } of this.#look.known) this.#seen.set(id, found.fields);
    return this.#look;
  }

  /** Sheets drawn outside a sync, and the `_keybook` cells that say so. */
  rememberGenerated(generated: readonly GeneratedSheet[], cells: readonly string[] | null): void {
    if (!this.#look) return;
    this.#look.cells.current = cells;
    this.#look = { ...this.#look, ledger: { ...this.#look.ledger, generated } };
  }

  async synchronise(onProgress: (progress: SyncProgress) => void, wishes: SyncWishes = {}): Promise<Synced> {
    const session = this.#parts.session();
    if (!session) throw new PaneError({ code: 'token-missing' });
    const stage = tellStages(onProgress, this.#parts.now);
    const workbook = patient(this.#parts.workbook, { pause: this.#parts.pause ?? pauseFor, onWaiting: stage.waiting });
    const context: RoundContext = { parts: { ...this.#parts, workbook }, session, audience: wishes.audience ?? 'member', stage, onAnswered: (gathered) => this.#hear(gathered) };
    const decisions = decisionsOf(wishes);
    stage.begin('read');
    // A refresh that nobody pressed for waits for nobody: it comes again.
    const look = await this.#lookIn(wishes.isAutomatic ? this.#parts.workbook : workbook, decisions);
    refuseForeign(look, session);
    stage.end('read', { sheets: look.content.image.sheets.length, records: look.known.length });
    const rounds: Synced[] = [];
    await fromReading(look, () => this.#lookIn(workbook, decisions), async (read) => rounds.push(...(await this.#roundsAs(read, wishes, decisions, context))));
    this.#others.meet(this.#look!.ledger);
    return rounds.reduce(joined);
  }

  /** A file that the Worker takes for another is sent as one of its own. */
  async #roundsAs(first: Look, wishes: SyncWishes, decisions: Decisions, context: RoundContext): Promise<Synced[]> {
    try {
      return await this.#rounds(first, wishes, decisions, context);
    } catch (error) {
      if (!isBoundElsewhere(error)) throw error;
      const look = await this.#lookIn(context.parts.workbook, decisions);
      const ledger = boundAnew({ ledger: look.ledger, state: look.ledgerState }, this.#parts.newId);
      if (!ledger) throw error;
      this.#look = lookAgain(look, ledger, this.#parts.newId);
      return this.#rounds(this.#look, wishes, decisions, context);
    }
  }

  async #rounds(first: Look, wishes: SyncWishes, decisions: Decisions, context: RoundContext): Promise<Synced[]> {
    const rounds: Synced[] = [];
    let look = first;
    if (wishes.afresh) look = this.#look = lookAgain({ ...look, ledgerState: 'damaged' }, withoutAgreement(look.ledger), this.#parts.newId);
    // Step 3: what was sealed and not answered goes first, as it was, and is settled before anything new is looked for.
    while (look.ledger.sealed) {
      rounds.push(await round(look, { sealed: look.ledger.sealed, mutations: [] }, context));
      look = await this.#lookIn(context.parts.workbook, decisions);
    }
    if (wishes.place) look = this.#look = lookAgain(look, takingAlso(look, wishes.place), this.#parts.newId);
    if (wishes.again || mustAskFirst(look)) look = await this.#adopt(look, context);
    const asked = wishes.mutations ?? [];
    context.stage.end('compare', countOf(look.mutations));
    // A refresh that nobody pressed for does not try again what was refused.
    const mutations = wishes.isAutomatic ? look.mutations.filter(({ record }) => !isRefused(look, record)) : look.mutations;
    rounds.push(await round(look, { sealed: null, mutations: withAsked(mutations, asked, [...look.ledger.conflicts, ...this.heardConflicts.values()]), asked }, context));
    // A creation turned out to be a record that is there and says something else: that is asked at once.
    if (rounds.at(-1)!.differs) {
      look = await this.#lookIn(context.parts.workbook, decisions);
      rounds.push(await round(look, { sealed: null, mutations: look.mutations }, context));
    }
    return rounds;
  }

  /** The ledger could not say who is who: asks for everything, and finds records again by their natural key. */
  async #adopt(look: Look, context: RoundContext): Promise<Look> {
    const asking = { ...look.ledger, scope: '' };
    const gathered = await converse(asking, { sealed: null, parts: [] }, conversationOf(look, context));
    this.#look = lookAgain(look, adoptByKey(look, gathered), this.#parts.newId);
    return this.#look;
  }

  #hear(gathered: Gathered): void {
    this.#roster = gathered.last.roster;
    this.#parts.heard?.(gathered.last);
    this.hearConflicts(gathered.last.conflicts ?? []);
    for (const change of gathered.changes.values()) {
      this.#serverProblems.set(change.record, change.problems);
      if (!change.deleted) this.#seen.set(change.record, change.fields as Fields);
    }
    for (const result of gathered.results.values()) this.#serverProblems.set(result.record, result.problems);
  }
}

function refuseForeign(look: Look, session: SignInAnswer): void {
  if (look.content.image.isStructureProtected) throw new PaneError({ code: 'structure-protected' });
  if (look.ledger.org !== null && look.ledger.org !== session.org.id) throw new PaneError({ code: 'workbook-of-another-org' });
}

function countOf(mutations: readonly Mutation[]): Record<string, number> {
  const count = (kind: Mutation['kind']): number => new Set(mutations.filter((mutation) => mutation.kind === kind).map((mutation) => mutation.record)).size;
  return { created: count('create'), changed: count('edit'), deleted: count('delete') };
}
