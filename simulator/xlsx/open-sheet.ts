// One sheet of a file as SheetData: cells, sizes, view, protection. What hangs on a sheet is read beside it.

import { addressOf, columnName, rectOf } from '../../addin/sheets/image.ts';
import { sheetKey } from '../../addin/xlsx/read.ts';
import { childOf, childrenOf, isOn } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';
import { cellsOf } from '../../addin/xlsx/reading/cells.ts';
import { drawnBoxes } from '../../addin/xlsx/reading/drawn-boxes.ts';
import { stringOf } from '../../addin/xlsx/reading/strings.ts';
import type { OpenedSheet, OpenedWorkbook } from '../../addin/xlsx/reading/workbook-part.ts';
import { pointsOfWidth } from '../../addin/xlsx/writing/file.ts';
import { emptySheetData } from '../excel/workbook-data.ts';
import type { CellData, CommentData, SheetData, TableData } from '../excel/workbook-data.ts';
import { readCharts } from './open-charts.ts';
import type { ColorOf } from './open-colors.ts';
import { readBreaks, readPage } from './open-page.ts';
import { readConditionals, readValidations } from './open-rules.ts';
import { fontOf, present } from './open-styles.ts';
import type { FileStyles } from './open-styles.ts';

/** A file may widen columns to the sheet's end: no more than these are kept one by one. */
const MOST_COLUMNS = 256;
const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

export interface OpenContext {
  readonly workbook: OpenedWorkbook;
  readonly styles: FileStyles;
  readonly colorOf: ColorOf;
}

export function readSheet(sheet: OpenedSheet, index: number, context: OpenContext): SheetData {
  const { parts, strings } = context.workbook;
  const root = parts.xml(sheet.path);
  const data = emptySheetData(sheet.name);
  if (!root) return data;
  const relations = parts.relations(sheet.path);
  const target = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;
  data.id = sheetKey(root, sheet);
  data.visibility = VISIBILITY[sheet.visibility];
  data.cells = readCells(root, strings, context);
  data.merges = childrenOf(childOf(root, 'mergeCells'), 'mergeCell').flatMap((merge) => merge.attributes['ref'] ?? []);
  Object.assign(data, readColumns(root, context.styles), readRows(root), readView(root, context.colorOf), readProtection(root));
  addLinks(root, new Map(relations.map((relation) => [relation.id, relation.target])), data.cells);
  data.tables = relations.filter((relation) => relation.type === 'table').flatMap((relation) => tableOf(parts.xml(relation.target)));
  data.conditionalFormats = readConditionals(root, context.styles, context.colorOf);
  data.dataValidations = readValidations(root);
  const [drawing, comments] = [target('drawing'), target('comments')];
  if (drawing) data.charts = readCharts(parts, drawing, data);
  if (comments) data.comments = commentsOf(parts.xml(comments));
  const { boxes } = drawnBoxes(parts, sheet.path, root);
  if (boxes) data.checkBoxes = boxes.map(({ row, column, isTicked, label, linked }) => ({ cell: addressOf(row, column), isTicked, ...present('label', label || undefined), ...present('linkedCell', linked && addressOf(linked.row, linked.column)) }));
  data.pageLayout = readPage(root, context.workbook.root, index);
  const breaks = readBreaks(root);
  if (breaks.length > 0) data.pageBreaks = breaks;
  return data;
}

function readCells(root: XmlElement, strings: OpenedWorkbook['strings'], { styles, colorOf }: OpenContext): Record<string, CellData> {
  const cells: Record<string, CellData> = {};
  for (const { row, column, value, formula, style, runs } of cellsOf(root, strings)) {
    const aspect = styles.cells[style];
    const richText = runs?.map(({ text, properties }) => ({ text, ...present('font', properties && fontOf(properties, colorOf)) }));
    cells[addressOf(row, column)] = { value, ...(formula ? { formula } : {}), ...structuredClone(aspect), ...present('richText', richText) };
  }
  return cells;
}

function readColumns(root: XmlElement, styles: FileStyles): Pick<SheetData, 'columnWidths' | 'hiddenColumns' | 'columnFormats' | 'standardWidth'> {
  const columnWidths: SheetData['columnWidths'] = {};
  const columnFormats: NonNullable<SheetData['columnFormats']> = {};
  const hiddenColumns: string[] = [];
  for (const { attributes } of childrenOf(childOf(root, 'cols'), 'col')) {
    const last = Math.min(Number(attributes['max']), MOST_COLUMNS);
    for (let column = Number(attributes['min']); column <= last; column++) {
      const name = columnName(column - 1);
      if (attributes['width'] && isOn(attributes['customWidth'], true)) columnWidths[name] = pointsOfWidth(Number(attributes['width']));
      if (isOn(attributes['hidden'])) hiddenColumns.push(name);
      const aspect = styles.cells[Number(attributes['style'])];
      if (aspect && Object.keys(aspect).length > 0) columnFormats[name] = structuredClone(aspect);
    }
  }
  const standard = childOf(root, 'sheetFormatPr')?.attributes['defaultColWidth'];
  return { columnWidths, hiddenColumns, ...(Object.keys(columnFormats).length > 0 ? { columnFormats } : {}), ...present('standardWidth', standard === undefined ? undefined : Number(standard)) };
}

