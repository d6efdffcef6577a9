// Excel.Worksheet.
import { HostError } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import { splitSheetName, tryParseRect, wholeSheet } from '../address.ts';
import { defaultRowHeight } from '../document/defaults.ts';
import type { Visibility } from '../document/sheet-document.ts';
import { activateSheet, copySheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../document/sheets.ts';
import { colorOf } from '../document/style.ts';
import { ChartCollection } from './charts.ts';
import { CommentCollection } from './comments.ts';
import { FreezePanes } from './freeze-panes.ts';
import { KeyValueCollection } from './key-values.ts';
import { NamedItemCollection } from './names.ts';
import { PageBreakCollection } from './page-breaks.ts';
import { PageLayout } from './page-layout.ts';
import { WorksheetProtection } from './protection.ts';
import type { RangeAreas } from './range-areas.ts';
import { parseAreas } from './range-areas.ts';
import { Range } from './range.ts';
import { SheetObject } from './sheet-object.ts';
import { TableCollection } from './table-collection.ts';

/** names as in the wire's _Register...Event; what the host emits is in ../../events.ts */
export const worksheetEvents = [
  'Activated', 'Deactivated', 'DataChanged', 'FormatChanged', 'NameChanged', 'ProtectionChanged', 'RowHiddenChanged',
  'RowSorted', 'ColumnSorted', 'SelectionChanged', 'VisibilityChanged', 'Calculated', 'SingleClicked', 'FormulaChanged',
];

export class Worksheet extends SheetObject {
  static override readonly scalars = [
    'id', 'name', 'position', 'visibility', 'tabColor', 'standardWidth', 'standardHeight', 'showGridlines', 'showHeadings',
    'enableCalculation',
  ];
  enableCalculation = true;

  get $className(): string {
    return 'Worksheet';
  }

  override get $wireId(): string {
    return this.id;
  }

  override get $events(): readonly string[] {
    return worksheetEvents;
  }

  get id(): string {
    return this.$place.sheet.id;
  }

  get name(): string {
    return this.$place.sheet.name;
  }

  set name(name: string) {
    renameSheet(this.$place.document, this.$place.sheet, name);
  }

  get position(): number {
    return this.$place.document.sheets.indexOf(this.$place.sheet);
  }

  set position(position: number) {
    moveSheet(this.$place.document, this.$place.sheet, position);
  }

  get visibility(): Visibility {
    return this.$place.sheet.state.visibility;
  }

  set visibility(visibility: Visibility) {
    setVisibility(this.$place.document, this.$place.sheet, visibility);
  }

  get tabColor(): string {
    return this.$place.sheet.state.tabColor;
  }

  set tabColor(color: string) {
    this.$place.sheet.state.tabColor = color === '' ? '' : colorOf(color);
    this.#tell();
  }

  get standardWidth(): number {
    return this.$place.sheet.state.standardWidth;
  }

  set standardWidth(width: number) {
    this.$place.sheet.state.standardWidth = width;
    this.#tell();
  }

  get standardHeight(): number {
    return defaultRowHeight;
  }

  get showGridlines(): boolean {
    return this.$place.sheet.state.showGridlines;
  }

  set showGridlines(shows: boolean) {
    this.$place.sheet.state.showGridlines = shows;
    this.#tell();
  }

  get showHeadings(): boolean {
    return this.$place.sheet.state.showHeadings;
  }

  set showHeadings(shows: boolean) {
    this.$place.sheet.state.showHeadings = shows;
    this.#tell();
  }

  /** what the client writes for showGridlines and showHeadings */
  set gridlines(shows: boolean) {
    this.showGridlines = shows;
  }

  set headings(shows: boolean) {
    this.showHeadings = shows;
  }

  get tables(): TableCollection {
    return new TableCollection(this.$place.document, this.$place.sheet);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$place.document, this.$place.sheet);
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.$place);
  }

  get comments(): CommentCollection {
    return new CommentCollection(this.$place.document, this.$place.sheet);
  }

  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.$place);
  }

  get freezePanes(): FreezePanes {
    return new FreezePanes(this.$place);
  }

  get horizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.$place);
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this.$place);
  }

  get customProperties(): KeyValueCollection {
    return new KeyValueCollection('WorksheetCustomProperty', this.$place.sheet.state.customProperties);
  }

  /** an address, a name, a table's name, or nothing for all cells */
  getRange(address?: unknown): Range {
    if (address === undefined) return new Range(this.$place, wholeSheet);
    if (typeof address !== 'string') throw new HostError('InvalidArgument');
    const { sheetName, rest } = splitSheetName(address);
    if (sheetName !== undefined && sheetName.toLowerCase() !== this.name.toLowerCase()) throw new HostError('InvalidArgument');
    const rect = tryParseRect(rest);
    return rect === undefined ? this.#namedRange(rest) : new Range(this.$place, rect);
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.getCell(0, 0).$at({ row, column, rows, columns });
  }

  getCell(row: number, column: number): Range {
    return new Range(this.$place, wholeSheet).getCell(row, column);
  }

  getRanges(addresses?: string): RangeAreas {
    return parseAreas(this.$place, addresses ?? 'A:XFD');
  }

  getUsedRange(valuesOnly = false): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used: Rect | undefined = this.$place.sheet.used(valuesOnly, wholeSheet);
    return used === undefined ? null : new Range(this.$place, used);
  }

  activate(): void {
    activateSheet(this.$place.document, this.$place.sheet);
  }

  delete(): void {
    deleteSheet(this.$place.document, this.$place.sheet);
  }

  copy(positionType = 'None', relativeTo?: Worksheet): Worksheet {
    const { document, sheet } = this.$place;
    const anchor = document.sheets.indexOf(relativeTo?.$place.sheet ?? sheet);
    const positions: Record<string, number> = {
      None: document.sheets.indexOf(sheet) + 1,
      Before: anchor,
      After: anchor + 1,
      Beginning: 0,
      End: document.sheets.length,
    };
    const position = positions[positionType];
    if (position === undefined) throw new HostError('InvalidArgument');
    return new Worksheet({ document, sheet: copySheet(document, sheet, position) });
  }

  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.#neighbour(1, visibleOnly);
  }

  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.#neighbour(-1, visibleOnly);
  }

  calculate(): void {}

  #neighbour(step: number, visibleOnly: boolean): Worksheet | null {
    const { document } = this.$place;
    for (let position = this.position + step; document.sheets[position] !== undefined; position += step) {
      const sheet = document.sheets[position]!;
      if (!visibleOnly || sheet.state.visibility === 'Visible') return new Worksheet({ document, sheet });
    }
    return null;
  }

  #namedRange(name: string): Range {
    const own = this.names.getItemOrNullObject(name) ?? new NamedItemCollection(this.$place.document).getItemOrNullObject(name);
    if (own !== null) return own.getRange();
    const table = this.tables.getItemOrNullObject(name);
    if (table === null) throw new HostError('InvalidArgument');
    return table.getDataBodyRange();
  }

  #tell(): void {
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }
}

