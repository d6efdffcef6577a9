// Earlier and later by press or by the arrow keys, never into a period that has not begun.

import { words } from '../../words/words.ts';
import { Icon } from './icon.tsx';

interface StepperProps {
  readonly label: string;
  readonly unit: 'month' | 'quarter';
  readonly onEarlier: () => void;
  /** null: nothing later has begun. */
  readonly onLater: (() => void) | null;
}

export function PeriodStepper({ label, unit, onEarlier, onLater }: StepperProps) {
  function step(event: KeyboardEvent): void {
    if (event.key === 'ArrowLeft') onEarlier();
    else if (event.key === 'ArrowRight') onLater?.();
    else return;
    event.preventDefault();
  }
  return (
    <span class="now" role="group" aria-label={words.pane.period.label} onKeyDown={step}>
      <button type="button" class="icon-button" aria-label={words.pane.period.earlier(unit)} onClick={onEarlier}>
        <Icon name="earlier" />
      </button>
      <b aria-live="polite">{label}</b>
      <button type="button" class="icon-button" aria-label={words.pane.period.later(unit)} disabled={!onLater} onClick={() => onLater?.()}>
        <Icon name="later" />
      </button>
    </span>
  );
}
