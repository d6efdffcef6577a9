// Moves the references inside formulas when cells move: rows or columns inserted or deleted, a formula copied
// elsewhere, a sheet renamed or deleted.
import { columnIndex, columnName, maxColumns, maxRows, quoteSheetName, splitSheetName } from '../address.ts';
import { mapReferences } from './tokens.ts';

export interface LineShift {
  axis: 'row' | 'column';
  /** zero-based first line inserted or deleted */
  start: number;
  count: number;
  deleting: boolean;
}

/** undefined when the whole span was deleted */
export function shiftSpan(first: number, last: number, shift: LineShift): { first: number; last: number } | undefined {
  const { start, count, deleting } = shift;
  if (!deleting) {
    const move = (line: number) => (line >= start ? line + count : line);
    return { first: move(first), last: move(last) };
  }
  const end = start + count;
  if (first >= start && last < end) return undefined;
  return {
    first: first < start ? first : Math.max(start, first - count),
    last: last < start ? last : last < end ? start - 1 : last - count,
  };
}

interface Part {
  column?: number;
  columnFixed?: boolean;
  row?: number;
  rowFixed?: boolean;
}

function parsePart(text: string): Part {
  const [, columnMark = '', letters = '', rowMark = '', digits = ''] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // "$5" puts its mark in the first group
  const rowFixed = rowMark === '$' || (letters === '' && columnMark === '$');
  return {
    ...(letters ? { column: columnIndex(letters), columnFixed: columnMark === '$' } : {}),
    ...(digits ? { row: Number(digits) - 1, rowFixed } : {}),
  };
}

function formatPart(part: Part): string {
  const column = part.column === undefined ? '' : (part.columnFixed ? '$' : '') + columnName(part.column);
  const row = part.row === undefined ? '' : (part.rowFixed ? '$' : '') + (part.row + 1);
  return column + row;
}

function rewriteReference(reference: string, change: (parts: [Part, Part]) => [Part, Part] | undefined): string {
  const { rest } = splitSheetName(reference);
  const prefix = reference.slice(0, reference.length - rest.length);
  const [first = '', last = first] = rest.split(':');
  const changed = change([parsePart(first), parsePart(last)]);
  if (changed === undefined) return `${prefix}#REF!`;
  const [one, other] = changed.map(formatPart) as [string, string];
  return prefix + (rest.includes(':') ? `${one}:${other}` : one);
}

/** `formula` stands on `ownSheet`; lines moved on `shiftedSheet`. */
export function shiftFormula(formula: string, ownSheet: string, shiftedSheet: string, shift: LineShift): string {
  return mapReferences(formula, (reference) => {
    const target = splitSheetName(reference).sheetName ?? ownSheet;
    if (target.toLowerCase() !== shiftedSheet.toLowerCase() || reference.endsWith('#REF!')) return reference;
    return rewriteReference(reference, ([first, last]) => {
      if (first[shift.axis] === undefined) return [first, last];
      const span = shiftSpan(first[shift.axis]!, last[shift.axis]!, shift);
      return span && [{ ...first, [shift.axis]: span.first }, { ...last, [shift.axis]: span.last }];
    });
  });
}

/** The formula as it reads after being copied by so many rows and columns. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    if (reference.endsWith('#REF!')) return reference;
    const move = (part: Part): Part => ({
      ...part,
      ...(part.row === undefined || part.rowFixed ? {} : { row: part.row + rows }),
      ...(part.column === undefined || part.columnFixed ? {} : { column: part.column + columns }),
    });
    return rewriteReference(reference, ([first, last]) => {
      const parts: [Part, Part] = [move(first), move(last)];
      return parts.every(isInside) ? parts : undefined;
    });
  });
}

function isInside(part: Part): boolean {
  const { row = 0, column = 0 } = part;
  return row >= 0 && row < maxRows && column >= 0 && column < maxColumns;
}

/** `to` undefined: the sheet is gone, and what pointed to it is #REF!. */
export function renameSheetInFormula(formula: string, from: string, to: string | undefined): string {
  return mapReferences(formula, (reference) => {
    const { sheetName, rest } = splitSheetName(reference);
    if (sheetName?.toLowerCase() !== from.toLowerCase()) return reference;
    return to === undefined ? '#REF!' : `${quoteSheetName(to)}!${rest}`;
  });
}
