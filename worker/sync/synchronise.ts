// One sync from session to answer (protocol step 4): read, decide, write behind the guard; a lost race reads and decides
// again, a few times. At most twelve statements in three round trips an attempt.

import { forms } from '../../domain/forms/registry.ts';
import type { SyncAnswer, SyncRequest, SyncResult } from '../../domain/protocol/messages.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import { LostRace } from '../db/database.ts';
import type { Database } from '../db/database.ts';
import type { Instruments } from '../environment.ts';
import { AppError } from '../errors.ts';
import { newId, sha256 } from '../http/secrets.ts';
import { localDay, localTime } from '../http/clock.ts';
import { assertSession } from '../session/assert-session.ts';
import { answerOf, isVisible } from './answer.ts';
import { audienceFor } from './audience.ts';
import { bodyHashOf } from './chain.ts';
import { decidePush } from './decide.ts';
import { current, draftsIndex } from './desk.ts';
import type { Desk } from './desk.ts';
import { wantedFor } from './prepare.ts';
import { pullFor } from './pull.ts';
import { recordsStatement, worldStatement } from './queries.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { FoundRow, WorldRow } from './queries.ts';
import { audienceViewer, scopeText, viewerOf, worldOf } from './read-world.ts';
import type { SyncWorld } from './read-world.ts';
import { foundOf } from './found.ts';
import { bindStatements, writeStatements } from './write-queries.ts';
import { writtenOf } from './write.ts';

export interface SyncInput {
  readonly database: Database;
  readonly instruments: Instruments;
  readonly zone: string | undefined;
  readonly tokenHash: string;
  readonly request: SyncRequest;
}

const attempts = 5;

export function synchronise(input: SyncInput): Promise<SyncAnswer> {
  return untilWon(input.instruments, () => attemptSync(input));
}

/** Reads, decides and writes again after a lost race, a few times. */
export async function untilWon<Result>(instruments: Instruments, attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LostRace)) throw error;
      if (count === attempts) throw new AppError('busy');
      await instruments.wait(jitter(instruments, count));
    }
  }
}

/** Longer with each attempt, and never the same for two who collided. */
function jitter(instruments: Instruments, attempt: number): number {
  return attempt * 10 + (instruments.randomBytes(1)[0]! * attempt) / 8;
}

async function attemptSync(input: SyncInput): Promise<SyncAnswer> {
  const { database, instruments, request } = input;
  const [row] = await database.rows<WorldRow>(worldStatement(input.tokenHash, request.workbook, request.push?.id ?? '', request.head));
  assertSession(row, instruments.clock());
  const world = worldOf(row!, localDay(instruments.clock(), input.zone));
  const viewer = viewerOf(world, row!.member);
  const audience = audienceFor(world, viewer, request.audience);
  // The storage is behind what this workbook was told: whatever was merged or shown now would go over what it has.
  if (row!.isHeadKnown === 0 || request.cursor > world.head.seq) throw new AppError('head-unknown');
  const viewers = viewersOf(world, viewer, audience);
  const earlier = await earlierAnswer(world, request.push);
  const scope = await scopeHash(viewers);
  const pull = pullFor(world, request, viewers, scope);
  const mutations = request.push?.mutations ?? [];
  const found = foundOf(await database.rows<FoundRow>(recordsStatement(wantedFor(world, world.org.id, mutations, pull.wanted, viewers))));
  const bind = world.workbook ? [] : [[request.workbook, audience.kind, audience.id, viewer.member, localTime(instruments.clock(), input.zone)]];
  const answer = { world, viewers, audience, request, pull, found };
  if (earlier || !request.push) {
    if (bind.length > 0) await database.batch(bindStatements(world.org.id, bind));
    // Who resends a push may see less than who sent it first: a copy of the file lies with somebody else.
    const results = (earlier?.results ?? []).map((result) => withSight(result, viewers, found.atHand.get(result.duplicateOf ?? result.record)));
    return answerOf({ ...answer, written: null, results, receipt: earlier?.receipt ?? null, scope });
  }
  const desk = openDesk(input, world, viewer, found);
  const decided = decidePush(desk, mutations, world.head.seq);
  const now = viewersOf(world, viewerOf(world, viewer.member), audience);
  const decision = { ...decided, results: decided.results.map((result) => withSight(result, now, current(desk, result.duplicateOf ?? result.record))) };
  const written = await writtenOf({ desk, decision, world, request, bind });
  await database.batch(writeStatements(written.rows));
  return answerOf({ ...answer, viewers: now, written: { desk, decision, chain: written.chain }, results: written.results, receipt: written.receipt, scope: await scopeHash(now) });
}

/** What a member may write is not always what the person may see for whom the workbook is. */
function withSight({ hidden: _before, ...result }: SyncResult, viewers: readonly Viewer[], stands: StoredRecord | null | undefined): SyncResult {
  const isHidden = result.status !== 'rejected' && stands && !stands.deleted && !isVisible(viewers, stands);
  return isHidden ? { ...result, hidden: true } : result;
}

export function viewersOf(world: SyncWorld, viewer: Viewer, audience: SyncAnswer['audience']): Viewer[] {
  return audience.kind === 'member' && audience.id === viewer.member ? [viewer] : [viewer, audienceViewer(world, audience)];
}

export async function scopeHash(viewers: readonly Viewer[]): Promise<string> {
  return sha256(scopeText(viewers, forms.map((form) => form.id)));
}

/** A resend gets what the first send got, whoever resends it (step 3); the same id with other content is refused, where an erasure has left the salt to tell. */
async function earlierAnswer({ earlierPush }: SyncWorld, push: SyncRequest['push']): Promise<Pick<SyncAnswer, 'receipt' | 'results'> | null> {
  if (!earlierPush) return null;
  if (earlierPush.salt !== null && earlierPush.hash !== (await bodyHashOf(push, earlierPush.salt))) throw new AppError('push-id-reused');
  return earlierPush.answer as Pick<SyncAnswer, 'receipt' | 'results'>;
}

export function openDesk(input: Pick<SyncInput, 'instruments' | 'zone'>, world: SyncWorld, viewer: Desk['viewer'], found: ReturnType<typeof foundOf>): Desk {
  return {
    world,
    viewer,
    now: localTime(input.instruments.clock(), input.zone),
    newId: (prefix) => newId(input.instruments, prefix),
    stored: found.atHand,
    history: found.history,
    disputes: found.disputes,
    drafts: new Map(),
    byNatural: draftsIndex(found.atHand.values()),
    conflicts: [],
    settled: [],
    touchedCustomers: new Set(),
    newAssignments: [],
  };
}
