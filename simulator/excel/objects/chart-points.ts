// The points of a series, to give single ones a format or a label.
import { HostCollection } from '../../wire/host-object.ts';
import { parseRect, splitSheetName } from '../address.ts';
import type { ChartSeriesData } from '../workbook-data.ts';
import { pointShape } from './chart-shapes.ts';
import type { Memory } from './recorded.ts';
import { Recorded } from './recorded.ts';

export class ChartPointsCollection extends HostCollection<Recorded> {
  readonly $series: ChartSeriesData;
  readonly #memory: Memory;

  constructor(series: ChartSeriesData, memory: Memory) {
    super();
    this.$series = series;
    this.#memory = memory;
  }

  get $className(): string {
    return 'ChartPointsCollection';
  }

  get $items(): Recorded[] {
    if (this.$series.values === undefined) return [];
    const { rows, columns } = parseRect(splitSheetName(this.$series.values).rest);
    return Array.from({ length: rows * columns }, (_point, index) => new Recorded(pointShape, this.#memory, `points/${index}`));
  }

  getItem(index: unknown): Recorded {
    return this.getItemAt(Number(index));
  }
}
