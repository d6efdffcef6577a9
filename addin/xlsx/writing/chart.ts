// The part of one chart, with the values it showed when it was written. Knows no place on a sheet.

import type { CellValue } from '../../sheets/image.ts';
import type { FileChart, FileSeries } from './file.ts';
import { document, RELATIONS, tag, text } from './markup.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const FONT = '微软雅黑';
const AXES = ['50010001', '50010002'] as const;

/** Values of a range with its sheet's name, for the copy inside the chart's part. */
export type ValuesOf = (reference: string) => readonly CellValue[];

export function chartXml(chart: FileChart, valuesOf: ValuesOf): string {
  const isRound = chart.kind === 'pie' || chart.kind === 'doughnut';
  const plot = tag('c:plotArea', {}, tag('c:layout'), plotXml(chart, valuesOf), isRound ? '' : axesXml(chart), tag('c:spPr', {}, tag('a:noFill')));
  const legend = chart.legend ? tag('c:legend', {}, tag('c:legendPos', { val: chart.legend }), tag('c:overlay', { val: 0 }), textProperties(850, '595959')) : '';
  const title = chart.title ? titleXml(chart.title) : '';
  const frame = tag('c:spPr', {}, solid('FFFFFF'), tag('a:ln', { w: 9525 }, solid('D4D4D4')));
  return document(
    tag(
      'c:chartSpace',
      { 'xmlns:c': CHART, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONS },
      tag('c:roundedCorners', { val: 0 }),
      tag('c:chart', {}, title, tag('c:autoTitleDeleted', { val: chart.title ? 0 : 1 }), plot, legend, tag('c:plotVisOnly', { val: 1 }), tag('c:dispBlanksAs', { val: 'gap' })),
      frame,
    ),
  );
}

function plotXml(chart: FileChart, valuesOf: ValuesOf): string {
  const series = chart.series.map((one, index) => seriesXml(chart, one, index, valuesOf)).join('');
  const axes = AXES.map((id) => tag('c:axId', { val: id })).join('');
  const grouping = tag('c:grouping', { val: chart.kind === 'line' || chart.kind === 'area' ? (chart.grouping === 'clustered' ? 'standard' : chart.grouping) : chart.grouping });
  switch (chart.kind) {
    case 'bar':
    case 'column': {
      const overlap = chart.grouping === 'clustered' ? 0 : 100;
      const gap = tag('c:gapWidth', { val: chart.kind === 'bar' ? 55 : 60 }) + tag('c:overlap', { val: overlap });
      return tag('c:barChart', {}, tag('c:barDir', { val: chart.kind === 'bar' ? 'bar' : 'col' }), grouping, tag('c:varyColors', { val: 0 }), series, gap, axes);
    }
    case 'line':
      return tag('c:lineChart', {}, grouping, tag('c:varyColors', { val: 0 }), series, tag('c:marker', { val: 1 }), axes);
    case 'area':
      return tag('c:areaChart', {}, grouping, tag('c:varyColors', { val: 0 }), series, axes);
    case 'pie':
      return tag('c:pieChart', {}, tag('c:varyColors', { val: 1 }), series);
    case 'doughnut':
      return tag('c:doughnutChart', {}, tag('c:varyColors', { val: 1 }), series, tag('c:holeSize', { val: 50 }));
  }
}

function seriesXml(chart: FileChart, series: FileSeries, index: number, valuesOf: ValuesOf): string {
  const name = series.nameRef ? reference('c:strRef', series.nameRef, series.name === undefined ? valuesOf(series.nameRef) : [series.name]) : tag('c:v', {}, text(series.name ?? ''));
  const isLine = chart.kind === 'line';
  const fill = series.color ? tag('c:spPr', {}, isLine ? tag('a:ln', { w: 28575 }, solid(series.color)) : solid(series.color)) : '';
  const labels = series.labels ? labelsXml(chart) : '';
  return tag(
    'c:ser',
    {},
    tag('c:idx', { val: index }),
    tag('c:order', { val: index }),
    series.nameRef || series.name ? tag('c:tx', {}, name) : '',
    fill,
    chart.kind === 'bar' || chart.kind === 'column' ? tag('c:invertIfNegative', { val: 0 }) : '',
    labels,
    series.categories ? tag('c:cat', {}, reference('c:strRef', series.categories, valuesOf(series.categories))) : '',
    tag('c:val', {}, reference('c:numRef', series.values, valuesOf(series.values))),
  );
}

