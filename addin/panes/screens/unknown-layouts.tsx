// On the home screen: the sheets with labels that no form knows, each with the way to explain them.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import type { UnknownLayout } from '../services.ts';

const text = words.pane.layout;
const SHOWN = 3;

export function UnknownLayouts({ layouts, actions }: { layouts: readonly UnknownLayout[]; actions: Actions }) {
  if (layouts.length === 0) return null;
  return (
    <section class="block tight">
      <div class="section">
        <h2>{text.heading}</h2>
        <span class="tag warn">{layouts.reduce((sum, layout) => sum + layout.labels.length, 0)}</span>
      </div>
      <ul class="rows unknown">
        {layouts.slice(0, SHOWN).map((layout) => (
          <li key={`${layout.sheet} ${layout.form}`}>
            <Icon name="warning" />
            <span>
              <span class="name">{layout.sheet}</span>
              <span class="note-text muted">{(layout.isRead ? text.lineRead : text.line)(layout.title, layout.labels.length)}</span>
            </span>
            <button type="button" class="link" aria-label={text.teach(layout.sheet)} onClick={() => actions.open({ kind: 'layout', sheet: layout.sheet, form: layout.form })}>
              {text.title}
            </button>
          </li>
        ))}
      </ul>
      {layouts.length > SHOWN && <p class="note-text muted">{text.others(layouts.length - SHOWN)}</p>}
    </section>
  );
}
