// The part of one sheet: view, columns, rows and cells, and everything that hangs on them, in the order the format asks
// for. Knows no other sheet.

import { addressOf, columnName, rangeAddress, rectOf } from '../../sheets/image.ts';
import { conditionalXml, extensionXml, validationXml } from './conditionals.ts';
import type { FileCell, FileSheet } from './file.ts';
import { DEFAULT_HEIGHT } from './file.ts';
import { argb, document, list, RELATIONS, SPREADSHEET, tag, text } from './markup.ts';
import { breaksXml, pageXml } from './page.ts';
import { runFont } from './style-book.ts';
import type { StyleBook } from './style-book.ts';

export interface SheetContext {
  readonly styles: StyleBook;
  /** Number of a text in the workbook's shared table. */
  textNumber(text: string): number;
  readonly isActive: boolean;
  /** Relation ids of what hangs on the sheet. */
  readonly drawing?: string;
  readonly notes?: string;
  readonly tables: readonly string[];
  readonly links: ReadonlyMap<string, string>;
}

const REVISION = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';

export function sheetXml(sheet: FileSheet, context: SheetContext): string {
  const uid = sheet.id?.startsWith('{') ? { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:Ignorable': 'xr', 'xmlns:xr': REVISION, 'xr:uid': sheet.id } : {};
  return document(
    tag(
      'worksheet',
      { xmlns: SPREADSHEET, 'xmlns:r': RELATIONS, ...uid },
      propertiesXml(sheet),
      dimensionXml(sheet),
      viewXml(sheet, context.isActive),
      tag('sheetFormatPr', { defaultRowHeight: DEFAULT_HEIGHT }),
      columnsXml(sheet),
      rowsXml(sheet, context),
      sheet.protection ? tag('sheetProtection', { sheet: 1, ...sheet.protection }) : '',
      list('mergeCells', sheet.merges.map((ref) => tag('mergeCell', { ref }))),
      conditionalXml(sheet, context.styles),
      validationXml(sheet.validations),
      linksXml(sheet, context),
      pageXml(sheet.page),
      breaksXml(sheet.page),
      context.drawing ? tag('drawing', { 'r:id': context.drawing }) : '',
      context.notes ? tag('legacyDrawing', { 'r:id': context.notes }) : '',
      list('tableParts', context.tables.map((id) => tag('tablePart', { 'r:id': id }))),
      extensionXml(sheet),
    ),
  );
}

function propertiesXml(sheet: FileSheet): string {
  const tab = sheet.tabColor ? tag('tabColor', { rgb: argb(sheet.tabColor) }) : '';
  const fit = sheet.page?.fit ? tag('pageSetUpPr', { fitToPage: 1 }) : '';
  return tab || fit ? tag('sheetPr', {}, tab, fit) : '';
}

function dimensionXml(sheet: FileSheet): string {
  if (sheet.cells.length === 0) return '';
  const last = sheet.cells.reduce((most, { row, column }) => ({ row: Math.max(most.row, row), column: Math.max(most.column, column) }), { row: 0, column: 0 });
  return tag('dimension', { ref: rangeAddress({ row: 0, column: 0, rows: last.row + 1, columns: last.column + 1 }) });
}

function viewXml(sheet: FileSheet, isActive: boolean): string {
  const { rows, columns } = sheet.freeze ?? { rows: 0, columns: 0 };
  const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
  const frozen = rows || columns ? tag('pane', { xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: addressOf(rows, columns), activePane: pane, state: 'frozen' }) : '';
  const selected = sheet.selection ? tag('selection', { pane: frozen ? pane : undefined, activeCell: sheet.selection.split(':')[0], sqref: sheet.selection }) : '';
  const view = tag('sheetView', { showGridLines: sheet.showGridlines ? undefined : 0, showRowColHeaders: sheet.showHeadings === false ? 0 : undefined, tabSelected: isActive || undefined, workbookViewId: 0 }, frozen, selected);
  return tag('sheetViews', {}, view);
}

function columnsXml(sheet: FileSheet): string {
  const columns = [...new Set([...sheet.columnWidths.keys(), ...(sheet.hiddenColumns ?? [])])].sort((a, b) => a - b);
  if (columns.length === 0) return '';
  return tag('cols', {}, ...columns.map((column) => {
    const width = sheet.columnWidths.get(column);
    return tag('col', { min: column + 1, max: column + 1, width: width ?? 9.140625, customWidth: width === undefined ? undefined : 1, hidden: sheet.hiddenColumns?.has(column) || undefined });
  }));
}

function rowsXml(sheet: FileSheet, context: SheetContext): string {
  const byRow = Map.groupBy(sheet.cells, (cell) => cell.row);
  const numbers = new Set([...byRow.keys(), ...sheet.rowHeights.keys(), ...(sheet.hiddenRows ?? [])]);
  const rows = [...numbers].sort((a, b) => a - b).map((row) => {
    const cells = (byRow.get(row) ?? []).sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, context));
    const height = sheet.rowHeights.get(row);
    return tag('row', { r: row + 1, ht: height, customHeight: height === undefined ? undefined : 1, hidden: sheet.hiddenRows?.has(row) || undefined }, ...cells);
  });
  return tag('sheetData', {}, ...rows) || tag('sheetData');
}

