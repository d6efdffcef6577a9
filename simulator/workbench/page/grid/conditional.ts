// Conditional formats, drawn simply: data bars, comparisons with constants or cells, contained text, and formulas. Other
// kinds draw nothing.

import { contains, parseRect, splitSheetName, tryParseRect, type Rect } from '../../../excel/address.ts';
import { copyFormula } from '../../../excel/formula/shift.ts';
import type { ConditionalFormatState, SheetDocument } from '../../../excel/document/sheet-document.ts';
import type { WorkbookDocument } from '../../../excel/document/workbook-document.ts';
import type { CellStyle, CellValue } from '../../../excel/workbook-data.ts';

export interface Bar {
  /** 0 to 1 */
  readonly share: number;
  readonly color: string;
  readonly hidesText: boolean;
}

export function barOf(document: WorkbookDocument, sheet: SheetDocument, row: number, column: number, value: CellValue): Bar | undefined {
  const format = formatsAt(sheet, row, column).find((one) => one.dataBar !== undefined);
  if (format?.dataBar === undefined || typeof value !== 'number') return undefined;
  const { lower, upper, color, showDataBarOnly } = format.dataBar;
  const all = format.rects.flatMap((rect) => numbersOf(document, sheet, rect));
  const from = boundOf(document, sheet, lower?.formula) ?? Math.min(0, ...all);
  const to = boundOf(document, sheet, upper?.formula) ?? Math.max(0, ...all);
  const share = to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0;
  return { share, color: color ?? '#8bc5a5', hidesText: showDataBarOnly ?? false };
}

export function conditionalStyle(document: WorkbookDocument, sheet: SheetDocument, row: number, column: number, value: CellValue): CellStyle | undefined {
  for (const one of formatsAt(sheet, row, column)) {
    if (one.format === undefined || !holds(document, sheet, one, value, { row, column })) continue;
    const { font, fill, borders } = one.format;
    return { ...(font === undefined ? {} : { font }), ...(fill === undefined ? {} : { fill }), ...(borders === undefined ? {} : { borders }) };
  }
  return undefined;
}

function formatsAt(sheet: SheetDocument, row: number, column: number): ConditionalFormatState[] {
  const cell: Rect = { row, column, rows: 1, columns: 1 };
  return sheet.state.conditionalFormats.filter((one) => one.rects.some((rect) => contains(rect, cell))).sort((a, b) => a.priority - b.priority);
}

function numbersOf(document: WorkbookDocument, sheet: SheetDocument, rect: Rect): number[] {
  return [...sheet.state.grid.within(rect)].map(({ row, column }) => document.valueOf(sheet, row, column)).filter((value) => typeof value === 'number');
}

function boundOf(document: WorkbookDocument, sheet: SheetDocument, formula: unknown): number | undefined {
  const value = constantOf(document, sheet, formula);
  return typeof value === 'number' ? value : undefined;
}

/** A constant, or the value of the one cell that the formula names. */
function constantOf(document: WorkbookDocument, sheet: SheetDocument, formula: unknown): CellValue | undefined {
  if (typeof formula === 'number' || typeof formula === 'boolean') return formula;
  const text = String(formula ?? '').replace(/^=/, '').trim();
  if (text === '') return undefined;
  if (!Number.isNaN(Number(text))) return Number(text);
  if (/^".*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  const { sheetName, rest } = splitSheetName(text);
  const target = sheetName === undefined ? sheet : document.findSheet(sheetName);
  if (target === undefined || tryParseRect(rest) === undefined) return undefined;
  const { row, column } = parseRect(rest);
  return document.valueOf(target, row, column);
}

/** The formula is written for the first cell and read for each as if it had been copied there. */
function formulaHolds(document: WorkbookDocument, sheet: SheetDocument, { rects, rule }: ConditionalFormatState, { row, column }: { row: number; column: number }): boolean {
  const formula = copyFormula(String(rule?.['formula'] ?? ''), row - rects[0]!.row, column - rects[0]!.column);
  const value = document.calculator.valueOfFormula(formula, sheet);
  return value === true || (typeof value === 'number' && value !== 0);
}

function holds(document: WorkbookDocument, sheet: SheetDocument, one: ConditionalFormatState, value: CellValue, cell: { row: number; column: number }): boolean {
  const rule = one.rule ?? {};
  if (one.type === 'Custom') return formulaHolds(document, sheet, one, cell);
  if (one.type === 'ContainsText') {
    const found = String(value).includes(String(rule['text'] ?? ''));
    return rule['operator'] === 'NotContains' ? !found : found;
  }
  if (one.type !== 'CellValue') return false;
  const first = constantOf(document, sheet, rule['formula1']);
  if (first === undefined || (typeof value !== typeof first && rule['operator'] !== 'NotEqual')) return false;
  const second = constantOf(document, sheet, rule['formula2']) ?? first;
  switch (rule['operator']) {
    case 'EqualTo': return value === first;
    case 'NotEqual': case 'NotEqualTo': return value !== first;
    case 'GreaterThan': return value > first;
    case 'LessThan': return value < first;
    case 'GreaterThanOrEqual': return value >= first;
    case 'LessThanOrEqual': return value <= first;
    case 'Between': return value >= first && value <= second;
    case 'NotBetween': return value < first || value > second;
    default: return false;
  }
}
