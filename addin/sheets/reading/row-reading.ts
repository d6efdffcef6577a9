// One row under a heading row: each column's cell read as its field. Knows neither lists nor cards.

import { ringedLetter } from '../../../domain/forms/reading/choices.ts';
import { compact, empty, read, unreadable } from '../../../domain/forms/reading/typed.ts';
import type { Reading } from '../../../domain/forms/reading/read-value.ts';
import type { Field, Path } from '../../../domain/forms/definition.ts';
import { dayColumnsOf, readDayColumns } from './day-columns.ts';
import { placeIn, readField, settle } from './draft.ts';
import type { Draft } from './draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { repeatsHeading } from './header.ts';
import type { HeaderColumn } from './header.ts';
import { labelKey } from './label-text.ts';

const dittoMarks = new Set(['〃', '″', '"', '同上', '""', "''"]);
/** Never the beginning of a sentence (`合计数不对`). */
const totalWords = /^(本页|本月|本周|本季|本年)?(合计|小计|总计|共计|累计)($|[:(\d]|金额|费用|数量|人民币)|^汇总$|^共\d+[户家条人项笔份个次]$/;
/** `赵一鸣小计`, `9月合计(元)` */
const totalEnding = /^.{1,12}(合计|小计|总计|共计|累计)(\([^()]*\))?$/;
/** `10月中旬小计`: nobody and nothing is called so, whatever stands beside it. */
const subtotalEnding = /^.{1,12}小计(\([^()]*\))?$/;
/** `审核：`, `制表人：王一`, `部门负责人签字：`, `Prepared by 制表: 王一`, `编制 Prepared by: 王一` */
const signature = /^(?:[A-Za-z][A-Za-z./& ]{0,24})?[^:：]{0,8}(签字|签名|签章|盖章|制表|填表|编制|审核|审批|批准|复核|经办|主管)[^:：]{0,4}(?:[ /]*[A-Za-z][A-Za-z./& ]{0,24})?[:：]|^(?:prepared|compiled|filled(?: in)?|checked|reviewed|approved|signed) by\b[^:：]{0,16}[:：]/i;

const remark = /^\s*(※|★|[注註][:：]|(备注|備註)?[说說]明[:：]|填[写寫表][说說]明|温馨提示|序[号號]\s*$|附\s*[件注註]\s*[:：]?\s*$)/;

/** What people write beside a form's values: who made the sheet, remarks, the heading of running numbers. */
export function isAside(text: string): boolean {
  return signature.test(text) || remark.test(text);
}

export type RowKind = 'content' | 'blank' | 'subtotal' | 'total' | 'other';

/** What a row under a heading is, by its geometry and its first words. */
export function rowKind(grid: Grid, row: number, columns: readonly HeaderColumn[], left: number, right: number, isAlone = true): RowKind {
  const own = grid.rowCells(row).filter((cell) => cell.column + cell.columns > left && cell.column < right);
  if (own.length === 0) return 'blank';
  const total = totalWord(own);
  if (total !== undefined) return total.startsWith('小计') || !totalWords.test(total) ? 'subtotal' : 'total';
  if (own.some((cell) => spansSeveral(cell, columns) || cell.column < left)) return 'other';
  const mapped = columns.filter((column) => own.some((cell) => covers(cell, column)));
  if (mapped.length === 0) return 'blank';
  // A heading said once more beside it is no value.
  const said = own.filter((cell) => !columns.some(({ header }) => header.column === cell.column && labelKey(header.text) === labelKey(textOf(cell))));
  if (said.length === 1 && isRemark(textOf(said[0]!))) return 'other';
  // Whoever signs may do so left of a list's columns; beside a table inside a card stands something else.
  return isSignatureLine(isAlone ? grid.rowCells(row) : own) ? 'other' : 'content';
}

/** The total's word of a row: its first text, or a word of its own further on, after a number. */
function totalWord(own: readonly GridCell[]): string | undefined {
  const texts = own.slice(0, 3).filter((cell) => typeof cell.value === 'string');
  const isOneText = own.filter((cell) => typeof cell.value === 'string').length === 1;
  return texts.map((cell) => labelKey(textOf(cell)).replace(/(?<=[\u4e00-\u9fff])[/(]?(sub)?totals?\)?$/, '')).find((key, index) => (index === 0 && (totalWords.test(key) || (isOneText && totalEnding.test(key)) || subtotalEnding.test(key))) || /^(合计|小计|总计|共计|累计|汇总|(sub|grand)?totals?)$/.test(key));
}

/** A lonely text of this kind speaks of the list: `注：…`, `※ …`, `以上数据未经核对`. */
function isRemark(text: string): boolean {
  return /^[^:：]{1,8}[:：]|^\s*[(（].*[)）]\s*$|^\s*[※*＊#【]|^\s*(以上|以下|上述|本表|此表|填表|注意|说明|备注|导出|打印|数据来源|资料来源|附件?[：:]|单位[：:])/.test(text);
}

function isSignatureLine(own: readonly GridCell[]): boolean {
  const first = textOf(own[0]!);
  return /^[^:：]{1,16}[:：]\s*$/.test(first) || signature.test(first);
}

function covers(cell: GridCell, column: HeaderColumn): boolean {
  return cell.column < column.header.column + column.header.columns && cell.column + cell.columns > column.header.column;
}

function spansSeveral(cell: GridCell, columns: readonly HeaderColumn[]): boolean {
  return cell.columns > 1 && columns.filter((column) => covers(cell, column)).length > 1;
}

/**
 * Reads the columns of a row into paths. True where the row says something of its own: a cell merged down from above, a
 * formula or a printed number alone is no content.
 */
export function readRow(draft: Draft, row: number, columns: readonly HeaderColumn[], pathOf: (column: HeaderColumn) => Path): boolean {
  let hasOwn = false;
  for (const column of columns) {
    const path = pathOf(column);
    if (column.options) {
      if (readTicks(draft, row, column, path)) hasOwn = true;
      continue;
    }
    const days = dayColumnsOf(column.header);
    if (days) {
      const cellAt = (place: number): GridCell => saidAt({ grid: draft.grid, row, place, mayBeBlank: place !== days.day }, column, columns);
      const anchor = draft.grid.at(row, days.day);
      if (settle(draft, path, readDayColumns(days, cellAt, draft.context), anchor, { kind: 'fixed' }) && anchor.row === row) hasOwn = true;
      continue;
    }
    const cell = valueCell(draft.grid, row, column);
    if (column.parts && cell.row === row) {
      if (readParts(draft, cell, column.parts, (field) => pathOf({ ...column, field }))) hasOwn = true;
      continue;
    }
    const isDitto = typeof cell.value === 'string' && dittoMarks.has(cell.value.trim());
    const source = isDitto ? valueAbove(draft.grid, row, column, columns) : cell;
    const isShared = isDitto || cell.row !== row;
    const filled = readField(draft, path, column.field, source, isShared ? { kind: 'fixed' } : undefined, undefined, column.unit);
    if (isDitto) settlePlace(draft, path, cell, source);
    const stands = filled || draft.problems.some((problem) => problem.path === path);
    if (stands && cell.row === row && cell.formula === '' && !column.field.reckoned) hasOwn = true;
  }
  return hasOwn;
}

function settlePlace(draft: Draft, path: Path, cell: GridCell, source: GridCell): void {
  draft.cells[path] = { ...draft.cells[path]!, ...placeIn(draft, cell), value: cell.value, says: placeIn(draft, source) };
}

const partSigns = '/／、,，;；\n（()）';

/** `冷锋/董事长` under 姓名/职务; a cell of more parts than its heading names is a problem, one of fewer says the first. */
function readParts(draft: Draft, cell: GridCell, fields: readonly Field[], pathOf: (field: Field) => Path): boolean {
  if (isEmptyCell(cell)) return readField(draft, pathOf(fields[0]!), fields[0]!, cell, { kind: 'fixed' });
  const parts = [...textOf(cell).matchAll(/[^/／、,，;；\n（()）]+/g)].map((match) => ({ text: match[0].trim(), start: match.index + match[0].length - match[0].trimStart().length })).filter(({ text }) => text !== '');
  if (parts.length > fields.length) return settle(draft, pathOf(fields[0]!), unreadable('parts-not-named', cell), cell, { kind: 'fixed' });
  fields.forEach((field, index) => {
    const part = parts[index];
    if (part) readField(draft, pathOf(field), field, cell, { kind: 'span', start: part.start, end: part.start + part.text.length, parts: partSigns }, part.text);
  });
  return true;
}

/** The first filled cell under a heading that spans several columns, else its first. */
function valueCell(grid: Grid, row: number, column: HeaderColumn): GridCell {
  const first = grid.at(row, column.header.column);
  if (column.header.columns === 1 || !isEmptyCell(first)) return first;
  for (let place = first.column + first.columns; place < column.header.column + column.header.columns; place++) {
    const cell = grid.at(row, place);
    if (!isEmptyCell(cell)) return cell;
  }
  return first;
}

/** A column's cell, or the one above that it says again; of a month left blank beneath another that one. */
function saidAt({ grid, row, place, mayBeBlank }: { readonly grid: Grid; readonly row: number; readonly place: number; readonly mayBeBlank: boolean }, column: HeaderColumn, columns: readonly HeaderColumn[]): GridCell {
  const cell = grid.at(row, place);
  const isAgain = typeof cell.value === 'string' && dittoMarks.has(cell.value.trim());
  return isAgain || (mayBeBlank && isEmptyCell(cell)) ? valueAbove(grid, row, { ...column, header: { ...column.header, column: place, columns: 1 } }, columns) : cell;
}

/** Headings that come again, totals and lines of their own say nothing that could be said again. */
function valueAbove(grid: Grid, row: number, column: HeaderColumn, columns: readonly HeaderColumn[]): GridCell {
  const left = Math.min(...columns.map(({ header }) => header.column));
  const right = Math.max(...columns.map(({ header }) => header.column + header.columns));
  for (let above = row - 1; above >= column.header.below; above--) {
    const cell = grid.at(above, column.header.column);
    if (typeof cell.value === 'string' && dittoMarks.has(cell.value.trim())) continue;
    if (rowKind(grid, above, columns, left, right) === 'content' && !repeatsHeading(grid, above, columns)) return cell;
  }
  return grid.at(row, column.header.column);
}

/** Columns of one option each: a mark under one of them, or all letters printed with one ringed. */
function readTicks(draft: Draft, row: number, column: HeaderColumn, path: Path): boolean {
  const places = column.options!.map((option) => ({ option, cell: draft.grid.at(row, option.column) }));
  // A check box that is a cell holds TRUE or FALSE.
  const filled = places.filter(({ cell }) => !isEmptyCell(cell) && cell.value !== false);
  const isPrinted = ({ option, cell }: (typeof places)[number]): boolean => compact(textOf(cell)).replace(/[()]/g, '').toLowerCase() === option.code.toLowerCase();
  const printed = filled.filter(isPrinted);
  // A letter typed by itself under its heading is a tick; several printed letters are paper.
  const ringed = printed.length > 1;
  const crossed = filled.filter(({ cell }) => isCross(cell));
  // One cross among empty cells is how forms in English are filled in; beside ticks, or among crosses, it says no.
  const isTicked = (place: (typeof places)[number]): boolean => isTick(place.cell) || (filled.length === 1 && crossed.includes(place));
  const chosen = ringed ? filled.filter(({ cell }) => ringedLetter(textOf(cell)) !== undefined || isTick(cell)) : filled.filter((place) => isPrinted(place) || isTicked(place));
  const anchor = chosen[0]?.cell ?? places[0]!.cell;
  const mark = ringed ? '' : chosen[0] ? textOf(chosen[0].cell).trim() : '';
  const reading = tickReading(chosen.map(({ option }) => option.label), filled.length > 0 && !ringed, anchor, filled[0]?.cell);
  const optionPlaces = places.map(({ option, cell }) => ({ label: option.label, code: option.code, ...placeIn(draft, cell) }));
  settle(draft, path, reading, reading.kind === 'problem' && filled[0] ? filled[0].cell : anchor, { kind: 'ticks', places: optionPlaces, mark, ringed });
  return chosen.length > 0 || reading.kind === 'problem';
}

function tickReading(labels: readonly string[], hasMarks: boolean, anchor: GridCell, filled: GridCell | undefined): Reading {
  if (labels.length === 1) return read(labels[0]!);
  if (labels.length > 1) return unreadable('several-choices', anchor);
  return hasMarks && filled ? unreadable('unknown-choice', filled) : empty;
}

function isCross(cell: GridCell): boolean {
  return /^[xｘ]$/iu.test(textOf(cell).trim());
}

/** A box that stands empty, or a stroke, is no tick. */
export function isTick(cell: GridCell): boolean {
  return cell.value === true || /^[√✓✔☑☒■●◉⊙▣◆★✅○〇vVoO1是Yy]$/u.test(textOf(cell).trim());
}
