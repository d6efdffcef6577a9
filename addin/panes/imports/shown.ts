// The import screen once it is loaded: it is no part of the first load.

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Actions } from '../actions.ts';
import type { PaneState } from '../state.ts';

export const screenOf = signal<ComponentType<{ state: PaneState; actions: Actions }> | null>(null);
