// Bases of everything an add-in can address. The dispatcher calls their getters, setters and methods by name, so
// adding a member of the API means adding a member to a class. Members meant for the host's own use start with '$'
// and cannot be reached over the wire.
import { HostError } from './errors.ts';

export abstract class HostObject {
  /** what load() without arguments brings; any other getter may still be selected by name */
  static readonly scalars: readonly string[] = [];

  abstract get $className(): string;

  /** identifies a child in its collection; sent along with every item */
  get $wireId(): string | number | undefined {
    return undefined;
  }

  /** objects with reference semantics (a Range) live on under an id while the client tracks them */
  get $keepsReference(): boolean {
    return false;
  }

  /** true once the thing behind the proxy was deleted */
  get $isGone(): boolean {
    return false;
  }

  get $scalars(): readonly string[] {
    return (this.constructor as typeof HostObject).scalars;
  }

  /** events an add-in can register for on this object, by the name in the wire's _Register...Event */
  get $events(): readonly string[] {
    return [];
  }
}

export abstract class HostCollection<Item extends HostObject = HostObject> extends HostObject {
  static override readonly scalars: readonly string[] = ['count'];

  abstract get $items(): Item[];
  abstract getItem(key: unknown): Item;

  get count(): number {
    return this.$items.length;
  }

  getCount(..._options: unknown[]): number {
    return this.$items.length;
  }

  getItemAt(index: number): Item {
    const item = this.$items[index];
    if (item === undefined) throw new HostError('InvalidArgument');
    return item;
  }

  getItemOrNullObject(key: unknown): Item | null {
    try {
      return this.getItem(key);
    } catch (error) {
      if (error instanceof HostError && error.code === 'ItemNotFound') return null;
      throw error;
    }
  }
}

/** For collections whose items are found by name or id, case-insensitively. */
export function findByNameOrId<Item>(items: Item[], key: unknown, keysOf: (item: Item) => (string | number)[]): Item {
  const wanted = String(key).toLowerCase();
  const found = items.find((item) => keysOf(item).some((own) => String(own).toLowerCase() === wanted));
  if (found === undefined) throw new HostError('ItemNotFound');
  return found;
}
