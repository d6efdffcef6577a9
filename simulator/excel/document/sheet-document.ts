// One worksheet as the simulator keeps it: plain state, no rules about who may change it, no wire.
import type { Rect } from '../address.ts';
import { cellRect, contains, intersect, unite } from '../address.ts';
import type {
  ChartData,
  CheckBoxData,
  CommentData,
  ConditionalFormatData,
  DataValidationData,
  PageLayoutData,
  SheetProtectionData,
  TableData,
} from '../workbook-data.ts';
import type { Cell } from './cell.ts';
import { CellGrid, emptyCell, hasContent } from './cell.ts';
import { defaultStandardWidth } from './defaults.ts';

export type TableState = Omit<TableData, 'range'> & { id: string; rect: Rect };
export type ConditionalFormatState = Omit<ConditionalFormatData, 'range'> & { id: string; rects: Rect[] };
export type ValidationState = Omit<DataValidationData, 'range'> & { rect: Rect };
export type ChartState = ChartData & { id: string };
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** everything of a sheet that undo brings back */
export interface SheetState {
  name: string;
  visibility: Visibility;
  grid: CellGrid;
  /** formats of whole columns, for cells that are not stored */
  columnFormats: Map<number, Cell>;
  merges: Rect[];
  rowHeights: Map<number, number>;
  columnWidths: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  tables: TableState[];
  conditionalFormats: ConditionalFormatState[];
  validations: ValidationState[];
  charts: ChartState[];
  comments: (CommentData & { id: string })[];
  checkBoxes: CheckBoxData[];
  customProperties: Map<string, string>;
  pageLayout: PageLayoutData;
  /** rows that begin a printed page */
  pageBreaks: Set<number>;
  freeze: { rows: number; columns: number } | undefined;
  protection: SheetProtectionData | undefined;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  standardWidth: number;
  selection: Rect;
}

export function emptySheetState(name: string): SheetState {
  return {
    name,
    visibility: 'Visible',
    grid: new CellGrid(),
    columnFormats: new Map(),
    merges: [],
    rowHeights: new Map(),
    columnWidths: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
    comments: [],
    checkBoxes: [],
    customProperties: new Map(),
    pageLayout: {},
    pageBreaks: new Set(),
    freeze: undefined,
    protection: undefined,
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    standardWidth: defaultStandardWidth,
    selection: cellRect(0, 0),
  };
}

export class SheetDocument {
  readonly id: string;
  state: SheetState;

  constructor(id: string, state: SheetState) {
    this.id = id;
    this.state = state;
  }

  get name(): string {
    return this.state.name;
  }

  cell(row: number, column: number): Cell {
    const stored = this.state.grid.get(row, column);
    return stored === emptyCell ? (this.state.columnFormats.get(column) ?? emptyCell) : stored;
  }

  /** stored cells and every cell of a merged area stay within a bounded rectangle */
  used(valuesOnly: boolean, within: Rect): Rect | undefined {
    let used = this.state.grid.usedWithin(within, valuesOnly);
    for (const merge of this.state.merges) {
      const part = intersect(merge, within);
      if (part === undefined || (valuesOnly && !hasContent(this.cell(merge.row, merge.column)))) continue;
      // with values only, the hidden part of a merged area has no value of its own
      if (valuesOnly) continue;
      used = used === undefined ? part : unite(used, part);
    }
    return used;
  }

  mergeAt(row: number, column: number): Rect | undefined {
    const cell = cellRect(row, column);
    return this.state.merges.find((merge) => contains(merge, cell));
  }

  /** a cell of a merged area other than its top-left: it shows nothing and keeps nothing */
  isCovered(row: number, column: number): boolean {
    if (this.state.merges.length === 0) return false;
    const merge = this.mergeAt(row, column);
    return merge !== undefined && (merge.row !== row || merge.column !== column);
  }
}

/** A copy that shares no mutable part with the original. */
export function cloneSheetState(state: SheetState): SheetState {
  const { grid, ...rest } = state;
  return { ...structuredClone(rest), grid: grid.clone() };
}
