// GET /api/news: what colleagues have changed since a cursor, for a pane that looks now and then. Where nothing is new it
// costs two rows read: the session's and the head's.

import type { Context } from 'hono';
import * as v from 'valibot';
import { fieldAt } from '../../domain/forms/fields.ts';
import { labelOf } from '../../domain/forms/label.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import { limits } from '../../domain/protocol/messages.ts';
import type { NewsAnswer, NewsChange } from '../../domain/protocol/news.ts';
import { masksSensitive } from '../../domain/protocol/visibility.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import type { World } from '../books/world.ts';
import type { AppContext } from '../environment.ts';
import { checkBody, cursorText } from '../http/body.ts';
import { assertSession } from '../session/assert-session.ts';
import { bearerHash } from '../session/bearer.ts';
import { audienceFor } from '../sync/audience.ts';
import { visibleTo } from '../sync/pull.ts';
import { worldStatement } from '../sync/queries.ts';
import type { WorldRow } from '../sync/queries.ts';
import { viewerOf, worldOf } from '../sync/read-world.ts';
import { scopeHash, viewersOf } from '../sync/synchronise.ts';
import { headStatement, newsStatement } from './queries.ts';
import type { HeadRow, NewsRow } from './queries.ts';

const questionSchema = v.object({
  cursor: cursorText,
  scope: v.optional(v.pipe(v.string(), v.maxLength(64))),
  workbook: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, 'id'))),
  /** The day of the last answer: rights that begin or end on a day are looked at once that day. */
  today: v.optional(v.string()),
});

export async function getNews(context: Context<AppContext>): Promise<Response> {
  const tokenHash = await bearerHash(context);
  const asked = checkBody(context.req.query(), questionSchema);
  const { database, instruments, today } = context.var;
  const [head] = await database.rows<HeadRow>(headStatement(tokenHash));
  assertSession(head, instruments.clock());
  if (head!.seq === asked.cursor && (asked.today ?? today) === today) return context.body(null, 204);
  const [row] = await database.rows<WorldRow>(worldStatement(tokenHash, asked.workbook ?? '', ''));
  assertSession(row, instruments.clock());
  const world = worldOf(row!, today);
  const viewer = viewerOf(world, row!.member);
  const viewers = viewersOf(world, viewer, audienceFor(world, viewer, undefined));
  const rows = await database.rows<NewsRow>(newsStatement(world.org.id, asked.cursor, viewers.map(visibleTo), limits.news + 1));
  const changes = rows.flatMap((record) => changesOf(world, viewers, record)).sort((a, b) => b.seq - a.seq);
  const listed = changes.slice(0, limits.news);
  return context.json({
    count: listed.length,
    more: changes.length > listed.length,
    cursor: world.head.seq,
    rights: asked.scope !== undefined && asked.scope !== (await scopeHash(viewers)),
    today,
    changes: listed,
  } satisfies NewsAnswer);
}

type ChangeEntry = [seq: number, rev: number, kind: string, member: string, at: string, patch: Patch | null];

function changesOf(world: World, viewers: readonly Viewer[], row: NewsRow): NewsChange[] {
  const form = formOf(row.form);
  if (!form) return [];
  const label = labelOf(form, JSON.parse(row.fields));
  const isMasked = viewers.some(masksSensitive);
  const entries = (JSON.parse(row.changes) as ChangeEntry[]).filter(([, , kind]) => kind !== 'restate');
  return entries.map(([seq, rev, kind, member, at, patch]) => ({
    record: row.id, form: form.id, label, seq, rev, by: world.people.get(member)?.name ?? '', at, kind: kind as NewsChange['kind'],
    paths: Object.entries(patch ?? {})
      .filter(([path]) => !path.endsWith('/order') && !(isMasked && fieldAt(form, path)?.sensitive))
      .map(([path, [from, to]]) => ({ path, from: from as string | null, to: to as string | null })),
  }));
}
