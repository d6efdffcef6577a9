// Range.sort: rows (or columns) of a range in the order of its keys.
import type { Rect } from '../address.ts';
import type { Cell } from '../document/cell.ts';
import { emptyCell } from '../document/cell.ts';
import { guardSheet } from '../document/protection.ts';
import { copyFormula } from '../formula/shift.ts';
import type { CellValue } from '../workbook-data.ts';
import { HostError } from '../../wire/errors.ts';
import type { Place } from './sheet-object.ts';
import { SheetObject } from './sheet-object.ts';

export interface SortField {
  key: number;
  ascending?: boolean;
}

export class RangeSort extends SheetObject {
  readonly $rect: Rect;

  constructor(place: Place, rect: Rect) {
    super(place);
    this.$rect = rect;
  }

  get $className(): string {
    return 'RangeSort';
  }

  apply(fields: SortField[], _matchCase?: boolean, hasHeaders = false, orientation = 'Rows'): void {
    if (orientation !== 'Rows') throw new HostError('ApiNotFound', '[simulator] sorting columns is not implemented');
    const rect = hasHeaders ? { ...this.$rect, row: this.$rect.row + 1, rows: this.$rect.rows - 1 } : this.$rect;
    sortRows(this.$place, rect, fields);
  }
}

export function sortRows({ document, sheet }: Place, rect: Rect, fields: SortField[]): void {
  guardSheet(sheet, rect, 'allowSort');
  const lines = Array.from({ length: rect.rows }, (_row, index) => ({
    row: rect.row + index,
    keys: fields.map((field) => document.valueOf(sheet, rect.row + index, rect.column + field.key)),
    cells: Array.from({ length: rect.columns }, (_column, right): Cell => sheet.state.grid.get(rect.row + index, rect.column + right)),
  }));
  lines.sort((one, other) => {
    for (const [index, field] of fields.entries()) {
      const order = compareValues(one.keys[index]!, other.keys[index]!, field.ascending !== false);
      if (order !== 0) return order;
    }
    return 0;
  });
  for (const [down, line] of lines.entries()) {
    const row = rect.row + down;
    for (const [right, cell] of line.cells.entries()) {
      const formula = cell.formula && copyFormula(cell.formula, row - line.row, 0);
      sheet.state.grid.set(row, rect.column + right, cell === emptyCell || !formula ? cell : { ...cell, formula });
    }
  }
  document.emit({ kind: 'rowSorted', sheet, rect });
}

/** numbers, texts, truth values; empty cells always last */
function compareValues(one: CellValue, other: CellValue, ascending: boolean): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  const rank = (value: CellValue) => ['number', 'string', 'boolean'].indexOf(typeof value);
  const order = rank(one) - rank(other) || (typeof one === 'string' ? one.localeCompare(String(other), 'zh-CN') : Number(one) - Number(other));
  return ascending ? order : -order;
}
