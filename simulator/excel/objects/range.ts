// Excel.Range: the parts of the other range files, plus what leads from a range to other kinds of objects.
import { HostError } from '../../wire/errors.ts';
import { intersect } from '../address.ts';
import { FormatTarget } from './format-target.ts';
import { RangeFormat } from './format.ts';
import type { LoadOptions } from './cell-properties.ts';
import { assign, pick } from './cell-properties.ts';
import { ConditionalFormatCollection } from './conditional-formats.ts';
import { DataValidation } from './data-validation.ts';
import { RangeAreas } from './range-areas.ts';
import { RangeSort } from './range-sort.ts';
import { RangeStructure } from './range-structure.ts';
import { TableCollection } from './table-collection.ts';
import { Worksheet } from './worksheet.ts';

export class Range extends RangeStructure {
  static override readonly scalars = [
    'address', 'addressLocal', 'cellCount', 'columnCount', 'columnHidden', 'columnIndex', 'formulas', 'formulasLocal',
    'hasSpill', 'height', 'hidden', 'hyperlink', 'isEntireColumn', 'isEntireRow', 'left', 'numberFormat',
    'numberFormatLocal', 'rowCount', 'rowHidden', 'rowIndex', 'text', 'top', 'values', 'valueTypes', 'width',
  ];

  get worksheet(): Worksheet {
    return new Worksheet(this.$place);
  }

  get format(): RangeFormat {
    return new RangeFormat(new FormatTarget(this.$place, [this.$rect]));
  }

  get sort(): RangeSort {
    return new RangeSort(this.$place, this.$rect);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this.$place, this.$rect);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.$place, [this.$rect]);
  }

  getTables(): TableCollection {
    const { document, sheet } = this.$place;
    return new TableCollection(document, sheet, (table) => intersect(table.rect, this.$rect) !== undefined);
  }

  /** only areas whose top-left cell lies inside this range (office-js issue 3611) */
  getMergedAreasOrNullObject(): RangeAreas | null {
    const { state } = this.$place.sheet;
    const inside = state.merges.filter((merge) => intersect({ ...merge, rows: 1, columns: 1 }, this.$rect) !== undefined);
    return inside.length === 0 ? null : new RangeAreas(this.$place, inside);
  }

  getCellProperties(options: LoadOptions): Record<string, unknown>[][] {
    if (this.$isUnbounded) throw new HostError('InvalidArgument');
    const { rows, columns } = this.$rect;
    return Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) => pick(this.getCell(row, column), options)),
    );
  }

  getRowProperties(options: LoadOptions): Record<string, unknown>[] {
    return Array.from({ length: this.$rect.rows }, (_row, row) => pick(this.getRow(row), options));
  }

  getColumnProperties(options: LoadOptions): Record<string, unknown>[] {
    return Array.from({ length: this.$rect.columns }, (_column, column) => pick(this.getColumn(column), options));
  }

  setCellProperties(properties: Record<string, unknown>[][]): void {
    this.#checkShape(properties.length === this.$rect.rows);
    for (const [row, line] of properties.entries()) {
      this.#checkShape(line.length === this.$rect.columns);
      for (const [column, values] of line.entries()) assign(this.getCell(row, column), values);
    }
  }

  setRowProperties(properties: Record<string, unknown>[]): void {
    this.#checkShape(properties.length === this.$rect.rows);
    for (const [row, values] of properties.entries()) assign(this.getRow(row), values);
  }

  setColumnProperties(properties: Record<string, unknown>[]): void {
    this.#checkShape(properties.length === this.$rect.columns);
    for (const [column, values] of properties.entries()) assign(this.getColumn(column), values);
  }

  #checkShape(fits: boolean): void {
    if (!fits) throw new HostError('InvalidArgument');
  }
}
