// Worksheet.horizontalPageBreaks: rows that begin a printed page of their own.
import { cellRect } from '../address.ts';
import { Range } from './range.ts';
import { SheetCollection, SheetObject } from './sheet-object.ts';
import type { Place } from './sheet-object.ts';

class PageBreak extends SheetObject {
  static override readonly scalars = ['columnIndex', 'rowIndex'];
  readonly columnIndex = 0;
  readonly rowIndex: number;

  constructor(place: Place, row: number) {
    super(place);
    this.rowIndex = row;
  }

  get $className(): string {
    return 'PageBreak';
  }

  override get $wireId(): number {
    return this.rowIndex;
  }

  override get $isGone(): boolean {
    return super.$isGone || !this.$place.sheet.state.pageBreaks.has(this.rowIndex);
  }

  getCellAfterBreak(): Range {
    return new Range(this.$place, cellRect(this.rowIndex, 0));
  }

  delete(): void {
    this.$place.sheet.state.pageBreaks.delete(this.rowIndex);
    tell(this.$place);
  }
}

export class PageBreakCollection extends SheetCollection<PageBreak> {
  get $className(): string {
    return 'PageBreakCollection';
  }

  get $items(): PageBreak[] {
    return [...this.$place.sheet.state.pageBreaks].sort((a, b) => a - b).map((row) => new PageBreak(this.$place, row));
  }

  getItem(index: unknown): PageBreak {
    return this.getItemAt(Number(index));
  }

  /** Above the first row of the range. */
  add(range: unknown): PageBreak {
    const { row } = new Range(this.$place, cellRect(0, 0)).$other(range).$rect;
    this.$place.sheet.state.pageBreaks.add(row);
    tell(this.$place);
    return new PageBreak(this.$place, row);
  }

  removePageBreaks(): void {
    this.$place.sheet.state.pageBreaks.clear();
    tell(this.$place);
  }
}

function tell({ document, sheet }: Place): void {
  document.emit({ kind: 'layout', sheet });
}
