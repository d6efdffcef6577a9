// What this device keeps of imports: the push that waits for its answer, and what each import made, so that it can be taken
// back later. Never in the workbook, since an import is none of its business. Knows no Worker.

import * as v from 'valibot';
import { mutationSchema } from '../../domain/protocol/messages.ts';
import type { KeyValueStorage } from '../connection/session-store.ts';

const madeRecord = v.object({ record: v.string(), form: v.string(), rev: v.number(), label: v.string() });

const keptSchema = v.object({
  /** The id under which imports sync: a workbook without sheets, of this member. */
  workbook: v.string(),
  sealed: v.nullable(v.object({ import: v.string(), push: v.object({ id: v.string(), mutations: v.array(mutationSchema) }) })),
  past: v.array(v.object({ id: v.string(), at: v.string(), files: v.array(v.string()), made: v.array(madeRecord) })),
});

export type MadeRecord = v.InferOutput<typeof madeRecord>;
export type KeptImports = v.InferOutput<typeof keptSchema>;
export type KeptImport = KeptImports['past'][number];

export interface ImportStore {
  read(): KeptImports;
  write(kept: KeptImports): void;
}

/** A device keeps so many imports to be taken back. */
const importsKept = 5;

/** `owner`: organisation and member, whose imports these are. */
export function importStore(storage: KeyValueStorage, partition: string, owner: string, newId: () => string): ImportStore {
  const key = `${partition}keybook.imports.${owner}`;
  let kept = stored(storage, key) ?? { workbook: newId(), sealed: null, past: [] };
  return {
    read: () => kept,
    write: (next) => {
      kept = { ...next, past: next.past.slice(0, importsKept) };
      // Where the device has no room left, the oldest imports can no longer be taken back; the latest can.
      for (let count = kept.past.length; count >= 0; count -= 1) {
        if (wasStored(storage, key, { ...kept, past: kept.past.slice(0, count) })) return;
      }
    },
  };
}

function wasStored(storage: KeyValueStorage, key: string, kept: KeptImports): boolean {
  try {
    storage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function stored(storage: KeyValueStorage, key: string): KeptImports | null {
  try {
    return v.parse(keptSchema, JSON.parse(storage.getItem(key) ?? ''));
  } catch {
    return null;
  }
}
