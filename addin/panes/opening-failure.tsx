// What stands in place of the pane when it could not open: never a blank page.

import { render } from 'preact';
import { wordFailure } from '../words/failures.ts';
import { words } from '../words/words.ts';
import { Message } from './parts/message.tsx';
import type { PaneFailure } from './services.ts';

export function showFailure(root: HTMLElement, failure: PaneFailure): void {
  const said = wordFailure(failure);
  root.replaceChildren();
  render(
    <main>
      <Message kind="bad" title={said.title} text={said.text}>
        <div class="row">
          <button type="button" class="button tiny" onClick={() => location.reload()}>
            {words.pane.notice.retry}
          </button>
        </div>
      </Message>
    </main>,
    root,
  );
}
