// What the people of the simulation do between syncs, drawn by chance. Each edit names itself, so that a failure can be
// told as a story.

import type { Path } from '../../domain/forms/definition.ts';
import { fieldAt, readPath } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from '../../addin/sheets/write/draw-form.ts';
import { imageOfPlan } from '../../addin/sheets/write/image-of-plan.ts';
import type { CellValue, SheetImage } from '../../addin/sheets/image.ts';
import type { RecognisedRecord } from '../../addin/sheets/recognised.ts';
import { newGift, newReport } from './company.ts';
import type { Making } from './company.ts';
import { recognised } from './recognised.ts';
import type { Desk } from './desk.ts';
import { typed, withColumnInserted, withRowCopied, withRowDeleted, withRowHidden, withRowInserted, withRowMoved, withRowsSorted } from './sheet-edits.ts';
import { tagPattern } from './tokens.ts';

export interface Editing extends Making {
  readonly days: () => string;
}

type Edit = (desk: Desk, editing: Editing) => string | null;

/** Edits with their weights. */
const edits: readonly (readonly [number, string, Edit])[] = [
  [40, 'type', typeField],
  [8, 'clear', clearField],
  [10, 'new row', newRow],
  [4, 'delete row', deleteRow],
  [4, 'sort', sortList],
  [3, 'move row', moveRow],
  [3, 'copy row', copyRow],
  [2, 'hide row', hideRow],
  [1, 'insert column', insertColumn],
  [2, 'rename sheet', renameSheet],
  [1, 'copy sheet', copySheet],
  [1, 'remove sheet', removeSheet],
  [3, 'new card', newCard],
];

export function editOnce(desk: Desk, editing: Editing): string {
  let left = editing.random(edits.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, name, edit] of edits) {
    left -= weight;
    if (left >= 0) continue;
    const told = edit(desk, editing);
    return `${desk.name} ${name}${told === null ? ': nothing to do' : ` ${told}`}`;
  }
  return '';
}

/** Typing in one cell, as somebody does while a request is under way. */
export function typeOnce(desk: Desk, editing: Editing): string {
  return `${desk.name} type ${typeField(desk, editing) ?? ': nothing to do'}`;
}

function recordsOf(desk: Desk, isWanted: (record: RecognisedRecord) => boolean = () => true): readonly RecognisedRecord[] {
  return desk.workbook.sheets.filter((sheet) => sheet.visibility === 'visible').flatMap((sheet) => recognised(sheet, { year: 2026, learned: [] }).records).filter(isWanted);
}

function change(desk: Desk, sheet: string, changed: (image: SheetImage) => SheetImage): void {
  desk.workbook.sheets = desk.workbook.sheets.map((image) => (image.id === sheet ? changed(image) : image));
}

/** The tag of a path: its row's, else the record's. */
function tagAt(record: RecognisedRecord, path: Path): string | null {
  const [table, row] = path.split('/');
  const content = row === undefined ? Object.values(record.fields).filter((value) => typeof value === 'string') : Object.values((record.fields[table!] as never)?.[row] ?? {});
  for (const value of content) {
    const tag = tagPattern.exec(String(value))?.[1];
    if (tag !== undefined) return tag;
  }
  return null;
}

/** Cells that people type into: texts and amounts that are not part of the natural key. */
function freeCells(record: RecognisedRecord): Path[] {
  const form = formOf(record.form)!;
  return Object.entries(record.cells).flatMap(([path, cell]) => {
    const field = fieldAt(form, path);
    if (!field || !['text', 'money'].includes(field.type.kind) || cell.writing.kind !== 'plain' || cell.formula) return [];
    if (form.naturalKey.includes(path) || String(readPath(record.fields, path) ?? '').includes('n@')) return [];
    return tagAt(record, path) === null ? [] : [path];
  });
}

function typeField(desk: Desk, { random, tokens }: Editing): string | null {
  const records = recordsOf(desk);
  if (records.length === 0) return null;
  const record = random.pick(records);
  const paths = freeCells(record);
  if (paths.length === 0) return null;
  const path = random.pick(paths);
  const tag = tagAt(record, path)!;
  const isMoney = fieldAt(formOf(record.form)!, path)!.type.kind === 'money';
  const value: CellValue = isMoney ? tokens.amount(tag) : tokens.text(tag);
  const cell = record.cells[path]!;
  change(desk, record.sheet, (image) => typed(image, cell.row, cell.column, value));
  return `${path} of ${tag} = ${value}`;
}

function clearField(desk: Desk, { random }: Editing): string | null {
  const records = recordsOf(desk);
  if (records.length === 0) return null;
  const record = random.pick(records);
  const paths = freeCells(record).filter((path) => readPath(record.fields, path) !== undefined && !fieldAt(formOf(record.form)!, path)!.required);
  if (paths.length === 0) return null;
  const path = random.pick(paths);
  const cell = record.cells[path]!;
  change(desk, record.sheet, (image) => typed(image, cell.row, cell.column, ''));
  return `${path} of ${tagAt(record, path)}`;
}

interface List {
  readonly sheet: SheetImage;
  readonly rows: readonly RecognisedRecord[];
}

function listOf(desk: Desk, random: Making['random']): List | null {
  const rows = recordsOf(desk, (record) => formOf(record.form)!.kind === 'list');
  const bySheet = [...Map.groupBy(rows, (row) => row.sheet)];
  if (bySheet.length === 0) return null;
  const [id, ofSheet] = random.pick(bySheet);
  return { sheet: desk.workbook.sheets.find((sheet) => sheet.id === id)!, rows: [...ofSheet].sort((a, b) => a.place.row - b.place.row) };
}

