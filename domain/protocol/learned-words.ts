// What a department has taught: the label of its own paper that stands for a field of a form, or for nothing. Shared by
// the wire, the Worker that keeps the words and the add-in that reads with them. Knows no cells.

import * as v from 'valibot';

export const longestLearnedLabel = 40;

const form = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_.-]{0,63}$/, 'key'));
const label = v.pipe(v.string(), v.regex(/^\S+$/, 'label'), v.maxLength(longestLearnedLabel));

export const learnedWordSchema = v.object({
  form,
  /** As `labelKey` folds it, so that two who teach the same label teach one word. */
  label,
  /** `field`, `table/column`, `table/rowId/column` or, for a printed row's own label, `table/rowId`; null: it is not read. */
  path: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
});

/** A word as the department keeps it: who taught it, and when. */
export const taughtWordSchema = v.object({ ...learnedWordSchema.entries, member: v.string(), by: v.string(), at: v.string() });

export type LearnedWord = v.InferOutput<typeof learnedWordSchema>;
export type TaughtWord = v.InferOutput<typeof taughtWordSchema>;

/** At most as many in one request, and in a department. */
export const learnedLimits = { request: 100, department: 1000 } as const;

export const teachRequestSchema = v.object({ words: v.pipe(v.array(learnedWordSchema), v.minLength(1), v.maxLength(learnedLimits.request)) });

/** `kept`: labels that a colleague has taught otherwise; the colleague's word stands. */
export const teachAnswerSchema = v.object({ words: v.array(taughtWordSchema), kept: v.array(v.object({ form: v.string(), label: v.string() })) });

export type TeachAnswer = v.InferOutput<typeof teachAnswerSchema>;

/** The one a word is about: a department has one meaning for a label of a form. */
export function sameLabel(a: Pick<LearnedWord, 'form' | 'label'>, b: Pick<LearnedWord, 'form' | 'label'>): boolean {
  return a.form === b.form && a.label === b.label;
}
