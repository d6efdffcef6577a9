// The grid on the screen: scrolls, freezes, draws what is seen, and says which cell lies under the pointer. The
// simulator's model is the only truth; this view holds nothing of it.

import { columnName, intersect, wholeSheet, type Rect } from '../../../excel/address.ts';
import type { SheetDocument } from '../../../excel/document/sheet-document.ts';
import type { WorkbookDocument } from '../../../excel/document/workbook-document.ts';
import { drawCells, drawCharts, range } from './drawing.ts';
import { boxOf, geometryOf, linesWithin, type Box, type Geometry } from './geometry.ts';
import type { Selection } from './selection.ts';

const headWidth = 40;
const headHeight = 22;
const spareRows = 60;
const spareColumns = 12;

/** One of up to four parts of the view: frozen or scrolled in either direction. */
interface Part {
  readonly screen: Box;
  /** The sheet's pixel that lies at the part's corner. */
  readonly from: { readonly left: number; readonly top: number };
}

export type Hit = { readonly kind: 'cell' | 'row' | 'column' | 'corner'; readonly row: number; readonly column: number };

export interface GridSource {
  document(): WorkbookDocument;
  sheet(): SheetDocument;
  selection(): Selection;
}

export class GridView {
  readonly #source: GridSource;
  readonly #scroller: HTMLElement;
  readonly #sizer: HTMLElement;
  readonly stage: HTMLElement;
  readonly #drawn: HTMLElement;
  #isQueued = false;
  #afterDraw: () => void = () => {};
  geometry: Geometry = geometryOf({ rowHeights: new Map(), columnWidths: new Map(), hiddenRows: new Set(), hiddenColumns: new Set() });

  constructor(root: HTMLElement, source: GridSource) {
    this.#source = source;
    root.innerHTML = '<div class="scroller"><div class="sizer"><div class="stage"><div class="drawn"></div></div></div></div>';
    this.#scroller = root.querySelector('.scroller')!;
    this.#sizer = root.querySelector('.sizer')!;
    this.stage = root.querySelector('.stage')!;
    this.#drawn = root.querySelector('.drawn')!;
    this.#scroller.addEventListener('scroll', () => this.queue());
    new ResizeObserver(() => this.queue()).observe(root);
  }

  onDrawn(listener: () => void): void {
    this.#afterDraw = listener;
  }

  queue(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    requestAnimationFrame(() => {
      this.#isQueued = false;
      this.draw();
    });
  }

  draw(): void {
    const sheet = this.#source.sheet();
    this.geometry = geometryOf(sheet.state);
    this.#fitSizer(sheet);
    this.#drawn.innerHTML = this.#parts().map((part) => this.#drawPart(part)).join('') + this.#heads() + '<div class="corner"></div>';
    this.#afterDraw();
  }

  #fitSizer(sheet: SheetDocument): void {
    const used = sheet.used(false, wholeSheet) ?? { row: 0, column: 0, rows: 1, columns: 1 };
    const { end } = this.#source.selection();
    const { width: seenWidth, height: seenHeight } = this.#seen();
    const seen = { row: this.geometry.rows.at(this.#scroller.scrollTop + seenHeight), column: this.geometry.columns.at(this.#scroller.scrollLeft + seenWidth) };
    const rows = Math.min(wholeSheet.rows, Math.max(used.row + used.rows, end.row, seen.row) + spareRows);
    const columns = Math.min(wholeSheet.columns, Math.max(used.column + used.columns, end.column, seen.column) + spareColumns);
    this.#sizer.style.width = `${headWidth + this.geometry.columns.startOf(columns)}px`;
    this.#sizer.style.height = `${headHeight + this.geometry.rows.startOf(rows)}px`;
    this.stage.style.width = `${this.#scroller.clientWidth}px`;
    this.stage.style.height = `${this.#scroller.clientHeight}px`;
  }

  #seen(): { width: number; height: number } {
    return { width: this.#scroller.clientWidth - headWidth, height: this.#scroller.clientHeight - headHeight };
  }

  #frozen(): { left: number; top: number } {
    const freeze = this.#source.sheet().state.freeze;
    return { left: this.geometry.columns.startOf(freeze?.columns ?? 0), top: this.geometry.rows.startOf(freeze?.rows ?? 0) };
  }

