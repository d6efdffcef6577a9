// What the import screen knows at a moment, and what follows from it. Pure.

import type { ImportOutcome, ImportProgress, OldFile, OldFileRead, OldFilesRead, OldRecord, PastImport, UndoOutcome } from '../import-services.ts';
import { mayGo } from './may-go.ts';

export type Stage =
  | { readonly is: 'choosing' }
  | { readonly is: 'reading' | 'sending' | 'undoing'; readonly progress: ImportProgress; readonly files?: readonly string[] }
  | { readonly is: 'listed'; readonly read: OldFilesRead }
  | { readonly is: 'sent'; readonly outcome: ImportOutcome; readonly read: OldFilesRead }
  | { readonly is: 'undone'; readonly outcome: UndoOutcome };

export interface ImportState {
  readonly stage: Stage;
  /** Records that are asked about and were said yes to. */
  readonly taken: ReadonlySet<string>;
  readonly past: readonly PastImport[];
  readonly usesExcel: boolean;
  /** Files that came while something else was under way. */
  readonly waiting: readonly OldFile[];
}

export const atFirst: ImportState = { stage: { is: 'choosing' }, taken: new Set(), past: [], usesExcel: false, waiting: [] };

/** Files that waited are read by themselves where nothing is shown that they would take away. */
export function mayGoOn({ stage, waiting }: ImportState): boolean {
  return waiting.length > 0 && (stage.is === 'choosing' || stage.is === 'listed');
}

/** Each record once: what is the same thing twice goes once. */
export function chosenOf(read: OldFilesRead, taken: ReadonlySet<string>): string[] {
  const records = read.files.flatMap((file) => file.records);
  const chosen = records.filter((record) => mayGo(record) === 'yes' || (mayGo(record) === 'asks' && taken.has(record.id)));
  return [...new Set(chosen.map((record) => record.id))];
}

export interface Counts {
  readonly fresh: number;
  readonly known: number;
  readonly asks: number;
  readonly out: number;
}

export function countsOf(records: readonly OldRecord[]): Counts {
  const go = records.map((record) => ({ record, may: mayGo(record) }));
  return {
    fresh: go.filter(({ may }) => may === 'yes').length,
    known: go.filter(({ record, may }) => may === 'no' && (record.is === 'known' || record.is === 'twin')).length,
    asks: go.filter(({ may }) => may === 'asks').length,
    out: go.filter(({ record }) => record.is === 'no-right' || record.is === 'refused').length,
  };
}

export function countsByForm(file: OldFileRead): { readonly form: string; readonly counts: Counts }[] {
  return [...Map.groupBy(file.records, (record) => record.form)].map(([form, records]) => ({ form, counts: countsOf(records) }));
}

export function toggled(taken: ReadonlySet<string>, ids: readonly string[], isTaken: boolean): ReadonlySet<string> {
  const next = new Set(taken);
  for (const id of ids) {
    if (isTaken) next.add(id);
    else next.delete(id);
  }
  return next;
}
