// What a person is told of: tokens in cells whose row waits to be sent, is asked about, lost against a colleague, was called
// a copy by the person, or is out of sight by now.

import type { RecognisedRecord } from '../../addin/sheets/recognised.ts';
import type { Look } from '../../addin/sync/look.ts';
import { typedOutOfSight } from '../../addin/sync/out-of-sight.ts';
import { tokensInValue } from './tokens.ts';

export function tokensTold(look: Look): ReadonlySet<string> {
  const waiting = new Set(look.mutations.map((mutation) => mutation.record));
  const open = look.known.filter(({ id, entry }) => waiting.has(id) || entry?.unsent || entry?.held).map(({ found }) => found);
  const outOfSight = look.known.filter((known) => typedOutOfSight(known, look).length > 0).map(({ found }) => found);
  const asked = look.questions.map(({ record }) => record);
  return new Set([...open, ...outOfSight, ...asked, ...copiesIn(look)].flatMap((record) => tokensInValue(record.fields)));
}

/** Rows that a person has called copies, of which nothing is to be sent. */
function copiesIn({ recognition, known, questions, ledger }: Look): RecognisedRecord[] {
  if (ledger.copies.length === 0) return [];
  const placeOf = ({ sheet, place }: RecognisedRecord): string => `${sheet} ${place.row} ${place.column}`;
  const others = new Set([...known.map(({ found }) => placeOf(found)), ...questions.map(({ record }) => placeOf(record))]);
  return recognition.records.filter((record) => !others.has(placeOf(record)));
}
