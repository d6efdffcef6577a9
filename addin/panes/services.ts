// What the pane asks of the rest of the add-in. `addin/app.ts` puts it together; the pane knows no Excel and no wire.

import type { FieldProblem, Path } from '../../domain/forms/definition.ts';
import type { TypedCell } from '../../domain/forms/reading/read-value.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { Mutation, SignInAnswer, SyncResult } from '../../domain/protocol/messages.ts';
import type { DepartmentScorecards, Evidence, Scorecard, Slip } from '../../domain/rules/results.ts';
import type { Month } from '../../domain/values/day.ts';
import type { Period } from '../../domain/values/period.ts';
import type { CheckUpServices } from './check-up-services.ts';
import type { ImportServices } from './import-services.ts';
import type { ConflictView, Questions, SharedServices } from './shared-services.ts';

/** A place in the workbook: sheet name and `A1`, as shown on the chip and selected on a press. */
export interface CellLink {
  readonly sheet: string;
  readonly address: string;
}

export interface PlacedProblem extends FieldProblem {
  readonly form: string;
  readonly field: string;
  /** The record, where it has been synchronised and may be seen: it has a history. */
  readonly record?: string;
  readonly cell: CellLink;
  /** blocks: the value is not sent; asks: read, but wants a yes. */
  readonly weight: 'blocks' | 'asks';
  /** Who said so: reading the sheet, or the Worker's answer. */
  readonly from: 'sheet' | 'server';
}

export interface FoundForm {
  readonly form: string;
  readonly title: string;
  readonly kind: 'card' | 'list';
  readonly records: number;
  readonly sheets: readonly string[];
  readonly pending: number;
  readonly first: CellLink;
}

/** A label that no form knows, with the value it stands for. */
export interface UnknownLabel {
  readonly label: string;
  readonly cell: CellLink;
  readonly kind: 'value' | 'heading' | 'row';
  readonly table: string;
  readonly sample: TypedCell;
}

/** A form on a sheet, read or only likely, with labels that nobody has explained. */
export interface UnknownLayout {
  readonly form: string;
  readonly title: string;
  readonly sheet: string;
  readonly isRead: boolean;
  readonly known: number;
  readonly labels: readonly UnknownLabel[];
  /** Paths of the form that have no label there, each with the kind of label that can stand for it. */
  readonly free: readonly { readonly path: string; readonly kind: UnknownLabel['kind'] }[];
}

/** A taught word and where it is kept: by the department, on this device alone, or here until it is sent. */
export interface KeptWord extends LearnedWord {
  readonly where: 'department' | 'device' | 'unsent';
  readonly member?: string;
  readonly by?: string;
  readonly at?: string;
}

/** What came of teaching. */
export interface Taught {
  readonly saved: KeptWord['where'];
  /** Labels to which a colleague had given another meaning, which stands. */
  readonly kept: readonly string[];
  readonly reading: WorkbookReading;
  /** Of the sheet as it is read now. */
  readonly records: number;
  readonly fields: number;
}

export interface WorkbookReading {
  readonly forms: readonly FoundForm[];
  readonly layouts: readonly UnknownLayout[];
  /** The words that the sheets were read with. */
  readonly learned: readonly KeptWord[];
  /** Sheets that were left alone because nothing was recognised on them. */
  readonly unrecognised: readonly string[];
  readonly problems: readonly PlacedProblem[];
  readonly pending: { readonly created: number; readonly changed: number; readonly deleted: number; readonly cells: readonly PendingChange[] };
  /** Open conflicts of the last answer. */
  readonly conflicts: readonly ConflictView[];
  /** What the sheets alone cannot say. */
  readonly questions: Questions;
  /** The last that the workbook tells of; one that only received has no number. */
  readonly lastSync: { readonly at: string; readonly receipt: string | null } | null;
  /** The receipts that the workbook keeps, the latest first. */
  readonly receipts: readonly SyncReceipt[];
  /** Never synchronised: for whom it is may still be said. */
  readonly isNew: boolean;
  /** Forms of which there are records to see that are not placed here. */
  readonly elsewhere: readonly string[];
  /** Why nothing may be written (the workbook's structure is protected), or null. */
  readonly readOnly: 'structure-protected' | null;
  readonly syncs: number;
  readonly milliseconds: number;
}

export interface PendingChange {
  readonly kind: 'create' | 'edit' | 'delete';
  readonly form: string;
  readonly label: string;
  readonly cell: CellLink;
}

export type SyncStage = 'read' | 'compare' | 'seal' | 'send' | 'write' | 'check';

export interface SyncProgress {
  readonly stage: SyncStage;
  readonly done: number;
  readonly of: number;
  readonly seconds?: number;
  /** Excel takes nothing while a cell is being edited: the stage goes on once the person is done. */
  readonly waiting?: 'cell-edit';
  /** What the finished stage found, in numbers. */
  readonly found?: Readonly<Record<string, number>>;
}

