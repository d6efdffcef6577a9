// The drawing part of a sheet: where its charts stand. Knows no chart's content.

import type { FileChart } from './file.ts';
import { document, RELATIONS, tag } from './markup.ts';

const PLACES = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const EMU_A_POINT = 12_700;

/** Chart number n is the drawing's relation `rId<n>`. `edges` are the sheet's column and row edges in points. */
export function drawingXml(charts: readonly FileChart[], columns: readonly number[], rows: readonly number[]): string {
  return document(tag('xdr:wsDr', { 'xmlns:xdr': PLACES, 'xmlns:a': DRAWING }, ...charts.map((chart, index) => anchor(chart, index + 1, columns, rows))));
}

function anchor(chart: FileChart, number: number, columns: readonly number[], rows: readonly number[]): string {
  const { left, top, width, height } = chart.place;
  const frame = tag(
    'xdr:graphicFrame',
    { macro: '' },
    tag('xdr:nvGraphicFramePr', {}, tag('xdr:cNvPr', { id: number + 1, name: chart.name, descr: chart.altText }), tag('xdr:cNvGraphicFramePr')),
    tag('xdr:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', { cx: 0, cy: 0 })),
    tag('a:graphic', {}, tag('a:graphicData', { uri: CHART }, tag('c:chart', { 'xmlns:c': CHART, 'xmlns:r': RELATIONS, 'r:id': `rId${number}` }))),
  );
  const from = corner('xdr:from', left, top, columns, rows);
  const to = corner('xdr:to', left + width, top + height, columns, rows);
  return tag('xdr:twoCellAnchor', { editAs: 'oneCell' }, from, to, frame, tag('xdr:clientData'));
}

function corner(name: string, x: number, y: number, columns: readonly number[], rows: readonly number[]): string {
  const across = cellAt(x, columns);
  const down = cellAt(y, rows);
  const number = (key: string, value: number): string => tag(`xdr:${key}`, {}, String(value));
  return tag(name, {}, number('col', across.index), number('colOff', across.offset), number('row', down.index), number('rowOff', down.offset));
}

/** Which cell a length reaches, and how far into it in the file's own unit. */
function cellAt(points: number, edges: readonly number[]): { index: number; offset: number } {
  let index = 0;
  while (index + 1 < edges.length - 1 && edges[index + 1]! <= points) index++;
  return { index, offset: Math.max(0, Math.round((points - edges[index]!) * EMU_A_POINT)) };
}