  #parts(): Part[] {
    const frozen = this.#frozen();
    const { width, height } = this.#seen();
    const across = [{ at: 0, length: Math.min(frozen.left, width), from: 0 }, { at: frozen.left, length: width - frozen.left, from: frozen.left + this.#scroller.scrollLeft }];
    const down = [{ at: 0, length: Math.min(frozen.top, height), from: 0 }, { at: frozen.top, length: height - frozen.top, from: frozen.top + this.#scroller.scrollTop }];
    return down.flatMap((y) => across.map((x): Part => ({
      screen: { left: headWidth + x.at, top: headHeight + y.at, width: x.length, height: y.length },
      from: { left: x.from, top: y.from },
    }))).filter((part) => part.screen.width > 0 && part.screen.height > 0);
  }

  #drawPart(part: Part): string {
    const rows = linesWithin(this.geometry.rows, part.from.top, part.screen.height);
    const columns = linesWithin(this.geometry.columns, part.from.left, part.screen.width);
    const lines: Rect = { row: rows.first, column: columns.first, rows: rows.last - rows.first + 1, columns: columns.last - columns.first + 1 };
    const stretch = { document: this.#source.document(), sheet: this.#source.sheet(), geometry: this.geometry, lines };
    return `<div class="part" style="${css(part.screen)}"><div class="sheet" style="transform:translate(${-part.from.left}px,${-part.from.top}px)">`
      + drawCells(stretch) + drawCharts(stretch) + this.#selectionHtml(lines) + '</div></div>';
  }

  #selectionHtml(lines: Rect): string {
    const { rect, active } = this.#source.selection();
    const seen = intersect(rect, { ...lines, rows: lines.rows + 1, columns: lines.columns + 1 });
    if (seen === undefined) return '';
    const bounded = { ...rect, rows: Math.min(rect.rows, lines.row + lines.rows + 2 - rect.row), columns: Math.min(rect.columns, lines.column + lines.columns + 2 - rect.column) };
    const box = boxOf(this.geometry, bounded);
    const own = this.#source.sheet().mergeAt(active.row, active.column) ?? { ...active, rows: 1, columns: 1 };
    const isMany = rect.rows > own.rows || rect.columns > own.columns;
    return `<div class="sel${isMany ? ' many' : ''}" style="left:${box.left - 1}px;top:${box.top - 1}px;width:${box.width + 1}px;height:${box.height + 1}px"></div>`;
  }

  #heads(): string {
    const { rect } = this.#source.selection();
    const isRow = (row: number) => row >= rect.row && row < rect.row + rect.rows;
    const isColumn = (column: number) => column >= rect.column && column < rect.column + rect.columns;
    const [last] = this.#parts().slice(-1);
    const columnParts = this.#parts().filter((part) => part.screen.top === last?.screen.top);
    const rowParts = this.#parts().filter((part) => part.screen.left === last?.screen.left);
    return columnParts.map((part) => head('column', { ...part.screen, top: 0, height: headHeight }, linesWithin(this.geometry.columns, part.from.left, part.screen.width), (column) =>
      `<span class="ch${isColumn(column) ? ' on' : ''}" data-column="${column}" style="left:${this.geometry.columns.startOf(column) - part.from.left}px;width:${this.geometry.columns.sizeOf(column)}px">${columnName(column)}</span>`)).join('')
      + rowParts.map((part) => head('row', { ...part.screen, left: 0, width: headWidth }, linesWithin(this.geometry.rows, part.from.top, part.screen.height), (row) =>
        `<span class="rh${isRow(row) ? ' on' : ''}" data-row="${row}" style="top:${this.geometry.rows.startOf(row) - part.from.top}px;height:${this.geometry.rows.sizeOf(row)}px">${row + 1}</span>`)).join('');
  }

  /** What lies under a point of the window. */
  hit(clientX: number, clientY: number): Hit {
    const box = this.stage.getBoundingClientRect();
    const x = clientX - box.left - headWidth;
    const y = clientY - box.top - headHeight;
    const frozen = this.#frozen();
    const column = this.geometry.columns.at(Math.max(0, x < frozen.left ? x : x + this.#scroller.scrollLeft));
    const row = this.geometry.rows.at(Math.max(0, y < frozen.top ? y : y + this.#scroller.scrollTop));
    const kind = x < 0 && y < 0 ? 'corner' : x < 0 ? 'row' : y < 0 ? 'column' : 'cell';
    return { kind, row, column };
  }

  /** Where a rectangle of the sheet lies on the stage. */
  boxOnStage(rect: Rect): Box {
    const box = boxOf(this.geometry, rect);
    const frozen = this.#frozen();
    const left = box.left < frozen.left ? box.left : box.left - this.#scroller.scrollLeft;
    const top = box.top < frozen.top ? box.top : box.top - this.#scroller.scrollTop;
    return { left: left + headWidth, top: top + headHeight, width: box.width, height: box.height };
  }

  /** Scrolls as little as is needed to show a cell. */
  reveal(rect: Rect): void {
    const sheet = this.#source.sheet();
    this.geometry = geometryOf(sheet.state);
    this.#fitSizer(sheet);
    const box = boxOf(this.geometry, rect);
    const frozen = this.#frozen();
    const { width, height } = this.#seen();
    if (box.left >= frozen.left) this.#scroller.scrollLeft = within(this.#scroller.scrollLeft, box.left, box.width, frozen.left, width);
    if (box.top >= frozen.top) this.#scroller.scrollTop = within(this.#scroller.scrollTop, box.top, box.height, frozen.top, height);
    this.queue();
  }

  scrollToStart(): void {
    this.#scroller.scrollTo(0, 0);
  }
}

function within(scroll: number, start: number, size: number, frozen: number, seen: number): number {
  if (start - frozen < scroll) return start - frozen;
  return Math.max(scroll, Math.min(start - frozen, start + size - seen));
}

function head(kind: 'row' | 'column', box: Box, lines: { first: number; last: number }, draw: (line: number) => string): string {
  return `<div class="heads ${kind}s" style="${css(box)}">${range(lines.first, lines.last - lines.first + 1).map(draw).join('')}</div>`;
}

function css(box: Box): string {
  return `left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
}