export interface SyncReceipt {
  readonly number: string | null;
  readonly at: string;
  readonly chain: string;
  readonly sent: readonly { readonly form: string; readonly records: number; readonly fields: number; readonly merged: number; readonly conflicts: number }[];
  readonly received: readonly { readonly by: string; readonly records: number }[];
  /** Cells that kept the manager's own text: what a colleague wrote there waits in the record. */
  readonly kept: readonly { readonly cell: CellLink; readonly reason: 'changed-meanwhile' | 'formula' | 'rich-text' | 'problem' | 'protected' | 'refused' }[];
  readonly rejected: readonly (SyncResult & { readonly form: string; readonly cell: CellLink | null })[];
  /** Append-only records whose cells were put back. */
  readonly restored: readonly CellLink[];
  /** Records that may be seen and were not put into this workbook: it does not hold their form. */
  readonly unplaced: readonly { readonly form: string; readonly records: number }[];
}

export interface SyncWishes {
  /** Nobody pressed for it: where a cell is being edited it does not begin. */
  readonly isAutomatic?: boolean;
  /** For whom a workbook is that was never synchronised. */
  readonly audience?: 'member' | 'department';
  /** Forms whose records are to be placed here, now and from now on. */
  readonly place?: readonly string[];
  /** Decisions and restorations: sealed and sent with what the cells say. */
  readonly mutations?: readonly Mutation[];
  /** Records whose cells are gone: to be deleted, to be brought back into the sheet, or left as they are, out of this workbook alone. */
  readonly deletions?: { readonly confirmed: readonly string[]; readonly keep: readonly string[]; readonly leftOut?: readonly string[] };
  /** Which record an unclear place is; `new`: none that is known; `copy`: only a copy, of which nothing is ever sent. */
  readonly answers?: readonly { readonly id: string; readonly record: string | 'new' | 'copy' }[];
  /** Ask the Worker for everything and find every record anew, whatever the workbook remembers. */
  readonly again?: boolean;
  /** The same where the Worker has lost some of what this workbook was told: what the cells say is sent where it is not there, and asked where it differs. */
  readonly afresh?: boolean;
}

/** A failure said to the person: code for the words, and whether anything waits. */
export interface PaneFailure {
  readonly code: string;
  readonly status?: number;
  readonly detail?: string;
  readonly at?: CellLink;
}

export interface WrittenSheets {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly syncs: number;
}

/** Everything that throws throws a `PaneError` carrying a `PaneFailure`. */
export class PaneError extends Error {
  readonly failure: PaneFailure;
  constructor(failure: PaneFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

export interface PaneServices extends SharedServices, CheckUpServices {
  readonly session: () => SignInAnswer | null;
  signIn(code: string, device: string): Promise<SignInAnswer>;
  signOut(): Promise<void>;
  /** Asks the Worker who is signed in and which day it is; null where nobody is. */
  refreshSession(): Promise<SignInAnswer | null>;
  /** Reads the workbook without sending anything. */
  readWorkbook(): Promise<WorkbookReading>;
  /** Calls back when cells changed, so that the pane reads again; returns the way to stop. */
  onWorkbookChanged(callback: () => void): () => void;
  synchronise(onProgress: (progress: SyncProgress) => void, wishes?: SyncWishes): Promise<{ readonly receipt: SyncReceipt; readonly reading: WorkbookReading }>;
  scorecards(period: Period): Promise<DepartmentScorecards>;
  scorecard(period: Period, member: string): Promise<Scorecard>;
  slip(month: Month): Promise<Slip>;
  evidence(figure: { readonly period: Period; readonly member: string; readonly item: number } | { readonly month: Month; readonly member: string; readonly record?: string }): Promise<Evidence>;
  writeScorecards(period: Period, onProgress: (done: number, of: number) => void): Promise<WrittenSheets>;
  writeSlip(month: Month): Promise<WrittenSheets>;
  /** Puts a blank form into the workbook as a sheet of its own. */
  insertBlankForm(form: string): Promise<WrittenSheets>;
  /** Writes a chosen answer (a roster name) into the problem's cell. */
  answerProblem(problem: PlacedProblem, choice: string): Promise<void>;
  /** Keeps what labels stand for, for the department or for this device, and reads the sheet again. */
  teach(words: readonly LearnedWord[], shared: boolean, layout: Pick<UnknownLayout, 'form' | 'sheet'>): Promise<Taught>;
  takeBack(word: KeptWord): Promise<void>;
  select(cell: CellLink): Promise<void>;
  /** Cell of a record's path in this workbook, if it lies here. */
  cellOf(record: string, path?: Path | null): CellLink | null;
  /** Old files, loaded when they are first asked for. */
  imports(): Promise<ImportServices>;
  /** Undo of the last write of Keybook into the sheets (a pull or generated sheets). */
  undoLastWrite(): Promise<readonly CellLink[]>;
}
