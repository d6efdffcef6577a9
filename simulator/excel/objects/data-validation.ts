// Range.dataValidation. Rules are kept, not enforced: Excel does not check what an add-in writes either.
import { HostError } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import { contains, intersect, isSameRect } from '../address.ts';
import { guardSheet } from '../document/protection.ts';
import type { ValidationState } from '../document/sheet-document.ts';
import type { DataValidationData } from '../workbook-data.ts';
import { RangeBase } from './range-base.ts';
import type { Place } from './sheet-object.ts';
import { SheetObject } from './sheet-object.ts';

const ruleKinds = ['list', 'wholeNumber', 'decimal', 'date', 'time', 'textLength', 'custom'];
/** a literal list longer than this makes Excel refuse the rule */
const listLimit = 255;

export class DataValidation extends SheetObject {
  static override readonly scalars = ['type', 'rule', 'prompt', 'errorAlert', 'ignoreBlanks'];
  readonly $rect: Rect;

  constructor(place: Place, rect: Rect) {
    super(place);
    this.$rect = rect;
  }

  get $className(): string {
    return 'DataValidation';
  }

  get rule(): Record<string, unknown> {
    return this.#found()?.rule ?? {};
  }

  set rule(rule: Record<string, unknown>) {
    const given = Object.entries(rule ?? {}).filter(([, value]) => value !== null && value !== undefined);
    if (given.length !== 1 || !ruleKinds.includes(given[0]![0])) throw new HostError('InvalidArgument');
    const source = (given[0]![1] as { source?: unknown }).source;
    if (typeof source === 'string' && !source.startsWith('=') && source.length > listLimit)
      throw new HostError('InvalidArgument', `A list of literal values may have at most ${listLimit} characters.`);
    // a range may be given as the source of a list
    const kept = source instanceof RangeBase ? { list: { ...(given[0]![1] as object), source: `=${source.address}` } } : Object.fromEntries(given);
    this.#own().rule = kept as Record<string, unknown>;
  }

  get type(): string {
    const [kind] = Object.keys(this.rule);
    return kind === undefined ? 'None' : kind.charAt(0).toUpperCase() + kind.slice(1);
  }

  get errorAlert(): DataValidationData['errorAlert'] | null {
    return this.#found()?.errorAlert ?? null;
  }

  set errorAlert(alert: DataValidationData['errorAlert']) {
    this.#own().errorAlert = alert;
  }

  get prompt(): DataValidationData['prompt'] | null {
    return this.#found()?.prompt ?? null;
  }

  set prompt(prompt: DataValidationData['prompt']) {
    this.#own().prompt = prompt;
  }

  get ignoreBlanks(): boolean {
    return this.#found()?.ignoreBlanks ?? true;
  }

  set ignoreBlanks(ignores: boolean) {
    this.#own().ignoreBlanks = ignores;
  }

  clear(): void {
    guardSheet(this.$place.sheet, this.$rect, 'contents');
    const { state } = this.$place.sheet;
    state.validations = state.validations.filter((item) => !contains(this.$rect, item.rect));
    this.#tell();
  }

  #found(): ValidationState | undefined {
    return this.$place.sheet.state.validations.find((item) => intersect(item.rect, this.$rect) !== undefined);
  }

  #own(): ValidationState {
    guardSheet(this.$place.sheet, this.$rect, 'contents');
    const { state } = this.$place.sheet;
    let own = state.validations.find((item) => isSameRect(item.rect, this.$rect));
    if (own === undefined) {
      own = { rect: this.$rect, rule: {}, ignoreBlanks: true };
      state.validations = [own, ...state.validations.filter((item) => !contains(this.$rect, item.rect))];
    }
    this.#tell();
    return own;
  }

  #tell(): void {
    this.$place.document.emit({ kind: 'layout', sheet: this.$place.sheet });
  }
}
