// Puts the pane onto its page: services in, screens out. Knows no Office; the entry hands in what the host said.

import { signal } from '@preact/signals';
import { render } from 'preact';
import { createActions } from './actions.ts';
import { loadForms } from './form-names.ts';
import type { PaneServices } from './services.ts';
import { Shell } from './shell.tsx';
import { loadLaterScreens } from './later-screens.tsx';
import { initialState } from './state.ts';
import type { PaneState } from './state.ts';

/** What the ribbon asked for when it opened the pane. */
export type Opening = 'sync' | 'kpi' | 'slip' | null;

export function mountPane(root: HTMLElement, services: PaneServices, opening: Opening): void {
  const state = signal<PaneState>(initialState(services.session()));
  const actions = createActions(services, state);
  render(<Shell state={state} actions={actions} />, root);
  void loadForms();
  void loadLaterScreens();
  actions.begin();
  services.onWorkbookChanged(actions.workbookChanged);
  if (opening === 'kpi') actions.openTab('scores');
  if (opening === 'slip') actions.openTab('commission');
  if (opening === 'sync' && state.value.session) void actions.sync();
  else {
    void actions.reread();
    void actions.refreshSession();
  }
}
