// The cells of one sheet's part: place, value, formula, style. Knows no number formats, no layout.

import { placeOf } from '../../sheets/image.ts';
import type { CellValue } from '../../sheets/image.ts';
import { childOf, childrenOf } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';
import { serialOfDay } from '../../../domain/values/day.ts';
import { movedFormula } from './shared-formula.ts';
import { stringOf, unescapeString } from './strings.ts';

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With its `=`, or ''. */
  readonly formula: string;
  readonly style: number;
}

/** Every cell that the sheet's part names, empty ones too. */
export function cellsOf(sheet: XmlElement, strings: readonly string[]): ReadCell[] {
  const cells: ReadCell[] = [];
  const shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  let row = -1;
  for (const line of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    row = line.attributes['r'] ? Number(line.attributes['r']) - 1 : row + 1;
    let column = -1;
    for (const cell of line.children) {
      if (cell.name !== 'c') continue;
      const place = cell.attributes['r'] ? placeOf(cell.attributes['r']) : { row, column: column + 1 };
      column = place.column;
      const formula = formulaOf(childOf(cell, 'f'), place, shared);
      cells.push({ ...place, value: valueOf(cell, strings), formula, style: Number(cell.attributes['s'] ?? 0) });
    }
  }
  return cells;
}

function valueOf(cell: XmlElement, strings: readonly string[]): CellValue {
  const type = cell.attributes['t'] ?? 'n';
  const inline = childOf(cell, 'is');
  if (inline) return stringOf(inline);
  const text = childOf(cell, 'v')?.text;
  if (text === undefined || text === '') return '';
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'd') return serialOfTime(text) ?? text;
  if (type === 'n') return Number.isFinite(Number(text)) ? Number(text) : text;
  return unescapeString(text);
}

function serialOfTime(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text);
  if (!match) return null;
  return serialOfDay(match[1]!) + (Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)) / 86_400;
}

function formulaOf(
  element: XmlElement | undefined,
  place: { readonly row: number; readonly column: number },
  shared: Map<string, { readonly formula: string; readonly row: number; readonly column: number }>,
): string {
  if (!element) return '';
  const group = element.attributes['t'] === 'shared' ? element.attributes['si'] : undefined;
  if (element.text) {
    if (group !== undefined) shared.set(group, { formula: element.text, ...place });
    return `=${unescapeString(element.text)}`;
  }
  const first = group === undefined ? undefined : shared.get(group);
  // Other kinds without a text (data tables) have no formula that a cell shows.
  return first ? `=${movedFormula(first.formula, place.row - first.row, place.column - first.column)}` : '';
}
