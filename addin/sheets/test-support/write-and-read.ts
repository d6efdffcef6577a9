// Values changed in a sheet's records, written back and read again: what was written must be read, all else must stand.

import { fieldAt, isRows, pathsOf, readPath, sameValue, writePath } from '../../../domain/forms/fields.ts';
import type { Field, Fields, FormDefinition, Path, Value } from '../../../domain/forms/definition.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import { addressOf } from '../image.ts';
import type { SheetImage } from '../image.ts';
import { patchRecord } from '../write/patch.ts';
import type { CellWrite, FieldChange, PatchPlan } from '../write/patch.ts';
import { recogniseSheet } from '../recognise.ts';
import type { RecognisedCell, RecognisedRecord } from '../recognised.ts';
import type { Random } from './random.ts';
import { personName, randomValue } from './random-record.ts';
import { writtenImage } from '../write/written-image.ts';

export interface RoundTrip {
  /** What is not as it should be, each as a line. */
  readonly faults: readonly string[];
  /** Cells that no record changed has, and that would be written all the same. */
  readonly strangers: readonly string[];
  /** What each record is to be read as. */
  readonly wanted: readonly Fields[];
  readonly written: number;
  readonly writes: readonly CellWrite[];
  readonly kept: PatchPlan['kept'];
}

export interface SheetRead {
  readonly image: SheetImage;
  readonly records: readonly RecognisedRecord[];
}

export function sheetRead(image: SheetImage): SheetRead {
  return { image, records: recogniseSheet(image).records };
}

/** The same values again: no cell is to change. */
export function rewritten({ records }: SheetRead): readonly string[] {
  return records.flatMap((record) => {
    const patch = patchRecord(formOf(record.form)!, record, pathsOf(record.fields).map(([path, value]) => ({ path, value })));
    return patch.writes.map((write) => `${record.form} ${addressOf(write.row, write.column)}: ${JSON.stringify(write.expected)} -> ${JSON.stringify(write.value)}`);
  });
}

/** Some records get other values in some of their fields. */
export function changedAndRead({ image, records: before }: SheetRead, random: Random, options: { readonly records?: number; readonly share?: number } = {}): RoundTrip {
  const readers = readersOf(before);
  const chosen = new Set(random.shuffled(before.map((_, index) => index)).slice(0, options.records ?? 3));
  const writes: CellWrite[] = [];
  const kept: PatchPlan['kept'][number][] = [];
  const wanted = before.map((record, index) => {
    if (!chosen.has(index)) return record.fields;
    const form = formOf(record.form)!;
    const changes = changesOf(form, record, readers, random, options.share ?? 0.5);
    const patch = patchRecord(form, record, changes);
    writes.push(...patch.writes);
    kept.push(...patch.kept);
    const isKept = new Set(patch.kept.map(({ path }) => path));
    return changes.filter(({ path }) => !isKept.has(path)).reduce((fields, { path, value }) => writePath(fields, path, value), record.fields);
  });
  const after = recogniseSheet(writtenImage(image, writes)).records;
  const shown = new Map(writes.map((write) => [`${write.row} ${write.column}`, `${JSON.stringify(write.expected)} -> ${JSON.stringify(write.value)}`]));
  const strangers = writes.filter((write) => !before.some((record, index) => chosen.has(index) && isCellOf(record, write))).map((write) => `${addressOf(write.row, write.column)} is no cell of the record`);
  const faults = [
    ...strangers,
    ...(after.length === before.length ? [] : [`${before.length} records before, ${after.length} after: ${[...shown.values()].join(' | ')}`]),
    ...before.flatMap((record, index) => differences(record, wanted[index]!, after.find((found) => found.form === record.form && found.place.row === record.place.row && found.place.column === record.place.column), shown)),
  ];
  return { faults, strangers, wanted, written: writes.length, kept, writes };
}

