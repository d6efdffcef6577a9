// Named items of the workbook or of one sheet.
import { HostError } from '../../wire/errors.ts';
import { findByNameOrId, HostCollection, HostObject } from '../../wire/host-object.ts';
import { formatAbsolute, quoteSheetName, splitSheetName, tryParseRect } from '../address.ts';
import type { SheetDocument } from '../document/sheet-document.ts';
import type { NameState, WorkbookDocument } from '../document/workbook-document.ts';
import { Range } from './range.ts';

export class NamedItem extends HostObject {
  static override readonly scalars = ['name', 'type', 'value', 'visible', 'comment', 'scope', 'formula'];
  readonly $document: WorkbookDocument;
  readonly $state: NameState;

  constructor(document: WorkbookDocument, state: NameState) {
    super();
    this.$document = document;
    this.$state = state;
  }

  get $className(): string {
    return 'NamedItem';
  }

  override get $wireId(): string {
    return this.name;
  }

  override get $isGone(): boolean {
    return !this.$document.names.includes(this.$state);
  }

  get name(): string {
    return this.$state.name;
  }

  get formula(): string {
    return this.$state.formula;
  }

  set formula(formula: string) {
    this.$state.formula = formula;
    this.$document.emit({ kind: 'workbook' });
  }

  get comment(): string {
    return this.$state.comment;
  }

  set comment(comment: string) {
    this.$state.comment = comment;
  }

  get visible(): boolean {
    return this.$state.visible;
  }

  set visible(visible: boolean) {
    this.$state.visible = visible;
  }

  get scope(): string {
    return this.$state.scope === undefined ? 'Workbook' : 'Worksheet';
  }

  get type(): string {
    return this.getRangeOrNullObject() === null ? (this.formula.includes('#REF!') ? 'Error' : 'String') : 'Range';
  }

  get value(): string {
    return this.getRangeOrNullObject()?.address ?? this.formula.slice(1);
  }

  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (range === null) throw new HostError('InvalidReference');
    return range;
  }

  getRangeOrNullObject(): Range | null {
    const { sheetName, rest } = splitSheetName(this.formula.slice(1));
    const sheet = sheetName === undefined ? this.$state.scope : this.$document.findSheet(sheetName);
    const rect = tryParseRect(rest);
    return sheet === undefined || rect === undefined ? null : new Range({ document: this.$document, sheet }, rect);
  }

  delete(): void {
    this.$document.names = this.$document.names.filter((name) => name !== this.$state);
    this.$document.emit({ kind: 'workbook' });
  }
}

export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly $document: WorkbookDocument;
  readonly $scope: SheetDocument | undefined;

  constructor(document: WorkbookDocument, scope?: SheetDocument) {
    super();
    this.$document = document;
    this.$scope = scope;
  }

  get $className(): string {
    return 'NamedItemCollection';
  }

  get $items(): NamedItem[] {
    const own = this.$document.names.filter((name) => name.scope === this.$scope);
    return own.map((name) => new NamedItem(this.$document, name));
  }

  getItem(name: unknown): NamedItem {
    return findByNameOrId(this.$items, name, (item) => [item.name]);
  }

  add(name: string, reference: unknown, comment = ''): NamedItem {
    return this.#add(name, reference instanceof Range ? referenceTo(reference) : formulaOf(reference), comment);
  }

  addFormulaLocal(name: string, formula: string, comment = ''): NamedItem {
    return this.#add(name, formulaOf(formula), comment);
  }

  #add(name: string, formula: string, comment: string): NamedItem {
    const isLegal = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && tryParseRect(name) === undefined && name.length <= 255;
    if (!isLegal) throw new HostError('InvalidArgument');
    if (this.getItemOrNullObject(name) !== null) throw new HostError('ItemAlreadyExists');
    const state: NameState = { name, formula, scope: this.$scope, visible: true, comment };
    this.$document.names.push(state);
    this.$document.emit({ kind: 'workbook' });
    return new NamedItem(this.$document, state);
  }
}

function referenceTo(range: Range): string {
  return `=${quoteSheetName(range.$place.sheet.name)}!${formatAbsolute(range.$rect)}`;
}

function formulaOf(reference: unknown): string {
  const text = String(reference);
  return text.startsWith('=') ? text : `="${text.replaceAll('"', '""')}"`;
}
