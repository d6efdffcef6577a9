// The head: the tabs, or the way back and a title.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { PaneState } from '../state.ts';
import { Icon } from './icon.tsx';
import { Tabs } from './tabs.tsx';

interface HeadProps {
  readonly state: PaneState;
  readonly actions: Actions;
  /** A screen one came to from another shows its name and the way back. */
  readonly title?: string;
  /** How much waits there; nothing is shown for 0. */
  readonly count?: number;
}

export function Head({ state, actions, title, count = 0 }: HeadProps) {
  if (title === undefined) {
    return (
      <header class="head">
        <Tabs current={state.screen.kind === 'tab' ? state.screen.tab : 'workbook'} actions={actions} />
      </header>
    );
  }
  return (
    <header class="head">
      <button type="button" class="icon-button" aria-label={words.pane.back} onClick={actions.back}>
        <Icon name="back" />
      </button>
      <h1>{title}</h1>
      {count > 0 && <span class="tag warn">{count}</span>}
    </header>
  );
}
