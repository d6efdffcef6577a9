// The cells of one sheet's part: place, value, formula, style. Knows no number formats, no layout.

import { placeOf } from '../../sheets/image.ts';
import type { CellValue } from '../../sheets/image.ts';
import { childOf, childrenOf, isOn } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';
import { serialOfDay } from '../../../domain/values/day.ts';
import { movedFormula } from '../../sheets/cells/moved-formula.ts';
import { stringItem, unescapeString } from './strings.ts';
import type { StringItem } from './strings.ts';

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With its `=`, or ''. */
  readonly formula: string;
  readonly style: number;
  /** The runs of a text formatted in parts. */
  readonly runs?: StringItem['runs'];
}

type Content = Pick<ReadCell, 'value' | 'runs'>;

/** Every cell that the sheet's part names, empty ones too. */
export function cellsOf(sheet: XmlElement, strings: readonly StringItem[]): ReadCell[] {
  const reader = new RowReader(strings);
  return childrenOf(childOf(sheet, 'sheetData'), 'row').flatMap((row) => reader.cellsOf(row));
}

/** Takes a sheet's rows in their order: what a row or a cell leaves out follows from the one before. */
export class RowReader {
  /** Absolute numbers of rows that are hidden, as far as they were read. */
  readonly hiddenRows: number[] = [];
  readonly #strings: readonly StringItem[];
  readonly #shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  #row = -1;

  constructor(strings: readonly StringItem[]) {
    this.#strings = strings;
  }

  cellsOf(row: XmlElement): ReadCell[] {
    this.#row = row.attributes['r'] ? Number(row.attributes['r']) - 1 : this.#row + 1;
    if (isOn(row.attributes['hidden'])) this.hiddenRows.push(this.#row);
    let column = -1;
    const cells: ReadCell[] = [];
    for (const cell of row.children) {
      if (cell.name !== 'c') continue;
      const place = cell.attributes['r'] ? placeOf(cell.attributes['r']) : { row: this.#row, column: column + 1 };
      column = place.column;
      cells.push({ ...place, ...contentOf(cell, this.#strings), formula: this.#formulaOf(childOf(cell, 'f'), place), style: Number(cell.attributes['s'] ?? 0) });
    }
    return cells;
  }

  #formulaOf(element: XmlElement | undefined, place: { readonly row: number; readonly column: number }): string {
    if (!element) return '';
    const group = element.attributes['t'] === 'shared' ? element.attributes['si'] : undefined;
    if (element.text) {
      if (group !== undefined) this.#shared.set(group, { formula: element.text, ...place });
      return `=${unescapeString(element.text)}`;
    }
    const first = group === undefined ? undefined : this.#shared.get(group);
    // Other kinds without a text (data tables) have no formula that a cell shows.
    return first ? `=${movedFormula(first.formula, place.row - first.row, place.column - first.column)}` : '';
  }
}

function contentOf(cell: XmlElement, strings: readonly StringItem[]): Content {
  const type = cell.attributes['t'] ?? 'n';
  const inline = childOf(cell, 'is');
  if (inline) return contentOfString(stringItem(inline));
  const text = childOf(cell, 'v')?.text;
  if (text === undefined || text === '') return { value: '' };
  if (type === 's') return contentOfString(strings[Number(text)]);
  if (type === 'b') return { value: text === '1' || text === 'true' };
  if (type === 'd') return { value: serialOfTime(text) ?? text };
  if (type === 'n') return { value: Number.isFinite(Number(text)) ? Number(text) : text };
  return { value: unescapeString(text) };
}

function contentOfString(item: StringItem | undefined): Content {
  return { value: item?.text ?? '', ...(item?.runs ? { runs: item.runs } : {}) };
}

function serialOfTime(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text);
  if (!match) return null;
  return serialOfDay(match[1]!) + (Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)) / 86_400;
}
