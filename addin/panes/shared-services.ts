// What the pane asks and is told of workbooks that several people fill in: conflicts, questions, history and news. Values
// are as the record holds them; the pane words them. Knows no Excel and no wire.

import type { Path, Value } from '../../domain/forms/definition.ts';
import type { CellLink, SyncReceipt, WorkbookReading } from './services.ts';

/** One side of a conflict: a value, who wrote it and when. `by` and `at` are null where nobody can say. */
export interface ConflictSide {
  readonly value: Value | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** A path on which two people wrote different things; both values are kept by the Worker until somebody chooses. */
export interface ConflictView {
  readonly id: string;
  readonly record: string;
  readonly form: string;
  /** What the record is called (the customer's name, a day and a name). */
  readonly label: string;
  /** `@deleted`: one deleted the record, the other changed it; a side's value says whether it is to be deleted. */
  readonly path: Path;
  /** What the row is called in whose table the path lies. */
  readonly row?: string;
  readonly cell: CellLink | null;
  /** The value that lost. */
  readonly mine: ConflictSide;
  /** What stands in the record. */
  readonly theirs: ConflictSide;
  /** What both began from. */
  readonly base: ConflictSide;
  /** The record has been deleted, and something was typed into it: choosing `mine` brings it back. */
  readonly isGone: boolean;
  /** The signed-in person wrote the value that lost, the one that stands, or neither. */
  readonly side: 'lost' | 'stands' | 'neither';
  /** The record's rev now; a decision says it. */
  readonly rev: number;
  /** False after the workbook was reopened: it keeps which conflicts there are, and no values. `conflicts()` asks for them. */
  readonly isHeard: boolean;
  /** set: its cell is marked in the sheet; protected: it cannot be; none: it lies in no cell here, or the next sync marks it. */
  readonly mark: 'set' | 'protected' | 'none';
}

/** A record whose cells are gone: deleted only when the person says so. */
export interface DeletionQuestion {
  readonly record: string;
  readonly form: string;
  readonly label: string;
  readonly was: CellLink | null;
}

/** A place of which the sheets alone cannot say which record it is. */
export interface MatchQuestion {
  readonly id: string;
  /** unclear: some of one record; mixed: values that were another record's (a selection sorted without all its columns); copy: says what a record says that lies elsewhere too. */
  readonly kind: 'unclear' | 'mixed' | 'copy';
  readonly form: string;
  readonly label: string;
  readonly cell: CellLink;
  /** The first fields as they stand there, to know it by. */
  readonly fields: readonly { readonly path: Path; readonly value: Value }[];
  readonly candidates: readonly MatchCandidate[];
  /** It can be a record of its own. */
  readonly mayBeNew: boolean;
}

export interface MatchCandidate {
  readonly record: string;
  readonly label: string;
  readonly was: CellLink | null;
  /** Where both differ; `there` is undefined where only the fact is known. */
  readonly differences: readonly { readonly path: Path; readonly row?: string; readonly here: Value | null; readonly there?: Value | null }[];
}

export interface Questions {
  readonly deletions: readonly DeletionQuestion[];
  readonly matches: readonly MatchQuestion[];
}

export interface ChangedPath {
  readonly path: Path;
  readonly row?: string;
  /** undefined: masked, or erased. */
  readonly from?: Value | null;
  readonly to?: Value | null;
  readonly cell?: CellLink | null;
}

/** erase: a personal value was taken out of the record and its history. */
export type ChangeKind = 'create' | 'edit' | 'delete' | 'decide' | 'restore' | 'erase';

/** What a colleague changed in one record with one push. */
export interface NewsChange {
  readonly record: string;
  readonly form: string;
  readonly label: string;
  readonly by: string;
  readonly at: string;
  readonly kind: ChangeKind;
  readonly cell: CellLink | null;
  readonly paths: readonly ChangedPath[];
}

export interface News {
  /** Of changes that are not in this workbook yet. */
  readonly count: number;
  /** There are more than are listed. */
  readonly more: boolean;
  /** What may be seen has changed: the next pull brings records or takes them away. */
  readonly rights: boolean;
  /** The latest first. */
  readonly changes: readonly NewsChange[];
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: ChangeKind;
  /** File name of the workbook it came from. */
  readonly workbook: string | null;
  readonly device: string | null;
  readonly paths: readonly ChangedPath[];
}

export interface RecordHistory {
  readonly record: string;
  readonly form: string;
  readonly label: string;
  readonly rev: number;
  readonly deleted: boolean;
  /** The latest first. */
  readonly entries: readonly HistoryEntry[];
}

/** What the cell that is selected in Excel belongs to. */
export interface SelectedField {
  readonly record: string;
  readonly form: string;
  readonly label: string;
  /** null: a cell of the record that holds no field. */
  readonly path: Path | null;
  readonly cell: CellLink;
}

export interface SharedServices {
  /** The open conflicts with their values, asked of the Worker where this pane has not heard them. */
  conflicts(): Promise<readonly ConflictView[]>;
  /** As last heard; costs nothing. */
  news(): News;
  /** Calls back when there is other news; returns the way to stop. */
  onNews(callback: (news: News) => void): () => void;
  /** What colleagues changed since this workbook was last opened on this device, also what is written already. */
  changedSinceOpened(): Promise<News>;
  autoRefresh(): boolean;
  setAutoRefresh(isOn: boolean): void;
  /** Calls back after a refresh that nobody pressed for. */
  onRefreshed(callback: (refreshed: { readonly receipt: SyncReceipt; readonly reading: WorkbookReading }) => void): () => void;
  history(record: string, path?: Path): Promise<RecordHistory>;
  /** Makes an earlier value the record's again, as a change of its own; `rev` is the history's. */
  restore(record: string, path: Path, value: Value | null, rev: number): Promise<{ readonly receipt: SyncReceipt; readonly reading: WorkbookReading }>;
  /** null where the selected cell belongs to no record. */
  selected(): Promise<SelectedField | null>;
}
