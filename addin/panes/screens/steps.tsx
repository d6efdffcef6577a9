// The steps of a reckoning in words, each with its result at the right.

import type { Step } from '../../../domain/rules/rule.ts';
import { wordStep, wordStepResult } from '../../words/steps.ts';
import { words } from '../../words/words.ts';

export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <section class="block tight">
      <div class="section">
        <h2>{words.pane.evidence.steps}</h2>
      </div>
      <StepList steps={steps} />
    </section>
  );
}

export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="reckoning">
      {steps.map((step, index) => (
        <li key={index}>
          <span>{wordStep(step)}</span>
          <b>{wordStepResult(step)}</b>
        </li>
      ))}
    </ol>
  );
}
