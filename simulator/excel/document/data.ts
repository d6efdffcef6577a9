// WorkbookData in, WorkbookData out.
import { cellName, columnIndex, columnName, formatRect, parseRect, tryParseRect, wholeSheet } from '../address.ts';
import type { CellData, SheetData, WorkbookData } from '../workbook-data.ts';
import type { Cell } from './cell.ts';
import { emptySheetState, SheetDocument } from './sheet-document.ts';
import { WorkbookDocument } from './workbook-document.ts';

export function documentFromData(data: WorkbookData): WorkbookDocument {
  const document = new WorkbookDocument();
  document.fileName = data.name ?? document.fileName;
  for (const { id } of data.sheets) if (id !== undefined) document.takenIds.add(id);
  document.sheets = data.sheets.map((sheet) => sheetFromData(document, sheet));
  document.activeSheetId = (document.findSheet(data.activeSheet) ?? document.sheets[0]!).id;
  document.names = data.names.map((item) => ({
    name: item.name,
    formula: item.formula,
    scope: item.scope === undefined ? undefined : document.findSheet(item.scope),
    visible: item.visible ?? true,
    comment: item.comment ?? '',
  }));
  document.structureProtection = data.structureProtected ? {} : undefined;
  document.properties = { ...data.properties };
  document.customProperties = new Map(Object.entries(data.customProperties ?? {}));
  document.settings = new Map(Object.entries(structuredClone(data.settings ?? {})));
  document.customXmlParts = (data.customXmlParts ?? []).map((xml) => ({ id: document.newId(), xml }));
  return document;
}

function sheetFromData(document: WorkbookDocument, input: SheetData): SheetDocument {
  // cells and styles are never changed in place, so they can be shared
  const { cells, ...rest } = input;
  const data = structuredClone(rest);
  const state = emptySheetState(data.name);
  for (const [address, cell] of Object.entries(cells)) {
    const rect = parseRect(address);
    state.grid.set(rect.row, rect.column, cellFromData(cell));
  }
  Object.assign(state, {
    visibility: data.visibility,
    merges: data.merges.map(parseRect),
    rowHeights: new Map(Object.entries(data.rowHeights).map(([row, height]) => [Number(row) - 1, height])),
    columnWidths: new Map(Object.entries(data.columnWidths).map(([letters, width]) => [columnIndex(letters), width])),
    hiddenRows: new Set(data.hiddenRows.map((row) => row - 1)),
    hiddenColumns: new Set(data.hiddenColumns.map(columnIndex)),
    tables: data.tables.map(({ range, ...table }) => ({ ...table, id: document.newNumber(), rect: parseRect(range) })),
    conditionalFormats: data.conditionalFormats.map(({ range, ...item }) => ({
      ...item,
      id: document.newId(),
      rects: range.split(/[\s,]+/).map(parseRect),
    })),
    validations: data.dataValidations.flatMap(({ range, ...item }) =>
      range.split(/[\s,]+/).map((one) => ({ ...item, rect: parseRect(one) })),
    ),
    charts: data.charts.map((chart) => ({ ...chart, id: document.newId() })),
    comments: (data.comments ?? []).map((comment) => ({ ...comment, id: document.newId() })),
    checkBoxes: data.checkBoxes ?? [],
    customProperties: new Map(Object.entries(data.customProperties ?? {})),
    pageLayout: data.pageLayout ?? {},
    pageBreaks: new Set(data.pageBreaks?.map((row) => row - 1)),
    freeze: data.freeze,
    protection: data.protection,
    tabColor: data.tabColor ?? '',
    showGridlines: data.showGridlines ?? true,
    showHeadings: data.showHeadings ?? true,
    standardWidth: data.standardWidth ?? state.standardWidth,
    selection: tryParseRect(data.selection ?? 'A1') ?? state.selection,
  });
  for (const [letters, format] of Object.entries(data.columnFormats ?? {}))
    state.columnFormats.set(columnIndex(letters), { ...format, value: '' });
  return new SheetDocument(data.id ?? document.newId(), state);
}

function cellFromData(data: CellData): Cell {
  return data.formula === undefined ? { ...data } : { ...data, cached: data.value !== '' };
}

export function documentToData(document: WorkbookDocument): WorkbookData {
  const sheets = document.sheets.map((sheet) => sheetToData(document, sheet));
  const rest = structuredClone({
    name: document.fileName,
    names: document.names.map(({ scope, ...item }) => ({ ...item, ...(scope === undefined ? {} : { scope: scope.name }) })),
    activeSheet: document.activeSheet.name,
    structureProtected: document.structureProtection !== undefined,
    properties: document.properties,
    customProperties: Object.fromEntries(document.customProperties),
    settings: Object.fromEntries(document.settings),
    customXmlParts: document.customXmlParts.map((part) => part.xml),
  });
  return { ...rest, sheets };
}

function sheetToData(document: WorkbookDocument, sheet: SheetDocument): SheetData {
  const { state } = sheet;
  const cells: Record<string, CellData> = {};
  const stored = [...state.grid.within(wholeSheet)].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, cell } of stored) {
    const { cached: _cached, ...rest } = cell;
    cells[cellName(row, column)] = { ...rest, value: document.valueOf(sheet, row, column) };
  }
  const rest = {
    id: sheet.id,
    name: state.name,
    visibility: state.visibility,
    merges: state.merges.map(formatRect),
    rowHeights: Object.fromEntries([...state.rowHeights].map(([row, height]) => [String(row + 1), height])),
    columnWidths: Object.fromEntries([...state.columnWidths].map(([column, width]) => [columnName(column), width])),
    columnFormats: Object.fromEntries(
      [...state.columnFormats].map(([column, { numberFormat, style }]) => [columnName(column), { numberFormat, style }]),
    ),
    hiddenRows: [...state.hiddenRows].map((row) => row + 1).sort((a, b) => a - b),
    hiddenColumns: [...state.hiddenColumns].sort((a, b) => a - b).map(columnName),
    tables: state.tables.map(({ id: _id, rect, ...table }) => ({ ...table, range: formatRect(rect) })),
    conditionalFormats: state.conditionalFormats.map(({ id: _id, rects, ...item }) => ({
      ...item,
      range: rects.map(formatRect).join(','),
    })),
    dataValidations: state.validations.map(({ rect, ...item }) => ({ ...item, range: formatRect(rect) })),
    charts: state.charts.map(({ id: _id, ...chart }) => chart),
    comments: state.comments.map(({ id: _id, ...comment }) => comment),
    ...(state.checkBoxes.length > 0 ? { checkBoxes: state.checkBoxes } : {}),
    customProperties: Object.fromEntries(state.customProperties),
    pageLayout: state.pageLayout,
    ...(state.pageBreaks.size > 0 ? { pageBreaks: [...state.pageBreaks].map((row) => row + 1).sort((a, b) => a - b) } : {}),
    freeze: state.freeze,
    protection: state.protection,
    tabColor: state.tabColor,
    showGridlines: state.showGridlines,
    showHeadings: state.showHeadings,
    standardWidth: state.standardWidth,
    selection: formatRect(state.selection),
  };
  return { ...structuredClone(rest), cells };
}

