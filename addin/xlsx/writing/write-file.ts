// Writes a FileWorkbook as the bytes of an .xlsx file: its parts, their relations and types. Knows no plan.

import { strToU8, zipSync } from 'fflate';
import { addressOf, rectOf } from '../../sheets/image.ts';
import type { CellValue } from '../../sheets/image.ts';
import { commentsXml, oldDrawing } from './comments.ts';
import { chartXml } from './chart.ts';
import { drawingXml } from './drawing.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, pointsOfWidth } from './file.ts';
import type { FileSheet, FileWorkbook } from './file.ts';
import { document, RELATIONS, SPREADSHEET, tag, text } from './markup.ts';
import { printNames } from './page.ts';
import { edgesOf, sheetXml, tableXml } from './sheet-part.ts';
import { styleBook } from './style-book.ts';
import type { StyleBook } from './style-book.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly outside?: boolean;
}

/** What is being written: parts by path, with their content types; counters number the parts of the whole file. */
interface Writing {
  readonly parts: Map<string, string>;
  readonly types: Map<string, string>;
  readonly texts: Map<string, number>;
  readonly styles: StyleBook;
  readonly counts: { charts: number; drawings: number; tables: number; notes: number };
}

export function writeWorkbookFile(workbook: FileWorkbook): Uint8Array {
  const writing: Writing = { parts: new Map(), types: new Map(), texts: new Map(), styles: styleBook(), counts: { charts: 0, drawings: 0, tables: 0, notes: 0 } };
  workbook.sheets.forEach((sheet, index) => writeSheet(writing, workbook, sheet, index));
  const sheets = workbook.sheets.map((_sheet, index): Relation => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` }));
  put(writing, 'xl/workbook.xml', workbookXml(workbook), `${SHEET_TYPES}.sheet.main+xml`);
  put(writing, 'xl/_rels/workbook.xml.rels', relationsXml([...sheets, { type: 'styles', target: 'styles.xml' }, { type: 'sharedStrings', target: 'sharedStrings.xml' }]));
  put(writing, 'xl/styles.xml', writing.styles.xml(), `${SHEET_TYPES}.styles+xml`);
  put(writing, 'xl/sharedStrings.xml', stringsXml(writing.texts), `${SHEET_TYPES}.sharedStrings+xml`);
  put(writing, '_rels/.rels', relationsXml([{ type: 'officeDocument', target: 'xl/workbook.xml' }]));
  put(writing, '[Content_Types].xml', typesXml(writing.types));
  // The types come first, as readers that stream expect; a fixed time makes equal workbooks equal files.
  const files = [...writing.parts].reverse().map(([path, content]) => [path, strToU8(content)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 });
}

function put(writing: Writing, path: string, content: string, type?: string): void {
  writing.parts.set(path, content);
  if (type) writing.types.set(path, type);
}

function writeSheet(writing: Writing, workbook: FileWorkbook, sheet: FileSheet, index: number): void {
  const relations: Relation[] = [];
  const relate = (relation: Relation): string => `rId${relations.push(relation)}`;
  const drawing = sheet.charts.length > 0 ? relate({ type: 'drawing', target: writeCharts(writing, workbook, sheet) }) : undefined;
  const tables = sheet.tables.map((table) => {
    const number = ++writing.counts.tables;
    put(writing, `xl/tables/table${number}.xml`, tableXml(table, number, tableColumns(sheet, table.range, table.hasHeader)), `${SHEET_TYPES}.table+xml`);
    return relate({ type: 'table', target: `../tables/table${number}.xml` });
  });
  const notes = sheet.comments?.length || sheet.boxes?.length ? writeNotes(writing, sheet, relate) : undefined;
  const addresses = new Set((sheet.links ?? []).flatMap((link) => (link.address ? [link.address] : [])));
  const links = new Map([...addresses].map((address) => [address, relate({ type: 'hyperlink', target: address, outside: true })]));
  const textNumber = (content: string): number => {
    const known = writing.texts.get(content) ?? writing.texts.size;
    writing.texts.set(content, known);
    return known;
  };
  const content = sheetXml(sheet, { styles: writing.styles, textNumber, isActive: index === workbook.active, drawing, notes, tables, links });
  put(writing, `xl/worksheets/sheet${index + 1}.xml`, content, `${SHEET_TYPES}.worksheet+xml`);
  if (relations.length > 0) put(writing, `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationsXml(relations));
}

