// Every table of the Worker: records, their history, the books, and (from identity.ts) who may. Keys begin with the
// organisation. Columns are one word, so that rows need no renaming.

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Fields } from '../../domain/forms/definition.ts';

export * from './identity.ts';
export * from './learned-word.ts';

/** The one row that every write of an organisation moves: its guard, its receipt counter and the head of its chain. */
export const orgHead = sqliteTable('org_head', {
  org: text().primaryKey(),
  seq: integer().notNull(),
  chain: text().notNull(),
  day: text().notNull(),
  receipts: integer().notNull(),
});

/** A fact as the record that states it remembers it, so that its reversal needs no reading of the books. */
export interface StatedFact {
  readonly measure: string;
  readonly line: string;
  readonly member: string;
  /** The member's typed id, '' where the customer's owner is credited. */
  readonly typed: string;
  readonly customer: string | null;
  readonly posted: string;
  readonly day: string;
  readonly amount: number;
}

export const record = sqliteTable(
  'record',
  {
    org: text().notNull(),
    id: text().notNull(),
    form: text().notNull(),
    rev: integer().notNull(),
    seq: integer().notNull(),
    owner: text().notNull(),
    department: text().notNull(),
    customer: text(),
    natural: text().notNull(),
    day: text(),
    state: text().$type<'accepted' | 'incomplete'>().notNull(),
    deleted: integer().notNull(),
    fields: text({ mode: 'json' }).$type<Fields>().notNull(),
    revs: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
    refs: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    stated: text({ mode: 'json' }).$type<StatedFact[]>().notNull(),
    problems: text({ mode: 'json' }).notNull(),
    /** A customer's name that nobody knew when it was sent; it is tried again when a customer of that name appears. */
    open: text(),
    member: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.org, t.id] }),
    index('record_open').on(t.org, t.open).where(sql`"open" is not null`),
  ],
);

/**
 * History, append-only. Its key begins with the natural key: that is how a record of the same thing is found without an
 * index that would cost a third written row. `prev` and `before` lead to the record's previous change.
 */
export const change = sqliteTable(
  'change',
  {
    org: text().notNull(),
    natural: text().notNull(),
    record: text().notNull(),
    seq: integer().notNull(),
    rev: integer().notNull(),
    prev: integer(),
    before: text(),
    kind: text().notNull(),
    member: text().notNull(),
    device: text().notNull(),
    push: text().notNull(),
    owners: text({ mode: 'json' }).$type<[string | null, string]>().notNull(),
    patch: text({ mode: 'json' }).$type<Record<string, [unknown, unknown]>>(),
    salt: text(),
    digest: text().notNull(),
    /** Where personal values were erased: the digest of what is left, under a salt of its own; the chain holds both. */
    erased: text(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.natural, t.record, t.seq] })],
);

/** One row a push: its answer for a resend, its link of the audit chain, and the feed of what it changed. */
export const push = sqliteTable(
  'push',
  {
    org: text().notNull(),
    id: text().notNull(),
    /** Of the body, with the salt. An erasure takes the salt away: the push is known by its id from then on. */
    hash: text().notNull(),
    salt: text(),
    seq: integer().notNull(),
    count: integer().notNull(),
    feed: text({ mode: 'json' }).$type<FeedEntry[]>().notNull(),
    answer: text({ mode: 'json' }).notNull(),
    prior: text().notNull(),
    link: text().notNull(),
    digests: text({ mode: 'json' }).$type<string[]>().notNull(),
    receipt: text().notNull(),
    member: text().notNull(),
    device: text().notNull(),
    workbook: text().notNull(),
    /** File name of the workbook, where the add-in told it. */
    name: text(),
    at: text().notNull(),
    /** What `changes()` said of the guard: anything but 1 fails the whole batch. */
    won: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.id] }), index('push_feed').on(t.org, t.seq)],
);

/** A changed record, and whose it was before: owner, department, customer (null for a new record). */
export type FeedEntry = readonly [record: string, before: readonly [string, string, string | null] | null];

/** Two values of one path. `open` is part of the key, so that those to be decided lie together without an index. */
export const conflict = sqliteTable(
  'conflict',
  {
    org: text().notNull(),
    open: integer().notNull(),
    record: text().notNull(),
    id: text().notNull(),
    path: text().notNull(),
    mine: text({ mode: 'json' }),
    base: text({ mode: 'json' }),
    baserev: integer().notNull(),
    theirs: integer().notNull(),
    member: text().notNull(),
    at: text().notNull(),
    /** Seq of the push that settled it. */
    decided: integer(),
  },
  (t) => [primaryKey({ columns: [t.org, t.open, t.record, t.id] })],
);

export const fact = sqliteTable(
  'fact',
  {
    org: text().notNull(),
    member: text().notNull(),
    posted: text().notNull(),
    measure: text().notNull(),
    record: text().notNull(),
    line: text().notNull(),
    seq: integer().notNull(),
    sign: integer().notNull(),
    amount: integer().notNull(),
    day: text().notNull(),
    customer: text(),
  },
  (t) => [
    primaryKey({ columns: [t.org, t.member, t.posted, t.measure, t.record, t.line, t.seq, t.sign] }),
    // Only these are looked up by customer; the others cost one written row each.
    index('fact_customer').on(t.org, t.customer, t.measure).where(sql`"measure" in ('contract-amount', 'receipt')`),
  ],
);

export const customer = sqliteTable(
  'customer',
  {
    org: text().notNull(),
    id: text().notNull(),
    /** Its own name first, then its aliases, as people write them. */
    names: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.id] })],
);

/** Keyed by member: whose customers are asked for at every scorecard; who has a customer is read with the roster. */
export const assignment = sqliteTable(
  'assignment',
  {
    org: text().notNull(),
    customer: text().notNull(),
    kind: text().$type<'owner' | 'executor' | 'specialist'>().notNull(),
    member: text().notNull(),
    since: text().notNull(),
    until: text(),
    record: text(),
    /** How full the customer's archive is: `[filled, countable]`, kept with its owner so that a scorecard reads one row. */
    archive: text({ mode: 'json' }).$type<[number, number]>(),
  },
  (t) => [primaryKey({ columns: [t.org, t.member, t.kind, t.customer, t.since] })],
);

export const periodClose = sqliteTable(
  'period_close',
  {
    org: text().notNull(),
    month: text().notNull(),
    at: text().notNull(),
    member: text().notNull(),
    inputs: text({ mode: 'json' }).notNull(),
    results: text({ mode: 'json' }).notNull(),
    versions: text({ mode: 'json' }).notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.org, t.month] })],
);