/** A record is taken away: its cells are emptied, its labels and its neighbours stand. What is not as it should be, each as a line. */
export function emptiedAndRead({ image, records: before }: SheetRead, random: Random): readonly string[] {
  if (before.length === 0) return [];
  const readers = readersOf(before);
  const gone = random.pick(before);
  const isOwn = (path: Path): boolean => gone.cells[path] !== undefined && readers.get(placeKey(gone.cells[path]))!.size === 1;
  const { writes, kept } = patchRecord(formOf(gone.form)!, gone, pathsOf(gone.fields).filter(([path]) => isOwn(path)).map(([path]) => ({ path, value: null })));
  const stays = new Set([...kept.map(({ path }) => path), ...Object.keys(gone.cells).filter((path) => !isOwn(path))]);
  const after = recogniseSheet(writtenImage(image, writes)).records;
  const at = (record: RecognisedRecord): RecognisedRecord | undefined => after.find((found) => found.form === record.form && found.place.row === record.place.row && found.place.column === record.place.column);
  const left = pathsOf(at(gone)?.fields ?? {}).map(([path]) => path).filter((path) => !path.endsWith('/order') && !stays.has(path) && !stays.has(path.replace(/\/[^/]+\//, '/')));
  return [
    ...left.map((path) => `${gone.form} ${path} is still read: ${JSON.stringify(readPath(at(gone)!.fields, path))}`),
    ...before.filter((record) => record !== gone).flatMap((record) => differences(record, record.fields, at(record), new Map())),
  ];
}

/** Where several records read a cell, a change of one would be one of the other. */
function readersOf(records: readonly RecognisedRecord[]): ReadonlyMap<string, ReadonlySet<RecognisedRecord>> {
  const readers = new Map<string, Set<RecognisedRecord>>();
  for (const record of records) {
    for (const cell of Object.values(record.cells)) {
      const key = placeKey(cell);
      readers.set(key, (readers.get(key) ?? new Set()).add(record));
    }
  }
  return readers;
}

/** A ditto mark reads the cell that it repeats. */
function placeKey(cell: RecognisedCell): string {
  const { row, column } = cell.says ?? cell;
  return `${row} ${column}`;
}

function changesOf(form: FormDefinition, record: RecognisedRecord, readers: ReturnType<typeof readersOf>, random: Random, share: number): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [path, cell] of Object.entries(record.cells)) {
    const field = fieldAt(form, path);
    if (!field || !random.chance(share) || readers.get(placeKey(cell))!.size > 1 || record.problems.some((problem) => problem.path === path)) continue;
    if (path.endsWith(`/${form.tables?.find((table) => table.key === path.split('/')[0])?.rowLabel}`)) continue;
    const old = readPath(record.fields, path);
    const isNeeded = field.required || form.naturalKey.includes(field.key) || path.includes('/');
    const value: Value | null = old !== undefined && !isNeeded && random.chance(0.2) ? null : another(old, () => valueFor(form, path, field, random, changes.length, yearOf(old) ?? yearAmong(record.fields)));
    if (value !== old && !sameValue(value, old) && !(old === undefined && path.includes('/') && !hasRow(record.fields, path))) changes.push({ path, value });
  }
  return changes;
}

/** Who signs is known by the look of it: a name, and words that judge. */
function valueFor(form: FormDefinition, path: Path, field: Field, random: Random, index: number, year: number): Value {
  const isSigned = form.tables?.find((table) => table.key === path.split('/')[0])?.isSigned;
  if (isSigned && field.key === 'name') return personName(random);
  if (isSigned && field.key === 'opinion') return random.pick(['同意', '同意。', '已阅', '情况属实，同意上报。', '不同意，请补充材料', `同意，请于${random.whole(2, 9)}日内办结`]);
  return randomValue(field, random, index, { year });
}

/** A day that moves to another year may lend it to others: that is tried where a sheet is read again before it is written. */
function yearOf(old: Value | undefined): number | undefined {
  const year = /^20\d\d(?=[-Q])/.exec(String(old ?? ''))?.[0];
  return year === undefined ? undefined : Number(year);
}

function yearAmong(fields: Fields): number {
  return pathsOf(fields).map(([, value]) => yearOf(value)).find((year) => year !== undefined) ?? 2026;
}

function another(old: Value | undefined, make: () => Value): Value | null {
  for (let turn = 0; turn < 20; turn++) {
    const value = make();
    if (!sameValue(value, old)) return value;
  }
  return old ?? null;
}

function hasRow(fields: Fields, path: Path): boolean {
  const [table, rowId] = path.split('/');
  const rows = fields[table!];
  return isRows(rows) && rows[rowId!] !== undefined;
}

function isCellOf(record: RecognisedRecord, write: CellWrite): boolean {
  return Object.values(record.cells).some((cell) => {
    const { writing } = cell;
    const places = [cell, ...(cell.entries ?? []), ...(cell.repeats ?? []), ...(writing.kind === 'ticks' ? writing.places : 'cells' in writing ? writing.cells : [])];
    return places.some((place) => place.row === write.row && place.column === write.column);
  });
}

function differences(before: RecognisedRecord, wanted: Fields, after: RecognisedRecord | undefined, shown: ReadonlyMap<string, string>): string[] {
  if (!after) return [`${before.form} at ${addressOf(before.place.row, before.place.column)} is gone`];
  const paths = new Set([...pathsOf(wanted), ...pathsOf(after.fields)].map(([path]) => path).filter((path) => !path.endsWith('/order')));
  return [...paths].flatMap((path) => {
    const value = readPath(wanted, path) ?? null;
    const read = readPath(after.fields, path) ?? null;
    if (sameValue(value, read)) return [];
    const cell = before.cells[path] ?? before.place;
    const writing = before.cells[path]?.writing;
    return [`${before.form} ${path} ${addressOf(cell.row, cell.column)} [${writing?.kind}]: wanted ${JSON.stringify(value)}, read ${JSON.stringify(read)}; ${shown.get(`${cell.row} ${cell.column}`) ?? `not written ${JSON.stringify(before.cells[path]?.value)}`}`];
  });
}
