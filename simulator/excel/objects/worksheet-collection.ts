// Workbook.worksheets.
import { findByNameOrId, HostCollection } from '../../wire/host-object.ts';
import { HostError } from '../../wire/errors.ts';
import type { SheetDocument } from '../document/sheet-document.ts';
import { addSheet } from '../document/sheets.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import { Worksheet, worksheetEvents } from './worksheet.ts';

export class WorksheetCollection extends HostCollection<Worksheet> {
  static override readonly scalars = [];
  readonly $document: WorkbookDocument;

  constructor(document: WorkbookDocument) {
    super();
    this.$document = document;
  }

  get $className(): string {
    return 'WorksheetCollection';
  }

  override get $events(): readonly string[] {
    return [...worksheetEvents, 'Added', 'Deleted', 'Moved'];
  }

  get $items(): Worksheet[] {
    return this.$document.sheets.map((sheet) => this.#wrap(sheet));
  }

  getItem(key: unknown): Worksheet {
    return findByNameOrId(this.$items, key, (sheet) => [sheet.name, sheet.id]);
  }

  add(name?: string): Worksheet {
    return this.#wrap(addSheet(this.$document, name));
  }

  getActiveWorksheet(): Worksheet {
    return this.#wrap(this.$document.activeSheet);
  }

  getFirst(visibleOnly = false): Worksheet {
    return this.#pick(visibleOnly, 0);
  }

  getLast(visibleOnly = false): Worksheet {
    return this.#pick(visibleOnly, -1);
  }

  override getCount(visibleOnly = false): number {
    return this.#sheets(visibleOnly).length;
  }

  #sheets(visibleOnly: boolean): SheetDocument[] {
    return this.$document.sheets.filter((sheet) => !visibleOnly || sheet.state.visibility === 'Visible');
  }

  #pick(visibleOnly: boolean, index: number): Worksheet {
    const sheet = this.#sheets(visibleOnly).at(index);
    if (sheet === undefined) throw new HostError('ItemNotFound');
    return this.#wrap(sheet);
  }

  #wrap(sheet: SheetDocument): Worksheet {
    return new Worksheet({ document: this.$document, sheet });
  }
}
