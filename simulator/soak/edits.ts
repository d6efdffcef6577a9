// What the people of the simulation do between syncs, drawn by chance. Each edit names itself, so that a failure can be
// told as a story.

import type { Path } from '../../domain/forms/definition.ts';
import { fieldAt, readPath } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from '../../addin/sheets/write/draw-form.ts';
import { imageOfPlan } from '../../addin/sheets/write/image-of-plan.ts';
import type { CellValue } from '../../addin/sheets/image.ts';
import type { RecognisedRecord } from '../../addin/sheets/recognised.ts';
import { newReport } from './company.ts';
import type { Desk } from './desk.ts';
import { change, recordsOf, tagAt } from './editing.ts';
import type { Edit, Editing } from './editing.ts';
import { copyRow, deleteRow, hideRow, insertColumn, moveColumn, moveRow, moveRowAcross, newRow, sortList } from './list-edits.ts';
import { typed } from './sheet-edits.ts';

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
  [2, 'move row to another sheet', moveRowAcross],
  [1, 'insert column', insertColumn],
  [1, 'move column', moveColumn],
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
