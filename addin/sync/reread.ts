// Writes tried on the sheet's image first and read again: a value that would be read as another, there or in any other
// record of the sheet (a day that lends its year, a text that looks like a label), is not written. Pure.

import { isRows, pathsOf, writePath } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Fields, FormDefinition } from '../../domain/forms/definition.ts';
import type { CellPatch } from '../excel/workbook-writes.ts';
import type { Place, SheetImage } from '../sheets/image.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import { writtenImage } from '../sheets/write/written-image.ts';
import type { RecordWrites } from './cell-writes.ts';
import type { Look } from './look.ts';
import type { SharedCells } from './shared-cells.ts';

/** What a record is to be read as once all is written. */
export interface Wanted {
  readonly id: string;
  readonly form: FormDefinition;
  readonly place: Place;
  readonly fields: Fields;
  /** Its cells are emptied: it may be found no more. */
  readonly mayBeGone?: boolean;
}

/** Of a look, how its sheets are read and what was read on them. */
interface Reader {
  readonly recognise: Look['recognise'];
  readonly recognition: Pick<Look['recognition'], 'records'>;
}

/** True where every record wanted is read as it is, and nothing else. */
export function isReadAs(look: Reader, sheet: SheetImage, writes: readonly CellPatch[], wanted: readonly Wanted[]): boolean {
  const found = new Map(look.recognise(writtenImage(sheet, writes)).map((record) => [keyOf(record), record]));
  const known = new Set([...wanted, ...look.recognition.records.filter((record) => record.sheet === sheet.id)].map(keyOf));
  const isRight = (one: Wanted): boolean => {
    const record = found.get(keyOf(one));
    return record ? contentOf(one.form, record.fields) === contentOf(one.form, one.fields) : one.mayBeGone === true;
  };
  return [...found.keys()].every((key) => known.has(key)) && wanted.every(isRight);
}

/** As many as go together, in their order: few are left out, so halves are tried. */
export function admitted<Item>(items: readonly Item[], isRight: (some: readonly Item[]) => boolean): Item[] {
  const admittedSoFar: Item[] = [];
  const admit = (some: readonly Item[]): void => {
    if (some.length === 0) return;
    if (isRight([...admittedSoFar, ...some])) admittedSoFar.push(...some);
    else if (some.length > 1) {
      admit(some.slice(0, some.length / 2));
      admit(some.slice(some.length / 2));
    }
  };
  admit(items);
  return admittedSoFar;
}

function keyOf(one: { readonly form: string | FormDefinition; readonly place: Place }): string {
  return `${typeof one.form === 'string' ? one.form : one.form.id} ${one.place.row} ${one.place.column}`;
}

/** Rows count by what they say: their ids and turns are of no cell. What is reckoned follows by itself. */
function contentOf(form: FormDefinition, fields: Fields): string {
  const reckoned = new Set(form.fields.filter((field) => field.reckoned).map((field) => field.key));
  const parts = Object.entries(fields).flatMap(([key, content]) => {
    if (!isRows(content)) return reckoned.has(key) ? [] : [`${key}=${JSON.stringify(content)}`];
    const label = form.tables?.find((table) => table.key === key)?.rowLabel;
    return Object.values(content).map((row) => `${key}:${JSON.stringify(Object.entries(row).filter(([column]) => column !== 'order' && column !== label).sort())}`);
  });
  return parts.filter((part) => !part.endsWith(':[]')).sort().join('\n');
}

/** The writes that must not be made, each record's all or none. */
export function unreadableWrites(look: Look, records: readonly RecordWrites[], shared: SharedCells): ReadonlySet<CellPatch> {
  const refused = new Set<CellPatch>();
  for (const [sheet, own] of bySheet(look, records)) {
    const writing = own.filter((record) => record.writes.length > 0);
    const writesBut = (some: readonly RecordWrites[]): CellPatch[] => writing.filter((record) => !some.includes(record)).flatMap((record) => record.writes);
    const isRight = (some: readonly RecordWrites[]): boolean => {
      const left = new Set(writesBut(some));
      const made = some.flatMap((record) => record.writes).filter((write) => !shared.refused.has(write));
      return isReadAs(look, sheet, made, own.map((record) => wantedOf(record, left, shared)));
    };
    for (const write of writesBut(admitted(writing, isRight))) refused.add(write);
  }
  return refused;
}

function bySheet(look: Look, records: readonly RecordWrites[]): [SheetImage, RecordWrites[]][] {
  const touched = new Set(records.flatMap(({ writes }) => writes.map((write) => write.sheet)));
  return look.content.image.sheets.flatMap((sheet): [SheetImage, RecordWrites[]][] => (touched.has(sheet.id) ? [[sheet, records.filter(({ settled }) => settled.known.found.sheet === sheet.id)]] : []));
}

export function wantedOf(record: RecordWrites, failed: ReadonlySet<CellPatch>, shared: SharedCells): Wanted {
  const { settled } = record;
  const { form, found } = settled.known;
  const all = new Set([...failed, ...shared.refused]);
  const written = new Set([...record.written(all), ...shared.writtenByOthers(settled.id, all)]);
  const fields = settled.incoming.filter((change) => written.has(change.path)).reduce((sum, { path, value }) => writePath(sum, path, value), found.fields);
  return { id: settled.id, form: formOf(form.id) ?? form, place: found.place, fields, mayBeGone: pathsOf(fields).every(([path]) => isPrinted(found, path)) };
}

function isPrinted({ cells }: RecognisedRecord, path: string): boolean {
  const cell = cells[path];
  return cell === undefined || cell.writing.kind === 'fixed' || cell.formula;
}
