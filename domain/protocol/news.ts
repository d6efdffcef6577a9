// What an open pane asks now and then: what colleagues have changed since a cursor (GET /api/news), and what a record
// was (GET /api/records/:id). Both sides derive their types from these schemas.

import * as v from 'valibot';

const content = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
const value = v.nullable(content);

const newsChangeSchema = v.object({
  record: v.string(),
  form: v.string(),
  label: v.string(),
  seq: v.number(),
  /** The record's rev that the change made. */
  rev: v.number(),
  by: v.string(),
  at: v.string(),
  kind: v.picklist(['create', 'edit', 'delete', 'restore', 'decide', 'erase']),
  /** What is masked is not listed. */
  paths: v.array(v.object({ path: v.string(), from: value, to: value })),
});

/** 204 where nothing is new. The next question goes on from `cursor`; a sync's own cursor is another. */
export const newsAnswerSchema = v.object({
  /** Of the changes listed. */
  count: v.number(),
  /** There are older ones, which are not listed. */
  more: v.boolean(),
  cursor: v.number(),
  /** What may be seen has changed: a sync brings or takes away records. */
  rights: v.boolean(),
  today: v.string(),
  /** The latest first, at most `limits.news`. */
  changes: v.array(newsChangeSchema),
});

export type NewsAnswer = v.InferOutput<typeof newsAnswerSchema>;
export type NewsChange = NewsAnswer['changes'][number];

const historyEntrySchema = v.object({
  seq: v.number(),
  rev: v.number(),
  /** restate: nothing was changed; the record's key or custody followed from another change. */
  kind: v.picklist(['create', 'edit', 'delete', 'restore', 'decide', 'erase', 'restate']),
  by: v.string(),
  at: v.string(),
  device: v.string(),
  /** File name of the workbook it came from; '' where it was not told. */
  workbook: v.string(),
  push: v.string(),
  owners: v.tuple([v.nullable(v.string()), v.string()]),
  /** From and to by path; masked paths left out. What was erased is null on both sides. */
  patch: v.record(v.string(), v.tuple([value, value])),
});

const keptConflictSchema = v.object({
  id: v.string(),
  path: v.string(),
  mine: value,
  base: value,
  baseRev: v.number(),
  /** Seq of the change that stood then. */
  theirs: v.number(),
  by: v.string(),
  at: v.string(),
  /** Seq of the push that settled it, whose it was and when; null while it is open. */
  decided: v.nullable(v.number()),
  decidedBy: v.string(),
  decidedAt: v.string(),
});

export const recordDetailSchema = v.object({
  record: v.looseObject({
    record: v.string(), form: v.string(), label: v.string(), rev: v.number(), seq: v.number(), deleted: v.boolean(), by: v.string(), at: v.string(),
    fields: v.record(v.string(), v.unknown()), fieldRev: v.record(v.string(), v.number()), masked: v.array(v.string()),
  }),
  /** Oldest first; with `?path=`, the changes of that path alone. */
  history: v.array(historyEntrySchema),
  conflicts: v.array(keptConflictSchema),
});

export type RecordDetail = v.InferOutput<typeof recordDetailSchema>;
