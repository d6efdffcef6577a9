// What a press on the import screen does. Keeps its own state beside the pane's, so that one may leave the screen and come
// back to what was read. While it is at work, the pane is busy: nothing else is begun.

import { signal } from '@preact/signals';
import type { ImportServices, OldFile } from '../import-services.ts';
import type { PaneFailure, PaneServices } from '../services.ts';
import type { Busy } from '../state.ts';
import { atFirst, chosenOf, mayGoOn, toggled } from './import-state.ts';
import type { ImportState, Stage } from './import-state.ts';

export interface PaneAround {
  /** Something was heard of the Worker, or it was out of reach. */
  told(failure: PaneFailure | null): void;
  doing(busy: Busy, work: () => Promise<void>): Promise<void>;
  fail(error: unknown): void;
  recordsChanged(): void;
}

export const importState = signal<ImportState>(atFirst);

let services: ImportServices | null = null;
let pane: PaneAround;
let stopping = new AbortController();

const set = (change: Partial<ImportState>): void => {
  importState.value = { ...importState.value, ...change };
};
const show = (stage: Stage): void => set({ stage, past: services?.past() ?? [] });

/** Someone came to the screen, perhaps with files that they dropped. */
export async function enter(from: PaneServices, around: PaneAround, files: readonly OldFile[]): Promise<void> {
  pane = around;
  try {
    const now = await from.imports();
    if (now !== services) importState.value = atFirst;
    services = now;
    set({ past: now.past() });
  } catch (error) {
    pane.fail(error);
    return;
  }
  if (files.length > 0) void read(files);
  else void services.readsInExcel().then((usesExcel) => set({ usesExcel }));
}

/** While something else is under way they wait for their turn. */
export function read(files: readonly OldFile[]): Promise<void> {
  set({ waiting: [...importState.value.waiting, ...files] });
  return readWaiting();
}

/** What came while another part of the pane was at work. */
export async function goOn(): Promise<void> {
  if (mayGoOn(importState.value)) await readWaiting();
}

function readWaiting(): Promise<void> {
  return working(async (importer) => {
    const files = importState.value.waiting;
    set({ waiting: [] });
    stopping = new AbortController();
    const names = files.map((file) => file.name);
    const before = importState.value.stage;
    if (before.is !== 'listed') importer.clear();
    show({ is: 'reading', progress: { done: 0, of: 1 }, files: names });
    const found = await importer.read(files, (progress) => show({ is: 'reading', progress, files: names }), stopping.signal);
    if (before.is !== 'listed') set({ taken: new Set() });
    show({ is: 'listed', read: found });
    pane.told(found.failure);
  });
}

export function stop(): void {
  stopping.abort();
}

export function ask(): Promise<void> {
  return working(async (importer) => {
    const found = await importer.ask();
    show({ is: 'listed', read: found });
    pane.told(found.failure);
  });
}

export function take(ids: readonly string[], isTaken: boolean): void {
  set({ taken: toggled(importState.value.taken, ids, isTaken) });
}

/** Also what is left of an import that broke off. */
export function send(): Promise<void> {
  const { stage, taken } = importState.value;
  if (stage.is !== 'listed' && stage.is !== 'sent') return Promise.resolve();
  return working(async (importer) => {
    show({ is: 'sending', progress: { done: 0, of: 1 } });
    const outcome = await importer.send(chosenOf(stage.read, taken), (progress) => show({ is: 'sending', progress }));
    pane.recordsChanged();
    show({ is: 'sent', outcome, read: stage.read });
    pane.told(outcome.failure);
  });
}

export function undo(id: string): Promise<void> {
  return working(async (importer) => {
    show({ is: 'undoing', progress: { done: 0, of: 1 } });
    const outcome = await importer.undo(id, (progress) => show({ is: 'undoing', progress }));
    importer.clear();
    pane.recordsChanged();
    show({ is: 'undone', outcome });
    pane.told(outcome.failure);
  });
}

export function startOver(): void {
  services?.clear();
  set({ taken: new Set() });
  show({ is: 'choosing' });
  void goOn();
}

/** What nobody foresaw ends where one may begin again, with its words above. */
async function working(work: (importer: ImportServices) => Promise<void>): Promise<void> {
  const importer = services;
  if (!importer) return;
  let isOurs = false;
  await pane.doing({ with: 'import' }, async () => {
    isOurs = true;
    const before = importState.value.stage;
    try {
      await work(importer);
    } catch (error) {
      show(before);
      throw error;
    }
  });
  if (isOurs) await goOn();
}
