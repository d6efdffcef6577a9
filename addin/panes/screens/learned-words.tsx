// 已教的版式: what labels were taught to mean, by whom, and the way to take it back.

import { useEffect, useRef, useState } from 'preact/hooks';
import { momentInList } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formOf, formTitle } from '../form-names.ts';
import { pathLabel } from '../layout-view.ts';
import type { KeptWord } from '../services.ts';
import type { PaneState } from '../state.ts';

const text = words.pane.layout;
/** Who may take back what a colleague has taught. */
const removing: readonly string[] = ['director', 'gm', 'admin'];

export function LearnedWords({ state, actions }: { state: PaneState; actions: Actions }) {
  const learned = state.reading?.learned ?? [];
  if (learned.length === 0) return null;
  return (
    <section class="block">
      <div class="section">
        <h2>{text.taught}</h2>
        <span class="muted">{text.taughtCount(learned.length)}</span>
      </div>
      <p class="note-text muted">{text.taughtLead}</p>
      <ul class="rows learned">
        {learned.map((word) => (
          <li key={`${word.form} ${word.label}`}>
            <span>
              <span class="name">{word.label}</span>
              <span class="note-text muted">{meaningOf(word, state.session?.today ?? '')}</span>
            </span>
            {mayRemove(state, word) && <TakeBack word={word} isDisabled={state.busy !== null} onSure={() => void actions.takeBack(word)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The whole department reads with it: a slip of the finger takes nothing away. */
function TakeBack({ word, isDisabled, onSure }: { word: KeptWord; isDisabled: boolean; onSure: () => void }) {
  const [isAsked, ask] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => sure.current?.focus(), [isAsked]);
  if (!isAsked) {
    return (
      <button type="button" class="button tiny" aria-label={text.removeWord(word.label)} disabled={isDisabled} onClick={() => ask(true)}>
        {text.remove}
      </button>
    );
  }
  return (
    <span class="row">
      <button type="button" class="button tiny" ref={sure} disabled={isDisabled} onClick={onSure}>
        {text.removeNow}
      </button>
      <button type="button" class="button tiny" aria-label={text.keepWord(word.label)} onClick={() => ask(false)}>
        {text.keep}
      </button>
    </span>
  );
}

function meaningOf(word: KeptWord, today: string): string {
  const form = formOf(word.form);
  const field = word.path === null ? text.ignore : form ? pathLabel(form, word.path) : word.path;
  const kept = word.where === 'department' ? text.by(word.by ?? '', momentInList(word.at ?? '', today)) : text.places[word.where];
  return [formTitle(word.form), field, kept].join('　');
}

function mayRemove({ session }: PaneState, word: KeptWord): boolean {
  if (word.where !== 'department') return true;
  return session !== null && (word.member === session.member.id || session.member.roles.some((role) => removing.includes(role)));
}
