// What is asked before anything is sent: records whose cells were taken out, and rows of which the sheets alone cannot say
// which record they are, with the evidence side by side. Pure. `seen`: a record's content as this pane last saw it;
// `_keybook` holds no values, so what the pane has not seen is told as differing or not.

import { pathsOf, readPath } from '../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path, Value } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { MatchCandidate, MatchQuestion, Questions } from '../panes/shared-services.ts';
import type { CellLink, SyncWishes } from '../panes/services.ts';
import { hash, keyHashOf } from '../sheets/ledger-entry.ts';
import type { LedgerEntry } from '../sheets/ledger-entry.ts';
import { labelOf } from '../sheets/match/pending.ts';
import { matchRows, renameRows } from '../sheets/match/match-rows.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import { rowName } from './conflict-views.ts';
import type { Decisions } from './identify.ts';
import type { Look } from './look.ts';

export type Seen = (record: string) => Fields | undefined;

/** So many fields a row is known by. */
const fieldsShown = 6;

export function questionsOf(look: Look, seen: Seen): Questions {
  return {
    deletions: look.deletions.map((entry) => ({ record: entry.record, form: entry.form, label: labelSeen(entry, seen), was: placeOf(look, entry) })),
    matches: look.questions.map((question): MatchQuestion => {
      const { id, kind, record, candidates } = question;
      const form = formOf(record.form)!;
      const fields = pathsOf(record.fields).filter(([path]) => !path.endsWith('/order')).slice(0, fieldsShown).map(([path, value]) => ({ path, value }));
      return { id, kind, form: record.form, label: labelOf(form, record.fields), cell: look.linkOf(record.sheet, record.place), fields, mayBeNew: mayBeNew(look, question), candidates: candidates.map((entry) => candidateOf(look, form, record, entry, seen)) };
    }),
  };
}

/** Records that are asked about and that this pane has never seen. */
export function unseenRecords(look: Look, seen: Seen): string[] {
  const asked = [...look.deletions, ...look.questions.flatMap(({ candidates }) => candidates)].map((entry) => entry.record);
  return [...new Set(asked)].filter((record) => seen(record) === undefined);
}

/** Rows of a card's own tables are compared with those that they would be, were the card this record. */
function candidateOf(look: Look, form: FormDefinition, found: RecognisedRecord, entry: LedgerEntry, seen: Seen): MatchCandidate {
  const there = seen(entry.record);
  const { fields } = asRecord(form, found, entry, look.ledger.salt);
  const here = (path: Path): Value | null => readPath(fields, path) ?? null;
  const paths = new Set([...pathsOf(fields).map(([path]) => path), ...Object.keys(entry.hashes)]);
  const differing = [...paths].filter((path) => !path.endsWith('/order') && entry.hashes[path] !== hashOf(here(path), look.ledger.salt));
  const differences = differing.map((path) => {
    const row = rowName(form, fields, path) ?? rowName(form, there ?? {}, path);
    return { path, ...(row === undefined ? {} : { row }), here: here(path), ...(there ? { there: readPath(there, path) ?? null } : {}) };
  });
  return { record: entry.record, label: labelSeen(entry, seen), was: look.cellOf(entry.record, null) ?? placeOf(look, entry), differences };
}

function asRecord(form: FormDefinition, found: RecognisedRecord, entry: LedgerEntry, salt: string): RecognisedRecord {
  let rows = 0;
  return renameRows(found, matchRows(form, found, entry, salt, () => `row-of-its-own-${(rows += 1)}`));
}

/** A mixture that bears a record's own key is no record beside it: a second one of that key would be made, and the first be missed. */
function mayBeNew(look: Look, { kind, record, candidates }: Look['questions'][number]): boolean {
  const key = keyHashOf(formOf(record.form)!, record.fields, look.ledger.salt);
  return kind !== 'mixed' || key === '' || candidates.every((entry) => entry.keyHash !== key);
}

function hashOf(value: Value | null, salt: string): string | undefined {
  return value === null ? undefined : hash(value, salt);
}

function labelSeen(entry: LedgerEntry, seen: Seen): string {
  const fields = seen(entry.record);
  const form = formOf(entry.form);
  return fields && form ? labelOf(form, fields) : '';
}

/** Where a record lay, as long as the sheet is there. */
function placeOf(look: Look, entry: LedgerEntry): CellLink | null {
  return look.content.image.sheets.some((sheet) => sheet.id === entry.sheet) ? look.linkOf(entry.sheet, entry.place) : null;
}

export function decisionsOf({ answers = [], deletions }: SyncWishes): Decisions {
  return {
    answers: new Map(answers.map(({ id, record }) => [id, record])),
    deleted: new Set(deletions?.confirmed),
    kept: new Set(deletions?.keep),
    leftOut: new Set(deletions?.leftOut),
  };
}
