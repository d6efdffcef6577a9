// Protocol steps 1 and 2: what lies in the workbook, which record each of it is, and what is pending. Pure; asks nobody.

import { naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import type { Path } from '../../domain/forms/definition.ts';
import type { WorkbookContent } from '../excel/read-workbook.ts';
import type { CellLink } from '../panes/services.ts';
import { addressOf } from '../sheets/image.ts';
import type { SheetImage } from '../sheets/image.ts';
import { fingerprintOf, keyHashOf, ledgerEntryOf } from '../sheets/ledger-entry.ts';
import type { Place } from '../sheets/ledger-entry.ts';
import type { SheetRecogniser } from '../sheets/recognise-again.ts';
import { recogniseWorkbook } from '../sheets/recognise.ts';
import type { Recognition, RecognisedRecord } from '../sheets/recognised.ts';
import { identify, undecided } from './identify.ts';
import type { Decisions, Identified } from './identify.ts';
import type { KnownRecord } from './known-record.ts';
import { inFlight } from './overtaken.ts';
import type { Ledger, ReadLedger, SyncedEntry } from './ledger.ts';

interface LookedAt {
  readonly content: WorkbookContent;
  readonly ledger: Ledger;
  readonly ledgerState: ReadLedger['state'];
  readonly recognition: Recognition;
  /** Reads a sheet as this workbook's were read. */
  readonly recognise: (sheet: SheetImage) => readonly RecognisedRecord[];
  readonly decisions: Decisions;
  /** The `_keybook` cells as they now stand in the workbook; follows every write. */
  readonly cells: { current: readonly string[] | null };
}

export interface Look extends LookedAt, Identified {
  readonly byId: ReadonlyMap<string, KnownRecord>;
  /** What is pending and nobody else is sending. */
  readonly mutations: readonly Mutation[];
  /** The ledger with an entry for every creation, and every record as it lies now: what is sealed is of these cells, whatever becomes of them before the answer. */
  readonly ledgerToSeal: Ledger;
  formOf(record: string): string | undefined;
  /** Cell of a path, or of the record where the path is null or lies in no cell. */
  cellOf(record: string, path: Path | null): CellLink | null;
  linkOf(sheet: string, place: Place): CellLink;
  hasKey(known: KnownRecord): boolean;
}

export interface LookOptions {
  readonly newId: () => string;
  /** Year of days written without one. */
  readonly year?: number;
  /** What the department has taught about labels. */
  readonly learned?: readonly LearnedWord[];
  /** What a person said of what was asked. */
  readonly decisions?: Decisions;
  /** One that remembers the sheets of the last look. */
  readonly recogniseSheet?: SheetRecogniser;
}

export function lookAt(content: WorkbookContent, read: ReadLedger, options: LookOptions): Look {
  const { year, learned = [], decisions = undecided, recogniseSheet } = options;
  const reading = year === undefined ? { learned } : { year, learned };
  const recognition = recogniseWorkbook(content.image, recogniseSheet ? { ...reading, recogniseSheet } : reading);
  const recognise = (sheet: SheetImage): readonly RecognisedRecord[] => recogniseWorkbook({ ...content.image, sheets: [sheet] }, reading).records;
  const base = { content, ledger: read.ledger, ledgerState: read.state, recognition, recognise, decisions, cells: { current: content.ledgerCells } };
  return lookAgain(base, read.ledger, options.newId);
}

/** The same cells under a ledger that knows more. */
export function lookAgain(base: LookedAt, ledger: Ledger, newId: () => string): Look {
  return withLinks({ ...base, ledger }, identify(base.recognition, { ledger, state: base.ledgerState }, newId, base.decisions));
}

function withLinks(base: LookedAt, identified: Identified): Look {
  const { known, missing, pending } = identified;
  const byId = new Map(known.map((record) => [record.id, record]));
  const forms = new Map([...known.map((record) => [record.id, record.form.id] as const), ...missing.map((entry) => [entry.record, entry.form] as const)]);
  const names = new Map(base.content.image.sheets.map((sheet) => [sheet.id, sheet.name]));
  const linkOf = (sheet: string, place: Place): CellLink => ({ sheet: names.get(sheet) ?? sheet.replace(/^name:/, ''), address: addressOf(place.row, place.column) });
  const othersSend = inFlight(base.ledger);
  const unsent = known.filter((record) => !record.entry).map((record) => unsentEntry(record, base.ledger.salt));
  return {
    ...base,
    ...identified,
    byId,
    mutations: pending.flatMap(({ mutation }) => (othersSend.has(mutation.record) ? [] : mutation)),
    ledgerToSeal: { ...base.ledger, entries: [...base.ledger.entries.map((entry) => asItLies(entry, byId.get(entry.record), base.ledger.salt)), ...unsent] },
    formOf: (record) => forms.get(record),
    cellOf: (record, path) => {
      const found = byId.get(record)?.found;
      if (!found) return null;
      return linkOf(found.sheet, (path === null ? undefined : found.cells[path]) ?? found.place);
    },
    linkOf,
    hasKey: (record) => naturalKeyOf(record.form, record.found.fields, {}) !== null,
  };
}

/** Says what the Worker has refused, unchanged. */
export function isRefused({ byId, ledger }: Pick<Look, 'byId' | 'ledger'>, record: string): boolean {
  const known = byId.get(record);
  const refused = known?.entry?.refused;
  return refused !== undefined && refused.content === fingerprintOf(known!.found.fields, ledger.salt);
}

function unsentEntry({ id, form, found }: KnownRecord, salt: string): SyncedEntry {
  return { ...ledgerEntryOf(form, { id, rev: 0, fields: found.fields }, found, salt), unsent: true };
}

/** By what it is found again; what was agreed stays as it was. */
function asItLies(entry: SyncedEntry, known: KnownRecord | undefined, salt: string): SyncedEntry {
  if (!known) return entry;
  const { form, found: { fields, sheet, place } } = known;
  return { ...entry, sheet, place: { row: place.row, column: place.column }, keyHash: keyHashOf(form, fields, salt), fingerprint: fingerprintOf(fields, salt) };
}
