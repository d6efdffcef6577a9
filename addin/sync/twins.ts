// Which rows lie beside a record that they are like. Pure.

import type { Fields } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { keyHashOf } from '../sheets/ledger-entry.ts';
import { contentKeyOf } from '../sheets/match/match-groups.ts';
import type { MatchQuestion } from '../sheets/match/match-groups.ts';
import type { Gathered } from './conversation.ts';
import type { Ledger } from './ledger.ts';
import type { Look } from './look.ts';

/**
 * By what a row says: the record beside which it lies, and that it is like by its key or by names that only the Worker knows.
 * Such a row is asked about, and not taken for the record when that one's own row goes. `arrived`: records that get a place
 * of their own with this answer.
 */
export function twinsAfter(look: Look, gathered: Gathered, arrived: readonly string[]): Ledger['twins'] {
  const { salt } = look.ledger;
  const lying = look.questions.length === 0 ? new Map<string, string>() : lyingByKey(look, gathered, arrived);
  const original = ({ kind, record, candidates: [first, ...others] }: MatchQuestion): string | undefined => {
    const key = keyHashOf(formOf(record.form)!, record.fields, salt);
    if (kind === 'copy' || (kind === 'unclear' && others.length === 0 && key !== '' && first!.keyHash === key)) return first!.record;
    return look.ledger.twins[contentKeyOf(record, salt)] ?? lying.get(key);
  };
  const asked = look.questions.map((question) => [contentKeyOf(question.record, salt), original(question)] as const);
  const told = look.known.flatMap(({ id, found }) => {
    const twin = gathered.results.get(id)?.duplicateOf;
    return twin !== undefined && twin !== id && look.byId.has(twin) ? [[contentKeyOf(found, salt), twin] as const] : [];
  });
  return Object.fromEntries([...asked, ...answered(look), ...told].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Rows that a person called copies, beside the record of their key wherever that one lies. */
function answered({ copies, ledger, recognition }: Look): (readonly [string, string | undefined])[] {
  if (copies.length === 0) return [];
  const { salt, entries } = ledger;
  const contents = new Set(copies.map((id) => id.slice(0, id.lastIndexOf('-'))));
  const byKey = new Map(entries.filter(({ keyHash }) => keyHash !== '').map(({ keyHash, record }) => [keyHash, record]));
  return recognition.records.flatMap((record) => {
    const content = contentKeyOf(record, salt);
    return contents.has(content) ? [[content, byKey.get(keyHashOf(formOf(record.form)!, record.fields, salt))] as const] : [];
  });
}

function lyingByKey({ known, ledger }: Look, gathered: Gathered, arrived: readonly string[]): Map<string, string> {
  const here = known.map(({ id, form, found }) => [keyHashOf(form, found.fields, ledger.salt), id] as const);
  const coming = arrived.flatMap((id) => gathered.changes.get(id) ?? []).map(({ record, form, fields }) => [keyHashOf(formOf(form)!, fields as Fields, ledger.salt), record] as const);
  return new Map([...here, ...coming].filter(([key]) => key !== ''));
}
