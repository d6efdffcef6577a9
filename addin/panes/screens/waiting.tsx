// How much waits to be sent, and the three presses of the product.

import { momentInList } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { allReceipts, lastSyncOf } from '../known-receipts.ts';
import { AudienceChoice } from '../parts/audience-choice.tsx';
import { Icon } from '../parts/icon.tsx';
import type { WorkbookReading } from '../services.ts';
import type { PaneState } from '../state.ts';

const text = words.pane.home;

export function Waiting({ state, actions, reading }: { state: PaneState; actions: Actions; reading: WorkbookReading }) {
  const { created, changed, deleted } = reading.pending;
  const isOffline = state.connection === 'offline';
  const kinds = [
    created > 0 ? text.created(created) : '',
    changed > 0 ? text.changed(changed) : '',
    deleted > 0 ? text.deleted(deleted) : '',
  ].filter((kind) => kind !== '');
  const isReadOnly = reading.readOnly !== null;
  const isBusy = state.busy !== null;
  return (
    <section class="block">
      <h2 class="figure">
        <span class="plain">{text.pending}</span>
        <b>{created + changed + deleted}</b>
        <span class="plain muted">{text.unit}</span>
        <span class="plain muted push">{kinds.join('　')}</span>
      </h2>
      <LastSync state={state} actions={actions} />
      {state.session ? (
        <button type="button" class="button primary big" disabled={isReadOnly || isBusy} onClick={() => void actions.sync()}>
          <Icon name="sync" />
          {isOffline ? text.retry : text.sync}
        </button>
      ) : (
        <button type="button" class="button primary big" onClick={actions.askToSignIn}>
          {words.pane.more.signIn}
        </button>
      )}
      <AudienceChoice state={state} actions={actions} />
      <div class="pair">
        <button type="button" class="button" disabled={isOffline || isReadOnly || !state.session} onClick={() => actions.openTab('scores')}>
          {text.makeScores}
        </button>
        <button type="button" class="button" disabled={isOffline || isReadOnly || !state.session} onClick={() => actions.openTab('commission')}>
          {text.makeSlip}
        </button>
      </div>
      <WhyNot state={state} isReadOnly={isReadOnly} />
    </section>
  );
}

function LastSync({ state, actions }: { state: PaneState; actions: Actions }) {
  const last = lastSyncOf(state);
  if (!last) return <div class="under-figure">{text.never}</div>;
  const known = allReceipts(state).find(({ number, at }) => (last.receipt === null ? at === last.at : number === last.receipt));
  const name = last.receipt === null ? words.pane.more.receivedOnly : text.receipt(last.receipt);
  return (
    <div class="under-figure">
      <span>{text.last(momentInList(last.at, state.session?.today ?? ''))}</span>
      {known ? (
        <button type="button" class="link push" onClick={() => actions.open({ kind: 'receipt', receipt: known })}>
          {name}
        </button>
      ) : (
        last.receipt !== null && <span class="push">{name}</span>
      )}
    </div>
  );
}

/** A disabled button says underneath why. */
function WhyNot({ state, isReadOnly }: { state: PaneState; isReadOnly: boolean }) {
  const reason = !state.session ? words.pane.signIn.need : state.connection === 'offline' ? text.onlineOnly : isReadOnly ? text.readOnlyTitle : state.busy?.with === 'import' ? words.imports.atWork : '';
  return reason === '' ? null : <p class="note-text muted why-not">{reason}</p>;
}
