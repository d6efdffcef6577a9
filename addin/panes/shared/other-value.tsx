// A third value in place of both sides, typed as it would be typed into the cell.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field } from '../../../domain/forms/definition.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import type { ConflictView } from '../shared-services.ts';
import { valueTyped } from './value-typed.ts';

const text = sharedWords.conflicts;

interface OtherValueProps {
  readonly conflict: ConflictView;
  readonly definition: Field;
  readonly field: string;
  /** What is chosen already, null where one of the sides is, or nothing. */
  readonly typed: string | null;
  readonly actions: Actions;
}

export function OtherValue({ conflict, definition, field, typed, actions }: OtherValueProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (typed === null) input.current?.focus();
  }, []);
  const take = (wanted: string): void => {
    const read = valueTyped(definition, wanted);
    setProblem(read.problem);
    actions.choose(conflict.id, read.problem === null && wanted.trim() !== '' ? { typed: wanted, value: read.value } : null);
  };
  return (
    <div class="other-value">
      <input
        type="text"
        ref={input}
        class={typed === null ? undefined : 'on'}
        aria-label={text.otherLabel(field)}
        aria-invalid={problem !== null}
        placeholder={text.otherPlaceholder}
        value={typed ?? undefined}
        onInput={(event) => take(event.currentTarget.value)}
      />
      {problem !== null && (
        <p class="note-text bad" role="status">
          {problem}
        </p>
      )}
    </div>
  );
}
