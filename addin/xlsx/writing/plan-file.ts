// A SheetPlan as a sheet of a file. Knows no zip and no XML.

import { rangeAddress } from '../../sheets/image.ts';
import type { Rect } from '../../sheets/image.ts';
import type { CellStyle, Line, PageSetup, PlannedChart, SheetPlan } from '../../sheets/plan.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, pointsOfWidth, quotedSheet, widthOfCharacters } from './file.ts';
import type { FileCell, FileChart, FileLine, FilePage, FileSheet, FileStyle } from './file.ts';
import { absolute } from './page.ts';

const PAPER_A4 = 9;
const POINTS_AN_INCH = 72;
const EDGE_LINES = { hairline: 'hair', thin: 'thin', medium: 'medium', thick: 'thick' } as const;
const FOOTER_FONT = '&"微软雅黑,Regular"&8&K595959';

export function planSheet(plan: SheetPlan): FileSheet {
  const rowHeights = new Map(Object.entries(plan.rowHeights).map(([row, height]) => [Number(row), height]));
  const columnWidths = new Map(Object.entries(plan.columnWidths).map(([column, width]) => [Number(column), widthOfCharacters(width)]));
  const sheet = { name: plan.name, rowHeights, columnWidths };
  return {
    ...sheet,
    visibility: 'visible',
    cells: cellsOf(plan),
    merges: plan.merges.map(rangeAddress),
    freeze: plan.frozenRows ? { rows: plan.frozenRows, columns: 0 } : undefined,
    showGridlines: plan.showGridlines,
    tabColor: plan.tabColor,
    tables: plan.tables.map(({ name, range }) => ({ name, range: rangeAddress(range), hasHeader: true, hasTotals: false, hasFilter: true, bandedRows: true, bandedColumns: false, style: 'TableStyleLight1' })),
    conditionals: plan.dataBars.map((bar, index) => ({
      range: rangeAddress(bar.range),
      priority: index + 1,
      rule: { kind: 'dataBar', lower: { type: 'num', value: String(bar.minimum) }, upper: { type: 'num', value: String(bar.maximum) }, color: bar.color, gradient: false, barOnly: true },
    })),
    validations: plan.validations.map(({ range, list }) => ({ range: rangeAddress(range), type: 'list', formulas: [`"${list.join(',')}"`] })),
    charts: plan.charts.map((chart) => chartOf(chart, sheet)),
    page: pageOf(plan.pageSetup),
  };
}

/** Styles are laid over each other in their order, then joined with the cells' contents. */
function cellsOf(plan: SheetPlan): FileCell[] {
  const styles = new Map<string, FileStyle>();
  for (const { range, style } of plan.styles) {
    for (let row = range.row; row < range.row + range.rows; row++) {
      for (let column = range.column; column < range.column + range.columns; column++) {
        const place = `${row},${column}`;
        styles.set(place, laidOver(styles.get(place), style, range, row, column));
      }
    }
  }
  const cells = new Map<string, FileCell>([...styles].map(([place, style]) => [place, { ...placeOf(place), value: '', style }]));
  for (const { row, column, value, formula } of plan.cells) {
    const place = `${row},${column}`;
    cells.set(place, { row, column, value: value ?? '', formula, style: styles.get(place) });
  }
  return [...cells.values()];
}

function placeOf(place: string): { row: number; column: number } {
  const [row, column] = place.split(',').map(Number);
  return { row: row!, column: column! };
}

function laidOver(below: FileStyle = {}, style: CellStyle, range: Rect, row: number, column: number): FileStyle {
  const font = { name: style.fontName, size: style.fontSize, bold: style.bold, color: style.color };
  const borders = style.borders;
  const lines = borders && {
    top: row === range.row ? borders.top : borders.insideHorizontal,
    bottom: row === range.row + range.rows - 1 ? borders.bottom : borders.insideHorizontal,
    left: column === range.column ? borders.left : borders.insideVertical,
    right: column === range.column + range.columns - 1 ? borders.right : borders.insideVertical,
    diagonal: borders.diagonal,
  };
  return {
    ...below,
    ...defined({
      fill: style.fill,
      numberFormat: style.numberFormat,
      horizontal: style.horizontal,
      vertical: style.vertical === 'middle' ? 'center' : style.vertical,
      wrap: style.wrap,
      indent: style.indent,
    }),
    font: { ...below.font, ...defined(font) },
    borders: lines ? { ...below.borders, ...mapLines(lines) } : below.borders,
  };
}

