// Records of colleagues that have no place in this workbook yet: into a blank card or a list that is there, all else onto
// sheets that Keybook draws. Pure.

import { formOf } from '../../domain/forms/registry.ts';
import type { Fields, FormDefinition } from '../../domain/forms/definition.ts';
import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import type { NewLine } from '../sheets/write/patch-rows.ts';
import type { CellPatch, PlacedPlan, PlannedSheet, SheetCopy } from '../excel/workbook-writes.ts';
import type { RowSupply } from '../sheets/write/row-supply.ts';
import type { RecordWrites } from './cell-writes.ts';
import type { FoundPlaces } from './conflict-marks.ts';
import type { Gathered } from './conversation.ts';
import { copiedSheets } from './copied-sheets.ts';
import { drawnSheets } from './drawn-sheets.ts';
import { placeInForms } from './in-place.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';
import { inFlight } from './overtaken.ts';
import type { SettledRecord } from './settle.ts';
import type { SharedCells } from './shared-cells.ts';
import { takesRecord } from './takes.ts';

export interface Arrival {
  readonly record: SyncedRecord;
  readonly form: FormDefinition;
  readonly fields: Fields;
}

export interface Arrivals {
  readonly records: readonly string[];
  /** Visible, and not taken by this workbook: they stay at the Worker. */
  readonly unplaced: readonly SyncedRecord[];
  readonly writes: readonly CellPatch[];
  readonly newLines: readonly NewLine[];
  readonly plans: readonly PlacedPlan[];
  readonly copies: readonly SheetCopy[];
  /** Where those in the forms that are there will stand. */
  readonly places: ReadonlyMap<string, FoundPlaces>;
  entries(failed: ReadonlySet<CellPatch>, sheets: readonly PlannedSheet[]): SyncedEntry[];
  /** False where a row found no empty cells after all: it must come again with the next pull. */
  arrived(failed: ReadonlySet<CellPatch>): boolean;
}

export interface PlaceOptions {
  readonly mayPlace: boolean;
  readonly supply: RowSupply;
  /** What else is written in this pull. */
  readonly others: { readonly records: readonly RecordWrites[]; readonly refused: ReadonlySet<CellPatch>; readonly shared: SharedCells };
}

export function placeArrivals(look: Look, settled: readonly SettledRecord[], gathered: Gathered, options: PlaceOptions): Arrivals {
  const { salt } = look.ledger;
  const { homeless: all, unplaced } = arrivalsIn(look, settled, gathered);
  const homeless = options.mayPlace ? all : [];
  const { placed, rest } = placeInForms(look, homeless, options);
  const { copied, rest: cards } = copiedSheets(look, rest.filter((arrival) => arrival.form.kind === 'card'), salt);
  const onSheets = [...rest.filter((arrival) => arrival.form.kind === 'list'), ...cards];
  const sheets = [...Map.groupBy(onSheets, (arrival) => arrival.form)].flatMap(([form, ofForm]) => drawnSheets(form, ofForm, salt));
  return {
    records: homeless.map((arrival) => arrival.record.record),
    unplaced,
    writes: placed.flatMap((one) => one.writes),
    newLines: placed.flatMap((one) => one.newLines),
    plans: sheets.map(({ plan }) => ({ plan, sheet: null, mayReplace: false })),
    copies: copied.map(({ copy }) => copy),
    places: new Map(placed.map(({ record, found }) => [record, found])),
    entries: (failed, drawn) => [
      ...placed.flatMap((one) => one.entry(failed, salt)),
      ...[...sheets, ...copied.map(({ otherwise }) => otherwise)].flatMap(({ plan, entries }) => entriesOn(drawn, plan.key, entries)),
      ...copied.flatMap(({ copy, entries }) => entriesOn(drawn, copy.key, entries)),
    ],
    arrived: (failed) => homeless.length === all.length && placed.every((one) => one.writes.every((write) => !failed.has(write))),
  };
}

/** The entries of records on a sheet, where it was made. */
function entriesOn(sheets: readonly PlannedSheet[], key: string, entries: readonly SyncedEntry[]): SyncedEntry[] {
  const place = sheets.find((one) => one.key === key);
  return place ? entries.map((entry) => ({ ...entry, sheet: place.sheet })) : [];
}

/** Deleted or out of sight when its row was taken out of a sheet that stands, and there again: it arrives like any other, unless a row is asked about that may be it. */
export function isThereAgain(look: Look, gathered: Gathered, entry: SyncedEntry): boolean {
  const isShown = look.content.image.sheets.some((sheet) => sheet.id === entry.sheet && sheet.visibility === 'visible');
  const isAsked = look.questions.some(({ candidates }) => candidates.some(({ record }) => record === entry.record));
  return entry.gone === true && isShown && !isAsked && gathered.changes.get(entry.record)?.deleted === false;
}

/** What is neither in a cell nor remembered (a row that a person took out does not come back by itself). */
function arrivalsIn(look: Look, settled: readonly SettledRecord[], gathered: Gathered): { homeless: Arrival[]; unplaced: SyncedRecord[] } {
  const comesBack = returning(look, gathered);
  const remembered = look.ledger.entries.filter((entry) => !entry.unsent && !isThereAgain(look, gathered, entry) && !comesBack.has(entry.record)).map((entry) => entry.record);
  const here = new Set([...settled.map((record) => record.id), ...remembered]);
  const isTaken = takesRecord(look);
  const homeless: Arrival[] = [];
  const unplaced: SyncedRecord[] = [];
  for (const record of gathered.changes.values()) {
    const form = formOf(record.form);
    if (!form || record.deleted || here.has(record.record)) continue;
    if (isTaken(record) || comesBack.has(record.record)) homeless.push({ record, form, fields: record.fields as Fields });
    else unplaced.push(record);
  }
  return { homeless, unplaced };
}

/** Taken out here, and kept by the Worker (a colleague had changed it, or it may not go at all), brought back since, created meanwhile, or kept by the person. */
export function returning(look: Look, gathered: Gathered): ReadonlySet<string> {
  const keptThere = [...deletionsSent(gathered)].filter((record) => {
    const result = gathered.results.get(record);
    if (!result) return false;
    if (result.conflicts.length > 0 || result.restore === true) return true;
    const change = gathered.changes.get(record);
    return result.status !== 'rejected' && change?.deleted === false && change.rev >= result.rev;
  });
  return new Set([...keptThere, ...keptHere(look), ...createdAndTakenOut(look, gathered)]);
}

/** Sealed, taken out before the answer was heard, and at the Worker by now (another pane over the file may have heard of it). */
function createdAndTakenOut({ ledger, byId }: Look, gathered: Gathered): string[] {
  const isThere = ({ record, rev }: SyncedEntry): boolean => rev > 0 || ['accepted', 'incomplete', 'unchanged'].includes(gathered.results.get(record)?.status ?? '');
  return ledger.entries.flatMap((entry) => (entry.unsent && !byId.has(entry.record) && isThere(entry) ? entry.record : []));
}

/** Records whose cells are gone and that the person wants back; what another pane is sending of one is not at the Worker yet, so it waits. */
export function keptHere({ deletions, decisions, ledger }: Look): string[] {
  const othersSend = inFlight(ledger);
  return deletions.flatMap(({ record }) => (decisions.kept.has(record) && !othersSend.has(record) ? [record] : []));
}

export function deletionsSent(gathered: Gathered): ReadonlySet<string> {
  return new Set(gathered.sent.filter((mutation) => mutation.kind === 'delete').map((mutation) => mutation.record));
}
