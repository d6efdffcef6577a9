// A plan's cells, styles, merges, sizes, tables, data bars and drop-downs on a cleared sheet.

import type { Rect } from '../sheets/image.ts';
import { rangeAddress } from '../sheets/image.ts';
import type { CellStyle, Line, SheetPlan } from '../sheets/plan.ts';
import { boundsOf } from './cell-clusters.ts';
import { addressLists, sizeRuns, styleGroups } from './style-groups.ts';

/** Excel refuses a longer literal list, and a comma inside an entry would cut it in two. */
const longestList = 255;

export function queueContents(sheet: Excel.Worksheet, plan: SheetPlan): void {
  queueCells(sheet, plan);
  for (const merge of plan.merges) rangeOf(sheet, merge).merge(false);
  for (const { style, ranges } of styleGroups(plan.styles)) {
    for (const addresses of addressLists(ranges)) queueStyle(ranges.length === 1 ? rangeOf(sheet, ranges[0]!) : sheet.getRanges(addresses), style);
  }
  queueSizes(sheet, plan);
  for (const table of plan.tables) {
    const added = sheet.tables.add(rangeAddress(table.range), true);
    added.name = table.name;
    // The plan's own styles show; a table's would lie over them.
    added.showBandedRows = false;
  }
  for (const bar of plan.dataBars) queueDataBar(rangeOf(sheet, bar.range), bar);
  for (const { range, list } of plan.validations) {
    const source = list.join(',');
    if (source.length > longestList || list.some((entry) => entry.includes(','))) continue;
    rangeOf(sheet, range).dataValidation.rule = { list: { inCellDropDown: true, source } };
  }
}

/** Formats first: `@` keeps a text a text, whatever it begins with; then values and formulas in one block. */
function queueCells(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const formatted = plan.styles.filter(({ style }) => style.numberFormat !== undefined);
  // Formats reach beyond what is filled in: the empty rows of a list wait for days and amounts.
  const corners = formatted.flatMap(({ range }) => [range, { row: range.row + range.rows - 1, column: range.column + range.columns - 1 }]);
  if (plan.cells.length + corners.length === 0) return;
  const bounds = boundsOf([...plan.cells, ...corners]);
  const grid = <Content>(content: Content): Content[][] => Array.from({ length: bounds.rows }, () => Array.from({ length: bounds.columns }, () => content));
  const formats = grid('General');
  const contents = grid<string | number | boolean>('');
  for (const { range, style } of formatted) fillPart(formats, bounds, range, style.numberFormat!);
  for (const cell of plan.cells) {
    const [row, column] = [cell.row - bounds.row, cell.column - bounds.column];
    contents[row]![column] = cell.formula ?? cell.value ?? '';
    if (cell.formula === undefined && typeof cell.value === 'string' && cell.value !== '') formats[row]![column] = '@';
  }
  const range = rangeOf(sheet, bounds);
  range.numberFormat = formats;
  // A formula may be 8,192 characters long, a text in a cell four times that.
  if (plan.cells.some((cell) => cell.formula !== undefined)) range.formulas = contents;
  else range.values = contents;
}

function fillPart(formats: string[][], bounds: Rect, part: Rect, format: string): void {
  for (let row = Math.max(part.row, bounds.row); row < Math.min(part.row + part.rows, bounds.row + bounds.rows); row += 1) {
    const line = formats[row - bounds.row]!;
    for (let column = Math.max(part.column, bounds.column); column < Math.min(part.column + part.columns, bounds.column + bounds.columns); column += 1) {
      line[column - bounds.column] = format;
    }
  }
}

function queueStyle(range: Excel.Range | Excel.RangeAreas, style: CellStyle): void {
  const { format } = range;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = ({ left: 'Left', center: 'Center', right: 'Right' } as const)[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = ({ top: 'Top', middle: 'Center', bottom: 'Bottom' } as const)[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  for (const [edge, line] of Object.entries(style.borders ?? {})) queueBorder(format.borders, edge, line);
}

const edges = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  insideHorizontal: 'InsideHorizontal',
  insideVertical: 'InsideVertical',
  diagonal: 'DiagonalDown',
} as const;

const weights = { hairline: 'Hairline', thin: 'Thin', medium: 'Medium', thick: 'Thick' } as const;

function queueBorder(borders: Excel.RangeBorderCollection, edge: string, line: Line): void {
  const border = borders.getItem(edges[edge as keyof typeof edges]);
  border.style = 'Continuous';
  border.weight = weights[line.weight];
  border.color = line.color;
}

function queueSizes(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { first, count, size } of sizeRuns(plan.columnWidths)) {
    // Points of so many digits in the standard font, with the cell's padding.
    sheet.getRangeByIndexes(0, first, 1, count).getEntireColumn().format.columnWidth = (size * 7 + 5) * 0.75;
  }
  for (const { first, count, size } of sizeRuns(plan.rowHeights)) {
    sheet.getRangeByIndexes(first, 0, count, 1).getEntireRow().format.rowHeight = size;
  }
}

function queueDataBar(range: Excel.Range, bar: SheetPlan['dataBars'][number]): void {
  const { dataBar } = range.conditionalFormats.add('DataBar');
  dataBar.lowerBoundRule = { type: 'Number', formula: String(bar.minimum) };
  dataBar.upperBoundRule = { type: 'Number', formula: String(bar.maximum) };
  dataBar.positiveFormat.fillColor = bar.color;
  dataBar.positiveFormat.gradientFill = false;
}

function rangeOf(sheet: Excel.Worksheet, rect: Rect): Excel.Range {
  return sheet.getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
}
