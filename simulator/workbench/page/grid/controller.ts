// Ties view, text field, keys and the simulated Excel together: what is selected, what is typed, what the keys do.

import { cellName, columnName, formatRect, tryParseRect, wholeSheet } from '../../../excel/address.ts';
import type { Change } from '../../../excel/document/change.ts';
import type { SheetDocument } from '../../../excel/document/sheet-document.ts';
import type { ExcelHost } from '../../../host.ts';
import { CellEditor } from './cell-editor.ts';
import { editableText } from './cell-text.ts';
import { listenToClipboard } from './clipboard.ts';
import { GridView } from './grid-view.ts';
import { deedOf, type KeyDeed } from './keys.ts';
import { listenToPointer } from './pointer.ts';
import { extendTo, move, selectCell, selectRect, type Selection, type SheetShape } from './selection.ts';

export interface GridEvents {
  /** While a person types, Excel answers the add-in nothing. */
  editing(isOn: boolean): void;
  /** Selection or contents changed: formula line, name box, status. */
  changed(): void;
  refused(error: unknown): void;
  save(): void;
}

export class GridController {
  readonly view: GridView;
  readonly host: ExcelHost;
  readonly #events: GridEvents;
  readonly #editor: CellEditor;
  #selections = new Map<string, Selection>();
  /** Actions of the person since the add-in last wrote: Excel forgets the older ones. */
  #undoable = 0;

