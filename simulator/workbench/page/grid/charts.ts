// Charts drawn simply, as SVG text: bars and columns, clustered or stacked. Other types say their name and show columns.
// It knows nothing of the grid; values come from a function that reads a reference.

import type { CellValue, ChartData } from '../../../excel/workbook-data.ts';
import { escape } from '../escape.ts';

export type ReadReference = (reference: string) => readonly CellValue[];

interface Series {
  readonly name: string;
  readonly color: string;
  readonly values: readonly number[];
}

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const palette = ['#107c41', '#62ad85', '#b4d8c3', '#c4c4c4', '#b36b00', '#565656'];

export function chartSvg(chart: ChartData, width: number, height: number, read: ReadReference): string {
  const series = chart.series.map((one, index): Series => ({
    name: one.name?.includes('!') ? String(read(one.name)[0] ?? '') : (one.name ?? ''),
    color: /^#[0-9a-f]{6}$/i.test(one.color ?? '') ? one.color! : palette[index % palette.length]!,
    values: one.values === undefined ? [] : read(one.values).map((value) => (typeof value === 'number' ? value : 0)),
  }));
  const first = chart.series[0];
  const categories = (first?.categories === undefined ? [] : read(first.categories)).map(String);
  const count = Math.max(categories.length, ...series.map((one) => one.values.length), 1);
  const isBar = chart.type.startsWith('Bar');
  const isStacked = chart.type.includes('Stacked');
  const top = (chart.title && chart.titleVisible !== false ? 30 : 8) + (series.length > 1 ? 22 : 0);
  const plot = { left: isBar ? 64 : 40, top, width: width - (isBar ? 80 : 52), height: height - top - 28 };
  const maximum = axisMaximum(chart, series, count, isStacked);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(chart.title ?? chart.name)}">
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" fill="#fff" stroke="#c8c8c8"/>
${chart.title && chart.titleVisible !== false ? `<text x="12" y="20" font-size="13" font-weight="600" fill="#1f1f1f">${escape(chart.title)}</text>` : ''}
${series.length > 1 ? legend(series, width, top - 10) : ''}
${axis(plot, maximum, isBar)}
${bars(series, categories, count, plot, maximum, isBar, isStacked, hasLabels(chart))}
</svg>`;
}

function hasLabels(chart: ChartData): boolean {
  return Object.entries(chart.settings ?? {}).some(([path, value]) => /hasDataLabels|dataLabels\/showValue/i.test(path) && value === true);
}

function axisMaximum(chart: ChartData, series: readonly Series[], count: number, isStacked: boolean): number {
  const fixed = chart.settings?.['axes/valueAxis/maximum'];
  if (typeof fixed === 'number' && fixed > 0) return fixed;
  const tops = Array.from({ length: count }, (_, index) => {
    const values = series.map((one) => Math.max(0, one.values[index] ?? 0));
    return isStacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  const most = Math.max(1e-9, ...tops);
  const unit = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 2.5, 5, 10].map((step) => step * unit).find((nice) => nice >= most) ?? most;
}

function axis(plot: Plot, maximum: number, isBar: boolean): string {
  return Array.from({ length: 6 }, (_, index) => {
    const share = index / 5;
    const label = String(Number((maximum * share).toFixed(2)));
    const x = plot.left + plot.width * share;
    const y = plot.top + plot.height * (1 - share);
    return isBar
      ? `<line x1="${x}" x2="${x}" y1="${plot.top}" y2="${plot.top + plot.height}" stroke="#e4e4e4"/><text x="${x}" y="${plot.top + plot.height + 16}" text-anchor="middle" font-size="11" fill="#565656">${label}</text>`
      : `<line x1="${plot.left}" x2="${plot.left + plot.width}" y1="${y}" y2="${y}" stroke="#e4e4e4"/><text x="${plot.left - 6}" y="${y + 4}" text-anchor="end" font-size="11" fill="#565656">${label}</text>`;
  }).join('');
}

function bars(series: readonly Series[], categories: readonly string[], count: number, plot: Plot, maximum: number, isBar: boolean, isStacked: boolean, withLabels: boolean): string {
  const slot = (isBar ? plot.height : plot.width) / count;
  const thickness = (slot * 0.66) / (isStacked ? 1 : Math.max(1, series.length));
  return Array.from({ length: count }, (_, index) => {
    let reached = 0;
    const marks = series.map((one, at) => {
      const value = Math.max(0, one.values[index] ?? 0);
      const length = ((isBar ? plot.width : plot.height) * Math.min(value, maximum)) / maximum;
      const across = slot * index + slot * 0.17 + (isStacked ? 0 : at * thickness);
      const from = isStacked ? reached : 0;
      reached += length;
      const label = withLabels && value > 0 && !isStacked ? `<text x="${plot.left + across + thickness / 2}" y="${plot.top + plot.height - length - 4}" text-anchor="middle" font-size="10" fill="#1f1f1f">${Number(value.toFixed(2))}</text>` : '';
      return isBar
        ? `<rect x="${plot.left + from}" y="${plot.top + across}" width="${length}" height="${thickness}" fill="${one.color}"/>`
        : `<rect x="${plot.left + across}" y="${plot.top + plot.height - from - length}" width="${Math.max(1, thickness - 2)}" height="${length}" fill="${one.color}"/>${label}`;
    });
    const middle = slot * (index + 0.5);
    const name = escape(categories[index] ?? '');
    const label = isBar
      ? `<text x="${plot.left - 8}" y="${plot.top + middle + 4}" text-anchor="end" font-size="12" fill="#1f1f1f">${name}</text>`
      : `<text x="${plot.left + middle}" y="${plot.top + plot.height + 17}" text-anchor="middle" font-size="12" fill="#1f1f1f">${name}</text>`;
    return marks.join('') + label;
  }).join('');
}

function legend(series: readonly Series[], width: number, y: number): string {
  let x = width / 2 - series.reduce((sum, one) => sum + 34 + one.name.length * 12, 0) / 2;
  return series.map((one) => {
    const at = x;
    x += 34 + one.name.length * 12;
    return `<rect x="${at}" y="${y - 9}" width="9" height="9" fill="${one.color}"/><text x="${at + 14}" y="${y}" font-size="12" fill="#1f1f1f">${escape(one.name)}</text>`;
  }).join('');
}
