// POST /api/records/lookup: which of many records are known already, before any of them is sent. Two statements, nothing
// is written. It says what a push of the same creations would say, by the same rights, and nothing of what is out of sight.

import type { Context } from 'hono';
import { formOf } from '../../domain/forms/registry.ts';
import type { FormDefinition, Fields } from '../../domain/forms/definition.ts';
import { lookupRequestSchema } from '../../domain/protocol/messages.ts';
import type { LookedUp, LookupAnswer, LookupRequest, Mutation } from '../../domain/protocol/messages.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { AppContext } from '../environment.ts';
import { checkBody, readJson } from '../http/body.ts';
import { localDay } from '../http/clock.ts';
import { assertSession } from '../session/assert-session.ts';
import { bearerHash } from '../session/bearer.ts';
import { place } from '../sync/belonging.ts';
import { draft, withNatural } from '../sync/desk.ts';
import type { Desk } from '../sync/desk.ts';
import { foundOf } from '../sync/found.ts';
import { mayWrite, seesRecord } from '../sync/permissions.ts';
import { wantedFor } from '../sync/prepare.ts';
import { recordsStatement, worldStatement } from '../sync/queries.ts';
import type { FoundRow, Wanted, WorldRow } from '../sync/queries.ts';
import { viewerOf, worldOf } from '../sync/read-world.ts';
import type { SyncWorld } from '../sync/read-world.ts';
import { openDesk, scopeHash } from '../sync/synchronise.ts';

export async function postLookup(context: Context<AppContext>): Promise<Response> {
  const tokenHash = await bearerHash(context);
  const request = checkBody(await readJson(context), lookupRequestSchema);
  const { database, instruments } = context.var;
  const zone = context.env.ORG_ZONE;
  const [row] = await database.rows<WorldRow>(worldStatement(tokenHash, '', ''));
  assertSession(row, instruments.clock());
  const world = worldOf(row!, localDay(instruments.clock(), zone));
  const viewer = viewerOf(world, row!.member);
  const found = foundOf(await database.rows<FoundRow>(recordsStatement(wantedHere(world, request))));
  const desk = openDesk({ instruments, zone }, world, viewer, found);
  const answer: LookupAnswer = {
    records: request.records.map((asked) => lookedUp(desk, asked)),
    cursor: world.head.seq,
    scope: await scopeHash([viewer]),
    today: world.today,
  };
  return context.json(answer);
}

/** The records themselves and what has their natural keys; what a push would take up besides is nobody's question here. */
function wantedHere(world: SyncWorld, request: LookupRequest): Wanted {
  const creations = request.records.map(({ record, form, fields }): Mutation => ({ kind: 'create', record, form, fields }));
  const wanted = wantedFor(world, world.org.id, creations, null);
  return { ...wanted, prefixes: [], openNames: [], customers: [], ownerless: [], followers: [] };
}

function lookedUp(desk: Desk, asked: LookupRequest['records'][number]): LookedUp {
  const { record } = asked;
  const form = formOf(asked.form);
  if (!form) return { record, is: 'no-right' };
  const stored = desk.stored.get(record);
  if (stored && (stored.form !== form.id || !seesRecord(desk, form, stored))) return { record, is: 'no-right' };
  if (stored && !stored.deleted) return knownAs(desk, record, stored);
  const now = composed(desk, form, record, asked.fields as Fields);
  const same = now.natural.startsWith(`${form.id}!`) ? undefined : withNatural(desk, now.natural).find((other) => other.id !== record && seesRecord(desk, form, other));
  if (same) return desk.drafts.has(same.id) ? { record, is: 'twin', as: same.id } : knownAs(desk, record, same);
  if (!mayWrite(desk, form, now)) return { record, is: 'no-right' };
  draft(desk, { form, before: null, now, patch: {} });
  return { record, is: 'new' };
}

function knownAs({ world }: Desk, record: string, stored: StoredRecord): LookedUp {
  return { record, is: 'known', as: stored.id, rev: stored.rev, by: world.people.get(stored.member)?.name ?? '', at: stored.at };
}

function composed(desk: Desk, form: FormDefinition, id: string, fields: Fields): StoredRecord {
  return { ...place(desk, form, id, null, fields), id, form: form.id, rev: 0, seq: 0, state: 'accepted', deleted: false, fields, revs: {}, stated: [], member: desk.viewer.member, at: desk.now };
}
