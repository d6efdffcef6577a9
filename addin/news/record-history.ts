// A record's history and open conflicts as `GET /api/records/:id` tells them, for the pane. Pure.

import type { Fields, Path, Value } from '../../domain/forms/definition.ts';
import { readPath } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import type { OpenConflict } from '../../domain/protocol/messages.ts';
import type { RecordDetail } from '../../domain/protocol/news.ts';
import type { ChangedPath, HistoryEntry, RecordHistory } from '../panes/shared-services.ts';
import { rowName } from '../sync/conflict-views.ts';

/** The latest first; of one path only what changed it, `path` null everything. */
export function recordHistory({ record, history }: RecordDetail, path: Path | null): RecordHistory {
  const form = formOf(record.form);
  const fields = record.fields as Fields;
  const shown = (changed: Path, [from, to]: readonly [Value | null, Value | null]): ChangedPath => {
    const row = form && rowName(form, fields, changed);
    return { path: changed, from, to, ...(row === undefined ? {} : { row }) };
  };
  const entries = history.flatMap((change): HistoryEntry[] => {
    if (change.kind === 'restate') return [];
    const paths = Object.entries(change.patch).filter(([changed]) => path === null || changed === path);
    if (path !== null && paths.length === 0) return [];
    return [{ seq: change.seq, at: change.at, by: change.by, kind: change.kind, workbook: change.workbook || null, device: change.device || null, paths: paths.map(([changed, values]) => shown(changed, values)) }];
  });
  return { record: record.record, form: record.form, label: record.label, rev: record.rev, deleted: record.deleted, entries: entries.reverse() };
}

/** As a sync's answer would tell them: what stands is the record's, and whoever changed the path last wrote it. */
export function openConflictsOf({ record, history, conflicts }: RecordDetail): OpenConflict[] {
  const fields = record.fields as Fields;
  return conflicts.filter(({ decided }) => decided === null).map(({ id, path, mine, base, by, at }) => {
    const last = history.findLast((change) => path === deletedPath || path in change.patch);
    return {
      id,
      record: record.record,
      form: record.form,
      label: record.label,
      path,
      mine,
      base,
      theirs: path === deletedPath ? record.deleted : record.deleted ? null : ((readPath(fields, path) ?? null) as OpenConflict['theirs']),
      by,
      at,
      theirsBy: last?.by ?? '',
      theirsAt: last?.at ?? '',
      rev: record.rev,
      deleted: record.deleted && path !== deletedPath,
    };
  });
}
