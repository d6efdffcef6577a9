// What people do to the rows and columns of a list.

import { formOf } from '../../domain/forms/registry.ts';
import type { CellValue, SheetImage } from '../../addin/sheets/image.ts';
import type { RecognisedRecord } from '../../addin/sheets/recognised.ts';
import { newGift } from './company.ts';
import type { Making } from './company.ts';
import type { Desk } from './desk.ts';
import { change, recordsOf, tagAt } from './editing.ts';
import type { Editing } from './editing.ts';
import { typed, withColumnInserted, withColumnMoved, withRowCopied, withRowDeleted, withRowHidden, withRowInserted, withRowMoved, withRowOf, withRowsSorted } from './sheet-edits.ts';

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
export function newRow(desk: Desk, editing: Editing): string | null {
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

export function deleteRow(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.rows.length < 2) return null;
  const record = random.pick(list.rows);
  change(desk, list.sheet.id, (image) => withRowDeleted(image, record.place.row));
  return `${tagAt(record, 'remark')}`;
}

export function sortList(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.rows.length < 2) return null;
  const columns = Object.values(list.rows[0]!.cells).filter((cell) => cell.row === list.rows[0]!.place.row).map((cell) => cell.column);
  change(desk, list.sheet.id, (image) => withRowsSorted(image, list.rows[0]!.place.row, list.rows.at(-1)!.place.row, random.pick(columns)));
  return list.sheet.name;
}

export function moveRow(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.rows.length < 2) return null;
  const [from, to] = [random.pick(list.rows), random.pick(list.rows)];
  change(desk, list.sheet.id, (image) => withRowMoved(image, from.place.row, to.place.row));
  return `${tagAt(from, 'remark')} to row ${to.place.row + 1}`;
}

/** Cut from one list and pasted under another one of the same columns. */
export function moveRowAcross(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  const other = listOf(desk, random);
  if (!list || !other || list.sheet.id === other.sheet.id || list.rows.length < 2) return null;
  const [record, last] = [random.pick(list.rows), other.rows.at(-1)!];
  const columnsOf = ({ cells, place }: RecognisedRecord): string => JSON.stringify(Object.entries(cells).map(([path, cell]) => [path, cell.row === place.row ? cell.column : null]).sort());
  if (columnsOf(record) !== columnsOf(last)) return null;
  change(desk, other.sheet.id, (image) => withRowOf(image, last.place.row + 1, list.sheet, record.place.row));
  change(desk, list.sheet.id, (image) => withRowDeleted(image, record.place.row));
  return `${tagAt(record, 'remark')} from ${list.sheet.name} to ${other.sheet.name}`;
}

/** A copied row is given another name at once: it is another gift. */
export function copyRow(desk: Desk, { random, tokens }: Editing): string | null {
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

export function hideRow(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list) return null;
  const { row } = random.pick(list.rows).place;
  change(desk, list.sheet.id, (image) => withRowHidden(image, row));
  return `row ${row + 1}`;
}

export function insertColumn(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.sheet.values[0]!.length > 11) return null;
  const column = list.sheet.column + 1 + random(list.sheet.values[0]!.length - 1);
  change(desk, list.sheet.id, (image) => withColumnInserted(image, column));
  return `${list.sheet.name} before ${column + 1}`;
}

/** The first column bears the title. */
export function moveColumn(desk: Desk, { random }: Editing): string | null {
  const list = listOf(desk, random);
  if (!list || list.sheet.values[0]!.length < 3) return null;
  const [from, to] = [0, 0].map(() => list.sheet.column + 1 + random(list.sheet.values[0]!.length - 1)) as [number, number];
  change(desk, list.sheet.id, (image) => withColumnMoved(image, from, to));
  return `${from + 1} of ${list.sheet.name} to ${to + 1}`;
}
