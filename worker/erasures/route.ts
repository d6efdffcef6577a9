// POST /api/records/:id/erasures: a personal value is taken out of a record and out of everything that still says it:
// history, conflicts, kept answers, and the salt by which a push's hash could be tried. The digests stay, and those of what
// is left are added, so that the chain verifies.

import type { Context } from 'hono';
import * as v from 'valibot';
import { fieldAt, readPath, writePath } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { FormDefinition, Path } from '../../domain/forms/definition.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import type { SyncResult } from '../../domain/protocol/messages.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import { readBody } from '../http/body.ts';
import { newId } from '../http/secrets.ts';
import { assertSession } from '../session/assert-session.ts';
import { requireRole } from '../session/authenticate.ts';
import { digestOf } from '../sync/chain.ts';
import type { DigestedChange } from '../sync/chain.ts';
import { compose } from '../sync/decide-record.ts';
import { decidePush } from '../sync/decide.ts';
import { draft } from '../sync/desk.ts';
import type { Desk } from '../sync/desk.ts';
import { foundOf } from '../sync/found.ts';
import { seesRecord } from '../sync/permissions.ts';
import { wantedFor } from '../sync/prepare.ts';
import { recordsStatement, worldStatement } from '../sync/queries.ts';
import type { FoundRow, WorldRow } from '../sync/queries.ts';
import { viewerOf, worldOf } from '../sync/read-world.ts';
import { openDesk, untilWon } from '../sync/synchronise.ts';
import { writtenOf } from '../sync/write.ts';
import { writeStatements } from '../sync/write-queries.ts';
import { answersStatement, eraseStatements, sayingStatement } from './queries.ts';
import type { AnswerRow, SayingRow } from './queries.ts';

const erasureSchema = v.object({
  paths: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.minLength(1), v.maxLength(50)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});

export async function postErasure(context: Context<AppContext>): Promise<Response> {
  const { database, instruments, session, today } = context.var;
  requireRole(session, 'director', 'admin');
  const id = context.req.param('id') ?? '';
  const { paths, reason } = await readBody(context, erasureSchema);
  const done = await untilWon(instruments, async () => {
    const [row] = await database.rows<WorldRow>(worldStatement(session.tokenHash, '', ''));
    assertSession(row, instruments.clock());
    const world = worldOf(row!, today);
    const org = world.org.id;
    const wanted = wantedFor(world, org, [{ kind: 'edit', record: id, path: paths[0]!, baseRev: Number.MAX_SAFE_INTEGER, to: null }], null);
    const [rows, saying, answers] = await database.batch([recordsStatement(wanted), sayingStatement(org, id), answersStatement(org, id)]);
    const desk = openDesk({ instruments, zone: context.env.ORG_ZONE }, world, viewerOf(world, row!.member), foundOf(rows!.results as unknown as FoundRow[]));
    const { stored, form } = erasable(desk, id, paths, session.member.roles.includes('admin'));
    const changes = await leftOf(saying!.results as unknown as SayingRow[], paths, () => newId(instruments, 's'));
    const pushes = (answers!.results as unknown as AnswerRow[]).flatMap((answer) => forgotten(answer, id, paths));
    // Sent again after its answer was lost: there is nothing more to erase.
    if (changes.length === 0 && pushes.length === 0 && !isSaid(desk, stored, paths)) return { rev: stored.rev, changes: 0 };
    empty(desk, form, stored, paths, reason);
    const decision = decidePush(desk, [], world.head.seq);
    const request = { push: { id: newId(instruments, 'erase') }, device: '', workbook: '' };
    const written = await writtenOf({ desk, decision, world, request, bind: [], rests: changes.map((change) => change[4]) });
    await database.batch([...writeStatements(written.rows), ...eraseStatements({ org, record: id, paths, changes, pushes })]);
    return { rev: stored.rev + 1, changes: changes.length };
  });
  return context.json({ record: id, ...done }, 201);
}

/** Only personal fields can be erased: everything else is the department's, and changed like anything. */
function erasable(desk: Desk, id: string, paths: readonly Path[], isAdmin: boolean): { stored: StoredRecord; form: FormDefinition } {
  const stored = desk.stored.get(id);
  const form = stored && formOf(stored.form);
  if (!stored || !form || (!isAdmin && !seesRecord(desk, form, stored))) throw new AppError('not-found');
  const others = paths.filter((path) => !fieldAt(form, path)?.sensitive);
  if (others.length > 0) throw new AppError('not-personal', { errors: others.map((at) => ({ at, message: 'no personal field' })) });
  return { stored, form };
}

function empty(desk: Desk, form: FormDefinition, stored: StoredRecord, paths: readonly Path[], reason: string): void {
  const rev = stored.rev + 1;
  const patch: Patch = { ...Object.fromEntries(paths.map((path) => [path, [null, null] as const])), '@erased': [null, reason] };
  const merged = {
    rev, deleted: stored.deleted, patch, lost: [],
    fields: paths.reduce((fields, path) => writePath(fields, path, null), stored.fields),
    revs: { ...stored.revs, ...Object.fromEntries(paths.map((path) => [path, rev])) },
  };
  draft(desk, { form, before: stored, now: compose(desk, form, stored.id, stored, merged), patch, kind: 'erase' });
  desk.settled.push(...(desk.disputes.get(stored.id) ?? []).filter((conflict) => conflict.isOpen && paths.includes(conflict.path)));
}

function isSaid(desk: Desk, stored: StoredRecord, paths: readonly Path[]): boolean {
  const disputes = desk.disputes.get(stored.id) ?? [];
  return paths.some((path) => readPath(stored.fields, path) !== undefined || disputes.some((conflict) => conflict.path === path));
}

/** The changes that spoke of the paths, without their values: a new salt, and the digest of what is left. */
async function leftOf(rows: readonly SayingRow[], paths: readonly Path[], salt: () => string): Promise<[string, number, Patch, string, string][]> {
  const left = rows.flatMap((row): DigestedChange[] => {
    const said = JSON.parse(row.patch) as Patch;
    if (!paths.some((path) => said[path]?.some((value) => value !== null))) return [];
    const patch: Patch = Object.fromEntries(Object.entries(said).map(([path, values]) => [path, paths.includes(path) ? [null, null] : values]));
    return [{ ...row, owners: JSON.parse(row.owners) as DigestedChange['owners'], patch, salt: salt() }];
  });
  return Promise.all(left.map(async (change) => [change.natural, change.seq, change.patch, change.salt, await digestOf(change)]));
}

/** A push that named the record, without its salt, and its answer without what was typed; none where it says nothing any more. */
function forgotten({ id, answer, isSalted }: AnswerRow, record: string, paths: readonly Path[]): [string, unknown][] {
  const kept = JSON.parse(answer) as { results: SyncResult[] };
  const says = (result: SyncResult, path: Path) => result.record === record && paths.includes(path);
  const isQuoting = kept.results.some((result) => result.problems.some(({ path, text, choices }) => says(result, path) && (text ?? choices) !== undefined));
  if (!isQuoting) return isSalted === 1 ? [[id, null]] : [];
  const results = kept.results.map((result) => ({ ...result, problems: result.problems.map(({ code, ...problem }) => (says(result, problem.path) ? { code, path: problem.path } : { code, ...problem })) }));
  return [[id, { ...kept, results }]];
}
