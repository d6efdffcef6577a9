// The wire of POST /api/sync (docs/sync-protocol.md). Both sides derive their types from these schemas.

import * as v from 'valibot';
import { taughtWordSchema } from './learned-words.ts';

export const PROTOCOL = 1;

/** Caps of one request; a body over the byte cap is 413, more records is 422. */
export const limits = { records: 500, bodyBytes: 1_000_000, textCharacters: 32_767, asked: 2_000, conflicts: 200, news: 100 } as const;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, 'id'));
const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_.-]{0,63}$/, 'key'));
const scalar = v.union([
  v.pipe(v.string(), v.maxLength(limits.textCharacters)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.textCharacters))), v.maxLength(200)),
]);
/** A fixed row's key (`decider`) or a free row's random id. */
const rowId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'row'));
const rows = v.record(rowId, v.record(key, scalar));
const fields = v.record(key, v.union([scalar, rows]));
const path = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_.-]*(\/[A-Za-z0-9_-]{1,64}\/[a-z][a-z0-9_.-]*)?$/, 'path'));

const baseRev = v.pipe(v.number(), v.integer(), v.minValue(0));

export const mutationSchema = v.variant('kind', [
  /** A new record, whole. `distinct`: the person has said that it is not the record it looks like. */
  v.object({ kind: v.literal('create'), record: id, form: key, fields, distinct: v.optional(v.boolean()) }),
  /** One path of a known record; `to: null` empties it. `baseRev`: the record's rev at which the sender last saw the path. */
  v.object({ kind: v.literal('edit'), record: id, path, baseRev, to: v.nullable(scalar) }),
  v.object({ kind: v.literal('delete'), record: id, baseRev }),
  /** Brings a deleted record back as it was. */
  v.object({ kind: v.literal('restore'), record: id, baseRev }),
  /**
   * What shall stand where two values clashed. `baseRev`: the record's rev at which the one who decides saw what stands;
   * of `@deleted` and `table/rowId/@deleted` true takes out and false keeps.
   */
  v.object({ kind: v.literal('decide'), record: id, conflict: id, baseRev, to: v.nullable(scalar) }),
]);

export const audienceSchema = v.object({
  kind: v.picklist(['member', 'department']),
  /** Member or department id. */
  id,
});

export const syncRequestSchema = v.object({
  protocol: v.pipe(v.number(), v.integer()),
  /** Random id that the workbook got when it was first read. */
  workbook: id,
  /** For whom the workbook is; only the first sync of a workbook may say it, later ones are checked against it. */
  audience: v.optional(audienceSchema),
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** File name of the workbook, so that history can say where a change came from. */
  name: v.optional(v.pipe(v.string(), v.maxLength(255))),
  /** Seq up to which the workbook has everything; 0 where it has nothing. */
  cursor: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The rights' hash of the last answer; '' at first, and where everything is asked for again: as after other rights, a snapshot comes. */
  scope: v.pipe(v.string(), v.maxLength(64)),
  /** Continues a paged snapshot: the place that its last answer named, as it is. */
  after: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^(\d{1,15}\.)?[A-Za-z0-9_-]{8,64}$/, 'place')))),
  push: v.nullable(v.object({ id, mutations: v.array(mutationSchema) })),
});

export type SyncRequest = v.InferOutput<typeof syncRequestSchema>;
export type Mutation = v.InferOutput<typeof mutationSchema>;
export type Audience = v.InferOutput<typeof audienceSchema>;

const problemSchema = v.object({
  code: v.string(),
  path: v.string(),
  text: v.optional(v.string()),
  facts: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  choices: v.optional(v.array(v.string())),
});

/** What became of one record's mutations. */
const resultSchema = v.object({
  record: v.string(),
  /**
   * accepted: taken, with facts. incomplete: taken, required values are missing, no facts. rejected: nothing of it
   * taken. duplicate: a visible record has the same natural key (`duplicateOf`), nothing taken. unchanged: nothing to do.
   */
  status: v.picklist(['accepted', 'incomplete', 'rejected', 'duplicate', 'unchanged']),
  rev: v.number(),
  merged: v.number(),
  problems: v.array(problemSchema),
  /** Paths on which this push lost; the value is kept in the conflict. */
  conflicts: v.array(v.object({ id: v.string(), path: v.string() })),
  duplicateOf: v.optional(v.string()),
  /** Taken or known, and of a record that whoever the workbook is for may not see: nothing of it comes here. */
  hidden: v.optional(v.boolean()),
  /** An append-only record that was edited or deleted: put these fields back into the cells. */
  restore: v.optional(v.boolean()),
});

/** A record as this member and this workbook may see it; masked paths are listed, and absent from `fields`. */
const recordSchema = v.object({
  record: v.string(),
  form: v.string(),
  rev: v.number(),
  seq: v.number(),
  owner: v.string(),
  customer: v.nullable(v.string()),
  /** Name of who changed it last. */
  by: v.string(),
  at: v.string(),
  deleted: v.boolean(),
  state: v.picklist(['accepted', 'incomplete']),
  fields,
  fieldRev: v.record(v.string(), v.number()),
  masked: v.array(v.string()),
  problems: v.array(problemSchema),
});

