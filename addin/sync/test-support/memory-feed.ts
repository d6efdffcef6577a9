// Test support: what was changed in memory, as news and as history tell it. Every change is seen by everybody.

import type { Fields, Path, Value } from '../../../domain/forms/definition.ts';
import { labelOf } from '../../../domain/forms/label.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import type { NewsAnswer, RecordDetail } from '../../../domain/protocol/news.ts';

export interface FeedEntry {
  readonly seq: number;
  readonly record: string;
  readonly form: string;
  readonly by: string;
  readonly kind: 'create' | 'edit' | 'delete' | 'decide' | 'restore';
  readonly patch: Readonly<Record<Path, readonly [Value | null, Value | null]>>;
}

type Told = NewsAnswer['changes'][number]['paths'][number]['to'];

const at = '2026-11-20T09:00:00Z';

export function newsAfter(feed: readonly FeedEntry[], cursor: number, fieldsOf: (record: string) => Fields): NewsAnswer | null {
  const fresh = feed.filter((entry) => entry.seq > cursor).reverse();
  if (fresh.length === 0) return null;
  const changes = fresh.map(({ seq, record, form, by, kind, patch }) => ({ seq, rev: 0, record, form, label: labelOf(formOf(form)!, fieldsOf(record)), by, at, kind, paths: Object.entries(patch).map(([path, [from, to]]) => ({ path, from: from as Told, to: to as Told })) }));
  return { count: fresh.length, more: false, cursor: fresh[0]!.seq, rights: false, today: '2026-11-20', changes };
}

export function historyOf(feed: readonly FeedEntry[], record: string): RecordDetail['history'] {
  return feed.filter((entry) => entry.record === record).map(({ seq, kind, by, patch }) => ({ seq, rev: 0, kind, by, at, device: '', workbook: '', push: '', owners: [null, by], patch: patch as Record<Path, [Told, Told]> }));
}
