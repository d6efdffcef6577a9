// What the commission screen shows of a slip. Pure, without words.

import type { Slip, SlipLine, SlipPerson } from '../../domain/rules/results.ts';

export interface SplitCount {
  readonly withExecutor: number;
  readonly withoutExecutor: number;
}

/** Why the bar need not be at the executor's rate: receipts without an executor go to the manager whole. */
export function splitCount(slip: Slip): SplitCount {
  const withExecutor = slip.lines.filter((line) => line.executor !== null).length;
  return { withExecutor, withoutExecutor: slip.lines.length - withExecutor };
}

export function managersOf(slip: Slip): readonly SlipPerson[] {
  return slip.people.filter((person) => person.as === 'manager');
}

export function executorsOf(slip: Slip): readonly SlipPerson[] {
  return slip.people.filter((person) => person.as === 'executor');
}

/** The manager's share of the bar, 0 to 100, with two decimals. */
export function managerPercent(slip: Slip): string {
  const { commissionFen, managerFen } = slip.totals;
  return commissionFen > 0 ? `${Math.round((managerFen * 10_000) / commissionFen) / 100}%` : '0%';
}

export function linesOf(slip: Slip, member: string, as: SlipPerson['as']): readonly SlipLine[] {
  return slip.lines.filter((line) => (as === 'manager' ? line.manager.id : line.executor?.id) === member);
}
