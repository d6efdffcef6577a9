// The charts of a sheet: place from the drawing, type, series and titles from the charts' own parts.

import { columnName } from '../../addin/sheets/image.ts';
import type { Parts } from '../../addin/xlsx/package/parts.ts';
import { childOf, childrenOf, isOn } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, pointsOfWidth } from '../../addin/xlsx/writing/file.ts';
import type { ChartData, ChartSeriesData, SheetData } from '../excel/workbook-data.ts';
import { present } from './open-styles.ts';
import { toOffice, words } from './words.ts';

const EMU_A_POINT = 12_700;
const TYPES = { bar: 'Bar', col: 'Column' } as const;
const GROUPED = { clustered: 'Clustered', stacked: 'Stacked', percentStacked: 'Stacked100', standard: '' } as const;

type Sizes = Pick<SheetData, 'columnWidths' | 'rowHeights'>;

export function readCharts(parts: Parts, drawing: string, sizes: Sizes): ChartData[] {
  const root = parts.xml(drawing);
  const relations = new Map(parts.relations(drawing).map((relation) => [relation.id, relation.target]));
  return (root?.children ?? []).flatMap((anchor): ChartData[] => {
    const frame = childOf(anchor, 'graphicFrame');
    const reference = childOf(childOf(childOf(frame, 'graphic'), 'graphicData'), 'chart');
    const path = relations.get(reference?.attributes['r:id'] ?? '');
    const chart = path === undefined ? null : parts.xml(path);
    if (!frame || !chart) return [];
    const properties = childOf(childOf(frame, 'nvGraphicFramePr'), 'cNvPr');
    return [{ name: properties?.attributes['name'] ?? '图表', ...placeOf(anchor, sizes), ...contentOf(childOf(chart, 'chart')) }];
  });
}

function placeOf(anchor: XmlElement, sizes: Sizes): Pick<ChartData, 'left' | 'top' | 'width' | 'height'> {
  if (anchor.name === 'absoluteAnchor') {
    const [position, extent] = [childOf(anchor, 'pos')?.attributes, childOf(anchor, 'ext')?.attributes];
    return { left: points(position?.['x']), top: points(position?.['y']), width: points(extent?.['cx']), height: points(extent?.['cy']) };
  }
  const from = cornerOf(childOf(anchor, 'from'), sizes);
  const extent = childOf(anchor, 'ext')?.attributes;
  if (anchor.name === 'oneCellAnchor') return { left: from.x, top: from.y, width: points(extent?.['cx']), height: points(extent?.['cy']) };
  const to = cornerOf(childOf(anchor, 'to'), sizes);
  return { left: from.x, top: from.y, width: Math.max(1, to.x - from.x), height: Math.max(1, to.y - from.y) };
}

function cornerOf(element: XmlElement | undefined, sizes: Sizes): { x: number; y: number } {
  const value = (name: string): number => Number(childOf(element, name)?.text ?? 0);
  let [x, y] = [points(value('colOff')), points(value('rowOff'))];
  for (let column = 0; column < value('col'); column++) x += sizes.columnWidths[columnName(column)] ?? pointsOfWidth(DEFAULT_WIDTH);
  for (let row = 1; row <= value('row'); row++) y += sizes.rowHeights[String(row)] ?? DEFAULT_HEIGHT;
  return { x, y };
}

function points(emu: string | number | undefined): number {
  return Number(emu ?? 0) / EMU_A_POINT;
}

function contentOf(chart: XmlElement | undefined): Omit<ChartData, 'name' | 'left' | 'top' | 'width' | 'height'> {
  const plot = childOf(chart, 'plotArea');
  const group = plot?.children.find((child) => child.name.endsWith('Chart'));
  const title = textOf(childOf(chart, 'title'));
  const legend = childOf(childOf(chart, 'legend'), 'legendPos')?.attributes['val'];
  const scaling = childOf(childOf(plot, 'valAx'), 'scaling');
  const limit = (name: string): number | undefined => {
    const value = childOf(scaling, name)?.attributes['val'];
    return value === undefined ? undefined : Number(value);
  };
  const isReversed = childOf(childOf(childOf(plot, 'catAx'), 'scaling'), 'orientation')?.attributes['val'] === 'maxMin';
  const labelled = childrenOf(group, 'ser').flatMap((series, index) => (isOn(childOf(childOf(series, 'dLbls'), 'showVal')?.attributes['val']) ? [[`series/${index}/hasDataLabels`, true]] : []));
  const settings = { ...Object.fromEntries(labelled), ...present('axes/valueAxis/minimum', limit('min')), ...present('axes/valueAxis/maximum', limit('max')), ...(isReversed ? { 'axes/categoryAxis/reversePlotOrder': true } : {}) };
  return {
    type: typeOf(group),
    ...present('title', title || undefined),
    titleVisible: title !== '',
    series: childrenOf(group, 'ser').map(seriesOf),
    legend: { visible: legend !== undefined, ...present('position', toOffice(words.LEGEND, legend)) },
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
  };
}

function typeOf(group: XmlElement | undefined): string {
  const grouping = childOf(group, 'grouping')?.attributes['val'] ?? 'clustered';
  const grouped = GROUPED[grouping as keyof typeof GROUPED] ?? 'Clustered';
  switch (group?.name) {
    case 'lineChart':
      return `Line${grouped === 'Clustered' ? '' : grouped}`;
    case 'areaChart':
      return `Area${grouped === 'Clustered' ? '' : grouped}`;
    case 'pieChart':
      return 'Pie';
    case 'doughnutChart':
      return 'Doughnut';
    default:
      return `${TYPES[(childOf(group, 'barDir')?.attributes['val'] ?? 'col') as keyof typeof TYPES]}${grouped || 'Clustered'}`;
  }
}

function seriesOf(series: XmlElement): ChartSeriesData {
  const formula = (name: string): string | undefined => childOf(childOf(series, name)?.children[0], 'f')?.text;
  const name = childOf(series, 'tx');
  const cached = childrenOf(childOf(childOf(name, 'strRef'), 'strCache'), 'pt')[0];
  const color = childOf(childOf(childOf(series, 'spPr'), 'solidFill'), 'srgbClr')?.attributes['val'];
  return {
    ...present('name', childOf(name, 'v')?.text ?? childOf(cached, 'v')?.text),
    ...present('values', formula('val')),
    ...present('categories', formula('cat')),
    ...present('color', color === undefined ? undefined : `#${color}`),
  };
}

/** All the text inside an element, whatever its runs. */
function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  return (element.name === 't' ? element.text : '') + element.children.map(textOf).join('');
}