function mapLines(lines: Record<string, Line | undefined>): Record<string, FileLine> {
  return Object.fromEntries(Object.entries(lines).flatMap(([edge, line]) => (line ? [[edge, { style: EDGE_LINES[line.weight], color: line.color }]] : [])));
}

function defined<Part extends object>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Part>;
}

function chartOf(chart: PlannedChart, sheet: Pick<FileSheet, 'name' | 'rowHeights' | 'columnWidths'>): FileChart {
  const { source, seriesBy } = chart;
  const range = (rect: Rect): string => `${quotedSheet(sheet.name)}!${absolute(rangeAddress(rect))}`;
  const byColumns = seriesBy === 'columns';
  const count = (byColumns ? source.columns : source.rows) - 1;
  const length = (byColumns ? source.rows : source.columns) - 1;
  const series = Array.from({ length: count }, (_none, index) => {
    const across = source.column + index + 1;
    const down = source.row + index + 1;
    const isLast = index === count - 1;
    return {
      nameRef: range(byColumns ? { row: source.row, column: across, rows: 1, columns: 1 } : { row: down, column: source.column, rows: 1, columns: 1 }),
      values: range(byColumns ? { row: source.row + 1, column: across, rows: length, columns: 1 } : { row: down, column: source.column + 1, rows: 1, columns: length }),
      categories: range(byColumns ? { row: source.row + 1, column: source.column, rows: length, columns: 1 } : { row: source.row, column: source.column + 1, rows: 1, columns: length }),
      color: chart.colors[index],
      labels: (chart.dataLabels && isLast) || undefined,
    };
  });
  const isBar = chart.kind === 'barStacked';
  return {
    name: chart.name,
    kind: isBar ? 'bar' : 'column',
    grouping: isBar ? 'stacked' : 'clustered',
    title: chart.title,
    altText: chart.altText,
    series,
    reversed: isBar,
    minimum: 0,
    maximum: chart.maximum,
    legend: 't',
    place: pointsOf(chart.place, sheet),
  };
}

function pointsOf(place: Rect, sheet: Pick<FileSheet, 'rowHeights' | 'columnWidths'>): FileChart['place'] {
  const columns = (from: number, count: number): number => sum(from, count, (column) => pointsOfWidth(sheet.columnWidths.get(column) ?? DEFAULT_WIDTH));
  const rows = (from: number, count: number): number => sum(from, count, (row) => sheet.rowHeights.get(row) ?? DEFAULT_HEIGHT);
  return { left: columns(0, place.column), top: rows(0, place.row), width: columns(place.column, place.columns), height: rows(place.row, place.rows) };
}

function sum(from: number, count: number, lengthOf: (index: number) => number): number {
  let total = 0;
  for (let index = from; index < from + count; index++) total += lengthOf(index);
  return total;
}

function pageOf(setup: PageSetup): FilePage {
  const inches = (points: number): number => Math.round((points / POINTS_AN_INCH) * 1000) / 1000;
  const margins = setup.margins ?? { top: 36, bottom: 47, left: 32, right: 32 };
  const footer = (side: string, content: string | undefined): string => (content ? `&${side}${FOOTER_FONT}${content}` : '');
  return {
    orientation: setup.orientation,
    paper: PAPER_A4,
    fit: { width: 1, height: setup.fitToHeight ? 1 : 0 },
    margins: { top: inches(margins.top), bottom: inches(margins.bottom), left: inches(margins.left), right: inches(margins.right), header: 0.3, footer: 0.3 },
    centerHorizontally: setup.centerHorizontally,
    printArea: rangeAddress(setup.printArea),
    titleRows: setup.titleRows,
    breaks: setup.breaksAbove,
    footer: footer('L', setup.footerLeft) + footer('R', setup.footerRight),
  };
}

/** Names of the plan's ranges, as the file writes them. */
export function planNames(plan: SheetPlan): { name: string; formula: string }[] {
  return plan.names.map(({ name, range }) => ({ name, formula: `${quotedSheet(plan.name)}!${absolute(rangeAddress(range))}` }));
}

