// The way to the import screen: the screen and what it needs come when they are first asked for, so that they are no part
// of the first load.

import type { Signal } from '@preact/signals';
import type { OldFile } from '../import-services.ts';
import { PaneError } from '../services.ts';
import type { PaneFailure, PaneServices } from '../services.ts';
import * as change from '../state.ts';
import type { PaneState } from '../state.ts';
import { screenOf } from './shown.ts';

export interface PaneAtHand {
  readonly services: PaneServices;
  readonly state: Signal<PaneState>;
  doing(busy: change.Busy, work: () => Promise<void>): Promise<void>;
  fail(error: unknown): void;
}

export async function openImports({ services, state, doing, fail }: PaneAtHand, files: readonly OldFile[]): Promise<void> {
  if (state.value.screen.kind === 'syncing') {
    if (files.length === 0) return;
    await untilSynced(state);
  }
  if (!state.value.session) {
    state.value = change.askedToSignIn(state.value);
    return;
  }
  const loaded = await Promise.all([import('./import-actions.ts'), import('./import-screen.tsx')]).catch(() => null);
  if (!loaded) return fail(new PaneError({ code: 'unavailable' }));
  const [{ enter }, { ImportScreen }] = loaded;
  screenOf.value = ImportScreen;
  const told = (failure: PaneFailure | null): void => {
    if (failure === null) state.value = { ...state.value, connection: 'connected' };
    // The screen says of every other failure itself what it means for the files.
    else if (change.isOffline(failure) || change.isExpired(failure)) fail(new PaneError(failure));
  };
  await enter(services, { doing, fail, told, recordsChanged: () => (state.value = change.recordsChanged(state.value)) }, files);
  if (state.value.screen.kind !== 'import') state.value = change.opened(state.value, { kind: 'import' });
}

/** Files that are dropped during a sync are read after it. */
function untilSynced(state: Signal<PaneState>): Promise<void> {
  return new Promise((resolve) => {
    let stop: () => void = () => {};
    stop = state.subscribe(({ screen }) => {
      if (screen.kind === 'syncing') return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
