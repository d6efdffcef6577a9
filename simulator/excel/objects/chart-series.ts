// The series of a chart.
import { HostError } from '../../wire/errors.ts';
import { HostCollection, HostObject } from '../../wire/host-object.ts';
import type { ChartSeriesData } from '../workbook-data.ts';
import { ChartPointsCollection } from './chart-points.ts';
import { dataLabelsShape, seriesFormatShape } from './chart-shapes.ts';
import type { Chart } from './charts.ts';
import { RangeBase } from './range-base.ts';
import type { Memory } from './recorded.ts';
import { Recorded } from './recorded.ts';

const recordedScalars = {
  hasDataLabels: false, gapWidth: 150, overlap: 0, smooth: false, markerStyle: 'Automatic', markerSize: 5,
  markerBackgroundColor: '', markerForegroundColor: '', plotOrder: 1, filtered: false, varyByCategories: false,
  doughnutHoleSize: 75, explosion: 0, firstSliceAngle: 0, invertIfNegative: false, showShadow: false,
};

class ChartSeries extends HostObject {
  static override readonly scalars = ['name', 'chartType', 'axisGroup', ...Object.keys(recordedScalars)];
  readonly $chart: Chart;
  readonly $series: ChartSeriesData;

  constructor(chart: Chart, series: ChartSeriesData) {
    super();
    this.$chart = chart;
    this.$series = series;
    for (const [member, standard] of Object.entries(recordedScalars)) {
      Object.defineProperty(this, member, {
        get: () => this.$memory.read(member) ?? standard,
        set: (value: unknown) => this.$memory.write(member, value),
      });
    }
  }

  get $className(): string {
    return 'ChartSeries';
  }

  override get $isGone(): boolean {
    return !this.$chart.$state.series.includes(this.$series);
  }

  get name(): string {
    return this.$series.name ?? '';
  }

  set name(name: string) {
    this.$set({ name });
  }

  get chartType(): string {
    return this.$series.chartType ?? this.$chart.chartType;
  }

  set chartType(chartType: string) {
    this.$set({ chartType });
  }

  get axisGroup(): string {
    return this.$series.axisGroup ?? 'Primary';
  }

  set axisGroup(axisGroup: string) {
    this.$set({ axisGroup });
  }

  get format(): Recorded {
    return new Recorded(seriesFormatShape, this.$memory, 'format');
  }

  get dataLabels(): Recorded {
    return new Recorded(dataLabelsShape, this.$memory, 'dataLabels');
  }

  get points(): ChartPointsCollection {
    return new ChartPointsCollection(this.$series, this.$memory);
  }

  setValues(source: unknown): void {
    if (!(source instanceof RangeBase)) throw new HostError('InvalidArgument');
    this.$set({ values: source.address });
  }

  setXAxisValues(source: unknown): void {
    if (!(source instanceof RangeBase)) throw new HostError('InvalidArgument');
    this.$set({ categories: source.address });
  }

  delete(): void {
    this.$chart.$change({ series: this.$chart.$state.series.filter((series) => series !== this.$series) });
  }

  $set(change: Partial<ChartSeriesData>): void {
    Object.assign(this.$series, change);
    this.$chart.$change({});
  }

  /** kept with the chart under the series' number; the colour also where a drawing looks for it */
  get $memory(): Memory {
    const prefix = `series/${this.$chart.$state.series.indexOf(this.$series)}/`;
    return {
      read: (path) => this.$chart.$memory.read(prefix + path),
      write: (path, value) => {
        if (path === 'format/fill/color' || path === 'format/line/color') this.$series.color = String(value);
        this.$chart.$memory.write(prefix + path, value);
      },
    };
  }
}

export class ChartSeriesCollection extends HostCollection<ChartSeries> {
  readonly $chart: Chart;

  constructor(chart: Chart) {
    super();
    this.$chart = chart;
  }

  get $className(): string {
    return 'ChartSeriesCollection';
  }

  get $items(): ChartSeries[] {
    return this.$chart.$state.series.map((series) => new ChartSeries(this.$chart, series));
  }

  getItem(index: unknown): ChartSeries {
    return this.getItemAt(Number(index));
  }

  add(name = '', index?: number): ChartSeries {
    const series: ChartSeriesData = { name };
    const all = [...this.$chart.$state.series];
    all.splice(index ?? all.length, 0, series);
    this.$chart.$change({ series: all });
    return new ChartSeries(this.$chart, series);
  }
}
