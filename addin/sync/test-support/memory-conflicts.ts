// Test support: conflicts of the Worker in memory, of a field and of a record's or a row's being deleted: kept, listed, decided.

import { readPath, sameValue, writePath } from '../../../domain/forms/fields.ts';
import type { Path, Value } from '../../../domain/forms/definition.ts';
import { labelOf } from '../../../domain/forms/label.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Mutation, OpenConflict } from '../../../domain/protocol/messages.ts';
import { deletedRowOf, rowContent } from '../../../domain/protocol/rows.ts';
import type { StoredRecord } from './memory-records.ts';

export interface KeptConflict extends Pick<OpenConflict, 'id' | 'record' | 'path' | 'mine' | 'base' | 'by'> {
  isDecided: boolean;
}

export function keepConflict(conflicts: KeptConflict[], record: string, path: Path, mine: OpenConflict['mine'], by: string): string {
  const id = `conflict-${conflicts.length + 1}`;
  conflicts.push({ id, record, path, mine, base: null, by, isDecided: false });
  return id;
}

/** The path that was decided; null where it was done on an older view, and the conflict stays open. */
export function decideConflict(conflicts: readonly KeptConflict[], stored: StoredRecord, { conflict: id, baseRev, to }: Extract<Mutation, { kind: 'decide' }>, touch: (path: Path, from: Value | null) => void): Path | null {
  const conflict = conflicts.find((kept) => kept.id === id)!;
  const { path } = conflict;
  if (!sameValue(standing(stored, path), to) && (stored.fieldRev[path] ?? 0) > baseRev) return null;
  conflict.isDecided = true;
  touch(path, standing(stored, path));
  const row = deletedRowOf(path);
  stored.deleted = path === '@deleted' ? to === true : stored.deleted && to === null;
  if (row !== null) stored.fields = to === true ? rowContent(stored, row).reduce((fields, [cell]) => writePath(fields, cell, null), stored.fields) : stored.fields;
  else if (path !== '@deleted') stored.fields = writePath(stored.fields, path, to);
  stored.fieldRev[path] = stored.rev;
  return path;
}

export function openConflicts(conflicts: readonly KeptConflict[], recordOf: (id: string) => StoredRecord): OpenConflict[] {
  return conflicts.filter(({ isDecided }) => !isDecided).map(({ isDecided: _open, ...conflict }) => {
    const record = recordOf(conflict.record);
    const { form, rev, by } = record;
    return {
      ...conflict, form, label: labelOf(formOf(form)!, record.fields), at: '2026-11-20 10:00:00', theirs: standing(record, conflict.path) as OpenConflict['theirs'],
      theirsBy: by, theirsAt: '2026-11-20 09:00:00', rev, deleted: record.deleted && conflict.path !== '@deleted',
    };
  });
}

function standing(record: StoredRecord, path: Path): Value | null {
  const row = deletedRowOf(path);
  if (path === '@deleted') return record.deleted;
  if (row !== null) return rowContent(record, row).length === 0;
  return record.deleted ? null : (readPath(record.fields, path) ?? null);
}
