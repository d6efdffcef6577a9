// 待确认: what the sheets alone cannot say, in one compact list: rows that are gone, and rows that may be one record or another.

import { sharedWords } from '../../words/shared-words.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formTitle } from '../form-names.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Message } from '../parts/message.tsx';
import type { DeletionQuestion } from '../shared-services.ts';
import type { Removal } from '../shared-state.ts';
import type { PaneState } from '../state.ts';
import { isWaitingForCell } from '../sync-view.ts';
import { Matches } from './matches.tsx';
import { SharedNotice } from './shared-notice.tsx';

const text = sharedWords.questions;

export function Questions({ state, actions }: { state: PaneState; actions: Actions }) {
  const { deletions, matches } = state.reading?.questions ?? { deletions: [], matches: [] };
  const { removals, matches: answers, removed } = state.shared;
  const count = deletions.length + matches.length;
  const answered = deletions.filter(({ record }) => record in removals).length + matches.filter(({ id }) => id in answers).length;
  const isOffline = state.connection === 'offline';
  const isBusy = state.busy !== null;
  return (
    <>
      <Head state={state} actions={actions} title={text.title} count={count} />
      <main id="screen" tabIndex={-1}>
        <SharedNotice state={state} actions={actions} />
        {removed.length > 0 && (
          <Message kind="ok" title={text.removed(removed.length)} text={text.removedText}>
            <div class="row">
              <button type="button" class="button tiny" disabled={isBusy || isOffline} onClick={() => void actions.bringBack(removed)}>
                {text.undo}
              </button>
            </div>
          </Message>
        )}
        {count === 0 && removed.length === 0 && !state.notice && <Message kind="ok" title={text.none} text={text.noneText} />}
        {deletions.length > 0 && <Deletions deletions={deletions} removals={removals} actions={actions} />}
        <Matches matches={matches} answers={answers} actions={actions} />
      </main>
      <Foot state={state} actions={actions}>
        {count > 0 ? (
          <>
            <span class="note" aria-live="polite">
              {isWaitingForCell(state.progress) ? words.pane.syncing.cellEdit : isOffline ? sharedWords.offline : answered === 0 ? text.noneChosen : answered < count ? text.note : ''}
            </span>
            <button type="button" class="button primary" disabled={answered === 0 || isOffline || isBusy} onClick={() => void actions.sendAnswers()}>
              {state.busy?.with === 'answer' ? sharedWords.busy : text.send(answered)}
            </button>
          </>
        ) : (
          <button type="button" class="button primary wide" onClick={actions.back}>
            {sharedWords.back}
          </button>
        )}
      </Foot>
    </>
  );
}

function Deletions({ deletions, removals, actions }: { deletions: readonly DeletionQuestion[]; removals: Readonly<Record<string, Removal>>; actions: Actions }) {
  const all = deletions.map(({ record }) => record);
  return (
    <section class="block issues">
      <div class="section">
        <h2>{text.deletions}</h2>
        <span class="tag warn">{deletions.length}</span>
      </div>
      <p class="note-text muted">{text.deletionsLead}</p>
      {deletions.length > 1 && (
        <div class="pair">
          <button type="button" class="button low" onClick={() => actions.answerRemovals(all, 'remove')}>
            {text.removeAll}
          </button>
          <button type="button" class="button low" onClick={() => actions.answerRemovals(all, 'keep')}>
            {text.keepAll}
          </button>
        </div>
      )}
      {deletions.map((question) => (
        <Deletion key={question.record} question={question} answer={removals[question.record]} actions={actions} />
      ))}
    </section>
  );
}

function Deletion({ question, answer, actions }: { question: DeletionQuestion; answer: Removal | undefined; actions: Actions }) {
  const { record, form, label, was } = question;
  const name = label || formTitle(form);
  const option = (removal: Removal) => (
    <label class={answer === removal ? 'option on' : 'option'}>
      <input type="radio" name={record} checked={answer === removal} aria-label={`${text[removal]}：${name}`} onChange={() => actions.answerRemovals([record], removal)} />
      {text[removal]}
    </label>
  );
  return (
    <div class="asked">
      <fieldset class="question">
        <legend>
          <b>{name}</b>
          <span class="form">{formTitle(form)}</span>
        </legend>
        <p class="note-text muted">
          {was ? text.was(`${was.sheet}!${was.address}`) : text.noPlace}
          {'　'}
          <button type="button" class="link" aria-label={sharedWords.historyOf(name)} onClick={() => actions.open({ kind: 'history', record, form, label, path: null })}>
            {sharedWords.history}
          </button>
        </p>
        <div class="options">
          {option('remove')}
          {option('keep')}
          {option('leave')}
        </div>
      </fieldset>
    </div>
  );
}
