// Asking the Worker for something to show, and what the answer says of the connection and the sign-in.

import type { Signal } from '@preact/signals';
import { failureOf } from './failure-of.ts';
import * as change from './state.ts';
import type { PaneState } from './state.ts';

export async function fetched<Value>(ask: () => Promise<Value>): Promise<change.Loading<Value>> {
  try {
    return { is: 'here', value: await ask() };
  } catch (error) {
    return { is: 'refused', failure: failureOf(error) };
  }
}

/** Shows what came, unless it is no longer asked for; an ended session leads to the sign-in. */
export function show(state: Signal<PaneState>, loading: change.Loading<unknown>, withIt: (state: PaneState) => PaneState): void {
  const isOffline = loading.is === 'refused' && change.isOffline(loading.failure);
  state.value = withIt({ ...state.value, connection: isOffline ? 'offline' : 'connected' });
  if (loading.is === 'refused' && change.isExpired(loading.failure)) state.value = change.failed(state.value, loading.failure);
}
