// One cell and a sparse grid of them. Cells are never changed in place: a write puts a new one, so copies are cheap.
import type { Rect } from '../address.ts';
import { cellRect, unite } from '../address.ts';
import type { CellData, CellStyle, CellValue } from '../workbook-data.ts';

export interface Cell {
  readonly value: CellValue;
  readonly formula?: string;
  /** value is what the file had cached for a formula nobody has evaluated since */
  readonly cached?: boolean;
  readonly numberFormat?: string;
  readonly style?: CellStyle;
  readonly richText?: CellData['richText'];
  readonly hyperlink?: CellData['hyperlink'];
}

export const emptyCell: Cell = { value: '' };

export function hasContent(cell: Cell): boolean {
  return cell.value !== '' || cell.formula !== undefined;
}

function isBare(cell: Cell): boolean {
  return (
    !hasContent(cell) && cell.numberFormat === undefined && cell.style === undefined && cell.hyperlink === undefined
  );
}

export const errorTexts = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'];

export function valueTypeOf(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return errorTexts.includes(value) ? 'Error' : 'String';
}

export class CellGrid {
  private readonly rows: Map<number, Map<number, Cell>>;

  constructor(rows: Map<number, Map<number, Cell>> = new Map()) {
    this.rows = rows;
  }

  get(row: number, column: number): Cell {
    return this.rows.get(row)?.get(column) ?? emptyCell;
  }

  set(row: number, column: number, cell: Cell): void {
    let cells = this.rows.get(row);
    if (isBare(cell)) {
      cells?.delete(column);
      if (cells?.size === 0) this.rows.delete(row);
      return;
    }
    if (cells === undefined) this.rows.set(row, (cells = new Map()));
    cells.set(column, cell);
  }

  /** stored cells only, in no order */
  *within(rect: Rect): Generator<{ row: number; column: number; cell: Cell }> {
    for (const row of this.keysWithin(this.rows, rect.row, rect.rows)) {
      const cells = this.rows.get(row)!;
      for (const column of this.keysWithin(cells, rect.column, rect.columns))
        yield { row, column, cell: cells.get(column)! };
    }
  }

  private keysWithin(map: Map<number, unknown>, start: number, count: number): number[] {
    if (count < map.size) {
      const keys = [];
      for (let key = start; key < start + count; key++) if (map.has(key)) keys.push(key);
      return keys;
    }
    return [...map.keys()].filter((key) => key >= start && key < start + count);
  }

  /** the bounding rectangle of the cells that count as used */
  usedWithin(rect: Rect, valuesOnly: boolean): Rect | undefined {
    let used: Rect | undefined;
    for (const { row, column, cell } of this.within(rect)) {
      if (valuesOnly && !hasContent(cell)) continue;
      const one = cellRect(row, column);
      used = used === undefined ? one : unite(used, one);
    }
    return used;
  }

  /** a new grid with every cell where `place` says; undefined drops it */
  moved(place: (row: number, column: number) => { row: number; column: number } | undefined): CellGrid {
    const next = new CellGrid();
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        const to = place(row, column);
        if (to !== undefined) next.set(to.row, to.column, cell);
      }
    }
    return next;
  }

  clone(): CellGrid {
    return new CellGrid(new Map([...this.rows].map(([row, cells]) => [row, new Map(cells)])));
  }
}
