// Whose a `_keybook` is where the workbook's settings say nothing of it: a program dropped them, or the workbook was never
// synchronised and the sheet came from another file. Knows neither Excel nor the wire.

import type { Audience, SignInAnswer } from '../../domain/protocol/messages.ts';
import { fingerprintOf, keyHashOf } from '../sheets/ledger-entry.ts';
import type { KnownRecord } from './known-record.ts';
import type { Look } from './look.ts';

/** It is for somebody else, and nothing that it remembers lies where it remembers it. */
export function isOfAnotherFile({ content, ledger, known }: Look, session: SignInAnswer): boolean {
  if (content.ledgerCells === null || content.ledgerMark !== null || isFor(ledger.audience, session)) return false;
  return !known.some((record) => liesHere(record, ledger.salt));
}

function isFor(audience: Audience | null, { member: { id, department } }: SignInAnswer): boolean {
  return audience?.id === (audience?.kind === 'member' ? id : department);
}

/** Sheets of two files may bear one id, and two files may hold one record: here both must agree. */
function liesHere({ entry, form, found }: KnownRecord, salt: string): boolean {
  if (entry?.sheet !== found.sheet) return false;
  return entry.fingerprint === fingerprintOf(found.fields, salt) || (entry.keyHash !== '' && entry.keyHash === keyHashOf(form, found.fields, salt));
}
