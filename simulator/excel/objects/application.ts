// Workbook.application and the runtime's event switch.
import { HostObject } from '../../wire/host-object.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';

export class Application extends HostObject {
  static override readonly scalars = [
    'calculationMode', 'calculationState', 'calculationEngineVersion', 'decimalSeparator', 'thousandsSeparator',
    'useSystemSeparators',
  ];
  readonly $document: WorkbookDocument;
  readonly calculationState = 'Done';
  readonly calculationEngineVersion = 191029;
  readonly decimalSeparator = '.';
  readonly thousandsSeparator = ',';
  readonly useSystemSeparators = true;

  constructor(document: WorkbookDocument) {
    super();
    this.$document = document;
  }

  get $className(): string {
    return 'Application';
  }

  get calculationMode(): string {
    return 'Automatic';
  }

  set calculationMode(_mode: string) {
    // formulas are evaluated when they are read; the mode makes no difference here
  }

  get cultureInfo(): CultureInfo {
    return new CultureInfo();
  }

  calculate(_calculationType?: string): void {
    this.$document.touch();
  }

  suspendApiCalculationUntilNextSync(): void {}

  suspendScreenUpdatingUntilNextSync(): void {}
}

class CultureInfo extends HostObject {
  static override readonly scalars = ['name'];
  readonly name = 'zh-CN';

  get $className(): string {
    return 'CultureInfo';
  }
}

export class Runtime extends HostObject {
  static override readonly scalars = ['enableEvents'];
  readonly $document: WorkbookDocument;

  constructor(document: WorkbookDocument) {
    super();
    this.$document = document;
  }

  get $className(): string {
    return 'Runtime';
  }

  get enableEvents(): boolean {
    return this.$document.eventsEnabled;
  }

  set enableEvents(enabled: boolean) {
    this.$document.eventsEnabled = enabled;
  }
}