function writeCharts(writing: Writing, workbook: FileWorkbook, sheet: FileSheet): string {
  const relations = sheet.charts.map((chart): Relation => {
    const number = ++writing.counts.charts;
    put(writing, `xl/charts/chart${number}.xml`, chartXml(chart, (reference) => valuesAt(workbook, reference)), CHART_TYPE);
    return { type: 'chart', target: `../charts/chart${number}.xml` };
  });
  const number = ++writing.counts.drawings;
  // Far more columns and rows than any chart reaches.
  const columns = edgesOf(500, (column) => (sheet.hiddenColumns?.has(column) ? 0 : pointsOfWidth(sheet.columnWidths.get(column) ?? DEFAULT_WIDTH)));
  const rows = edgesOf(5000, (row) => (sheet.hiddenRows?.has(row) ? 0 : (sheet.rowHeights.get(row) ?? DEFAULT_HEIGHT)));
  put(writing, `xl/drawings/drawing${number}.xml`, drawingXml(sheet.charts, columns, rows), DRAWING_TYPE);
  put(writing, `xl/drawings/_rels/drawing${number}.xml.rels`, relationsXml(relations));
  return `../drawings/drawing${number}.xml`;
}

function writeNotes(writing: Writing, { comments = [], boxes = [] }: FileSheet, relate: (relation: Relation) => string): string {
  const number = ++writing.counts.notes;
  put(writing, `xl/drawings/vmlDrawing${number}.vml`, oldDrawing(comments, boxes));
  if (comments.length > 0) {
    put(writing, `xl/comments${number}.xml`, commentsXml(comments), `${SHEET_TYPES}.comments+xml`);
    relate({ type: 'comments', target: `../comments${number}.xml` });
  }
  return relate({ type: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` });
}

function valuesAt(workbook: FileWorkbook, reference: string): CellValue[] {
  const mark = reference.lastIndexOf('!');
  const name = reference.slice(0, mark).replace(/^'|'$/g, '').replaceAll("''", "'");
  const rect = rectOf(reference);
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  const values = new Map(sheet?.cells.map((cell) => [addressOf(cell.row, cell.column), cell.value]));
  return Array.from({ length: rect.rows * rect.columns }, (_none, index) => values.get(addressOf(rect.row + Math.floor(index / rect.columns), rect.column + (index % rect.columns))) ?? '');
}

/** A table's columns are named by its header cells, each name once. */
function tableColumns(sheet: FileSheet, range: string, hasHeader: boolean): string[] {
  const rect = rectOf(range);
  const names: string[] = [];
  for (let index = 0; index < rect.columns; index++) {
    const cell = hasHeader ? sheet.cells.find(({ row, column }) => row === rect.row && column === rect.column + index) : undefined;
    const wanted = String(cell?.value ?? '') || `列${index + 1}`;
    names.push(names.includes(wanted) ? `${wanted}${index + 1}` : wanted);
  }
  return names;
}

function workbookXml(workbook: FileWorkbook): string {
  const sheets = workbook.sheets.map((sheet, index) => tag('sheet', { name: sheet.name, sheetId: sheetNumber(workbook, index), state: sheet.visibility === 'visible' ? undefined : sheet.visibility, 'r:id': `rId${index + 1}` }));
  const names = [...workbook.sheets.flatMap(printNames), ...workbook.names];
  const defined = names.map(({ name, formula, sheet, hidden }) => tag('definedName', { name, localSheetId: sheet, hidden: hidden || undefined }, text(formula)));
  return document(
    tag(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': RELATIONS },
      tag('workbookPr'),
      workbook.structureProtected ? tag('workbookProtection', { lockStructure: 1 }) : '',
      tag('bookViews', {}, tag('workbookView', { activeTab: workbook.active || undefined })),
      tag('sheets', {}, ...sheets),
      defined.length > 0 ? tag('definedNames', {}, ...defined) : '',
      tag('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
    ),
  );
}

/** A sheet keeps the number it came with, where no other has it. */
function sheetNumber(workbook: FileWorkbook, index: number): number {
  const own = workbook.sheets.map((sheet) => (/^\d{1,5}$/.test(sheet.id ?? '') ? Number(sheet.id) : 0));
  const wanted = own[index]!;
  if (wanted > 0 && own.indexOf(wanted) === index) return wanted;
  return Math.max(0, ...own) + index + 1;
}

function stringsXml(texts: ReadonlyMap<string, number>): string {
  const items = [...texts.keys()].map((content) => tag('si', {}, tag('t', { 'xml:space': 'preserve' }, text(content))));
  return document(tag('sst', { xmlns: SPREADSHEET, count: items.length, uniqueCount: items.length }, ...items));
}

function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(({ type, target, outside }, index) => tag('Relationship', { Id: `rId${index + 1}`, Type: `${RELATIONS}/${type}`, Target: target, TargetMode: outside ? 'External' : undefined }));
  return document(tag('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...items));
}

function typesXml(types: ReadonlyMap<string, string>): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
  ].map(([Extension, ContentType]) => tag('Default', { Extension, ContentType }));
  const overrides = [...types].map(([path, ContentType]) => tag('Override', { PartName: `/${path}`, ContentType }));
  return document(tag('Types', { xmlns: `${PACKAGE}/content-types` }, ...defaults, ...overrides));
}
