// The four tabs. One stop in the tab order; the arrow keys, Home and End move and open.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { Tab } from '../state.ts';

const order: readonly Tab[] = ['workbook', 'scores', 'commission', 'more'];

export function Tabs({ current, actions }: { current: Tab; actions: Actions }) {
  function move(event: KeyboardEvent): void {
    const next = neighbour(order, current, event.key);
    if (!next) return;
    event.preventDefault();
    actions.openTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  }
  return (
    <div class="tabs" role="tablist" aria-label={words.pane.tabs.label} onKeyDown={move}>
      {order.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-controls="screen"
          aria-selected={tab === current}
          tabIndex={tab === current ? 0 : -1}
          onClick={() => actions.openTab(tab)}
        >
          {words.pane.tabs[tab]}
        </button>
      ))}
    </div>
  );
}

/** Where an arrow key leads in a row of choices, around its ends; null for any other key. */
export function neighbour<Choice>(choices: readonly Choice[], current: Choice, key: string): Choice | null {
  const at = choices.indexOf(current);
  const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: choices.length - 1 };
  const to = steps[key];
  return to === undefined ? null : choices[(to + choices.length) % choices.length]!;
}
