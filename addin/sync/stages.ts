// Tells how far a sync is: each stage begins, may have parts, and ends with what it found and how long it took.

import type { SyncProgress, SyncStage } from '../panes/services.ts';

export interface StageTeller {
  begin(stage: SyncStage): void;
  part(stage: SyncStage, done: number, of: number): void;
  end(stage: SyncStage, found?: Readonly<Record<string, number>>): void;
  /** The stage under way waits for a person who edits a cell, or goes on. */
  readonly waiting: (isWaiting: boolean) => void;
}

export function tellStages(onProgress: (progress: SyncProgress) => void, now: () => string): StageTeller {
  let since = Date.parse(now());
  let latest: SyncStage = 'read';
  return {
    waiting: (isWaiting) => onProgress({ stage: latest, done: 0, of: 1, ...(isWaiting ? { waiting: 'cell-edit' } : {}) }),
    begin: (stage) => {
      latest = stage;
      onProgress({ stage, done: 0, of: 1 });
    },
    // The last part is not the end of its stage: what it found is still to be told.
    part: (stage, done, of) => onProgress({ stage, done: Math.min(done, of - 1), of }),
    end: (stage, found) => {
      const seconds = (Date.parse(now()) - since) / 1_000;
      since = Date.parse(now());
      onProgress({ stage, done: 1, of: 1, seconds, ...(found ? { found } : {}) });
    },
  };
}
