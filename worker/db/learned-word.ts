// What departments have taught about the labels of their paper: every meaning a label had, who taught it and who took it
// back. The one without `until` is in force.

import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const learnedWord = sqliteTable(
  'learned_word',
  {
    org: text().notNull(),
    department: text().notNull(),
    form: text().notNull(),
    label: text().notNull(),
    no: integer().notNull(),
    /** null: the label is not read. */
    path: text(),
    member: text().notNull(),
    since: text().notNull(),
    until: text(),
    remover: text(),
  },
  (t) => [
    primaryKey({ columns: [t.org, t.department, t.form, t.label, t.no] }),
    uniqueIndex('learned_word_current').on(t.org, t.department, t.form, t.label).where(sql`"until" is null`),
  ],
);