  constructor(root: HTMLElement, host: ExcelHost, events: GridEvents) {
    this.#events = events;
    this.host = host;
    this.view = new GridView(root, { document: () => host.document, sheet: () => this.sheet, selection: () => this.selection });
    this.#editor = new CellEditor(this.view.stage, {
      key: (event) => this.#key(event),
      began: () => events.editing(true),
      typed: () => events.changed(),
      commit: (text, then) => this.#commit(text, then),
      cancelled: () => this.#ended(),
    });
    this.view.onDrawn(() => this.#placeEditor());
    listenToPointer(this);
    listenToClipboard(this.#editor, this);
    host.onChange((change) => this.#told(change));
  }

  get sheet(): SheetDocument {
    return this.host.document.activeSheet;
  }

  get selection(): Selection {
    return this.#selections.get(this.sheet.id) ?? selectRect(this.shape(), this.sheet.state.selection);
  }

  get isEditing(): boolean {
    return this.#editor.isOn;
  }

  get canUndo(): boolean {
    return this.#undoable > 0;
  }

  shape(): SheetShape {
    const { sheet } = this;
    return {
      merges: sheet.state.merges,
      isHiddenRow: (row) => sheet.state.hiddenRows.has(row),
      isHiddenColumn: (column) => sheet.state.hiddenColumns.has(column),
      isFilled: (row, column) => sheet.cell(row, column).value !== '' || sheet.cell(row, column).formula !== undefined,
    };
  }

  refresh(): void {
    this.view.queue();
    this.#events.changed();
  }

  focus(): void {
    this.#editor.field.focus({ preventScroll: true });
  }

  /** What the formula line shows: what is being typed, or the active cell's own text. */
  shownText(): string {
    return this.#editor.isOn ? this.#editor.field.value : this.textOfActive();
  }

  textOfActive(): string {
    const { row, column } = this.selection.active;
    return editableText(this.sheet.cell(row, column));
  }

  typeIntoActive(text: string): void {
    const { row, column } = this.selection.active;
    this.act(() => this.host.user.type(this.sheet.name, cellName(row, column), text));
  }

  /** The name box: a cell or a range. */
  goTo(text: string): void {
    const rect = tryParseRect(text.trim());
    if (rect !== undefined) this.select(selectRect(this.shape(), rect));
  }

  select(selection: Selection): void {
    const { sheet } = this;
    this.host.user.select(sheet.name, formatRect(selection.rect));
    this.#selections.set(sheet.id, selection); // the model keeps no moving end
    this.view.reveal({ ...selection.end, rows: 1, columns: 1 });
    this.refresh();
  }

  /** One action of the person, which Excel may refuse and which can be taken back. */
  act(work: () => void): void {
    try {
      work();
      this.#undoable += 1;
    } catch (error) {
      this.#events.refused(error);
    }
    this.refresh();
  }

  undo(): void {
    if (this.#undoable === 0) return;
    this.#undoable -= 1;
    this.host.user.undo();
    this.refresh();
  }

  clear(): void {
    this.act(() => this.host.user.clear(this.sheet.name, formatRect(this.selection.rect)));
  }

  shift(what: 'row' | 'column', verb: 'insert' | 'delete'): void {
    const { user } = this.host;
    const { name } = this.sheet;
    const { rect } = this.selection;
    this.act(() => {
      if (what === 'row') (verb === 'insert' ? user.insertRows : user.deleteRows).call(user, name, rect.row + 1, rect.rows);
      else (verb === 'insert' ? user.insertColumns : user.deleteColumns).call(user, name, columnName(rect.column), rect.columns);
    });
  }

  resize(what: 'row' | 'column', line: number, points: number): void {
    const { sheet } = this;
    (what === 'row' ? sheet.state.rowHeights : sheet.state.columnWidths).set(line, points);
    this.host.document.emit({ kind: 'layout', sheet });
  }

  startEditing(): void {
    this.#editor.edit(this.textOfActive());
  }

  finishEditing(): void {
    if (this.#editor.isOn) this.#editor.commit('stay');
  }

  #told(change: Change): void {
    if (change.kind === 'workbook') this.#startOver();
    if (change.kind === 'selection') this.#selections.set(change.sheet.id, selectRect(this.shape(), change.rect));
    if (change.kind === 'changed' && this.host.document.actor === 'addin') this.#undoable = 0;
    const isSeen = change.kind === 'activated' || (change.kind === 'selection' && change.sheet === this.sheet);
    if (isSeen) this.view.reveal(this.selection.rect);
    this.refresh();
  }

  #startOver(): void {
    this.#selections = new Map();
    this.#undoable = 0;
    this.view.scrollToStart();
  }

  #commit(text: string, then: 'down' | 'up' | 'right' | 'left' | 'stay'): void {
    this.#ended();
    if (text !== this.textOfActive()) this.typeIntoActive(text);
    if (then !== 'stay') this.select(move(this.shape(), this.selection, then));
  }

  #ended(): void {
    this.#events.editing(false);
    this.refresh();
  }

  #placeEditor(): void {
    const { rect, active } = this.selection;
    const own = this.sheet.mergeAt(active.row, active.column) ?? { ...active, rows: 1, columns: 1 };
    if (!this.#editor.isOn) this.#editor.place(this.view.boxOnStage(own));
    this.#editor.field.ariaLabel = `${formatRect(rect)} ${this.textOfActive()}`;
  }

  #key(event: KeyboardEvent): boolean {
    const deed = deedOf(event);
    if (deed !== undefined) this.#do(deed);
    return deed !== undefined;
  }

  #do(deed: KeyDeed): void {
    const shape = this.shape();
    const { selection } = this;
    const to = (row: number, column: number, extend: boolean) => this.select(extend ? extendTo(shape, selection, row, column) : selectCell(shape, row, column));
    switch (deed.kind) {
      case 'move': return this.select(move(shape, selection, deed.direction, deed));
      case 'page': return to(Math.max(0, selection.end.row + deed.rows), selection.end.column, deed.extend);
      case 'home': return to(deed.whole ? 0 : selection.end.row, 0, deed.extend);
      case 'edit': return this.startEditing();
      case 'clear': return this.clear();
      case 'clearAndEdit': return this.#editor.edit('');
      case 'undo': return this.undo();
      case 'all': return this.select(selectRect(shape, this.sheet.used(false, wholeSheet) ?? selection.rect));
      case 'save': return this.#events.save();
      case 'nextSheet': case 'previousSheet': return this.#turnSheet(deed.kind === 'nextSheet' ? 1 : -1);
    }
  }

  #turnSheet(step: 1 | -1): void {
    const visible = this.host.document.sheets.filter((sheet) => sheet.state.visibility === 'Visible');
    const next = visible[visible.indexOf(this.sheet) + step];
    if (next !== undefined) this.host.user.activate(next.name);
  }
}
