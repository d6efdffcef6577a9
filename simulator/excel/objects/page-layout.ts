// Worksheet.pageLayout with its headers and footers.
import { HostObject } from '../../wire/host-object.ts';
import { formatRect, parseRect } from '../address.ts';
import type { PageLayoutData } from '../workbook-data.ts';
import { Range } from './range.ts';
import type { RangeAreas } from './range-areas.ts';
import { parseAreas } from './range-areas.ts';
import { SheetObject } from './sheet-object.ts';

const scalarDefaults = {
  orientation: 'Portrait',
  paperSize: 'A4',
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
} as const;
const margins = { leftMargin: 50.4, rightMargin: 50.4, topMargin: 54, bottomMargin: 54, headerMargin: 21.6, footerMargin: 21.6 };
type MarginName = 'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer';
const pointsPerUnit: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 28.35 };

export class PageLayout extends SheetObject {
  static override readonly scalars = [...Object.keys(scalarDefaults), ...Object.keys(margins)];

  get $className(): string {
    return 'PageLayout';
  }

  get $data(): PageLayoutData {
    return this.$place.sheet.state.pageLayout;
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this);
  }

  setPrintArea(area: unknown): void {
    const addresses = typeof area === 'string' ? parseAreas(this.$place, area).$rects : ((area as RangeAreas).$rects ?? [(area as Range).$rect]);
    this.$data.printArea = addresses.map(formatRect).join(',');
    this.$tell();
  }

  getPrintAreaOrNullObject(): RangeAreas | null {
    return this.$data.printArea === undefined ? null : parseAreas(this.$place, this.$data.printArea);
  }

  setPrintTitleRows(rows: unknown): void {
    this.$data.printTitleRows = this.#lines(rows);
    this.$tell();
  }

  getPrintTitleRowsOrNullObject(): Range | null {
    return this.$data.printTitleRows === undefined ? null : new Range(this.$place, parseRect(this.$data.printTitleRows));
  }

  setPrintTitleColumns(columns: unknown): void {
    this.$data.printTitleColumns = this.#lines(columns);
    this.$tell();
  }

  setPrintMargins(unit: string, options: Partial<Record<MarginName, number>>): void {
    const factor = pointsPerUnit[unit] ?? 1;
    const given = Object.entries(options).map(([name, size]) => [name, size * factor]);
    this.$data.margins = { ...this.$data.margins, ...Object.fromEntries(given) };
    this.$tell();
  }

  $tell(): void {
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }

  #lines(lines: unknown): string {
    return formatRect(new Range(this.$place, parseRect('A1')).$other(String(typeof lines === 'string' ? lines.replaceAll('$', '') : (lines as Range).address)).$rect);
  }
}

for (const [name, standard] of Object.entries(scalarDefaults)) {
  const member = name as keyof typeof scalarDefaults;
  Object.defineProperty(PageLayout.prototype, name, {
    configurable: true,
    get(this: PageLayout) {
      return this.$data[member] ?? standard;
    },
    set(this: PageLayout, value: never) {
      this.$data[member] = value;
      this.$tell();
    },
  });
}

for (const [name, standard] of Object.entries(margins)) {
  const member = name.replace('Margin', '') as MarginName;
  Object.defineProperty(PageLayout.prototype, name, {
    configurable: true,
    get(this: PageLayout) {
      return this.$data.margins?.[member] ?? standard;
    },
    set(this: PageLayout, value: number) {
      this.$data.margins = { ...this.$data.margins, [member]: value };
      this.$tell();
    },
  });
}

class HeaderFooterGroup extends HostObject {
  static override readonly scalars = ['state'];
  readonly $layout: PageLayout;
  state = 'Default';

  constructor(layout: PageLayout) {
    super();
    this.$layout = layout;
  }

  get $className(): string {
    return 'HeaderFooterGroup';
  }

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.$layout);
  }
}

const headerParts = ['leftHeader', 'centerHeader', 'rightHeader', 'leftFooter', 'centerFooter', 'rightFooter'];

class HeaderFooter extends HostObject {
  static override readonly scalars = headerParts;

  constructor(layout: PageLayout) {
    super();
    for (const part of headerParts) {
      Object.defineProperty(this, part, {
        get: () => layout.$data.headersFooters?.[part] ?? '',
        set: (text: string) => {
          layout.$data.headersFooters = { ...layout.$data.headersFooters, [part]: text };
          layout.$tell();
        },
      });
    }
  }

  get $className(): string {
    return 'HeaderFooter';
  }
}

