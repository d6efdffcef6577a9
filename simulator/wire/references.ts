// Objects the client keeps alive across batches (tracked objects), by the id the host gave them.
import { HostError } from './errors.ts';
import type { HostObject } from './host-object.ts';

export class ReferenceTable {
  private next = 1;
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();

  add(object: HostObject): string {
    const known = this.ids.get(object);
    if (known !== undefined && this.objects.has(known)) return known;
    const id = `{ref-${this.next++}}`;
    this.ids.set(object, id);
    this.objects.set(id, object);
    return id;
  }

  get(id: string): HostObject {
    const object = this.objects.get(id);
    if (object === undefined) throw new HostError('InvalidReference');
    return object;
  }

  remove(id: string): void {
    this.objects.delete(id);
  }

  get size(): number {
    return this.objects.size;
  }
}
