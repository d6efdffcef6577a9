// What is missing, before anything that is finished: each place once, the first few at sight.

import { useState } from 'preact/hooks';
import type { Scorecard } from '../../../domain/rules/results.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { FillLink } from '../parts/fill-link.tsx';
import { Message } from '../parts/message.tsx';
import { missingOf } from '../score-view.ts';
import type { WorkbookReading } from '../services.ts';

const text = words.pane.scores;
const SHOWN_AT_FIRST = 4;

interface MissingDataProps {
  readonly cards: readonly Scorecard[];
  readonly reading: WorkbookReading | null;
  readonly actions: Actions;
}

export function MissingData({ cards, reading, actions }: MissingDataProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { places, people, items } = missingOf(cards);
  if (places.length === 0) return null;
  const shown = isOpen ? places : places.slice(0, SHOWN_AT_FIRST);
  return (
    <Message kind="warn" title={text.missing(places.length, people, items)}>
      <ul class="missing">
        {shown.map((place) => (
          <li key={`${place.member} ${place.text}`}>
            <span>
              {place.member}　{place.text}
            </span>
            <FillLink refusal={place.refusal} reading={reading} actions={actions} />
          </li>
        ))}
      </ul>
      {places.length > SHOWN_AT_FIRST && (
        <button type="button" class="link note-text" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? text.missingFold : text.missingMore(places.length - SHOWN_AT_FIRST)}
        </button>
      )}
    </Message>
  );
}
