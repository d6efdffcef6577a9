// What the screen 历史 shows: the values of one field, each with who and when, or the changes of a whole record. Pure.

import type { Path, Value } from '../../../domain/forms/definition.ts';
import { sameValue } from '../../../domain/forms/fields.ts';
import type { ConflictView, HistoryEntry, RecordHistory } from '../shared-services.ts';

export interface BaseSource {
  readonly by: string;
  readonly at: string;
}

export interface FieldVersion {
  readonly entry: HistoryEntry;
  readonly value: Value | null | undefined;
  /** The latest: what stands. */
  readonly isNow: boolean;
  /** Says something else than what stands, and may be seen. */
  readonly canReturn: boolean;
}

/** The latest first; what a field began with comes last, where its first change tells it. */
export function versionsOf(history: RecordHistory, path: Path): FieldVersion[] {
  const changes = history.entries.flatMap((entry) => entry.paths.filter((changed) => changed.path === path).map((changed) => ({ entry, value: changed.to })));
  return changes.map(({ entry, value }, index) => ({ entry, value, isNow: index === 0 && !history.deleted, canReturn: !history.deleted && value !== undefined && !sameValue(value, changes[0]!.value) }));
}

/** Who wrote the value that two people began from, and when: the last that did so before either of them. */
export function sourceOfBase(history: Pick<RecordHistory, 'entries'>, { path, base, theirs }: Pick<ConflictView, 'path' | 'base' | 'theirs'>): BaseSource | null {
  const before = history.entries.filter(({ at }) => theirs.at === null || at < theirs.at);
  const entry = before.find(({ paths }) => paths.some((changed) => changed.path === path && sameValue(changed.to, base.value)));
  return entry ? { by: entry.by, at: entry.at } : null;
}

/** Changes of a row's place among others say nothing to a person. */
export function changesShown(entry: Pick<HistoryEntry, 'paths'>): HistoryEntry['paths'] {
  return entry.paths.filter(({ path }) => !path.endsWith('/order'));
}
