// Functions that keep their answers: texts repeat all over a sheet, and every form asks about each of them and of its rows.

import type { Grid } from './grid.ts';

const memory = 20_000;
/** Longer texts are remarks, which do not repeat. */
const longest = 100;

export function remembered<Answer>(answerOf: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return answerOf(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = answerOf(text);
    if (known.size >= memory) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** Of a text, for whom it is asked. */
export function rememberedFor<Subject extends object, Answer>(answerOf: (text: string, subject: Subject) => Answer): (text: string, subject: Subject) => Answer {
  const subjects = new WeakMap<Subject, (text: string) => Answer>();
  return (text, subject) => {
    const known = subjects.get(subject) ?? remembered((asked: string) => answerOf(asked, subject));
    subjects.set(subject, known);
    return known(text);
  };
}

/** Of a row of a grid, as long as the grid is looked at. */
export function rememberedRow<Answer>(answerOf: (grid: Grid, row: number) => Answer): (grid: Grid, row: number) => Answer {
  const known = new WeakMap<Grid, Map<number, Answer>>();
  return (grid, row) => {
    const rows = known.get(grid) ?? new Map<number, Answer>();
    if (rows.size === 0) known.set(grid, rows);
    const found = rows.get(row);
    if (found !== undefined) return found;
    const answer = answerOf(grid, row);
    rows.set(row, answer);
    return answer;
  };
}
