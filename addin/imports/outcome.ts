// What became of an import, told from the answers of its pushes. Pure.

import type { SyncResult } from '../../domain/protocol/messages.ts';
import type { ImportOutcome, OldRecord } from '../panes/import-services.ts';
import type { PaneFailure } from '../panes/services.ts';
import type { FoundRecord } from './found-records.ts';

export interface OutcomeSource {
  readonly records: ReadonlyMap<FoundRecord, OldRecord>;
  readonly answered: ReadonlyMap<string, SyncResult>;
  readonly receipts: readonly string[];
  readonly failure: PaneFailure | null;
}

export function outcomeOf({ records, answered, receipts, failure }: OutcomeSource): ImportOutcome {
  const byId = new Map([...records.values()].toReversed().map((record) => [record.id, record]));
  const results = [...answered.values()].flatMap((result) => {
    const record = byId.get(result.record);
    return record ? [{ result, record }] : [];
  });
  const taken = results.filter(({ result }) => result.status === 'accepted' || result.status === 'incomplete');
  return {
    receipts,
    created: [...Map.groupBy(taken, ({ record }) => record.form)].map(([form, ofForm]) => ({ form, records: ofForm.length })),
    incomplete: taken.filter(({ result }) => result.status === 'incomplete').length,
    known: results.filter(({ result }) => result.status === 'duplicate' || result.status === 'unchanged').length,
    rejected: results
      .filter(({ result }) => result.status === 'rejected')
      .map(({ result, record }) => ({ record, problems: result.problems.map((problem) => ({ ...problem, form: record.form, field: problem.path, cell: record.cell, weight: 'blocks' as const, from: 'server' as const })) })),
    failure,
  };
}
