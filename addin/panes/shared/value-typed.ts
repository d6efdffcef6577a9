// What somebody types into the pane, read as it would be read in the field's cell. Pure.

import type { Field, Value } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { wordProblem } from '../../words/problems.ts';

export interface TypedValue {
  readonly value: Value | null;
  /** Why it cannot be read, in words. */
  readonly problem: string | null;
}

export function valueTyped(field: Field, typed: string): TypedValue {
  const reading = readValue(field.type, { value: typed, text: typed, format: '@' });
  if (reading.kind === 'problem') return { value: null, problem: wordProblem({ code: reading.code, path: field.key, text: reading.text }) };
  return { value: reading.kind === 'value' ? reading.value : null, problem: null };
}
