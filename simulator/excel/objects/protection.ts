// Worksheet.protection and workbook.protection. Protecting what is protected is refused, as Excel does since 2026-06.
import { HostError } from '../../wire/errors.ts';
import { HostObject } from '../../wire/host-object.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import { SheetObject } from './sheet-object.ts';

export class WorksheetProtection extends SheetObject {
  static override readonly scalars = ['protected', 'options'];

  get $className(): string {
    return 'WorksheetProtection';
  }

  get protected(): boolean {
    return this.$place.sheet.state.protection !== undefined;
  }

  get options(): Record<string, unknown> | null {
    return this.$place.sheet.state.protection?.options ?? null;
  }

  protect(options: Record<string, unknown> = {}, password?: string): void {
    if (this.protected) throw new HostError('AccessDenied', undefined, 403);
    this.$place.sheet.state.protection = { options, ...(password === undefined ? {} : { password }) };
    this.#tell();
  }

  unprotect(password?: string): void {
    const { protection } = this.$place.sheet.state;
    if (protection === undefined) return;
    checkPassword(protection.password, password);
    this.$place.sheet.state.protection = undefined;
    this.#tell();
  }

  #tell(): void {
    this.$place.document.emit({ kind: 'protection', sheet: this.$place.sheet, isProtected: this.protected });
  }
}

export class WorkbookProtection extends HostObject {
  static override readonly scalars = ['protected'];
  readonly $document: WorkbookDocument;

  constructor(document: WorkbookDocument) {
    super();
    this.$document = document;
  }

  get $className(): string {
    return 'WorkbookProtection';
  }

  get protected(): boolean {
    return this.$document.structureProtection !== undefined;
  }

  protect(password?: string): void {
    if (this.protected) throw new HostError('AccessDenied', undefined, 403);
    this.$document.structureProtection = password === undefined ? {} : { password };
    this.$document.emit({ kind: 'workbook' });
  }

  unprotect(password?: string): void {
    checkPassword(this.$document.structureProtection?.password, password);
    this.$document.structureProtection = undefined;
    this.$document.emit({ kind: 'workbook' });
  }
}

function checkPassword(expected: string | undefined, given: string | undefined): void {
  if (expected !== undefined && expected !== given) throw new HostError('AccessDenied', 'The password is incorrect.', 403);
}
