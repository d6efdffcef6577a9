// SQL of learned words: those in force, a new meaning, the end of one. Several words travel as one JSON parameter.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';

export function learnedWordsStatement(org: string, department: string): SQL {
  return sql`SELECT w.form, w.label, w.path, w.member, coalesce(m.name, '') AS "by", w.since AS at FROM learned_word w
    LEFT JOIN member m ON m.org = w.org AND m.id = w.member
    WHERE w.org = ${org} AND w.department = ${department} AND w.until IS NULL ORDER BY w.form, w.label`;
}

export interface Teaching {
  readonly org: string;
  readonly department: string;
  readonly member: string;
  readonly at: string;
}

/** Ends what the labels meant, then gives them their new meaning; of two who teach at once the first is heard. */
export function teachStatements(teaching: Teaching, words: readonly LearnedWord[]): SQL[] {
  const { org, department, member, at } = teaching;
  const rows = JSON.stringify(words.map(({ form, label, path }) => [form, label, path]));
  return [
    endStatement(teaching, words),
    sql`INSERT INTO learned_word (org, department, form, label, no, path, member, since)
      SELECT ${org}, ${department}, j.value ->> 0, j.value ->> 1,
        (SELECT coalesce(max(no), 0) + 1 FROM learned_word WHERE org = ${org} AND department = ${department} AND form = j.value ->> 0 AND label = j.value ->> 1),
        j.value ->> 2, ${member}, ${at} FROM json_each(${rows}) j WHERE 1 ON CONFLICT DO NOTHING`,
  ];
}

export function endStatement({ org, department, member, at }: Teaching, words: readonly Pick<LearnedWord, 'form' | 'label'>[]): SQL {
  const rows = JSON.stringify(words.map(({ form, label }) => [form, label]));
  return sql`UPDATE learned_word SET until = ${at}, remover = ${member} WHERE org = ${org} AND department = ${department} AND until IS NULL
    AND (form, label) IN (SELECT j.value ->> 0, j.value ->> 1 FROM json_each(${rows}) j)`;
}
