// The open conflicts of an answer (protocol step 7): of records that the member and the workbook may see, without masked
// values, each with what stands now and who wrote it.

import { fieldAt } from '../../domain/forms/fields.ts';
import { labelOf } from '../../domain/forms/label.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { deletedPath, standingRev } from '../../domain/protocol/merge.ts';
import { limits } from '../../domain/protocol/messages.ts';
import type { OpenConflict } from '../../domain/protocol/messages.ts';
import { deletedRowOf, rowRev } from '../../domain/protocol/rows.ts';
import { masksSensitive, sees } from '../../domain/protocol/visibility.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { World } from '../books/world.ts';
import { standing } from './decisions.ts';
import { current } from './desk.ts';
import type { Desk, HistoryEntry, KeptConflict } from './desk.ts';
import type { Found } from './found.ts';

export function openConflicts(world: World, viewers: readonly Viewer[], found: Found, desk: Desk | null): OpenConflict[] {
  const settled = new Set(desk?.settled.map(({ id }) => id));
  const kept = [...found.disputed.values()].flatMap(({ conflicts }) => conflicts).filter(({ id }) => !settled.has(id));
  const fresh = desk?.conflicts.map((conflict): KeptConflict => ({ ...conflict, member: desk.viewer.member, at: desk.now, isOpen: true })) ?? [];
  const open = [...fresh, ...kept].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const shown = open.flatMap((conflict) => {
    const disputed = found.disputed.get(conflict.record);
    const record = (desk && current(desk, conflict.record)) ?? disputed?.record;
    if (!record || !isVisible(viewers, record, conflict.path)) return [];
    return [shownConflict(world, record, found.history.get(record.id) ?? [], disputed?.history ?? [], conflict)];
  });
  return shown.slice(0, limits.conflicts);
}

function isVisible(viewers: readonly Viewer[], record: StoredRecord, path: string): boolean {
  const form = formOf(record.form);
  return form !== undefined && sees(form, viewers, record) && !(fieldAt(form, path)?.sensitive && viewers.some(masksSensitive));
}

function shownConflict(world: World, record: StoredRecord, named: readonly HistoryEntry[], earlier: readonly HistoryEntry[], conflict: KeptConflict): OpenConflict {
  const { id, path, mine, base, member, at } = conflict;
  const rev = revOfStanding(record, path);
  const author = [...earlier, ...named].find((entry) => entry.rev === rev) ?? (rev === record.rev ? record : { member: '', at: '' });
  const nameOf = (person: string) => world.people.get(person)?.name ?? '';
  return {
    id, record: record.id, form: record.form, label: labelOf(formOf(record.form)!, record.fields), path,
    mine: mine as OpenConflict['mine'], base: base as OpenConflict['base'], theirs: (standing(record, path) ?? null) as OpenConflict['theirs'],
    by: nameOf(member), at, theirsBy: nameOf(author.member), theirsAt: author.at, rev: record.rev, deleted: record.deleted && path !== deletedPath,
  };
}

function revOfStanding(record: StoredRecord, path: string): number {
  const row = deletedRowOf(path);
  return row === null ? standingRev(record, { path, to: true }) : rowRev(record, row);
}
