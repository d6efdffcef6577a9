// The foot: the screen's actions if it has a decision, then the line that says connection, who and role.

import type { ComponentChildren } from 'preact';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { PaneState } from '../state.ts';

export function Foot({ state, actions, children }: { state: PaneState; actions: Actions; children?: ComponentChildren }) {
  return (
    <footer class="foot">
      {children && <div class="actions">{children}</div>}
      <StateLine state={state} actions={actions} />
    </footer>
  );
}

function StateLine({ state, actions }: { state: PaneState; actions: Actions }) {
  const { session, connection } = state;
  if (!session) {
    return (
      <div class="state">
        <span class="dot none" />
        <span>{words.pane.state.signedOut}</span>
        <button type="button" class="link" onClick={actions.askToSignIn}>
          {words.pane.more.signIn}
        </button>
      </div>
    );
  }
  return (
    <div class="state">
      <span class={connection === 'offline' ? 'dot off' : 'dot'} />
      <span role="status">{words.pane.state[connection]}</span>
      <span class="who">
        {session.member.name}　{session.member.post}
      </span>
      <button type="button" class="link" onClick={() => state.screen.kind !== 'check-up' && actions.open({ kind: 'check-up' })}>
        {words.pane.state.checkUp}
      </button>
    </div>
  );
}
