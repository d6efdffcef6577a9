// A record's content from its changes alone: parameters and rates are read so, one row each, without their records.

import type { Value } from '../../domain/forms/definition.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import type { Patch } from '../../domain/protocol/merge.ts';

export interface ChangeRow {
  readonly record: string;
  readonly natural: string;
  readonly seq: number;
  readonly patch: string | null;
}

export interface Replayed {
  readonly record: string;
  /** Its natural key since the last change. */
  readonly natural: string;
  readonly fields: Readonly<Record<string, Value>>;
}

/** The records that stand after all changes, in order of their last one. */
export function replay(changes: readonly ChangeRow[]): Replayed[] {
  const records = new Map<string, { natural: string; fields: Record<string, Value> }>();
  for (const { record, natural, patch } of [...changes].sort((a, b) => a.seq - b.seq)) {
    const fields = records.get(record)?.fields ?? {};
    records.delete(record);
    records.set(record, { natural, fields });
    for (const [path, [, to]] of Object.entries(JSON.parse(patch ?? '{}') as Patch)) {
      if (to === null) delete fields[path];
      else fields[path] = to;
    }
  }
  return [...records].filter(([, { fields }]) => fields[deletedPath] !== true).map(([record, { natural, fields }]) => ({ record, natural, fields }));
}
