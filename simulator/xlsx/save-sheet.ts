// One SheetData as a sheet of a file. Knows no XML.

import { placeOf, rectOf } from '../../addin/sheets/image.ts';
import type { FileChart, FilePage, FileSheet } from '../../addin/xlsx/writing/file.ts';
import { widthOfPoints } from '../../addin/xlsx/writing/file.ts';
import type { ChartData, PageLayoutData, SheetData } from '../excel/workbook-data.ts';
import { allowedWords } from './open-sheet.ts';
import { fileConditional, fileValidation } from './save-rules.ts';
import { fileFont, fileStyle } from './save-style.ts';
import { toFile, words } from './words.ts';

const POINTS_AN_INCH = 72;
const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
const columnNumber = (letters: string): number => placeOf(`${letters}1`).column;

export function fileSheet(data: SheetData): FileSheet {
  const links = Object.entries(data.cells).flatMap(([range, { hyperlink }]) => (hyperlink ? [{ range, address: hyperlink.address, location: hyperlink.documentReference, tooltip: hyperlink.screenTip }] : []));
  return {
    name: data.name,
    id: data.id,
    visibility: VISIBILITY[data.visibility],
    cells: Object.entries(data.cells).map(([address, cell]) => ({ ...placeOf(address), value: cell.value, formula: cell.formula, style: fileStyle(cell.style, cell.numberFormat), ...(cell.richText ? { runs: cell.richText.map((run) => ({ text: run.text, font: fileFont(run.font) })) } : {}) })),
    merges: data.merges,
    rowHeights: new Map(Object.entries(data.rowHeights).map(([row, height]) => [Number(row) - 1, height])),
    columnWidths: new Map(Object.entries(data.columnWidths).map(([letters, width]) => [columnNumber(letters), widthOfPoints(width)])),
    hiddenRows: new Set(data.hiddenRows.map((row) => row - 1)),
    hiddenColumns: new Set(data.hiddenColumns.map(columnNumber)),
    freeze: data.freeze && (data.freeze.rows || data.freeze.columns) ? data.freeze : undefined,
    showGridlines: data.showGridlines ?? true,
    showHeadings: data.showHeadings,
    tabColor: data.tabColor || undefined,
    tables: data.tables.map((table) => ({
      name: table.name, range: table.range, hasHeader: table.showHeaders, hasTotals: table.showTotals, hasFilter: table.showFilterButton ?? true,
      style: table.style, bandedRows: table.showBandedRows ?? true, bandedColumns: table.showBandedColumns ?? false,
    })),
    conditionals: data.conditionalFormats.flatMap(fileConditional),
    validations: data.dataValidations.flatMap(fileValidation),
    charts: data.charts.flatMap(fileChart),
    links,
    comments: data.comments?.map(({ cell, content, author }) => ({ cell: cell.slice(cell.lastIndexOf('!') + 1), text: content, author })),
    boxes: data.checkBoxes?.map(({ cell, isTicked, label, linkedCell }) => ({ ...placeOf(cell), isTicked, label: label ?? '', ...(linkedCell ? { linked: placeOf(linkedCell) } : {}) })),
    page: data.pageLayout && { ...filePage(data.pageLayout), breaks: data.pageBreaks?.map((row) => row - 1) },
    protection: data.protection && protectionOf(data.protection.options ?? {}),
    selection: data.selection,
  };
}

function protectionOf(options: Record<string, unknown>): Record<string, string> {
  const locks = Object.entries(allowedWords).flatMap(([lock, allowed]) => (options[allowed] === true ? [[lock, '0']] : []));
  return Object.fromEntries([...locks, ['objects', options['allowEditObjects'] === true ? '0' : '1'], ['scenarios', options['allowEditScenarios'] === true ? '0' : '1']]);
}

function filePage(page: PageLayoutData): FilePage {
  const inches = Object.fromEntries(Object.entries(page.margins ?? {}).map(([edge, points]) => [edge, Math.round((points / POINTS_AN_INCH) * 1000) / 1000]));
  const { zoom } = page;
  const fits = zoom && (zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined);
  const lines = (text: string | undefined, numberOf: (end: string) => number): readonly [number, number] | undefined => {
    const ends = text?.replaceAll('$', '').split(':');
    return ends && [numberOf(ends[0]!), numberOf(ends[1] ?? ends[0]!)];
  };
  return {
    orientation: page.orientation === 'Landscape' ? 'landscape' : 'portrait',
    paper: Number(toFile(words.PAPER, page.paperSize ?? 'A4') ?? 9),
    scale: fits ? undefined : zoom?.scale,
    fit: fits ? { width: zoom.horizontalFitToPages ?? 0, height: zoom.verticalFitToPages ?? 0 } : undefined,
    margins: inches as unknown as FilePage['margins'],
    centerHorizontally: page.centerHorizontally,
    centerVertically: page.centerVertically,
    gridlines: page.printGridlines,
    printArea: page.printArea,
    titleRows: lines(page.printTitleRows, (end) => Number(/\d+/.exec(end)?.[0] ?? 1) - 1),
    titleColumns: lines(page.printTitleColumns, (end) => columnNumber(/[A-Z]+/.exec(end)?.[0] ?? 'A')),
    header: codesOf(page.headersFooters, 'Header'),
    footer: codesOf(page.headersFooters, 'Footer'),
  };
}

function codesOf(parts: Record<string, string> | undefined, kind: 'Header' | 'Footer'): string | undefined {
  const text = [['&L', 'left'], ['&C', 'center'], ['&R', 'right']].map(([code, place]) => (parts?.[`${place}${kind}`] ? code + parts[`${place}${kind}`]! : '')).join('');
  return text || undefined;
}

const KINDS = { Bar: 'bar', Column: 'column', Line: 'line', Area: 'area', Pie: 'pie', Doughnut: 'doughnut' } as const;

/** Kinds that cannot be written keep their place as columns rather than vanish. */
function fileChart(chart: ChartData): FileChart[] {
  const [, name, suffix] = /^(Bar|Column|Line|Area|Pie|Doughnut)(.*)$/.exec(chart.type) ?? [];
  const setting = (path: string): unknown => chart.settings?.[path];
  const number = (path: string): number | undefined => (typeof setting(path) === 'number' ? (setting(path) as number) : undefined);
  const kind = KINDS[name as keyof typeof KINDS] ?? 'column';
  const series = chart.series.flatMap((one, index) => (one.values === undefined || !isRange(one.values) ? [] : [{
    name: one.name, values: one.values, categories: one.categories, color: one.color || undefined, labels: setting(`series/${index}/hasDataLabels`) === true || undefined,
  }]));
  if (series.length === 0) return [];
  return [
    {
      name: chart.name,
      kind,
      grouping: suffix?.includes('Stacked100') ? 'percentStacked' : suffix?.includes('Stacked') ? 'stacked' : 'clustered',
      title: chart.titleVisible === false ? undefined : chart.title || undefined,
      series,
      reversed: setting('axes/categoryAxis/reversePlotOrder') === true,
      minimum: number('axes/valueAxis/minimum'),
      maximum: number('axes/valueAxis/maximum'),
      legend: chart.legend?.visible === false ? undefined : ((toFile(words.LEGEND, chart.legend?.position) ?? 'b') as 'b'),
      place: { left: chart.left, top: chart.top, width: chart.width, height: chart.height },
    },
  ];
}

function isRange(reference: string): boolean {
  try {
    rectOf(reference);
    return reference.includes('!');
  } catch {
    return false;
  }
}
