// Takes an import back: what it made and nobody has changed since is deleted, the rest stays and says why. The Worker is
// asked first, so that what somebody edited becomes no conflict; its rights decide as ever.

import type { Mutation, SyncResult } from '../../domain/protocol/messages.ts';
import type { ImportProgress, StaysBecause, UndoOutcome } from '../panes/import-services.ts';
import type { PaneFailure } from '../panes/services.ts';
import { failureToSay } from './failure.ts';
import type { ImportStore, KeptImport, MadeRecord } from './import-store.ts';
import { lookUp } from './look-up.ts';
import type { LookedUpById } from './look-up.ts';
import { finishSealed, sendAll } from './send-pushes.ts';
import type { Sending } from './send-pushes.ts';

export async function undoImport(talk: Sending, id: string, onProgress: (progress: ImportProgress) => void): Promise<UndoOutcome> {
  let gone: readonly MadeRecord[] = [];
  let stays: UndoOutcome['stays'] = [];
  let removed = 0;
  let failure: PaneFailure | null = null;
  try {
    await finishSealed(talk);
    const kept = keptImport(talk.store, id);
    const { byId, position } = await lookUp(talk.connection, kept.made.map(({ record, form }) => ({ record, form, fields: {} })));
    talk.position = position;
    const plan = undoPlan(kept, byId);
    ({ gone, stays } = plan);
    forget(talk.store, id, new Set(gone.map(({ record }) => record)));
    await sendAll(talk, id, plan.mutations, (answer, done, of) => {
      const keptAfterAll = keptByWorker(kept, answer.results);
      stays = [...stays, ...keptAfterAll];
      removed += answer.results.length - keptAfterAll.length;
      onProgress({ done, of });
    });
  } catch (error) {
    failure = failureToSay(error);
  }
  return { removed, gone: gone.length, stays, failure };
}

function keptImport(store: ImportStore, id: string): KeptImport {
  return store.read().past.find((one) => one.id === id) ?? { id, at: '', files: [], made: [] };
}

function forget(store: ImportStore, id: string, records: ReadonlySet<string>): void {
  const kept = store.read();
  store.write({ ...kept, past: kept.past.map((one) => (one.id === id ? { ...one, made: one.made.filter(({ record }) => !records.has(record)) } : one)) });
}

export interface UndoPlan {
  readonly mutations: readonly Mutation[];
  readonly gone: readonly MadeRecord[];
  readonly stays: UndoOutcome['stays'];
}

/** What hangs on others goes first: the last made is the first deleted. */
export function undoPlan(kept: KeptImport, now: LookedUpById): UndoPlan {
  const mutations: Mutation[] = [];
  const gone: MadeRecord[] = [];
  const stays: UndoOutcome['stays'][number][] = [];
  for (const made of kept.made.toReversed()) {
    const record = now.get(made.record);
    if (record?.is === 'known' && record.as === made.record && record.rev === made.rev) mutations.push({ kind: 'delete', record: made.record, baseRev: made.rev });
    else if (record?.is === 'known' && record.as === made.record) stays.push(staying(made, 'edited', record.by));
    else if (record?.is === 'no-right') stays.push(staying(made, 'out-of-sight'));
    else gone.push(made);
  }
  return { mutations, gone, stays };
}

/** What the Worker kept after all: somebody was quicker, or the record may not go. */
export function keptByWorker(kept: KeptImport, results: readonly SyncResult[]): UndoOutcome['stays'] {
  const byId = new Map(kept.made.map((made) => [made.record, made]));
  return results.flatMap((result) => {
    const made = byId.get(result.record);
    if (!made) return [];
    if (result.conflicts.length > 0) return [staying(made, 'edited')];
    return result.status === 'rejected' ? [staying(made, 'refused')] : [];
  });
}

function staying({ form, label }: MadeRecord, because: StaysBecause, by?: string): UndoOutcome['stays'][number] {
  return { form, label, because, ...(by ? { by } : {}) };
}
