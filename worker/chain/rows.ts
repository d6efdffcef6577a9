// Whether each record's row is what its history makes of it: of every path the value that was written last, and when.
// Fed change by change, in the order of the history's key; where a record's natural key has changed, its changes lie apart
// in it, so what is known of a record is kept until all of it has come, and no longer. Knows no storage.

import type { Fields, Path, Value } from '../../domain/forms/definition.ts';
import { pathsOf, sameValue } from '../../domain/forms/fields.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import type { ChangeRow } from './queries.ts';

export interface RowBreak {
  /**
   * row: the record says otherwise than its history, in `field`. gone: the record is missing. history: its changes do not
   * lead from one to the next.
   */
  readonly what: 'row' | 'gone' | 'history';
  readonly record: string;
  /** A path, or a column of the record with an `@`; none where it is all of the record. */
  readonly field: string | undefined;
  /** Of its last change. */
  readonly push: string;
  readonly at: string;
}

type Step = ChangeRow & { readonly said: Patch };

interface Trail {
  readonly steps: Step[];
  /** The row, read together with the change that it comes from. */
  row: ChangeRow | null;
  standing: number | null;
}

export class RowCheck {
  /** Records that were compared. */
  compared = 0;
  /** By record, of those that were not compared yet. */
  readonly #trails = new Map<string, Trail>();
  #latest = '';

  /** Takes a record's change; says of the record before whether it differs, once all of that has come. */
  change(row: ChangeRow, patch: Patch): RowBreak | null {
    const broken = row.record === this.#latest ? null : this.flush();
    this.#latest = row.record;
    const trail: Trail = this.#trails.get(row.record) ?? { steps: [], row: null, standing: null };
    this.#trails.set(row.record, trail);
    trail.steps.push({ ...row, said: patch, patch: null, fields: null, revs: null });
    trail.standing = row.standing;
    if (row.fields !== null) trail.row = row;
    return broken;
  }

  /** Compares the record whose changes came last, unless some of them are still to come. */
  flush(): RowBreak | null {
    const trail = this.#trails.get(this.#latest);
    if (!trail || !isWhole(trail)) return null;
    this.#trails.delete(this.#latest);
    this.compared += 1;
    const field = difference(trail);
    return field === undefined ? null : breakOf(trail, 'row', field);
  }

  /** After the last change: a record whose changes do not come to its row, unless that was written after `upTo`. */
  end(upTo: number): RowBreak | null {
    for (const trail of this.#trails.values()) {
      const { steps, row, standing } = trail;
      if (standing === null) return breakOf(trail, 'gone');
      if (standing <= upTo) return row?.seq === steps.at(-1)!.seq ? breakOf(trail, 'history') : breakOf(trail, 'row', '@seq');
    }
    return null;
  }
}

function breakOf({ steps }: Trail, what: RowBreak['what'], field?: string): RowBreak {
  const { record, push, at } = steps.at(-1)!;
  return { what, record, field, push, at };
}

/** Each change names the one before, from the creation to the one that the row comes from. */
function isWhole({ steps, row }: Trail): boolean {
  steps.sort((a, b) => a.seq - b.seq);
  const isLinked = steps.every(({ prev, before }, place) => prev === (steps[place - 1]?.seq ?? null) && before === (steps[place - 1]?.natural ?? null));
  return isLinked && row?.seq === steps.at(-1)!.seq;
}

function difference({ steps, row }: Trail): string | undefined {
  const last = steps.at(-1)!;
  // What follows with the same rev gave the record another key, and changed nothing in it.
  const written = steps.find(({ rev }) => rev === last.rev)!;
  const { form, rowRev, rowNatural, rowMember, rowAt, deleted } = row!;
  if (rowRev !== last.rev) return '@rev';
  if (rowNatural !== last.natural) return '@natural';
  if (!rowNatural.startsWith(`${form}:`) && !rowNatural.startsWith(`${form}!`)) return '@form';
  if (rowMember !== written.member) return '@member';
  if (rowAt !== written.at) return '@at';
  try {
    const { values, revs } = replay(steps);
    const rowRevs = JSON.parse(row!.revs!) as Record<Path, number>;
    const stands = new Map<Path, Value>([...pathsOf(JSON.parse(row!.fields!) as Fields), [deletedPath, deleted === 1]]);
    return [...revs.keys(), ...stands.keys(), ...Object.keys(rowRevs)].find((path) => {
      const standing = stands.get(path);
      // A row's order goes with the last of its values, whether or not history says so; that a row shall stay is decided
      // on a path of its own, which holds no value.
      const isNone = standing === undefined && /\/(order|@deleted)$/.test(path);
      return rowRevs[path] !== revs.get(path) || !(isNone || sameValue(standing, values.get(path)));
    });
  } catch {
    return '@fields';
  }
}

/** What a record's changes come to, path by path. */
function replay(steps: readonly Step[]): { values: Map<Path, Value | null>; revs: Map<Path, number> } {
  const values = new Map<Path, Value | null>([[deletedPath, false]]);
  const revs = new Map<Path, number>();
  for (const { rev, said } of steps) {
    for (const [path, [from, to]] of Object.entries(said)) {
      if (path.startsWith('@') && path !== deletedPath) continue;
      revs.set(path, rev);
      // Decided in a record that is deleted: nothing was seen to stand there, and what does is kept. Erased: it is gone.
      if (from !== null || to !== null || '@erased' in said) values.set(path, to);
    }
  }
  return { values, revs };
}
