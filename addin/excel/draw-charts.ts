// A plan's charts. Excel's API has no alternative text for charts: the title says what the chart shows.

import { rangeAddress } from '../sheets/image.ts';
import type { PlannedChart, SheetPlan } from '../sheets/plan.ts';

export function queueCharts(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const chart of plan.charts) queueChart(sheet, chart);
}

function queueChart(sheet: Excel.Worksheet, planned: PlannedChart): void {
  const { source, place } = planned;
  const range = sheet.getRangeByIndexes(source.row, source.column, source.rows, source.columns);
  const kind = planned.kind === 'barStacked' ? 'BarStacked' : 'ColumnClustered';
  const chart = sheet.charts.add(kind, range, planned.seriesBy === 'columns' ? 'Columns' : 'Rows');
  chart.name = planned.name;
  chart.title.text = planned.title;
  const [from, to] = rangeAddress(place).split(':');
  chart.setPosition(from!, to ?? from!);
  const series = (planned.seriesBy === 'columns' ? source.columns : source.rows) - 1;
  for (let index = 0; index < series; index += 1) {
    const one = chart.series.getItemAt(index);
    const color = planned.colors[index % Math.max(1, planned.colors.length)];
    if (color) one.format.fill.setSolidColor(color);
    if (planned.dataLabels) one.hasDataLabels = true;
  }
  chart.legend.visible = series > 1;
  if (series > 1) chart.legend.position = 'Top';
  // Excel draws a bar chart from below: turned round, the first row stands on top as in the table beside it,
  // and the values' axis stays below.
  if (planned.kind === 'barStacked') {
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.position = 'Maximum';
  }
  if (planned.maximum !== undefined) {
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = planned.maximum;
  }
}
