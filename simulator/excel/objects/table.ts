// Tables (list objects). Their rows and columns are in table-parts.ts.
import { HostError, notImplemented } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import type { TableState } from '../document/sheet-document.ts';
import { clearCells } from '../document/write.ts';
import { Range } from './range.ts';
import type { Place } from './sheet-object.ts';
import { SheetObject } from './sheet-object.ts';
import { TableColumnCollection, TableRowCollection } from './table-parts.ts';
import { Worksheet } from './worksheet.ts';

export const defaultTableStyle = 'TableStyleMedium2';

export class Table extends SheetObject {
  static override readonly scalars = [
    'id', 'name', 'showHeaders', 'showTotals', 'style', 'showBandedRows', 'showBandedColumns', 'showFilterButton',
    'highlightFirstColumn', 'highlightLastColumn', 'legacyId',
  ];
  readonly $state: TableState;
  highlightFirstColumn = false;
  highlightLastColumn = false;

  constructor(place: Place, state: TableState) {
    super(place);
    this.$state = state;
  }

  get $className(): string {
    return 'Table';
  }

  override get $wireId(): string {
    return this.$state.id;
  }

  override get $events(): readonly string[] {
    return ['DataChanged'];
  }

  override get $isGone(): boolean {
    return super.$isGone || !this.$place.sheet.state.tables.includes(this.$state);
  }

  get id(): string {
    return this.$state.id;
  }

  get legacyId(): string {
    return this.$state.id;
  }

  get name(): string {
    return this.$state.name;
  }

  set name(name: string) {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw new HostError('InvalidArgument');
    const all = this.$place.document.sheets.flatMap((sheet) => sheet.state.tables);
    if (all.some((table) => table !== this.$state && table.name.toLowerCase() === name.toLowerCase())) throw new HostError('ItemAlreadyExists');
    this.#set({ name });
  }

  get showHeaders(): boolean {
    return this.$state.showHeaders;
  }

  set showHeaders(_shows: boolean) {
    throw notImplemented('Table.showHeaders =');
  }

  get showTotals(): boolean {
    return this.$state.showTotals;
  }

  set showTotals(shows: boolean) {
    if (shows === this.$state.showTotals) return;
    const { rect } = this.$state;
    this.#set({ showTotals: shows, rect: { ...rect, rows: rect.rows + (shows ? 1 : -1) } });
  }

  get style(): string {
    return this.$state.style ?? defaultTableStyle;
  }

  set style(style: string) {
    this.#set({ style });
  }

  get showBandedRows(): boolean {
    return this.$state.showBandedRows ?? true;
  }

  set showBandedRows(shows: boolean) {
    this.#set({ showBandedRows: shows });
  }

  get showBandedColumns(): boolean {
    return this.$state.showBandedColumns ?? false;
  }

  set showBandedColumns(shows: boolean) {
    this.#set({ showBandedColumns: shows });
  }

  get showFilterButton(): boolean {
    return this.$state.showFilterButton ?? true;
  }

  set showFilterButton(shows: boolean) {
    this.#set({ showFilterButton: shows });
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.$place);
  }

  get rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  get columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  get $bodyRect(): Rect {
    const { rect, showHeaders, showTotals } = this.$state;
    const above = showHeaders ? 1 : 0;
    return { ...rect, row: rect.row + above, rows: Math.max(1, rect.rows - above - (showTotals ? 1 : 0)) };
  }

  getRange(): Range {
    return new Range(this.$place, this.$state.rect);
  }

  getHeaderRowRange(): Range {
    if (!this.$state.showHeaders) throw new HostError('ItemNotFound');
    return this.getRange().getRow(0);
  }

  getDataBodyRange(): Range {
    return new Range(this.$place, this.$bodyRect);
  }

  getTotalRowRange(): Range {
    if (!this.$state.showTotals) throw new HostError('ItemNotFound');
    return this.getRange().getLastRow();
  }

  resize(newRange: unknown): void {
    this.#set({ rect: this.getRange().$other(newRange).$rect });
  }

  delete(): void {
    clearCells(this.$place.document, this.$place.sheet, this.$state.rect, 'All');
    this.#remove();
  }

  convertToRange(): Range {
    this.#remove();
    return this.getRange();
  }

  clearFilters(): void {}

  $resize(rect: Rect): void {
    this.#set({ rect });
  }

  #set(change: Partial<TableState>): void {
    Object.assign(this.$state, change);
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }

  #remove(): void {
    const { document, sheet } = this.$place;
    sheet.state.tables = sheet.state.tables.filter((table) => table !== this.$state);
    document.emit({ kind: 'table', what: 'deleted', sheet, id: this.$state.id, name: this.$state.name });
  }
}
