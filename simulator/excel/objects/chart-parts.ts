// A chart's title and legend.
import { HostObject } from '../../wire/host-object.ts';
import { legendFormatShape, titleFormatShape } from './chart-shapes.ts';
import type { Chart } from './charts.ts';
import { Recorded } from './recorded.ts';

abstract class ChartPart extends HostObject {
  readonly $chart: Chart;

  constructor(chart: Chart) {
    super();
    this.$chart = chart;
  }
}

export class ChartTitle extends ChartPart {
  static override readonly scalars = ['text', 'visible', 'overlay', 'position'];

  get $className(): string {
    return 'ChartTitle';
  }

  get text(): string {
    return this.$chart.$state.title ?? '';
  }

  set text(title: string) {
    this.$chart.$change({ title, titleVisible: true });
  }

  get visible(): boolean {
    return this.$chart.$state.titleVisible ?? true;
  }

  set visible(titleVisible: boolean) {
    this.$chart.$change({ titleVisible });
  }

  get overlay(): boolean {
    return this.$chart.$memory.read('title/overlay') === true;
  }

  set overlay(overlay: boolean) {
    this.$chart.$memory.write('title/overlay', overlay);
  }

  get position(): string {
    return 'Top';
  }

  get format(): Recorded {
    return new Recorded(titleFormatShape, this.$chart.$memory, 'title/format');
  }
}

export class ChartLegend extends ChartPart {
  static override readonly scalars = ['visible', 'position', 'overlay'];

  get $className(): string {
    return 'ChartLegend';
  }

  get visible(): boolean {
    return this.$chart.$state.legend?.visible ?? true;
  }

  set visible(visible: boolean) {
    this.$chart.$change({ legend: { ...this.$chart.$state.legend, visible } });
  }

  get position(): string {
    return this.$chart.$state.legend?.position ?? 'Bottom';
  }

  set position(position: string) {
    this.$chart.$change({ legend: { ...this.$chart.$state.legend, position } });
  }

  get overlay(): boolean {
    return this.$chart.$memory.read('legend/overlay') === true;
  }

  set overlay(overlay: boolean) {
    this.$chart.$memory.write('legend/overlay', overlay);
  }

  get format(): Recorded {
    return new Recorded(legendFormatShape, this.$chart.$memory, 'legend/format');
  }
}
