// Charts: recorded with enough to be drawn (type, source, series, titles, place), not laid out.
import { HostError } from '../../wire/errors.ts';
import { findByNameOrId } from '../../wire/host-object.ts';
import type { ChartState } from '../document/sheet-document.ts';
import { guardSheet } from '../document/protection.ts';
import { ChartLegend, ChartTitle } from './chart-parts.ts';
import { ChartSeriesCollection } from './chart-series.ts';
import { areaFormatShape, axesShape, dataLabelsShape, plotAreaShape } from './chart-shapes.ts';
import { seriesFrom } from './chart-source.ts';
import { RangeBase } from './range-base.ts';
import { Range } from './range.ts';
import type { Memory } from './recorded.ts';
import { Recorded } from './recorded.ts';
import type { Place } from './sheet-object.ts';
import { SheetCollection, SheetObject } from './sheet-object.ts';
import { Worksheet } from './worksheet.ts';

export class Chart extends SheetObject {
  static override readonly scalars = [
    'id', 'name', 'chartType', 'top', 'left', 'width', 'height', 'style', 'plotBy', 'plotVisibleOnly', 'displayBlanksAs',
    'showAllFieldButtons', 'showDataLabelsOverMaximum', 'categoryLabelLevel', 'seriesNameLevel',
  ];
  readonly $state: ChartState;

  constructor(place: Place, state: ChartState) {
    super(place);
    this.$state = state;
  }

  get $className(): string {
    return 'Chart';
  }

  override get $wireId(): string {
    return this.$state.id;
  }

  override get $isGone(): boolean {
    return super.$isGone || !this.$place.sheet.state.charts.includes(this.$state);
  }

  get id(): string {
    return this.$state.id;
  }

  get chartType(): string {
    return this.$state.type;
  }

  set chartType(type: string) {
    this.$change({ type });
  }

  get title(): ChartTitle {
    return new ChartTitle(this);
  }

  get legend(): ChartLegend {
    return new ChartLegend(this);
  }

  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this);
  }

  get axes(): Recorded {
    return new Recorded(axesShape, this.$memory, 'axes');
  }

  get dataLabels(): Recorded {
    return new Recorded(dataLabelsShape, this.$memory, 'dataLabels');
  }

  get format(): Recorded {
    return new Recorded(areaFormatShape, this.$memory, 'format');
  }

  get plotArea(): Recorded {
    return new Recorded(plotAreaShape, this.$memory, 'plotArea');
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.$place);
  }

  setData(source: unknown, seriesBy = 'Auto'): void {
    if (!(source instanceof RangeBase)) throw new HostError('InvalidArgument');
    this.$change({ source: source.address, seriesBy, series: seriesFrom(source as Range, seriesBy) });
  }

  setPosition(startCell: unknown, endCell?: unknown): void {
    const corner = new Range(this.$place, { row: 0, column: 0, rows: 1, columns: 1 });
    const start = corner.$other(startCell);
    const area = endCell === undefined ? undefined : start.getBoundingRect(endCell);
    this.$change({
      top: start.top,
      left: start.left,
      ...(area === undefined ? {} : { width: area.width, height: area.height }),
    });
  }

  activate(): void {}

  delete(): void {
    const { document, sheet } = this.$place;
    sheet.state.charts = sheet.state.charts.filter((chart) => chart !== this.$state);
    document.emit({ kind: 'layout', sheet });
  }

  $change(change: Partial<ChartState>): void {
    Object.assign(this.$state, change);
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }

  get $memory(): Memory {
    return {
      read: (path) => this.$state.settings?.[path],
      write: (path, value) => this.$change({ settings: { ...this.$state.settings, [path]: value } }),
    };
  }
}

for (const member of ['name', 'top', 'left', 'width', 'height'] as const) {
  Object.defineProperty(Chart.prototype, member, {
    configurable: true,
    get(this: Chart) {
      return this.$state[member];
    },
    set(this: Chart, value: never) {
      this.$change({ [member]: value });
    },
  });
}

const recordedScalars = {
  style: 201, plotBy: 'Columns', plotVisibleOnly: true, displayBlanksAs: 'NotPlotted', showAllFieldButtons: true,
  showDataLabelsOverMaximum: false, categoryLabelLevel: 0, seriesNameLevel: 0,
};
for (const [member, standard] of Object.entries(recordedScalars)) {
  Object.defineProperty(Chart.prototype, member, {
    configurable: true,
    get(this: Chart) {
      return this.$memory.read(member) ?? standard;
    },
    set(this: Chart, value: unknown) {
      this.$memory.write(member, value);
    },
  });
}

export class ChartCollection extends SheetCollection<Chart> {
  get $className(): string {
    return 'ChartCollection';
  }

  get $items(): Chart[] {
    return this.$place.sheet.state.charts.map((state) => new Chart(this.$place, state));
  }

  getItem(key: unknown): Chart {
    return findByNameOrId(this.$items, key, (chart) => [chart.$state.name, chart.id]);
  }

  add(type: string, source: unknown, seriesBy = 'Auto'): Chart {
    if (!(source instanceof RangeBase)) throw new HostError('InvalidArgument');
    const { document, sheet } = this.$place;
    guardSheet(sheet, source.$rect, 'allowEditObjects');
    const state: ChartState = {
      id: document.newId(),
      name: `图表 ${sheet.state.charts.length + 1}`,
      type,
      source: source.address,
      seriesBy,
      series: seriesFrom(source as Range, seriesBy),
      top: 0,
      left: 0,
      width: 360,
      height: 216,
    };
    sheet.state.charts.push(state);
    document.emit({ kind: 'layout', sheet });
    return new Chart(this.$place, state);
  }
}

