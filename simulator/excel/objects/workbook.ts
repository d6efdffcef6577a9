// Excel.Workbook: the root of every request.
import { HostError, notImplemented } from '../../wire/errors.ts';
import { HostObject } from '../../wire/host-object.ts';
import { parseRect, splitSheetName } from '../address.ts';
import { insertSheets } from '../document/insert.ts';
import type { InsertOptions } from '../document/insert.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import type { WorkbookData } from '../workbook-data.ts';
import { Application, Runtime } from './application.ts';
import { CommentCollection } from './comments.ts';
import { CustomXmlPartCollection } from './custom-xml-parts.ts';
import { DocumentProperties } from './document-properties.ts';
import { KeyValueCollection } from './key-values.ts';
import { NamedItemCollection } from './names.ts';
import { WorkbookProtection } from './protection.ts';
import { RangeAreas } from './range-areas.ts';
import { Range } from './range.ts';
import { TableCollection } from './table-collection.ts';
import { WorksheetCollection } from './worksheet-collection.ts';
import { Worksheet } from './worksheet.ts';

export class Workbook extends HostObject {
  static override readonly scalars = [
    'name', 'readOnly', 'isDirty', 'autoSave', 'previouslySaved', 'calculationEngineVersion', 'chartDataPointTrack',
    'usePrecisionAsDisplayed',
  ];
  readonly $document: WorkbookDocument;
  readonly previouslySaved = true;
  readonly calculationEngineVersion = 191029;
  chartDataPointTrack = true;
  usePrecisionAsDisplayed = false;
  isDirty = true;

  constructor(document: WorkbookDocument) {
    super();
    this.$document = document;
  }

  get $className(): string {
    return 'Workbook';
  }

  get name(): string {
    return this.$document.fileName;
  }

  get autoSave(): boolean {
    return this.$document.autoSave;
  }

  get readOnly(): boolean {
    return false;
  }

  get application(): Application {
    return new Application(this.$document);
  }

  get _Runtime(): Runtime {
    return new Runtime(this.$document);
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.$document);
  }

  get tables(): TableCollection {
    return new TableCollection(this.$document);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$document);
  }

  get comments(): CommentCollection {
    return new CommentCollection(this.$document);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.$document);
  }

  get properties(): DocumentProperties {
    return new DocumentProperties(this.$document);
  }

  get settings(): KeyValueCollection {
    return new KeyValueCollection('Setting', this.$document.settings);
  }

  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.$document);
  }

  getSelectedRange(): Range {
    const sheet = this.$document.activeSheet;
    return new Range({ document: this.$document, sheet }, sheet.state.selection);
  }

  getSelectedRanges(): RangeAreas {
    const { $place, $rect } = this.getSelectedRange();
    return new RangeAreas($place, [$rect]);
  }

  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  insertWorksheetsFromBase64(file: string, options: (Omit<InsertOptions, 'relativeTo'> & { relativeTo?: string | Worksheet }) | undefined): string[] {
    const { relativeTo, ...rest } = options ?? {};
    const place = relativeTo instanceof Worksheet ? relativeTo.id : relativeTo;
    return insertSheets(this.$document, this.#opened(file), { ...rest, ...(place === undefined ? {} : { relativeTo: place }) });
  }

  #opened(file: string): WorkbookData {
    const { openFile } = this.$document;
    if (openFile === undefined) throw notImplemented('opening a file here');
    try {
      return openFile(Uint8Array.from(atob(file), (character) => character.charCodeAt(0)));
    } catch {
      throw new HostError('InvalidArgument');
    }
  }

  save(_behavior?: string): void {}

  close(): void {
    throw new HostError('ApiNotFound', '[simulator] Workbook.close() is not implemented');
  }

  /** what args.getRange(context) of an event asks for */
  _GetRangeForEventByReferenceId(reference: string): Range {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (range === null) throw new HostError('ItemNotFound');
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(reference: string): Range | null {
    const { sheetName: sheetId = '', rest } = splitSheetName(reference);
    const sheet = this.$document.sheets.find((candidate) => candidate.id === sheetId);
    return sheet === undefined ? null : new Range({ document: this.$document, sheet }, parseRect(rest));
  }
}