function reference(kind: 'c:strRef' | 'c:numRef', formula: string, values: readonly CellValue[]): string {
  const isNumber = kind === 'c:numRef';
  const points = values.map((value, index) => (isNumber && typeof value !== 'number' ? '' : tag('c:pt', { idx: index }, tag('c:v', {}, text(String(value))))));
  const cache = tag(isNumber ? 'c:numCache' : 'c:strCache', {}, isNumber ? tag('c:formatCode', {}, 'General') : '', tag('c:ptCount', { val: values.length }), ...points);
  return tag(kind, {}, tag('c:f', {}, text(formula)), cache);
}

function labelsXml(chart: FileChart): string {
  const place = chart.grouping === 'clustered' && (chart.kind === 'bar' || chart.kind === 'column') ? tag('c:dLblPos', { val: 'outEnd' }) : '';
  const shown = ['c:showLegendKey', 'c:showVal', 'c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'].map((name) => tag(name, { val: name === 'c:showVal' ? 1 : 0 }));
  return tag('c:dLbls', {}, tag('c:numFmt', { formatCode: '0.00', sourceLinked: 0 }), tag('c:spPr', {}, tag('a:noFill')), textProperties(800, '595959'), place, ...shown);
}

function axesXml(chart: FileChart): string {
  const isBar = chart.kind === 'bar';
  const category = tag(
    'c:catAx',
    {},
    tag('c:axId', { val: AXES[0] }),
    tag('c:scaling', {}, tag('c:orientation', { val: chart.reversed ? 'maxMin' : 'minMax' })),
    tag('c:delete', { val: 0 }),
    tag('c:axPos', { val: isBar ? 'l' : 'b' }),
    tag('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    tag('c:majorTickMark', { val: 'none' }),
    tag('c:minorTickMark', { val: 'none' }),
    tag('c:tickLblPos', { val: 'nextTo' }),
    tag('c:spPr', {}, tag('a:ln', { w: 9525 }, solid('C4C4C4'))),
    textProperties(850, '595959'),
    tag('c:crossAx', { val: AXES[1] }),
    tag('c:crosses', { val: 'autoZero' }),
  );
  const limits = (chart.maximum === undefined ? '' : tag('c:max', { val: chart.maximum })) + (chart.minimum === undefined ? '' : tag('c:min', { val: chart.minimum }));
  const value = tag(
    'c:valAx',
    {},
    tag('c:axId', { val: AXES[1] }),
    tag('c:scaling', {}, tag('c:orientation', { val: 'minMax' }), limits),
    tag('c:delete', { val: 0 }),
    tag('c:axPos', { val: isBar ? 't' : 'l' }),
    tag('c:majorGridlines', {}, tag('c:spPr', {}, tag('a:ln', { w: 9525 }, solid('E4E4E4')))),
    tag('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    tag('c:majorTickMark', { val: 'none' }),
    tag('c:minorTickMark', { val: 'none' }),
    tag('c:tickLblPos', { val: 'nextTo' }),
    tag('c:spPr', {}, tag('a:ln', {}, tag('a:noFill'))),
    textProperties(850, '595959'),
    tag('c:crossAx', { val: AXES[0] }),
    tag('c:crosses', { val: chart.reversed ? 'max' : 'autoZero' }),
    tag('c:crossBetween', { val: 'between' }),
    chart.maximum === undefined ? '' : tag('c:majorUnit', { val: chart.maximum / 5 }),
  );
  return category + value;
}

function titleXml(title: string): string {
  const run = tag('a:r', {}, characters('a:rPr', 1000, '1F1F1F', true), tag('a:t', {}, text(title)));
  const layout = tag('c:layout', {}, tag('c:manualLayout', {}, tag('c:xMode', { val: 'edge' }), tag('c:yMode', { val: 'edge' }), tag('c:x', { val: 0.02 }), tag('c:y', { val: 0.03 })));
  const paragraph = tag('a:p', {}, tag('a:pPr', {}, characters('a:defRPr', 1000, '1F1F1F', true)), run);
  return tag('c:title', {}, tag('c:tx', {}, tag('c:rich', {}, tag('a:bodyPr'), tag('a:lstStyle'), paragraph)), layout, tag('c:overlay', { val: 0 }));
}

function textProperties(size: number, color: string): string {
  const paragraph = tag('a:p', {}, tag('a:pPr', {}, characters('a:defRPr', size, color, false)), tag('a:endParaRPr', { lang: 'zh-CN' }));
  return tag('c:txPr', {}, tag('a:bodyPr'), tag('a:lstStyle'), paragraph);
}

function characters(name: string, size: number, color: string, bold: boolean): string {
  const lang = name === 'a:rPr' ? 'zh-CN' : undefined;
  return tag(name, { lang, sz: size, b: bold ? 1 : 0 }, solid(color), tag('a:latin', { typeface: FONT }), tag('a:ea', { typeface: FONT }));
}

function solid(color: string): string {
  return tag('a:solidFill', {}, tag('a:srgbClr', { val: color.replace('#', '').toUpperCase() }));
}
