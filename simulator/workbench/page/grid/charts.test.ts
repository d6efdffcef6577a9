import { expect, test } from 'vitest';
import type { ChartData } from '../../../excel/workbook-data.ts';
import { chartSvg } from './charts.ts';

const values: Record<string, (string | number)[]> = { names: ['周立夏', '<秦白露>'], first: [57.5, 40], second: [20, 10] };
const read = (reference: string) => values[reference] ?? [];
const chart = (type: string, settings: Record<string, unknown> = {}): ChartData => ({
  name: '图', type, title: '得分 & 构成', series: [{ name: '业绩', values: 'first', categories: 'names', color: '#107c41' }, { name: '能力', values: 'second', categories: 'names' }],
  top: 0, left: 0, width: 400, height: 200, settings,
});
const bars = (svg: string) => [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#\w{6})"\/>/g)].map((match) => match.slice(1, 5).map(Number)).filter(([, , width, height]) => width! !== 9 || height! !== 9);

test('stacked bars begin where the one before ends, on the axis that was set', () => {
  const [one, other] = bars(chartSvg(chart('BarStacked', { 'axes/valueAxis/maximum': 100 }), 480, 240, read));
  expect(one![0]! + one![2]!).toBeCloseTo(other![0]!);
  expect(one![2]! / other![2]!).toBeCloseTo(57.5 / 20);
  expect(one![2]).toBeCloseTo(400 * 0.575);
});

test('clustered columns stand side by side, and nothing of a name becomes markup', () => {
  const svg = chartSvg(chart('ColumnClustered'), 480, 240, read);
  const [one, other] = bars(svg);
  expect(other![0]!).toBeGreaterThan(one![0]! + one![2]! - 0.01);
  expect(one![1]! + one![3]!).toBeCloseTo(other![1]! + other![3]!);
  expect(svg).toContain('&lt;秦白露&gt;');
  expect(svg).toContain('得分 &amp; 构成');
});
