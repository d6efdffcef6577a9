// Old files as the pane asks for them: reads them one by one, says which of their records are new, sends the chosen ones,
// takes an import back. Holds what was read until it is cleared. Knows no cells of this workbook and no screen.

import type { Connection } from '../connection/client.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { Mutation, SyncResult } from '../../domain/protocol/messages.ts';
import type { ImportOutcome, ImportProgress, ImportServices, OldFile, OldFileRead, OldFilesRead, OldRecord, UndoOutcome } from '../panes/import-services.ts';
import type { PaneFailure } from '../panes/services.ts';
import { failureToSay } from './failure.ts';
import { foundIn } from './found-records.ts';
import type { FoundInFile, FoundRecord } from './found-records.ts';
import type { ImportStore } from './import-store.ts';
import { lookUp } from './look-up.ts';
import type { LookedUpById } from './look-up.ts';
import { failureOf, readOldFile } from './read-old-file.ts';
import type { ExcelReader } from './read-old-file.ts';
import { outcomeOf } from './outcome.ts';
import { finishSealed, sendAll } from './send-pushes.ts';
import type { Answer, Sending } from './send-pushes.ts';
import { inSendingOrder, questionsFor, sortedOut } from './sort-out.ts';
import { undoImport } from './undo-import.ts';

export interface ImporterParts {
  readonly store: ImportStore;
  readonly connection: Connection;
  readonly member: string;
  readonly device: () => string;
  readonly newId: () => string;
  readonly now: () => string;
  /** Excel as a reader of files, or null where it may not; asked once for each drop. */
  readonly excel: () => Promise<ExcelReader | null>;
  /** What the department has taught about labels. */
  readonly learned?: () => readonly LearnedWord[];
  /** Lets the page draw, and the person stop. */
  readonly breathe: () => Promise<void>;
}

interface Current {
  readonly id: string;
  readonly answered: Map<string, SyncResult>;
  readonly receipts: string[];
}

type ReadOne = { readonly name: string; readonly failure: string | null; readonly isUnread: boolean; readonly found: FoundInFile };

const nothing: FoundInFile = { records: [], problems: [], leftAlone: [], hidden: [] };

export class Importer implements ImportServices {
  readonly #parts: ImporterParts;
  #files: readonly ReadOne[] = [];
  #answers: LookedUpById = new Map();
  #position = { cursor: 0, scope: '' };
  /** The import that is being sent, and what was answered of it. */
  #current: Current | null = null;

  constructor(parts: ImporterParts) {
    this.#parts = parts;
  }

  async readsInExcel(): Promise<boolean> {
    return (await this.#parts.excel()) !== null;
  }

  async read(files: readonly OldFile[], onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<OldFilesRead> {
    this.#current = null;
    const excel = await this.#parts.excel();
    const of = files.reduce((sum, file) => sum + file.size, 0);
    let done = 0;
    for (const file of files) {
      onProgress({ done, of, name: file.name });
      await this.#parts.breathe();
      this.#files = [...this.#files, signal.aborted ? { name: file.name, failure: null, isUnread: true, found: nothing } : await this.#readOne(file, excel)];
      done += file.size;
    }
    onProgress({ done, of });
    return this.ask();
  }

  async #readOne(file: OldFile, excel: ExcelReader | null): Promise<ReadOne> {
    try {
      return { name: file.name, failure: null, isUnread: false, found: foundIn(await readOldFile(file, excel), this.#parts.member, this.#parts.learned?.()) };
    } catch (error) {
      return { name: file.name, failure: failureOf(error), isUnread: false, found: nothing };
    }
  }

  async ask(): Promise<OldFilesRead> {
    try {
      // What waits from an earlier import is known afterwards.
      await finishSealed(this.#talk());
      const { byId, position } = await lookUp(this.#parts.connection, questionsFor(this.#all()));
      this.#answers = byId;
      this.#position = position;
      return { files: this.#sorted(), failure: null };
    } catch (error) {
      return { files: this.#sorted(), failure: failureToSay(error) };
    }
  }

  async send(chosen: readonly string[], onProgress: (progress: ImportProgress) => void): Promise<ImportOutcome> {
    const { store, newId, now } = this.#parts;
    const current: Current = (this.#current ??= { id: newId(), answered: new Map(), receipts: [] });
    const kept = store.read();
    if (!kept.past.some((one) => one.id === current.id)) store.write({ ...kept, past: [{ id: current.id, at: now(), files: this.#files.map((file) => file.name), made: [] }, ...kept.past] });
    const take = (answer: Answer): void => {
      for (const result of answer.results) current.answered.set(result.record, result);
      if (answer.receipt) current.receipts.push(answer.receipt.number);
    };
    let failure: PaneFailure | null = null;
    const talk = this.#talk();
    try {
      const waiting = await finishSealed(talk);
      if (waiting) take(waiting);
      const mutations = this.#creations(chosen).filter((mutation) => !current.answered.has(mutation.record));
      onProgress({ done: 0, of: 1 });
      await sendAll(talk, current.id, mutations, (answer, done, of) => {
        take(answer);
        onProgress({ done, of });
      });
    } catch (error) {
      failure = failureToSay(error);
    }
    this.#position = talk.position;
    this.#forgetEmpty();
    return outcomeOf({ records: this.#found(), answered: current.answered, receipts: current.receipts, failure });
  }

  clear(): void {
    this.#files = [];
    this.#answers = new Map();
    this.#current = null;
  }

  past(): ReturnType<ImportServices['past']> {
    const { past, sealed } = this.#parts.store.read();
    return past.map(({ id, at, files, made }) => ({ id, at, files, records: made.length, isUnfinished: sealed?.import === id }));
  }

  async undo(id: string, onProgress: (progress: ImportProgress) => void): Promise<UndoOutcome> {
    const outcome = await undoImport(this.#talk(), id, onProgress);
    this.#forgetEmpty();
    return outcome;
  }

  /** Of an import that made nothing, or of which nothing is left, there is nothing to take back. */
  #forgetEmpty(): void {
    const kept = this.#parts.store.read();
    this.#parts.store.write({ ...kept, past: kept.past.filter((one) => one.made.length > 0 || kept.sealed?.import === one.id) });
  }

  #creations(chosen: readonly string[]): Mutation[] {
    const wanted = new Set(chosen);
    const records = this.#found();
    // Of what lies in several files word for word the first goes; only what differs from its twin is a record of its own.
    const going = inSendingOrder(this.#all()).filter(({ found }) => wanted.has(found.id) && !(records.get(found)?.twin?.differs === false));
    return going.map(({ found }) => ({ ...creationOf(found), ...(records.get(found)?.is === 'twin' ? { distinct: true } : {}) }));
  }

  #talk(): Sending {
    const { store, connection, member, device, newId } = this.#parts;
    return { store, connection, member, device: device(), newId, position: this.#position };
  }

  #all(): { file: string; found: FoundRecord }[] {
    return this.#files.flatMap(({ name, found }) => found.records.map((record) => ({ file: name, found: record })));
  }

  #found(): Map<FoundRecord, OldRecord> {
    return sortedOut(this.#all(), this.#answers);
  }

  #sorted(): OldFileRead[] {
    const records = this.#found();
    return this.#files.map(({ found, ...file }) => ({ ...file, ...found, records: found.records.map((record) => records.get(record)!) }));
  }
}

function creationOf({ id, form, fields }: FoundRecord): Extract<Mutation, { kind: 'create' }> {
  return { kind: 'create', record: id, form: form.id, fields: fields as Extract<Mutation, { kind: 'create' }>['fields'] };
}
