// Business refusals that several forms share, beyond types and required fields.

import { readPath } from './fields.ts';
import type { FieldProblem, Fields, Path } from './definition.ts';

export function nonNegative(fields: Fields, ...keys: readonly Path[]): FieldProblem[] {
  return keys.filter((key) => Number(numberAt(fields, key)) < 0).map((path) => ({ code: 'negative', path }));
}

export function whole(fields: Fields, ...keys: readonly string[]): FieldProblem[] {
  return keys
    .filter((key) => numberAt(fields, key) !== undefined && !Number.isSafeInteger(numberAt(fields, key)))
    .map((path) => ({ code: 'not-whole', path }));
}

export function atMost(fields: Fields, key: string, maximum: number): FieldProblem[] {
  const value = numberAt(fields, key);
  return value !== undefined && value > maximum ? [{ code: 'too-large', path: key, facts: { maximum } }] : [];
}

export function numberAt(fields: Fields, path: Path): number | undefined {
  const value = readPath(fields, path);
  return typeof value === 'number' ? value : undefined;
}
