// Which members of charts can be set and read back (names from @types/office-js).
import type { Shape } from './recorded.ts';

const font: Shape = {
  className: 'ChartFont',
  scalars: { bold: false, color: '#595959', italic: false, name: '等线', size: 9, underline: 'None' },
};
const fill: Shape = { className: 'ChartFill', methods: { setSolidColor: 'color', clear: 'color' } };
const line: Shape = {
  className: 'ChartLineFormat',
  scalars: { color: '#000000', lineStyle: 'Automatic', weight: 0.75 },
  methods: { clear: 'lineStyle' },
};
const border: Shape = { className: 'ChartBorder', scalars: { color: '#000000', lineStyle: 'Automatic', weight: 0.75 } };

const gridlines: Shape = {
  className: 'ChartGridlines',
  scalars: { visible: true },
  children: { format: { className: 'ChartGridlinesFormat', children: { line } } },
};

const axis: Shape = {
  className: 'ChartAxis',
  scalars: {
    majorUnit: '', maximum: '', minimum: '', minorUnit: '', visible: true, reversePlotOrder: false, displayUnit: 'None',
    tickLabelPosition: 'NextToAxis', tickLabelSpacing: 'Automatic', numberFormat: 'General', linkNumberFormat: true,
    textOrientation: 0, majorTickMark: 'Outside', minorTickMark: 'None', categoryType: 'Automatic', position: 'Automatic',
    crosses: 'Automatic', scaleType: 'Linear',
  },
  children: {
    majorGridlines: gridlines,
    minorGridlines: { ...gridlines, scalars: { visible: false } },
    title: {
      className: 'ChartAxisTitle',
      scalars: { text: '', visible: false, textOrientation: 0 },
      children: { format: { className: 'ChartAxisTitleFormat', children: { font, fill, border } } },
    },
    format: { className: 'ChartAxisFormat', children: { font, line, fill } },
  },
};

export const dataLabelsShape: Shape = {
  className: 'ChartDataLabels',
  scalars: {
    position: 'BestFit', showValue: true, showSeriesName: false, showCategoryName: false, showLegendKey: false,
    showPercentage: false, showBubbleSize: false, separator: ', ', numberFormat: 'General', linkNumberFormat: true,
    autoText: true, textOrientation: 0,
  },
  children: { format: { className: 'ChartDataLabelFormat', children: { font, fill, border } } },
};

export const titleFormatShape: Shape = { className: 'ChartTitleFormat', children: { font, fill, border } };
export const legendFormatShape: Shape = { className: 'ChartLegendFormat', children: { font, fill, border } };
export const seriesFormatShape: Shape = { className: 'ChartSeriesFormat', children: { fill, line } };
export const pointShape: Shape = {
  className: 'ChartPoint',
  scalars: {
    hasDataLabel: false, markerStyle: 'Automatic', markerSize: 5, markerBackgroundColor: '', markerForegroundColor: '',
  },
  children: { format: { className: 'ChartPointFormat', children: { fill, border } }, dataLabel: dataLabelsShape },
};
export const axesShape: Shape = { className: 'ChartAxes', children: { categoryAxis: axis, valueAxis: axis, seriesAxis: axis } };

export const areaFormatShape: Shape = {
  className: 'ChartAreaFormat',
  scalars: { roundedCorners: false, colorScheme: 'ColorfulPalette1' },
  children: { fill, font, border },
};

export const plotAreaShape: Shape = {
  className: 'ChartPlotArea',
  scalars: { left: 0, top: 0, width: 0, height: 0, position: 'Automatic' },
  children: { format: { className: 'ChartPlotAreaFormat', children: { fill, border } } },
};
