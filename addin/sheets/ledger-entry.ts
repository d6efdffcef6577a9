// What `_keybook` remembers of one record: who it is, where it lay and a salted hash of each value last agreed with the
// Worker. Knows no sheet: sync stores entries, the matcher and pending changes read them.

import { pathsOf } from '../../domain/forms/fields.ts';
import { naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import type { Fields, FormDefinition, Path, Value } from '../../domain/forms/definition.ts';
import type { Place } from './image.ts';

export type { Place };

export interface LedgerEntry {
  readonly record: string;
  readonly form: string;
  /** Rev of the record at which its cells were last agreed. */
  readonly rev: number;
  /** Excel's id of the sheet. */
  readonly sheet: string;
  readonly place: Place;
  /** Place of each row of a card's tables, by `table/rowId`. */
  readonly rowPlaces: Readonly<Record<string, Place>>;
  /** Hash of each value by path, `table/rowId/order` left out. */
  readonly hashes: Readonly<Record<Path, string>>;
  /** Rev of paths whose cell was kept while the record went on (a cell with a problem, a cell changed meanwhile). */
  readonly baseRevs?: Readonly<Record<Path, number>>;
  /** Hash of the cell's value that lost against a colleague's: it is not sent again until somebody changes the cell. */
  readonly held?: Readonly<Record<Path, string>>;
  /** Paths whose value this member may not see: never compared, never sent. */
  readonly masked?: readonly Path[];
  /** Hash of the natural key, '' while it is not whole. */
  readonly keyHash: string;
  /** Hash of the whole content in sheet order, free of row ids. */
  readonly fingerprint: string;
  /** Known of the Worker alone, and like something that lies here: asked about, never matched by likeness. */
  readonly likely?: boolean;
  /** Taken out of this workbook alone: it is neither deleted nor brought back. */
  readonly leftOut?: boolean;
}

/** The entry that remembers a record as it now stands in its cells. */
export function ledgerEntryOf(
  form: FormDefinition,
  record: { readonly id: string; readonly rev: number; readonly fields: Fields; readonly baseRevs?: Readonly<Record<Path, number>>; readonly masked?: readonly Path[] },
  where: { readonly sheet: string; readonly place: Place; readonly rowPlaces: Readonly<Record<string, Place>> },
  salt: string,
): LedgerEntry {
  return {
    record: record.id,
    form: form.id,
    rev: record.rev,
    sheet: where.sheet,
    place: where.place,
    rowPlaces: where.rowPlaces,
    hashes: hashesOf(record.fields, salt),
    ...(record.baseRevs && Object.keys(record.baseRevs).length > 0 ? { baseRevs: record.baseRevs } : {}),
    ...(record.masked && record.masked.length > 0 ? { masked: record.masked } : {}),
    keyHash: keyHashOf(form, record.fields, salt),
    fingerprint: fingerprintOf(record.fields, salt),
  };
}

/** Rev at which this workbook last saw a path: what an edit names as its base. */
export function baseRevOf(entry: LedgerEntry, path: Path): number {
  return entry.baseRevs?.[path] ?? entry.rev;
}

export const hashesOf = rememberedOf((fields, salt): Readonly<Record<Path, string>> => {
  const hashes: Record<Path, string> = {};
  for (const [path, value] of pathsOf(fields)) {
    if (!path.endsWith('/order')) hashes[path] = hash(value, salt);
  }
  return hashes;
});

/** Fields are never changed in place, and each look asks of every record several times. */
function rememberedOf<Answer>(answerOf: (fields: Fields, salt: string) => Answer): (fields: Fields, salt: string) => Answer {
  const known = new WeakMap<Fields, { readonly salt: string; readonly answer: Answer }>();
  return (fields, salt) => {
    const found = known.get(fields);
    if (found?.salt === salt) return found.answer;
    const answer = answerOf(fields, salt);
    known.set(fields, { salt, answer });
    return answer;
  };
}

export function keyHashOf(form: FormDefinition, fields: Fields, salt: string): string {
  const key = naturalKeyOf(form, fields, {});
  return key === null ? '' : hash(key, salt);
}

/** Row ids are random or provisional, so rows count by their table and their turn. */
export const fingerprintOf = rememberedOf((fields, salt) => {
  const turns = new Map<string, string>();
  const rowsByTable = new Map<string, number>();
  const parts: string[] = [];
  for (const [path, value] of pathsOf(fields)) {
    const [table, rowId, column] = path.split('/');
    if (column === 'order') continue;
    const row = `${table}/${rowId ?? ''}`;
    if (!turns.has(row)) {
      const turn = rowsByTable.get(table!) ?? 0;
      rowsByTable.set(table!, turn + 1);
      turns.set(row, String(turn));
    }
    parts.push(`${column === undefined ? table : `${table}/${turns.get(row)}/${column}`}=${JSON.stringify(value)}`);
  }
  return hash(parts.sort().join('\n'), salt);
});

/** 53 bits as hex. It finds changes, and it guards nothing: whoever can read the ledger can read the cells. */
export function hash(value: Value, salt: string): string {
  const text = `${salt}\u0000${typeof value}\u0000${typeof value === 'string' ? value : JSON.stringify(value)}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
