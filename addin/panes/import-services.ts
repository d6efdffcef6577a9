// What the pane asks about old files: read them, say what is new, import it, take it back. Types alone.

import type { CellLink, PaneFailure, PlacedProblem } from './services.ts';

/** As a browser's File, so that tests may hand in another. */
export interface OldFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * new, known (a visible record is the same thing), twin (so is another of these files), no-right (it is not the sender's
 * to fill in), refused (its form does not allow it), unasked (the Worker was not asked yet).
 */
export type OldRecordIs = 'new' | 'known' | 'twin' | 'no-right' | 'refused' | 'unasked';

export interface OldRecord {
  readonly id: string;
  readonly form: string;
  readonly label: string;
  /** In its file. */
  readonly cell: CellLink;
  readonly is: OldRecordIs;
  /** Of what is known: who changed it last. */
  readonly by?: string;
  /** Of a twin: where the other one lies, and whether the two say different things. */
  readonly twin?: { readonly file: string; readonly cell: CellLink; readonly differs: boolean };
  /** Read, and not for certain. */
  readonly questions: readonly PlacedProblem[];
  /** What could not be read, is missing or is not allowed. */
  readonly problems: readonly PlacedProblem[];
}

export interface OldFileRead {
  readonly name: string;
  /** Why it could not be opened, in one sentence. */
  readonly failure: string | null;
  /** Reading was stopped before it came to this file. */
  readonly isUnread: boolean;
  readonly records: readonly OldRecord[];
  /** Of no record: rows struck out, boxes that cannot be seen. */
  readonly problems: readonly PlacedProblem[];
  /** Sheets on which nothing was recognised, and hidden ones, which are left alone. */
  readonly leftAlone: readonly string[];
  readonly hidden: readonly string[];
}

export interface OldFilesRead {
  readonly files: readonly OldFileRead[];
  /** Why the Worker could not be asked what is known; null where it was. */
  readonly failure: PaneFailure | null;
}

export interface ImportProgress {
  readonly done: number;
  readonly of: number;
  /** Of the file that is being read. */
  readonly name?: string;
}

export interface ByForm {
  readonly form: string;
  readonly records: number;
}

export interface ImportOutcome {
  readonly receipts: readonly string[];
  readonly created: readonly ByForm[];
  /** Of those, taken without a required value: they count for nothing yet. */
  readonly incomplete: number;
  /** Were known after all. */
  readonly known: number;
  /** What was not taken, with the reasons. */
  readonly rejected: readonly { readonly record: OldRecord; readonly problems: readonly PlacedProblem[] }[];
  /** Not everything went out: what is left goes with a further press. */
  readonly failure: PaneFailure | null;
}

export interface PastImport {
  readonly id: string;
  readonly at: string;
  readonly files: readonly string[];
  readonly records: number;
  /** A part was sent whose answer never came. */
  readonly isUnfinished: boolean;
}

export type StaysBecause = 'edited' | 'out-of-sight' | 'refused';

export interface UndoOutcome {
  readonly removed: number;
  /** Were gone already. */
  readonly gone: number;
  readonly stays: readonly { readonly form: string; readonly label: string; readonly because: StaysBecause; readonly by?: string }[];
  readonly failure: PaneFailure | null;
}

export interface ImportServices {
  /** Whether Excel itself will read them: it costs the person's undo. */
  readsInExcel(): Promise<boolean>;
  /** Adds to what was read before. */
  read(files: readonly OldFile[], onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<OldFilesRead>;
  /** Asks the Worker again what is known. */
  ask(): Promise<OldFilesRead>;
  /** Sends these records, and first what an earlier send left; `chosen` twins go as records of their own. */
  send(chosen: readonly string[], onProgress: (progress: ImportProgress) => void): Promise<ImportOutcome>;
  /** Forgets the files that were read. */
  clear(): void;
  past(): readonly PastImport[];
  undo(id: string, onProgress: (progress: ImportProgress) => void): Promise<UndoOutcome>;
}
