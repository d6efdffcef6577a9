// Words for a problem of a field: the sentence by its code, with the facts it carries. Knows no cells.

import type { FieldProblem } from '../../domain/forms/definition.ts';
import { words } from './words.ts';

export function wordProblem(problem: FieldProblem): string {
  const table = words.problems as Readonly<Record<string, ((facts: Readonly<Record<string, string>>) => string) | undefined>>;
  const say = table[problem.code];
  if (!say) return words.otherProblem;
  const known = { ...problem.facts, ...(problem.choices?.length ? { choices: problem.choices.length } : {}) };
  const facts = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, String(value)]));
  return say(facts);
}

const SHORT_TEXT = 12;

/** In a line without room for the typed text of its own: it leads the sentence where both fit each other. */
export function wordProblemInOneLine(problem: FieldProblem): string {
  const said = wordProblem(problem);
  const isShort = problem.text !== undefined && problem.text !== '' && problem.text.length <= SHORT_TEXT;
  return isShort && /^[读不看]/.test(said) ? words.pane.problems.quoted(problem.text!, said) : said;
}
