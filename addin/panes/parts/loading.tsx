// What a screen shows while something is fetched, and when it was refused.

import { wordFailure } from '../../words/failures.ts';
import { words } from '../../words/words.ts';
import type { PaneFailure } from '../services.ts';
import { isOffline } from '../state.ts';
import { Icon } from './icon.tsx';
import { Message } from './message.tsx';

export function Fetching({ text }: { text: string }) {
  return (
    <section class="block" role="status">
      <span class="key-line">
        <Icon name="running" /> {text}
      </span>
    </section>
  );
}

/** Refused: a missing connection is amber here, since what is already in the sheets goes on working. */
export function Refused({ failure, whenOffline, onRetry }: { failure: PaneFailure; whenOffline: string; onRetry: () => void }) {
  const said = wordFailure(failure);
  const offline = isOffline(failure);
  return (
    <Message kind={offline ? 'warn' : 'bad'} title={said.title} text={offline ? whenOffline : said.text}>
      <div class="row">
        <button type="button" class="button tiny" onClick={onRetry}>
          {words.pane.notice.retry}
        </button>
      </div>
    </Message>
  );
}
