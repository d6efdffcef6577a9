// The tables of organisation, people and devices. Where the question itself is whose a thing is (activation,
// device_session, workbook, attempt), the key cannot begin with the organisation.

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const org = sqliteTable('org', { id: text().primaryKey(), name: text().notNull() });

export const department = sqliteTable(
  'department',
  { org: text().notNull(), id: text().notNull(), name: text().notNull() },
  (t) => [primaryKey({ columns: [t.org, t.id] })],
);

export interface HeldRole {
  readonly role: string;
  readonly from: string;
  readonly until?: string;
}

export const member = sqliteTable(
  'member',
  {
    org: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    post: text().notNull(),
    staff: text(),
    department: text().notNull(),
    /** Where the member belonged before, each until a day. */
    earlier: text({ mode: 'json' }).$type<{ department: string; until: string }[]>().notNull().default([]),
    roles: text({ mode: 'json' }).$type<HeldRole[]>().notNull(),
    joined: text().notNull(),
    left: text(),
  },
  (t) => [primaryKey({ columns: [t.org, t.id] })],
);

/** A one-time code: `id` is its public beginning, `hash` covers the whole. */
export const activation = sqliteTable('activation', {
  id: text().primaryKey(),
  org: text().notNull(),
  member: text().notNull(),
  hash: text().notNull(),
  expires: text().notNull(),
  attempts: integer().notNull(),
  used: text(),
});

/** Failed activations of one address in one window of time. */
export const attempt = sqliteTable(
  'attempt',
  { address: text().notNull(), span: integer().notNull(), count: integer().notNull() },
  (t) => [primaryKey({ columns: [t.address, t.span] })],
);

export const deviceSession = sqliteTable(
  'device_session',
  {
    hash: text().primaryKey(),
    org: text().notNull(),
    member: text().notNull(),
    device: text().notNull(),
    created: text().notNull(),
    expires: text().notNull(),
    revoked: text(),
  },
  (t) => [index('device_session_member').on(t.org, t.member)],
);

export const workbook = sqliteTable('workbook', {
  id: text().primaryKey(),
  org: text().notNull(),
  kind: text().$type<'member' | 'department'>().notNull(),
  audience: text().notNull(),
  member: text().notNull(),
  at: text().notNull(),
});
