// 冲突: where two people wrote different things into the same field. One chooses field by field or all at once; what is not
// chosen stays kept on both sides.

import { useEffect } from 'preact/hooks';
import { sharedWords } from '../../words/shared-words.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formOf, formTitle } from '../form-names.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Message } from '../parts/message.tsx';
import type { ConflictView } from '../shared-services.ts';
import type { PaneState } from '../state.ts';
import { isWaitingForCell } from '../sync-view.ts';
import { ConflictField } from './conflict-field.tsx';
import { chosenAll, chosenAmong, conflictGroups } from './conflict-view.ts';
import type { ConflictGroup } from './conflict-view.ts';
import { DecidedList } from './decided-list.tsx';
import { isDeletion } from './value-in-words.ts';
import { SharedNotice } from './shared-notice.tsx';

const text = sharedWords.conflicts;

export function Conflicts({ state, actions }: { state: PaneState; actions: Actions }) {
  const open = state.reading?.conflicts ?? [];
  const { choices, decided } = state.shared;
  const chosen = chosenAmong(open, choices).length;
  const isOffline = state.connection === 'offline';
  const isHeard = open.every((conflict) => conflict.isHeard);
  useEffect(() => void actions.hearConflicts().then(actions.hearBases), [isHeard]);
  const isWriting = state.busy?.with === 'decide';
  const note = isWaitingForCell(state.progress) ? words.pane.syncing.cellEdit : isOffline ? sharedWords.offline : chosen === 0 ? text.noneChosen : chosen < open.length ? text.note : '';
  return (
    <>
      <Head state={state} actions={actions} title={text.title} count={open.length} />
      <main id="screen" tabIndex={-1}>
        <SharedNotice state={state} actions={actions} />
        {decided.length > 0 && <DecidedList decided={decided} state={state} actions={actions} />}
        {open.length === 0 && decided.length === 0 && !state.notice && <Message kind="ok" title={text.none} text={text.noneText} />}
        {conflictGroups(open).map((group) => (
          <Group key={group.record} group={group} state={state} actions={actions} />
        ))}
      </main>
      <Foot state={state} actions={actions}>
        {open.length > 0 && (
          <>
            <span class="note" aria-live="polite">
              {note}
            </span>
            <button type="button" class="button primary" disabled={chosen === 0 || isOffline || state.busy !== null} onClick={() => void actions.decide()}>
              {isWriting ? sharedWords.busy : text.write(chosen)}
            </button>
          </>
        )}
        {open.length === 0 && (
          <button type="button" class="button primary wide" onClick={actions.back}>
            {sharedWords.back}
          </button>
        )}
      </Foot>
    </>
  );
}

/** Its own sentence says what it is about. */
function isRemoval({ path, isGone }: ConflictView): boolean {
  return isGone || isDeletion(path);
}

function Group({ group, state, actions }: { group: ConflictGroup; state: PaneState; actions: Actions }) {
  const { form, record, label, conflicts, other, isOwn } = group;
  const { choices } = state.shared;
  const count = conflicts.length;
  const title = formTitle(form);
  return (
    <section class="conflict-group" aria-label={label}>
      <div class="block">
        <div class="record-line">
          <h2>{label || title}</h2>
          <button type="button" class="link" onClick={() => actions.open({ kind: 'history', record, form, label, path: null })}>
            {sharedWords.history}
          </button>
        </div>
        <p class="note-text muted">{conflicts.some(isRemoval) ? title : isOwn ? text.lead(title, other, count) : text.leadOthers(title, count)}</p>
        {count > 1 && (
          <div class="pair">
            <button type="button" class="button low" onClick={() => actions.chooseAll(chosenAll(choices, group, 'own'))}>
              {isOwn ? text.allOwn : text.allLost}
            </button>
            <button type="button" class="button low" onClick={() => actions.chooseAll(chosenAll(choices, group, 'other'))}>
              {isOwn ? text.allOther(other) : text.allStanding}
            </button>
          </div>
        )}
      </div>
      {conflicts.map((conflict) => (
        <ConflictField key={conflict.id} conflict={conflict} form={formOf(form)} choice={choices[conflict.id] ?? null} source={state.shared.bases[conflict.id]} today={state.session?.today ?? ''} actions={actions} />
      ))}
    </section>
  );
}