const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']);

function cellXml(cell: FileCell, context: SheetContext): string {
  const style = context.styles.cell(cell.style) || undefined;
  const place = { r: `${columnName(cell.column)}${cell.row + 1}`, s: style };
  const formula = cell.formula ? tag('f', {}, text(cell.formula.slice(1))) : '';
  const { value } = cell;
  if (typeof value === 'number') return tag('c', place, formula, tag('v', {}, String(value)));
  if (typeof value === 'boolean') return tag('c', { ...place, t: 'b' }, formula, tag('v', {}, value ? '1' : '0'));
  if (value === '') return formula ? tag('c', { ...place, t: 'str' }, formula, '<v></v>') : tag('c', place);
  if (ERRORS.has(value)) return tag('c', { ...place, t: 'e' }, formula, tag('v', {}, value));
  if (cell.runs) return tag('c', { ...place, t: 'inlineStr' }, tag('is', {}, ...cell.runs.map((run) => tag('r', {}, run.font ? runFont(run.font) : '', tag('t', { 'xml:space': 'preserve' }, text(run.text))))));
  if (formula) return tag('c', { ...place, t: 'str' }, formula, tag('v', {}, text(value)));
  return tag('c', { ...place, t: 's' }, tag('v', {}, String(context.textNumber(value))));
}

function linksXml(sheet: FileSheet, context: SheetContext): string {
  const links = (sheet.links ?? []).map(({ range, address, location, tooltip }) =>
    tag('hyperlink', { ref: range, 'r:id': address ? context.links.get(address) : undefined, location, tooltip }),
  );
  return links.length === 0 ? '' : tag('hyperlinks', {}, ...links);
}

/** Edges of a sheet's first columns or rows in points, one more than there are. */
export function edgesOf(count: number, lengthOf: (index: number) => number): number[] {
  const edges = [0];
  for (let index = 0; index < count; index++) edges.push(edges[index]! + lengthOf(index));
  return edges;
}

export function tableXml(table: FileSheet['tables'][number], id: number, columns: readonly string[]): string {
  const filter = rectOf(table.range);
  const filterRange = rangeAddress({ ...filter, rows: filter.rows - (table.hasTotals ? 1 : 0) });
  return document(
    tag(
      'table',
      { xmlns: SPREADSHEET, id, name: table.name, displayName: table.name, ref: table.range, headerRowCount: table.hasHeader ? undefined : 0, totalsRowCount: table.hasTotals ? 1 : undefined },
      table.hasHeader && table.hasFilter ? tag('autoFilter', { ref: filterRange }) : '',
      list('tableColumns', columns.map((name, index) => tag('tableColumn', { id: index + 1, name }))),
      tag('tableStyleInfo', { name: table.style, showFirstColumn: 0, showLastColumn: 0, showRowStripes: table.bandedRows, showColumnStripes: table.bandedColumns }),
    ),
  );
}
