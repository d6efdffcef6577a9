// Month or quarter: two choices of which one holds; the arrow keys switch.

import { words } from '../../words/words.ts';
import { neighbour } from './tabs.tsx';

type Unit = 'month' | 'quarter';
const units: readonly Unit[] = ['month', 'quarter'];

export function UnitSwitch({ unit, onChoose }: { unit: Unit; onChoose: (unit: Unit) => void }) {
  function move(event: KeyboardEvent): void {
    const next = neighbour(units, unit, event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(next);
    document.getElementById(`unit-${next}`)?.focus();
  }
  return (
    <span class="segments" role="radiogroup" aria-label={words.pane.period.label} onKeyDown={move}>
      {units.map((choice) => (
        <button
          key={choice}
          type="button"
          role="radio"
          id={`unit-${choice}`}
          aria-checked={choice === unit}
          tabIndex={choice === unit ? 0 : -1}
          onClick={() => onChoose(choice)}
        >
          {words.pane.period[choice]}
        </button>
      ))}
    </span>
  );
}
