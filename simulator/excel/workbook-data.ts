// A workbook as plain, JSON-able data: what the simulator loads from and saves to, what the .xlsx adapter
// reads and writes, and what the workbench grid draws. It knows nothing of Office.js, files or the DOM.
//
// Conventions: cells and ranges are A1 without a sheet name ("B3", "A1:C4"); rows are numbered from 1 and columns
// named by letter, as Excel shows them; lengths are points; colours are "#RRGGBB"; words for styles, types and
// alignments are Office.js' own (Excel.ChartType, Excel.BorderLineStyle, ...).

import type { BorderLine, CellData, CellStyle, CheckBoxData } from './cell-data.ts';
import type { ChartData } from './chart-data.ts';

export type * from './cell-data.ts';
export type * from './chart-data.ts';

export interface TableData {
  name: string;
  range: string;
  showHeaders: boolean;
  showTotals: boolean;
  /** e.g. TableStyleMedium2 */
  style?: string;
  showBandedRows?: boolean;
  showBandedColumns?: boolean;
  showFilterButton?: boolean;
}

export interface ConditionalFormatData {
  range: string;
  /** Excel.ConditionalFormatType: Custom, CellValue, DataBar, ColorScale, IconSet, ContainsText, TopBottom, PresetCriteria */
  type: string;
  /** Custom: {formula}; CellValue: {formula1, formula2?, operator}; ContainsText: {operator, text}; ... as in Office.js */
  rule?: Record<string, unknown>;
  format?: {
    font?: { color?: string; bold?: boolean; italic?: boolean; strikethrough?: boolean; underline?: string };
    fill?: string;
    borders?: { top?: BorderLine; bottom?: BorderLine; left?: BorderLine; right?: BorderLine };
    numberFormat?: string;
  };
  dataBar?: {
    color?: string;
    showDataBarOnly?: boolean;
    gradient?: boolean;
    lower?: { type: string; formula?: string };
    upper?: { type: string; formula?: string };
  };
  /** whatever else was set on the other types, by Office.js' member names */
  settings?: Record<string, unknown>;
  priority: number;
  stopIfTrue?: boolean;
}

export interface DataValidationData {
  range: string;
  /** Excel.DataValidationRule: exactly one of list, wholeNumber, decimal, date, time, textLength, custom */
  rule: Record<string, unknown>;
  errorAlert?: { message?: string; showAlert?: boolean; style?: string; title?: string };
  prompt?: { message?: string; showPrompt?: boolean; title?: string };
  ignoreBlanks?: boolean;
}

export interface PageLayoutData {
  /** Portrait or Landscape */
  orientation?: string;
  /** Excel.PaperType, e.g. A4 */
  paperSize?: string;
  margins?: { top?: number; bottom?: number; left?: number; right?: number; header?: number; footer?: number };
  zoom?: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  printArea?: string;
  /** "1:3" */
  printTitleRows?: string;
  /** "A:B" */
  printTitleColumns?: string;
  printGridlines?: boolean;
  headersFooters?: Record<string, string>;
}

export interface SheetProtectionData {
  /** Excel.WorksheetProtectionOptions; absent members are false */
  options?: Record<string, unknown>;
  password?: string;
}

export interface CommentData {
  cell: string;
  content: string;
  author?: string;
}

export interface SheetData {
  name: string;
  /** absent = given on load; survives rename and move */
  id?: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  cells: Record<string, CellData>;
  merges: string[];
  /** points by row number */
  rowHeights: Record<string, number>;
  /** points by column letter */
  columnWidths: Record<string, number>;
  /** formats of whole columns by letter, for cells that are not listed */
  columnFormats?: Record<string, { numberFormat?: string; style?: CellStyle }>;
  /** row numbers */
  hiddenRows: number[];
  /** column letters */
  hiddenColumns: string[];
  tables: TableData[];
  conditionalFormats: ConditionalFormatData[];
  dataValidations: DataValidationData[];
  charts: ChartData[];
  pageLayout?: PageLayoutData;
  /** rows, from 1, above which a printed page ends */
  pageBreaks?: number[];
  freeze?: { rows: number; columns: number };
  tabColor?: string;
  showGridlines?: boolean;
  showHeadings?: boolean;
  standardWidth?: number;
  /** present = the sheet is protected */
  protection?: SheetProtectionData;
  comments?: CommentData[];
  checkBoxes?: CheckBoxData[];
  customProperties?: Record<string, string>;
  /** what was last selected on this sheet */
  selection?: string;
}

export interface NameData {
  name: string;
  /** with its '=': "=Sheet1!$A$1:$B$2" */
  formula: string;
  /** sheet name; absent = workbook scope */
  scope?: string;
  visible?: boolean;
  comment?: string;
}

export interface WorkbookData {
  /** file name, e.g. 工作簿1.xlsx */
  name?: string;
  sheets: SheetData[];
  names: NameData[];
  activeSheet: string;
  /** the workbook's structure (sheets cannot be added, renamed, moved, hidden or deleted) */
  structureProtected: boolean;
  /** title, author, subject, keywords, comments, category, manager, company */
  properties?: Record<string, string>;
  customProperties?: Record<string, string | number | boolean>;
  /** workbook.settings, which travel with the file */
  settings?: Record<string, unknown>;
  /** custom XML parts, as text */
  customXmlParts?: string[];
}

export function emptySheetData(name: string): SheetData {
  return {
    name,
    visibility: 'Visible',
    cells: {},
    merges: [],
    rowHeights: {},
    columnWidths: {},
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    conditionalFormats: [],
    dataValidations: [],
    charts: [],
  };
}

export function emptyWorkbookData(...sheetNames: string[]): WorkbookData {
  const names = sheetNames.length > 0 ? sheetNames : ['Sheet1'];
  return { sheets: names.map(emptySheetData), names: [], activeSheet: names[0]!, structureProtected: false };
}
