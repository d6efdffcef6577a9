// What a screen shows that is reckoned by the Worker while nobody is signed in.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Message } from './message.tsx';

export function SignInFirst({ actions }: { actions: Actions }) {
  return (
    <Message kind="warn" title={words.pane.signIn.need}>
      <div class="row">
        <button type="button" class="button tiny" onClick={actions.askToSignIn}>
          {words.pane.more.signIn}
        </button>
      </div>
    </Message>
  );
}
