// Worksheet.freezePanes.
import { maxColumns, maxRows } from '../address.ts';
import { Range } from './range.ts';
import { SheetObject } from './sheet-object.ts';

export class FreezePanes extends SheetObject {
  get $className(): string {
    return 'WorksheetFreezePanes';
  }

  freezeRows(count = 1): void {
    this.#set({ rows: count, columns: 0 });
  }

  freezeColumns(count = 1): void {
    this.#set({ rows: 0, columns: count });
  }

  freezeAt(frozen: unknown): void {
    const { $rect } = new Range(this.$place, { row: 0, column: 0, rows: 1, columns: 1 }).$other(frozen);
    const rows = $rect.rows === maxRows ? 0 : $rect.row + $rect.rows;
    this.#set({ rows, columns: $rect.columns === maxColumns ? 0 : $rect.column + $rect.columns });
  }

  unfreeze(): void {
    this.#set(undefined);
  }

  getLocationOrNullObject(): Range | null {
    const frozen = this.$place.sheet.state.freeze;
    if (frozen === undefined || (frozen.rows === 0 && frozen.columns === 0)) return null;
    return new Range(this.$place, { row: 0, column: 0, rows: frozen.rows || maxRows, columns: frozen.columns || maxColumns });
  }

  #set(frozen: { rows: number; columns: number } | undefined): void {
    this.$place.sheet.state.freeze = frozen;
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }
}