function readRows(root: XmlElement): Pick<SheetData, 'rowHeights' | 'hiddenRows'> {
  const rowHeights: SheetData['rowHeights'] = {};
  const hiddenRows: number[] = [];
  let row = 0;
  for (const { attributes } of childrenOf(childOf(root, 'sheetData'), 'row')) {
    row = attributes['r'] ? Number(attributes['r']) : row + 1;
    if (attributes['ht']) rowHeights[String(row)] = Number(attributes['ht']);
    if (isOn(attributes['hidden'])) hiddenRows.push(row);
  }
  return { rowHeights, hiddenRows };
}

function readView(root: XmlElement, colorOf: ColorOf): Partial<SheetData> {
  const view = childOf(childOf(root, 'sheetViews'), 'sheetView');
  const pane = childOf(view, 'pane');
  const isFrozen = pane?.attributes['state']?.startsWith('frozen') ?? false;
  const selections = childrenOf(view, 'selection');
  const selection = selections.find((candidate) => candidate.attributes['pane'] === pane?.attributes['activePane']) ?? selections[selections.length - 1];
  return {
    ...(isFrozen ? { freeze: { rows: Number(pane!.attributes['ySplit'] ?? 0), columns: Number(pane!.attributes['xSplit'] ?? 0) } } : {}),
    ...present('tabColor', colorOf(childOf(childOf(root, 'sheetPr'), 'tabColor'))),
    showGridlines: isOn(view?.attributes['showGridLines'], true),
    showHeadings: isOn(view?.attributes['showRowColHeaders'], true),
    ...present('selection', selection?.attributes['sqref']?.split(' ')[0]),
  };
}

/** The file says what is locked, Office.js what is allowed. */
const ALLOWED = {
  formatCells: 'allowFormatCells', formatColumns: 'allowFormatColumns', formatRows: 'allowFormatRows', insertColumns: 'allowInsertColumns', insertRows: 'allowInsertRows',
  insertHyperlinks: 'allowInsertHyperlinks', deleteColumns: 'allowDeleteColumns', deleteRows: 'allowDeleteRows', sort: 'allowSort', autoFilter: 'allowAutoFilter', pivotTables: 'allowPivotTables',
} as const;

function readProtection(root: XmlElement): Pick<SheetData, 'protection'> {
  const attributes = childOf(root, 'sheetProtection')?.attributes;
  if (!attributes || !isOn(attributes['sheet'])) return {};
  const options: Record<string, unknown> = Object.fromEntries(Object.entries(ALLOWED).map(([locked, allowed]) => [allowed, !isOn(attributes[locked], true)]));
  options['allowEditObjects'] = !isOn(attributes['objects']);
  options['allowEditScenarios'] = !isOn(attributes['scenarios']);
  return { protection: { options } };
}

export const allowedWords = ALLOWED;

function addLinks(root: XmlElement, targets: ReadonlyMap<string, string>, cells: Record<string, CellData>): void {
  for (const { attributes } of childrenOf(childOf(root, 'hyperlinks'), 'hyperlink')) {
    const rect = rectOf(attributes['ref'] ?? 'A1');
    const place = addressOf(rect.row, rect.column);
    const cell = (cells[place] ??= { value: '' });
    const address = targets.get(attributes['r:id'] ?? '');
    cell.hyperlink = { ...present('address', address), ...present('documentReference', attributes['location']), ...present('screenTip', attributes['tooltip']), textToDisplay: String(cell.value) };
  }
}

function tableOf(root: XmlElement | null): TableData[] {
  if (!root) return [];
  const { displayName, name, ref, headerRowCount, totalsRowCount } = root.attributes;
  const style = childOf(root, 'tableStyleInfo')?.attributes;
  return [
    {
      name: displayName ?? name ?? 'Table1',
      range: ref ?? 'A1',
      showHeaders: headerRowCount !== '0',
      showTotals: Number(totalsRowCount ?? 0) > 0,
      ...present('style', style?.['name']),
      showBandedRows: isOn(style?.['showRowStripes']),
      showBandedColumns: isOn(style?.['showColumnStripes']),
      showFilterButton: childOf(root, 'autoFilter') !== undefined,
    },
  ];
}

function commentsOf(root: XmlElement | null): CommentData[] {
  const authors = childrenOf(childOf(root ?? undefined, 'authors'), 'author').map((author) => author.text);
  return childrenOf(childOf(root ?? undefined, 'commentList'), 'comment').map((comment) => {
    const content = childOf(comment, 'text');
    return { cell: comment.attributes['ref'] ?? 'A1', content: content ? stringOf(content) : '', ...present('author', authors[Number(comment.attributes['authorId'])] || undefined) };
  });
}
