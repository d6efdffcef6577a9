// 体检: what an administrator asks first when something does not go.

import { words } from '../../words/words.ts';
import { problemList } from '../problem-list.ts';
import type { PaneState } from '../state.ts';

const text = words.pane.more;

export function CheckUp({ state }: { state: PaneState }) {
  const { reading, session } = state;
  const problems = problemList(reading, state.receipts[0]);
  return (
    <section class="block">
      <div class="section">
        <h2>{text.checkUp}</h2>
      </div>
      <dl class="pairs">
        <dt>{text.checks.server}</dt>
        <dd class={state.connection === 'offline' ? 'bad' : undefined}>{!session ? words.pane.state.signedOut : text[state.connection]}</dd>
        {session && (
          <>
            <dt>{text.checks.today}</dt>
            <dd>{session.today}</dd>
          </>
        )}
        {reading && (
          <>
            <dt>{text.checks.sheets}</dt>
            <dd>{text.count(new Set(reading.forms.flatMap((form) => form.sheets)).size)}</dd>
            <dt>{text.checks.left}</dt>
            <dd>{text.count(reading.unrecognised.length)}</dd>
            <dt>{text.checks.problems}</dt>
            <dd>{text.count(problems.blocks.length + problems.asks.length)}</dd>
            <dt>{text.checks.reading}</dt>
            <dd>{text.milliseconds(reading.milliseconds)}</dd>
            <dt>{text.checks.trips}</dt>
            <dd>{text.count(reading.syncs)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