/** A conflict that nobody has decided, as this member and this workbook may see it. */
const conflictSchema = v.object({
  id: v.string(),
  record: v.string(),
  form: v.string(),
  /** What the record is called: the parts of its natural key. */
  label: v.string(),
  /** `@deleted` and `table/rowId/@deleted`: taken out by one, changed by another; the values say whether it is to be gone. */
  path: v.string(),
  /** The value that lost; null empties. */
  mine: v.nullable(scalar),
  base: v.nullable(scalar),
  /** What stands. */
  theirs: v.nullable(scalar),
  by: v.string(),
  at: v.string(),
  theirsBy: v.string(),
  theirsAt: v.string(),
  /** The record's rev now: what a decision says as its `baseRev`. */
  rev: v.number(),
  /** What stands is that the record is gone; deciding for `mine` brings it back. */
  deleted: v.boolean(),
});

/** What the department has taught about labels; absent where the server is older. */
const learned = v.optional(v.array(taughtWordSchema));

export const syncAnswerSchema = v.object({
  protocol: v.literal(PROTOCOL),
  /** The receipt (回执); null where nothing was pushed. */
  receipt: v.nullable(v.object({ number: v.string(), at: v.string(), chain: v.string() })),
  results: v.array(resultSchema),
  changes: v.array(recordSchema),
  /** `changes` is a page of all that is visible, and of what was deleted since the cursor; not of what changed. */
  snapshot: v.boolean(),
  /** More to come: ask again with this cursor (and `after`, in a snapshot). */
  more: v.boolean(),
  after: v.nullable(v.string()),
  /** Records that this workbook had and that are no longer visible; in a snapshot those of this page. */
  left: v.array(v.string()),
  roster: v.object({
    org: v.object({ id: v.string(), name: v.string(), department: v.string() }),
    members: v.array(v.object({ id: v.string(), name: v.string(), post: v.string(), active: v.boolean() })),
    customers: v.array(v.object({ id: v.string(), names: v.array(v.string()) })),
  }),
  audience: audienceSchema,
  cursor: v.number(),
  scope: v.string(),
  /** Head of the organisation's audit chain. */
  chain: v.string(),
  /** Server's day in the organisation's zone. */
  today: v.string(),
  learned,
  /** Every open conflict in sight, the latest first, at most `limits.conflicts`; absent where the server is older. */
  conflicts: v.optional(v.array(conflictSchema)),
});

export type SyncAnswer = v.InferOutput<typeof syncAnswerSchema>;
export type SyncResult = v.InferOutput<typeof resultSchema>;
export type OpenConflict = v.InferOutput<typeof conflictSchema>;
export type SyncedRecord = v.InferOutput<typeof recordSchema>;
export type Roster = SyncAnswer['roster'];

/**
 * POST /api/records/lookup: which of these records are known, asked before anything of them is sent. `fields` holds only
 * what names a record and whose it is (`namingFields`).
 */
export const lookupRequestSchema = v.object({
  records: v.pipe(v.array(v.object({ record: id, form: key, fields })), v.maxLength(limits.asked)),
});

const lookedUpSchema = v.object({
  record: v.string(),
  /**
   * new: would be created. known: a visible record is the same thing. twin: one asked for earlier in this request is.
   * no-right: the sender may not create it. A push says the same of a creation, with the same rights.
   */
  is: v.picklist(['new', 'known', 'twin', 'no-right']),
  /** Of what is known: which record, how far it is, who changed it last and when. Of a twin: the other's id. */
  as: v.optional(v.string()),
  rev: v.optional(v.number()),
  by: v.optional(v.string()),
  at: v.optional(v.string()),
});

/** `cursor` and `scope` are where a sync would stand that has everything: what is pushed next pulls only what is newer. */
export const lookupAnswerSchema = v.object({ records: v.array(lookedUpSchema), cursor: v.number(), scope: v.string(), today: v.string() });

export type LookupRequest = v.InferOutput<typeof lookupRequestSchema>;
export type LookupAnswer = v.InferOutput<typeof lookupAnswerSchema>;
export type LookedUp = v.InferOutput<typeof lookedUpSchema>;

/** RFC 9457 problem details; `code` is stable, `errors` lists every problem of a malformed body. */
export const problemDetailsSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  code: v.string(),
  errors: v.optional(v.array(v.object({ at: v.string(), message: v.string() }))),
});

export type ProblemDetails = v.InferOutput<typeof problemDetailsSchema>;

export const signInRequestSchema = v.object({
  /** Activation code; case, blanks and hyphens do not matter. */
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});

export const signInAnswerSchema = v.object({
  token: v.string(),
  expiresAt: v.string(),
  member: v.object({
    id: v.string(),
    name: v.string(),
    post: v.string(),
    roles: v.array(v.string()),
    department: v.string(),
    departmentName: v.string(),
  }),
  org: v.object({ id: v.string(), name: v.string() }),
  today: v.string(),
  learned,
});

export type SignInAnswer = v.InferOutput<typeof signInAnswerSchema>;
