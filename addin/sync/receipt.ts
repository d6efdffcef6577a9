// The receipt (回执) of a sync, told from what was sent, answered and written. Pure.

import type { CellLink, SyncReceipt } from '../panes/services.ts';
import type { Gathered } from './conversation.ts';

export interface ReceiptSource {
  readonly gathered: Gathered;
  /** Records of which something came that the workbook did not have. */
  readonly news: ReadonlySet<string>;
  readonly formOf: (record: string) => string;
  readonly cellOf: (record: string) => CellLink | null;
  readonly kept: SyncReceipt['kept'];
  readonly restored: readonly CellLink[];
  readonly unplaced: SyncReceipt['unplaced'];
  /** Creations that turned out to be a record which is known already and in sight, and are now that record. */
  readonly adopted: ReadonlySet<string>;
  readonly now: string;
}

export function receiptOf(source: ReceiptSource): SyncReceipt {
  const { gathered } = source;
  return {
    number: gathered.receipt?.number ?? null,
    at: gathered.receipt?.at ?? source.now,
    chain: gathered.receipt?.chain ?? gathered.last.chain,
    sent: sentOf(source),
    received: receivedOf(source),
    kept: source.kept,
    rejected: [...gathered.results.values()]
      .filter((result) => result.status === 'rejected' || (result.status === 'duplicate' && !source.adopted.has(result.record)))
      .map((result) => ({ ...result, form: source.formOf(result.record), cell: source.cellOf(result.record) })),
    restored: source.restored,
    unplaced: source.unplaced,
  };
}

function sentOf({ gathered, formOf }: ReceiptSource): SyncReceipt['sent'] {
  const byForm = Map.groupBy(gathered.sent, (mutation) => formOf(mutation.record));
  return [...byForm].map(([form, mutations]) => {
    const records = new Set(mutations.map((mutation) => mutation.record));
    const results = [...records].flatMap((record) => gathered.results.get(record) ?? []);
    return {
      form,
      records: records.size,
      fields: mutations.reduce((sum, mutation) => sum + (mutation.kind === 'create' ? Object.keys(mutation.fields).length : 1), 0),
      merged: results.reduce((sum, result) => sum + result.merged, 0),
      conflicts: results.reduce((sum, result) => sum + result.conflicts.length, 0),
    };
  });
}

function receivedOf({ gathered, news }: ReceiptSource): SyncReceipt['received'] {
  const came = [...gathered.changes.values()].filter((change) => news.has(change.record));
  return mostFirst([...Map.groupBy(came, (change) => change.by)].map(([by, records]) => ({ by, records: records.length })));
}

function mostFirst(received: SyncReceipt['received']): SyncReceipt['received'] {
  return received.toSorted((a, b) => b.records - a.records);
}

/** Lines about the same, as one with their sums. */
function summed<Line extends object>(lines: readonly Line[], about: keyof Line): Line[] {
  const added = (one: Line, other: Line): Line => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, typeof value === 'number' ? value + (other[key as keyof Line] as number) : value])) as Line;
  return [...Map.groupBy(lines, (line) => line[about]).values()].map((same) => same.reduce(added));
}

/** One sync may send twice (what was sealed before, then what is new): one receipt tells both. */
export function joinedReceipts(first: SyncReceipt, second: SyncReceipt): SyncReceipt {
  const last = second.number === null ? first : second;
  const keptLater = new Set(second.kept.map(({ cell }) => `${cell.sheet}!${cell.address}`));
  return {
    number: last.number,
    at: last.at,
    chain: second.chain,
    sent: summed([...first.sent, ...second.sent], 'form'),
    received: mostFirst(summed([...first.received, ...second.received], 'by')),
    kept: [...first.kept.filter(({ cell }) => !keptLater.has(`${cell.sheet}!${cell.address}`)), ...second.kept],
    rejected: [...first.rejected, ...second.rejected],
    restored: [...first.restored, ...second.restored],
    unplaced: joinedUnplaced(first.unplaced, second.unplaced),
  };
}

/** A later pull that is whole says the same records again: the greater number is the one. */
function joinedUnplaced(first: SyncReceipt['unplaced'], second: SyncReceipt['unplaced']): SyncReceipt['unplaced'] {
  const byForm = Map.groupBy([...first, ...second], (entry) => entry.form);
  return [...byForm].map(([form, entries]) => ({ form, records: Math.max(...entries.map((entry) => entry.records)) }));
}

const receiptsKept = 10;
const linesKept = 20;

/** The workbook keeps the last receipts, each short; one of a sync in which nothing went or came is not kept. */
export function receiptsWith(receipts: readonly SyncReceipt[], latest: SyncReceipt): readonly SyncReceipt[] {
  if (latest.number === null && latest.received.length === 0) return receipts;
  const short = { ...latest, kept: latest.kept.slice(0, linesKept), rejected: latest.rejected.slice(0, linesKept), restored: latest.restored.slice(0, linesKept) };
  return [short, ...receipts].slice(0, receiptsKept);
}
