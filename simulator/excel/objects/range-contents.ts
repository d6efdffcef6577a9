// Reading and writing what stands in the cells of a range: values, formulas, texts, number formats, links.
import { HostError } from '../../wire/errors.ts';
import type { Cell } from '../document/cell.ts';
import { valueTypeOf } from '../document/cell.ts';
import { textOfValue } from '../document/number-text.ts';
import { writeFormat, writeInputs } from '../document/write.ts';
import type { CellData, CellValue } from '../workbook-data.ts';
import { RangeBase } from './range-base.ts';

const readableCells = 5_000_000;
const wrongShape = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

export abstract class RangeContents extends RangeBase {
  get values(): CellValue[][] | null {
    return this.$matrix((_cell, row, column) => this.$valueAt(row, column));
  }

  set values(input: unknown) {
    this.$write(input);
  }

  get formulas(): CellValue[][] | null {
    return this.$matrix((cell) => cell.formula ?? cell.value);
  }

  set formulas(input: unknown) {
    this.$write(input);
  }

  get formulasLocal(): CellValue[][] | null {
    return this.formulas;
  }

  set formulasLocal(input: unknown) {
    this.$write(input);
  }

  get text(): string[][] | null {
    return this.$matrix((cell, row, column) => textOfValue(this.$valueAt(row, column), cell.numberFormat));
  }

  get valueTypes(): string[][] | null {
    return this.$matrix((_cell, row, column) => valueTypeOf(this.$valueAt(row, column)));
  }

  get numberFormat(): string[][] | null {
    return this.$matrix((cell) => cell.numberFormat ?? 'General');
  }

  set numberFormat(input: unknown) {
    const formatAt = this.$inputReader(input);
    const { document, sheet } = this.$place;
    writeFormat(document, sheet, this.$rect, (cell, row, column) => {
      const format = formatAt(row - this.$rect.row, column - this.$rect.column);
      return format === null || format === undefined ? cell : { ...cell, numberFormat: String(format) };
    });
  }

  get numberFormatLocal(): string[][] | null {
    return this.numberFormat;
  }

  set numberFormatLocal(input: unknown) {
    this.numberFormat = input;
  }

  get hyperlink(): CellData['hyperlink'] | null {
    return this.$place.sheet.cell(this.$rect.row, this.$rect.column).hyperlink ?? null;
  }

  set hyperlink(link: CellData['hyperlink']) {
    const { document, sheet } = this.$place;
    writeFormat(document, sheet, this.$rect, (cell) => ({ ...cell, hyperlink: link }));
    const shown = link?.textToDisplay;
    if (shown !== undefined) writeInputs(document, sheet, this.$rect, () => shown, 'addin');
  }

  get hasSpill(): boolean {
    return false;
  }

  /** sent ahead of a write the client cuts into chunks */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.$rect.rows || columns !== this.$rect.columns) throw new HostError('InvalidArgument', wrongShape);
  }

  $valueAt(row: number, column: number): CellValue {
    return this.$place.document.valueOf(this.$place.sheet, row, column);
  }

  /** null for unbounded ranges and beyond five million cells, as documented */
  $matrix<Item>(read: (cell: Cell, row: number, column: number) => Item): Item[][] | null {
    const { row, column, rows, columns } = this.$rect;
    if (this.$isUnbounded || rows * columns > readableCells) return null;
    return Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: columns }, (_column, right) =>
        read(this.$place.sheet.cell(row + down, column + right), row + down, column + right),
      ),
    );
  }

  private $write(input: unknown): void {
    if (this.$isUnbounded) throw new HostError('InvalidArgument', 'The range is unbounded: its cells cannot be set.');
    writeInputs(this.$place.document, this.$place.sheet, this.$rect, this.$inputReader(input), 'addin');
  }

  /** one value for all cells, or an array of exactly the range's shape */
  private $inputReader(input: unknown): (row: number, column: number) => CellValue | null | undefined {
    if (!Array.isArray(input)) return () => input as CellValue;
    const { rows, columns } = this.$rect;
    const fits = input.length === rows && input.every((line) => Array.isArray(line) && line.length === columns);
    if (!fits) throw new HostError('InvalidArgument', wrongShape);
    return (row, column) => input[row][column];
  }
}
