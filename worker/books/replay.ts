// A record's content from its changes alone: parameters and rates are read so, one row each, without their records.

import type { Value } from '../../domain/forms/definition.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import type { Patch } from '../../domain/protocol/merge.ts';

export interface ChangeRow {
  readonly record: string;
  readonly seq: number;
  readonly patch: string | null;
}

export interface Replayed {
  readonly record: string;
  readonly fields: Readonly<Record<string, Value>>;
}

/** The records that stand after all changes, in order of their last one. */
export function replay(changes: readonly ChangeRow[]): Replayed[] {
  const records = new Map<string, Record<string, Value>>();
  for (const { record, patch } of [...changes].sort((a, b) => a.seq - b.seq)) {
    const fields = records.get(record) ?? {};
    records.delete(record);
    records.set(record, fields);
    for (const [path, [, to]] of Object.entries(JSON.parse(patch ?? '{}') as Patch)) {
      if (to === null) delete fields[path];
      else fields[path] = to;
    }
  }
  return [...records].filter(([, fields]) => fields[deletedPath] !== true).map(([record, fields]) => ({ record, fields }));
}
