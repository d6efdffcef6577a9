// Collections of key and value that travel with the workbook: settings, custom properties.
import { HostError } from '../../wire/errors.ts';
import { HostCollection, HostObject } from '../../wire/host-object.ts';

type Store = Map<string, unknown>;

class KeyValue extends HostObject {
  static override readonly scalars = ['key', 'value'];
  readonly key: string;
  readonly $className: string;
  readonly #store: Store;

  constructor(className: string, store: Store, key: string) {
    super();
    this.$className = className;
    this.#store = store;
    this.key = key;
  }

  override get $wireId(): string {
    return this.key;
  }

  override get $isGone(): boolean {
    return !this.#store.has(this.key);
  }

  get value(): unknown {
    return this.#store.get(this.key);
  }

  set value(value: unknown) {
    this.#store.set(this.key, value);
  }

  get type(): string {
    const kind = typeof this.value;
    return kind === 'number' ? 'Number' : kind === 'boolean' ? 'Boolean' : 'String';
  }

  delete(): void {
    this.#store.delete(this.key);
  }
}

export class KeyValueCollection extends HostCollection<KeyValue> {
  readonly $itemClassName: string;
  readonly #store: Store;

  constructor(itemClassName: string, store: Map<string, never> | Store | Map<string, string>) {
    super();
    this.$itemClassName = itemClassName;
    this.#store = store as Store;
  }

  get $className(): string {
    return `${this.$itemClassName}Collection`;
  }

  get $items(): KeyValue[] {
    return [...this.#store.keys()].map((key) => new KeyValue(this.$itemClassName, this.#store, key));
  }

  getItem(key: unknown): KeyValue {
    const stored = this.#storedKey(key);
    if (stored === undefined) throw new HostError('ItemNotFound');
    return new KeyValue(this.$itemClassName, this.#store, stored);
  }

  add(key: string, value: unknown): KeyValue {
    if (typeof key !== 'string' || key === '') throw new HostError('InvalidArgument');
    const stored = this.#storedKey(key) ?? key;
    this.#store.set(stored, value);
    return new KeyValue(this.$itemClassName, this.#store, stored);
  }

  deleteAll(): void {
    this.#store.clear();
  }

  #storedKey(key: unknown): string | undefined {
    const wanted = String(key).toLowerCase();
    return [...this.#store.keys()].find((stored) => stored.toLowerCase() === wanted);
  }
}
