// GET /api/records/:id: a record with its history and conflicts, if the caller may see it; else there is none (step 7).

import type { Context } from 'hono';
import { fieldAt } from '../../domain/forms/fields.ts';
import { labelOf } from '../../domain/forms/label.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { FormDefinition, Role } from '../../domain/forms/definition.ts';
import type { RecordDetail } from '../../domain/protocol/news.ts';
import { maskFields, masksSensitive, sees } from '../../domain/protocol/visibility.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import { customersOf } from '../books/world.ts';
import type { Assignment } from '../books/world.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import type { RecordRow } from '../sync/queries.ts';
import { recordOf } from '../sync/read-world.ts';
import { assignmentsStatement, conflictsStatement, historyStatement, recordStatement } from './queries.ts';
import type { ConflictRow, HistoryRow } from './queries.ts';

export async function getRecord(context: Context<AppContext>): Promise<Response> {
  const { database, session, today } = context.var;
  const org = session.org.id;
  const id = context.req.param('id') ?? '';
  const [records, history, conflicts, assignments] = await database.batch([
    recordStatement(org, id),
    historyStatement(org, id),
    conflictsStatement(org, id),
    assignmentsStatement(org, session.member.id),
  ]);
  const row = records!.results[0] as unknown as RecordRow | undefined;
  const form = row && formOf(row.form);
  if (!row || !form) throw new AppError('not-found');
  const record = recordOf(row);
  const { department, roles } = session.member;
  const customers = customersOf(assignments!.results as unknown as Assignment[], session.member.id, today);
  const viewer: Viewer = { member: session.member.id, department, roles: roles as Role[], customers };
  if (!sees(form, [viewer], record)) throw new AppError('not-found');
  const changes = history!.results as unknown as HistoryRow[];
  const { fields, masked } = maskFields(form, record.fields, [viewer]);
  const { id: recordId, revs, natural: _natural, refs, stated: _stated, open: _open, department: _department, member: _member, ...rest } = record;
  const path = context.req.query('path');
  const isAsked = (patch: object) => path === undefined || path in patch;
  return context.json({
    record: { record: recordId, ...rest, label: labelOf(form, record.fields), fields, fieldRev: revs, refs, masked, by: changes.at(-1)?.name ?? '' },
    history: changes.map((change) => shownChange(form, viewer, change)).filter(({ patch }) => isAsked(patch)),
    conflicts: (conflicts!.results as unknown as ConflictRow[])
      .filter((conflict) => isOpenTo(form, viewer, conflict.path) && isAsked({ [conflict.path]: conflict })).map(shownConflict),
  } satisfies RecordDetail);
}

function isOpenTo(form: FormDefinition, viewer: Viewer, path: string): boolean {
  return !(masksSensitive(viewer) && fieldAt(form, path)?.sensitive);
}

function shownChange(form: FormDefinition, viewer: Viewer, change: HistoryRow): RecordDetail['history'][number] {
  const patch = Object.entries(JSON.parse(change.patch ?? '{}') as RecordDetail['history'][number]['patch']);
  return {
    seq: change.seq,
    rev: change.rev,
    kind: change.kind as RecordDetail['history'][number]['kind'],
    by: change.name ?? '',
    device: change.device,
    workbook: change.workbook ?? '',
    push: change.push,
    owners: JSON.parse(change.owners) as [string | null, string],
    patch: Object.fromEntries(patch.filter(([path]) => isOpenTo(form, viewer, path))),
    at: change.at,
  };
}

function shownConflict({ id, path, mine, base, baserev, theirs, name, at, decided, decider, decidedAt }: ConflictRow) {
  return {
    id, path, mine: JSON.parse(mine ?? 'null'), base: JSON.parse(base ?? 'null'), baseRev: baserev, theirs, by: name ?? '', at,
    decided, decidedBy: decider ?? '', decidedAt: decidedAt ?? '',
  };
}
