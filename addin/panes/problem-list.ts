// The problems to show: those of the reading (the sheet's and the Worker's, as far as the cells still say what they said),
// and creations that look like a record which is there. Each once. Pure.

import type { FieldProblem } from '../../domain/forms/definition.ts';
import type { PlacedProblem, SyncReceipt, WorkbookReading } from './services.ts';

export interface ProblemList {
  /** That cell is not sent until it is put right. */
  readonly blocks: readonly PlacedProblem[];
  /** Read, but wants a yes. */
  readonly asks: readonly PlacedProblem[];
}

export function problemList(reading: WorkbookReading | null, lastReceipt: SyncReceipt | undefined): ProblemList {
  const all = distinct([...(reading?.problems ?? []), ...refusedBy(lastReceipt)]);
  return { blocks: all.filter((problem) => problem.weight === 'blocks'), asks: all.filter((problem) => problem.weight === 'asks') };
}

function refusedBy(receipt: SyncReceipt | undefined): PlacedProblem[] {
  return (receipt?.rejected ?? []).flatMap((result) => {
    const { cell } = result;
    if (!cell || result.problems.length > 0) return [];
    return problemsOf(result).map((problem) => ({ ...problem, form: result.form, field: problem.path, cell, weight: 'blocks', from: 'server' }) as const);
  });
}

/** A possible duplicate comes without problems: what is the case is said by its status. */
export function problemsOf(result: SyncReceipt['rejected'][number]): readonly FieldProblem[] {
  if (result.status === 'duplicate' && result.problems.length === 0) return [{ code: result.hidden ? 'known-out-of-sight' : 'possible_duplicate', path: '' }];
  return result.problems;
}

/** The sheet's own finding comes first, so that it wins over the Worker's about the same cell. */
function distinct(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.cell.sheet}!${problem.cell.address} ${problem.path} ${problem.code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
