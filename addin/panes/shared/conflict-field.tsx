// One field in conflict: both values side by side with who and when, what they began from below, and room for another one.

import { useState } from 'preact/hooks';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { fieldAt } from '../../../domain/forms/fields.ts';
import { moment, momentBriefly } from '../../words/numbers.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import type { ConflictView } from '../shared-services.ts';
import { sidesOf } from './conflict-view.ts';
import type { Choice, ShownSide } from './conflict-view.ts';
import type { BaseSource } from './history-view.ts';
import { differing } from './differing.ts';
import { OtherValue } from './other-value.tsx';
import { fieldInWords, isDeletion, valueInWords } from './value-in-words.ts';

const text = sharedWords.conflicts;

interface ConflictFieldProps {
  readonly conflict: ConflictView;
  readonly form: FormDefinition | undefined;
  readonly choice: Choice | null;
  /** Who wrote what both began from, where the conflict itself does not say. */
  readonly source: BaseSource | undefined;
  readonly today: string;
  readonly actions: Actions;
}

export function ConflictField(props: ConflictFieldProps) {
  const { conflict, form, choice, actions } = props;
  const field = fieldInWords(form, conflict.path, conflict.row);
  return (
    <div class="conflict">
      <fieldset>
        <legend>
          <b>{field}</b>
          {conflict.cell && <CellChip cell={conflict.cell} actions={actions} />}
          <span class={choice === null ? 'push warn' : 'push muted'}>{choice === null ? text.open : text.chosen}</span>
        </legend>
        {conflict.mark === 'protected' && <p class="note-text muted">{text.unmarked}</p>}
        <Explained conflict={conflict} />
        {conflict.isHeard ? <Sides {...props} field={field} /> : <p class="note-text warn">{text.notHeard}</p>}
      </fieldset>
    </div>
  );
}

/** Both sides, what they began from, and the way to a third value. */
function Sides({ conflict, form, choice, source, today, actions, field }: ConflictFieldProps & { field: string }) {
  const { id, path, base } = conflict;
  const { at, by } = base.at === null && source ? source : base;
  const definition = form && fieldAt(form, path);
  const isOpenToOthers = definition !== undefined && !isDeletion(path) && !conflict.isGone;
  const typed = typeof choice === 'object' && choice !== null ? choice.typed : null;
  const [isTyping, setTyping] = useState(typed !== null);
  const inWords = (value: ConflictView['base']['value']): string => valueInWords(form, path, value);
  return (
    <>
      <div class="pair sides">
        {sidesOf(conflict).map((side) => (
          <Side key={side.which} side={side} conflict={conflict} inWords={inWords} isChosen={choice === side.which} today={today} choose={() => actions.choose(id, side.which)} />
        ))}
      </div>
      <div class="base">
        <span>
          {isDeletion(path) ? '' : base.value === null ? text.noBase : text.base(inWords(base.value))}
          {isOpenToOthers && !isTyping && (
            <button type="button" class="link" aria-label={text.otherLabel(field)} onClick={() => setTyping(true)}>
              {text.other}
            </button>
          )}
        </span>
        {at && (
          <span title={moment(at)}>
            {momentBriefly(at, today)} {by}
          </span>
        )}
      </div>
      {isTyping && definition && <OtherValue conflict={conflict} definition={definition} field={field} typed={typed} actions={actions} />}
    </>
  );
}

/** A deletion against a change is said in a sentence: the two sides alone would not tell it. */
function Explained({ conflict }: { conflict: ConflictView }) {
  const [, other] = sidesOf(conflict);
  const who = other.by ?? sharedWords.someone;
  if (isDeletion(conflict.path)) return <p class="note-text muted">{conflict.side === 'lost' ? text.youDeleted(who) : text.someoneDeleted(conflict.mine.by ?? sharedWords.someone)}</p>;
  return conflict.isGone ? <p class="note-text muted">{text.deletedWhole(conflict.theirs.by ?? sharedWords.someone)}</p> : null;
}

interface SideProps {
  readonly side: ShownSide;
  readonly conflict: ConflictView;
  readonly inWords: (value: ShownSide['value']) => string;
  readonly isChosen: boolean;
  readonly today: string;
  readonly choose: () => void;
}

function Side({ side, conflict, inWords, isChosen, today, choose }: SideProps) {
  const isRemoval = conflict.isGone && side.which === 'theirs';
  const value = isRemoval ? sharedWords.toDelete : inWords(side.value);
  const from = conflict.base.value ?? (side.which === 'mine' ? conflict.theirs.value : conflict.mine.value);
  const { before, differs, after } = isDeletion(conflict.path) || isRemoval || side.value === null ? { before: value, differs: '', after: '' } : differing(value, inWords(from));
  return (
    <label class={isChosen ? 'side on' : 'side'}>
      <span class="who">
        <input type="radio" name={conflict.id} checked={isChosen} onChange={choose} />
        <span class="name">{side.isOwn ? text.own : (side.by ?? sharedWords.someone)}</span>
        {side.at && (
          <span class="muted" title={moment(side.at)}>
            {momentBriefly(side.at, today)}
          </span>
        )}
      </span>
      <span class={side.value === null && !isDeletion(conflict.path) ? 'value muted' : 'value'}>
        {before}
        {differs && <b class="differs">{differs}</b>}
        {after}
      </span>
    </label>
  );
}
