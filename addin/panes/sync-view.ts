// How far a sync is, from its reports. Pure, without words.

import type { SyncProgress, SyncStage } from './services.ts';

export const stages: readonly SyncStage[] = ['read', 'compare', 'seal', 'send', 'write', 'check'];

/** Index of the stage under way: the latest that was reported. */
export function stageNow(progress: readonly SyncProgress[]): number {
  const latest = progress.at(-1);
  return latest ? Math.max(stages.indexOf(latest.stage), 0) : 0;
}

/** Excel takes nothing while a cell is being edited: the sync goes on once the person is done. */
export function isWaitingForCell(progress: readonly SyncProgress[]): boolean {
  return progress.at(-1)?.waiting === 'cell-edit';
}

/** 0 to 1: stages behind, half of the one under way, or its parts sent. Never quite 1 before the receipt. */
export function fractionDone(progress: readonly SyncProgress[]): number {
  const found = progress.at(-1)?.found;
  const within = found?.['part'] && found['of'] ? found['part'] / found['of'] : 0.5;
  return Math.min((stageNow(progress) + within) / stages.length, 0.98);
}
