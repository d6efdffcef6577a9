// Conditional formats of a range: kept and answered; whether they apply is for the grid to draw.
import { HostError } from '../../wire/errors.ts';
import { findByNameOrId } from '../../wire/host-object.ts';
import type { Rect } from '../address.ts';
import { contains, intersect } from '../address.ts';
import { guardSheet } from '../document/protection.ts';
import type { ConditionalFormatState } from '../document/sheet-document.ts';
import type { ConditionalFormatPart } from './conditional-format-parts.ts';
import { partFor, partTypes } from './conditional-format-parts.ts';
import { RangeAreas } from './range-areas.ts';
import { Range } from './range.ts';
import type { Place } from './sheet-object.ts';
import { SheetCollection, SheetObject } from './sheet-object.ts';

export class ConditionalFormat extends SheetObject {
  static override readonly scalars = ['id', 'type', 'priority', 'stopIfTrue'];
  readonly $state: ConditionalFormatState;

  constructor(place: Place, state: ConditionalFormatState) {
    super(place);
    this.$state = state;
  }

  get $className(): string {
    return 'ConditionalFormat';
  }

  override get $wireId(): string {
    return this.$state.id;
  }

  override get $isGone(): boolean {
    return super.$isGone || !this.$place.sheet.state.conditionalFormats.includes(this.$state);
  }

  get id(): string {
    return this.$state.id;
  }

  get type(): string {
    return this.$state.type;
  }

  get priority(): number {
    return this.$state.priority;
  }

  set priority(priority: number) {
    this.$change({ priority });
  }

  get stopIfTrue(): boolean {
    return this.$state.stopIfTrue ?? false;
  }

  set stopIfTrue(stopIfTrue: boolean) {
    this.$change({ stopIfTrue });
  }

  getRange(): Range {
    if (this.$state.rects.length > 1) throw new HostError('InvalidOperation');
    return new Range(this.$place, this.$state.rects[0]!);
  }

  getRangeOrNullObject(): Range | null {
    return this.$state.rects.length > 1 ? null : this.getRange();
  }

  getRanges(): RangeAreas {
    return new RangeAreas(this.$place, this.$state.rects);
  }

  delete(): void {
    const { state } = this.$place.sheet;
    state.conditionalFormats = state.conditionalFormats.filter((item) => item !== this.$state);
    this.$change({});
  }

  $change(change: Partial<ConditionalFormatState>): void {
    Object.assign(this.$state, change);
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }
}

for (const [member, type] of Object.entries(partTypes)) {
  const part = (format: ConditionalFormat): ConditionalFormatPart | null =>
    format.type === type ? partFor(type, format) : null;
  Object.defineProperty(ConditionalFormat.prototype, member, {
    get(this: ConditionalFormat) {
      const found = part(this);
      if (found === null) throw new HostError('InvalidOperation');
      return found;
    },
  });
  Object.defineProperty(ConditionalFormat.prototype, `${member}OrNullObject`, {
    get(this: ConditionalFormat) {
      return part(this);
    },
  });
}

export class ConditionalFormatCollection extends SheetCollection<ConditionalFormat> {
  readonly $rects: Rect[];

  constructor(place: Place, rects: Rect[]) {
    super(place);
    this.$rects = rects;
  }

  get $className(): string {
    return 'ConditionalFormatCollection';
  }

  get $items(): ConditionalFormat[] {
    const { conditionalFormats } = this.$place.sheet.state;
    return conditionalFormats.filter((item) => this.#touches(item)).map((item) => new ConditionalFormat(this.$place, item));
  }

  getItem(id: unknown): ConditionalFormat {
    return findByNameOrId(this.$items, id, (item) => [item.id]);
  }

  /** the newest comes first, as in Excel */
  add(type: string): ConditionalFormat {
    if (!Object.values(partTypes).includes(type)) throw new HostError('InvalidArgument');
    const { document, sheet } = this.$place;
    for (const rect of this.$rects) guardSheet(sheet, rect, 'allowFormatCells');
    for (const other of sheet.state.conditionalFormats) other.priority++;
    const state: ConditionalFormatState = { id: document.newId(), rects: this.$rects, type, priority: 0 };
    sheet.state.conditionalFormats.unshift(state);
    document.emit({ kind: 'layout', sheet });
    return new ConditionalFormat(this.$place, state);
  }

  /** formats that reach beyond the range lose only what lies inside */
  clearAll(): void {
    const { document, sheet } = this.$place;
    sheet.state.conditionalFormats = sheet.state.conditionalFormats.filter((item) => {
      item.rects = item.rects.filter((rect) => !this.$rects.some((own) => contains(own, rect)));
      return item.rects.length > 0;
    });
    document.emit({ kind: 'layout', sheet });
  }

  #touches(item: ConditionalFormatState): boolean {
    return item.rects.some((rect) => this.$rects.some((own) => intersect(own, rect) !== undefined));
  }
}
