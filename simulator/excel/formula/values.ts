// What flows inside a formula: scalars, blanks, errors and areas of cells, and Excel's conversions between them.
import type { Rect } from '../address.ts';
import type { SheetDocument } from '../document/sheet-document.ts';
import type { CellValue } from '../workbook-data.ts';

export class FormulaError {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** null is a blank cell */
export type Scalar = number | string | boolean | null | FormulaError;

export class Area {
  readonly sheet: SheetDocument;
  readonly rect: Rect;
  private readonly read: (sheet: SheetDocument, row: number, column: number) => Scalar;

  constructor(
    sheet: SheetDocument,
    rect: Rect,
    read: (sheet: SheetDocument, row: number, column: number) => Scalar,
  ) {
    this.sheet = sheet;
    this.rect = rect;
    this.read = read;
  }

  at(row: number, column: number): Scalar {
    return this.read(this.sheet, this.rect.row + row, this.rect.column + column);
  }

  /** stored cells only: whole columns stay cheap */
  *stored(): Generator<{ row: number; column: number; value: Scalar }> {
    for (const { row, column } of this.sheet.state.grid.within(this.rect))
      yield { row: row - this.rect.row, column: column - this.rect.column, value: this.read(this.sheet, row, column) };
  }

  column(index: number): Area {
    return new Area(this.sheet, { ...this.rect, column: this.rect.column + index, columns: 1 }, this.read);
  }

  row(index: number): Area {
    return new Area(this.sheet, { ...this.rect, row: this.rect.row + index, rows: 1 }, this.read);
  }

  get count(): number {
    return this.rect.rows * this.rect.columns;
  }
}

export type Value = Scalar | Area;

/** Thrown inside functions, caught where the call is evaluated. */
export function fail(code: string): never {
  throw new FormulaError(code);
}

export function scalarOf(value: Value): Scalar {
  if (!(value instanceof Area)) return value;
  return value.count === 1 ? value.at(0, 0) : fail('#VALUE!');
}

export function numberOf(value: Value): number {
  const scalar = scalarOf(value);
  if (scalar instanceof FormulaError) throw scalar;
  if (scalar === null) return 0;
  if (typeof scalar === 'number') return scalar;
  if (typeof scalar === 'boolean') return scalar ? 1 : 0;
  const parsed = scalar.trim() === '' ? Number.NaN : Number(scalar);
  return Number.isNaN(parsed) ? fail('#VALUE!') : parsed;
}

export function textOf(value: Value): string {
  const scalar = scalarOf(value);
  if (scalar instanceof FormulaError) throw scalar;
  if (scalar === null) return '';
  if (typeof scalar === 'boolean') return scalar ? 'TRUE' : 'FALSE';
  return typeof scalar === 'number' ? numberText(scalar) : scalar;
}

/** General format of a number inside text: 15 significant digits */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

export function booleanOf(value: Value): boolean {
  const scalar = scalarOf(value);
  if (scalar instanceof FormulaError) throw scalar;
  if (typeof scalar === 'string') {
    if (/^true$/i.test(scalar)) return true;
    return /^false$/i.test(scalar) ? false : fail('#VALUE!');
  }
  return Boolean(scalar);
}

/** Excel's order: numbers, texts (without case), booleans. */
export function compare(left: Scalar, right: Scalar): number {
  if (left instanceof FormulaError) throw left;
  if (right instanceof FormulaError) throw right;
  const one = left ?? blankLike(right);
  const other = right ?? blankLike(left);
  const rank = (value: unknown) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === 'string') {
    const a = one.toLowerCase();
    const b = String(other).toLowerCase();
    return a === b ? 0 : a < b ? -1 : 1;
  }
  return Number(one) - Number(other);
}

function blankLike(other: Scalar): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

export function toCellValue(value: Value): CellValue {
  const scalar = value instanceof Area ? (value.count === 1 ? value.at(0, 0) : new FormulaError('#VALUE!')) : value;
  if (scalar instanceof FormulaError) return scalar.code;
  if (scalar === null) return 0;
  // as Excel shows it: sums of decimals do not trail a binary remainder past 15 digits
  return typeof scalar === 'number' && !Number.isFinite(scalar) ? '#NUM!' : scalar;
}