/** A new row, in the middle or under the last one; column by column as the row above is laid out. */
function newRow(desk: Desk, editing: Editing): string | null {
  const list = listOf(desk, editing.random);
  if (!list) return null;
  const like = editing.random.pick(list.rows);
  const isInside = editing.random.chance(40);
  const row = isInside ? like.place.row : list.rows.at(-1)!.place.row + 1;
  const gift = newGift(editing, '');
  const cells = Object.entries(like.cells);
  change(desk, list.sheet.id, (image) => {
    const opened = isInside || editing.random.chance(30) ? withRowInserted(image, row) : image;
    const isBlank = cells.every(([, cell]) => cell.row !== like.place.row || (opened.values[row - opened.row]?.[cell.column - opened.column] ?? '') === '');
    if (!isBlank) return withRowInserted(opened, row);
    return cells.reduce((sheet, [path, cell]) => {
      const value = gift[path];
      if (cell.row !== like.place.row || cell.writing.kind !== 'plain' || value === undefined) return sheet;
      return typed(sheet, row, cell.column, path === 'budget_value' ? Number(value) / 100 : (value as CellValue));
    }, opened);
  });
  return `${gift['gift_name'] as string} at row ${row + 1}`;
}

function deleteRow(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.rows.length < 2) return null;
  const record = random.pick(list.rows);
  change(desk, list.sheet.id, (image) => withRowDeleted(image, record.place.row));
  return `${tagAt(record, 'remark')}`;
}

function sortList(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.rows.length < 2) return null;
  const columns = Object.values(list.rows[0]!.cells).filter((cell) => cell.row === list.rows[0]!.place.row).map((cell) => cell.column);
  change(desk, list.sheet.id, (image) => withRowsSorted(image, list.rows[0]!.place.row, list.rows.at(-1)!.place.row, random.pick(columns)));
  return list.sheet.name;
}

function moveRow(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.rows.length < 2) return null;
  const [from, to] = [random.pick(list.rows), random.pick(list.rows)];
  change(desk, list.sheet.id, (image) => withRowMoved(image, from.place.row, to.place.row));
  return `${tagAt(from, 'remark')} to row ${to.place.row + 1}`;
}

/** A copied row is given another name at once: it is another gift. */
function copyRow(desk: Desk, { random, tokens }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list) return null;
  const record = random.pick(list.rows);
  const name = record.cells['gift_name'];
  if (!name) return null;
  const row = list.rows.at(-1)!.place.row + 1;
  const tag = tokens.tag();
  change(desk, list.sheet.id, (image) => {
    const copied = withRowCopied(withRowInserted(image, row), record.place.row, row);
    const others = Object.entries(record.cells).filter(([path, cell]) => cell.row === record.place.row && ['remark', 'budget_value', 'cooperation_status', 'status'].includes(path));
    return others.reduce((sheet, [path, cell]) => typed(sheet, row, cell.column, path === 'budget_value' ? tokens.amount(tag) : tokens.text(tag)), typed(copied, row, name.column, `茶n@${tag}`));
  });
  return `${tagAt(record, 'remark')} as ${tag}`;
}

function hideRow(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list) return null;
  const { row } = random.pick(list.rows).place;
  change(desk, list.sheet.id, (image) => withRowHidden(image, row));
  return `row ${row + 1}`;
}

function insertColumn(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.sheet.values[0]!.length > 11) return null;
  const column = list.sheet.column + 1 + random(list.sheet.values[0]!.length - 1);
  change(desk, list.sheet.id, (image) => withColumnInserted(image, column));
  return `${list.sheet.name} before ${column + 1}`;
}

function renameSheet(desk: Desk, { random }: Editing): string | null {
  if (desk.workbook.sheets.length === 0) return null;
  const sheet = random.pick(desk.workbook.sheets);
  const name = `改名${random(100_000)}`;
  if (desk.workbook.sheets.some((other) => other.name === name)) return null;
  change(desk, sheet.id, (image) => ({ ...image, name }));
  return `${sheet.name} to ${name}`;
}

function copySheet(desk: Desk, { random }: Editing): string | null {
  if (desk.workbook.sheets.length === 0 || desk.workbook.sheets.length > 8) return null;
  const sheet = random.pick(desk.workbook.sheets);
  const copy = { ...sheet, id: desk.workbook.sheetId(), name: `${sheet.name.slice(0, 20)} 副本${random(10_000)}` };
  desk.workbook.sheets = [...desk.workbook.sheets, copy];
  return sheet.name;
}

function removeSheet(desk: Desk, { random }: Editing): string | null {
  if (desk.workbook.sheets.length < 3) return null;
  const sheet = random.pick(desk.workbook.sheets);
  desk.workbook.sheets = desk.workbook.sheets.filter((other) => other !== sheet);
  return sheet.name;
}

function newCard(desk: Desk, editing: Editing): string | null {
  if (desk.workbook.sheets.length > 8) return null;
  const fields = newReport(editing, editing.days());
  const id = desk.workbook.sheetId();
  const plan = drawForm(formOf('visit-report')!, [fields], { name: `新日报${editing.random(100_000)}`, key: id });
  desk.workbook.sheets = [...desk.workbook.sheets, imageOfPlan(plan, id)];
  return `${fields['issues_handled'] as string}`;
}
