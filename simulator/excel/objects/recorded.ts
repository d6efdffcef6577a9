// API objects nobody simulates but somebody must be able to look at (chart formats, conditional format styles): they
// keep what is set and answer it. What they have is written down in a shape, so that anything else stays loud.
import { HostError } from '../../wire/errors.ts';
import { HostObject } from '../../wire/host-object.ts';

export interface Shape {
  className: string;
  /** members with what Excel answers before anybody sets them */
  scalars?: Record<string, unknown>;
  children?: Record<string, Shape>;
  /** reached by getItem, without regard to case */
  items?: Record<string, Shape>;
  /** methods, with the path under which their argument is kept */
  methods?: Record<string, string>;
}

/** where the values are kept, by path below the owner ("axes/valueAxis/minimum") */
export interface Memory {
  read(path: string): unknown;
  write(path: string, value: unknown): void;
}

export class Recorded extends HostObject {
  readonly $className: string;
  readonly #names: string[];

  constructor(shape: Shape, memory: Memory, path = '') {
    super();
    this.$className = shape.className;
    this.#names = Object.keys(shape.scalars ?? {});
    const below = (name: string) => (path === '' ? name : `${path}/${name}`);
    for (const [name, standard] of Object.entries(shape.scalars ?? {})) {
      Object.defineProperty(this, name, {
        get: () => memory.read(below(name)) ?? standard,
        set: (value: unknown) => memory.write(below(name), value),
      });
    }
    for (const [name, child] of Object.entries(shape.children ?? {}))
      Object.defineProperty(this, name, { get: () => new Recorded(child, memory, below(name)) });
    if (shape.items !== undefined) Object.defineProperty(this, 'getItem', { value: getItem });
    function getItem(key: unknown): Recorded {
      const found = Object.entries(shape.items!).find(([name]) => name.toLowerCase() === String(key).toLowerCase());
      if (found === undefined) throw new HostError('InvalidArgument');
      return new Recorded(found[1], memory, below(found[0]));
    }
    for (const [name, target] of Object.entries(shape.methods ?? {}))
      Object.defineProperty(this, name, { value: (argument: unknown) => memory.write(below(target), argument ?? null) });
  }

  override get $scalars(): readonly string[] {
    return this.#names;
  }
}
