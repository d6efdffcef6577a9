// An .xlsx file as a WorkbookImage, the same plain data that `addin/excel` reads from a running Excel. Meant to be loaded
// lazily. Knows no forms.

import { rectOf } from '../sheets/image.ts';
import type { CellValue, Place, Rect, SheetImage, SymbolText, WorkbookImage } from '../sheets/image.ts';
import { shownText, showsDate } from '../sheets/cells/shown-text.ts';
import { WorkbookFileError } from './file-error.ts';
import { childOf, childrenOf, isOn } from './package/xml.ts';
import type { XmlElement } from './package/xml.ts';
import { RowReader } from './reading/cells.ts';
import type { ReadCell } from './reading/cells.ts';
import { drawnBoxes } from './reading/drawn-boxes.ts';
import { cellFonts, fontAt } from './reading/fonts.ts';
import type { CellFont } from './reading/fonts.ts';
import { cellFormats } from './reading/number-formats.ts';
import { seenText, symbolFont } from './reading/strings.ts';
import { openWorkbook, orDamaged } from './reading/workbook-part.ts';
import type { OpenedSheet, OpenedWorkbook } from './reading/workbook-part.ts';

export { WorkbookFileError } from './file-error.ts';

const MOST_CELLS = 5_000_000;
/** Days between the two ways to count serial numbers. */
const DAYS_TO_1904 = 1462;

export async function readWorkbookImage(bytes: Uint8Array): Promise<WorkbookImage> {
  const workbook = openWorkbook(bytes);
  return orDamaged(() => {
    const styles = { formats: cellFormats(workbook.styles), fonts: cellFonts(workbook.styles) };
    return {
      sheets: workbook.sheets.map((sheet) => sheetImage(workbook, sheet, styles)),
      isStructureProtected: workbook.isStructureProtected,
    };
  });
}

interface CellStyles {
  readonly formats: readonly string[];
  readonly fonts: readonly CellFont[];
}

function sheetImage(workbook: OpenedWorkbook, sheet: OpenedSheet, { formats, fonts }: CellStyles): SheetImage {
  const rows = new RowReader(workbook.strings);
  const filled: ReadCell[] = [];
  const take = (row: XmlElement): void => {
    if (row.name !== 'row') return;
    for (const cell of rows.cellsOf(row)) if (cell.value !== '' || cell.formula !== '') filled.push({ ...cell, value: from1900(cell, formats, workbook.from1904) });
  };
  const part = workbook.parts.xml(sheet.path, { of: 'sheetData', take });
  if (!part) throw new WorkbookFileError('damaged');
  const merges = childrenOf(childOf(part, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => (attributes['ref'] ? [rectOf(attributes['ref'])] : []));
  return {
    id: sheetKey(part, sheet),
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: isOn(childOf(part, 'sheetProtection')?.attributes['sheet']),
    ...contents(filled, usedRect(filled, merges), formats),
    merges,
    hiddenRows: rows.hiddenRows,
    ...remarkable(filled, fonts),
    ...drawnBoxes(workbook.parts, sheet.path, part),
  };
}

/** The cells that have what few have. */
function remarkable(filled: readonly ReadCell[], fonts: readonly CellFont[]): Pick<SheetImage, 'struck' | 'symbols' | 'richText'> {
  const struck: Place[] = [];
  const symbols: SymbolText[] = [];
  const richText: Place[] = [];
  for (const { row, column, value, style, runs } of filled) {
    const font = fontAt(fonts, style);
    if (runs) richText.push({ row, column });
    if (runs ? runs.some((run) => run.font.isStruck ?? font.isStruck) : font.isStruck) struck.push({ row, column });
    if (typeof value !== 'string') continue;
    const text = seenText({ text: value, ...(runs ? { runs } : {}) }, font);
    if (text !== value) symbols.push({ row, column, font: symbolFont(runs, font), text });
  }
  return { ...(struck.length > 0 ? { struck } : {}), ...(symbols.length > 0 ? { symbols } : {}), ...(richText.length > 0 ? { richText } : {}) };
}

/** Excel's own mark of a sheet where the file carries one, else the one that Excel gives a sheet of that number. */
export function sheetKey(part: XmlElement, sheet: OpenedSheet): string {
  const number = (Number(sheet.sheetId) - 1) & 0xffff;
  const swapped = ((number & 0xff) << 8) | (number >> 8);
  return part.attributes['uid'] ?? `{00000000-0001-0000-${swapped.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
}

function from1900(cell: ReadCell, formats: readonly string[], from1904: boolean): CellValue {
  const isDate = from1904 && typeof cell.value === 'number' && showsDate(formats[cell.style] ?? 'General');
  return isDate ? (cell.value as number) + DAYS_TO_1904 : cell.value;
}

/** What holds something, with the whole of a merged area that does. */
function usedRect(filled: readonly ReadCell[], merges: readonly Rect[]): Rect {
  if (filled.length === 0) return { row: 0, column: 0, rows: 0, columns: 0 };
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  const placeOf = (row: number, column: number): number => row * 16_384 + column;
  const places = new Set<number>();
  for (const { row, column } of filled) {
    places.add(placeOf(row, column));
    [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
  }
  for (const merge of merges) {
    if (!places.has(placeOf(merge.row, merge.column))) continue;
    [bottom, right] = [Math.max(bottom, merge.row + merge.rows - 1), Math.max(right, merge.column + merge.columns - 1)];
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function contents(
  filled: readonly ReadCell[],
  used: Rect,
  formats: readonly string[],
): Pick<SheetImage, 'row' | 'column' | 'values' | 'formulas' | 'texts' | 'formats'> {
  const filledRows = new Set(filled.map((cell) => cell.row)).size;
  if (filledRows * used.columns > MOST_CELLS) throw new WorkbookFileError('too-large');
  const code = (cell: ReadCell): string => formats[cell.style] ?? 'General';
  return {
    row: used.row,
    column: used.column,
    values: grid<CellValue>(used, filled, '', (cell) => cell.value),
    formulas: grid(used, filled, '', (cell) => cell.formula),
    texts: grid(used, filled, '', (cell) => shownText(cell.value, code(cell))),
    formats: grid(used, filled, 'General', code),
  };
}

/** Rows without content are one and the same array: a lone cell in the last row costs no memory. */
function grid<Content>(used: Rect, filled: readonly ReadCell[], empty: Content, contentOf: (cell: ReadCell) => Content): Content[][] {
  const emptyRow = new Array<Content>(used.columns).fill(empty);
  const rows = new Array<Content[]>(used.rows).fill(emptyRow);
  for (const cell of filled) {
    const at = cell.row - used.row;
    if (rows[at] === emptyRow) rows[at] = [...emptyRow];
    rows[at]![cell.column - used.column] = contentOf(cell);
  }
  return rows;
}
