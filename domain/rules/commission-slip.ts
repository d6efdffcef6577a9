// The commission slip of a month: every receipt of the month reckoned, split and summed, or left out by name. What it is
// given decides whose slip it is; rights are the Worker's.

import type { Day, Month } from '../values/day.ts';
import { lastDayOf } from '../values/day.ts';
import type { Fen } from '../values/money.ts';
import type { RatioText } from '../values/ratio.ts';
import { checkCode } from './check-code.ts';
import { commissionAccrual } from './commission-accrual.ts';
import { reckonReceipt } from './commission-line.ts';
import { commissionSplit } from './commission-split.ts';
import type { Slip, SlipLine, SlipPerson } from './results.ts';
import { versionOn } from './rule.ts';
import type { PolicyParameter, Refusal } from './rule.ts';
import { refusal } from './step-codes.ts';

export interface SlipReceipt {
  readonly record: string;
  readonly contractNo: string;
  readonly customerName: string;
  /** The customer's owner on the received day; null: none. */
  readonly managerId: string | null;
  readonly managerName: string | null;
  /** The customer's executor assignments. */
  readonly executors: readonly { readonly id: string; readonly name: string; readonly fromDay: Day; readonly untilDay?: Day | null }[];
  readonly dueDay: Day | null;
  readonly receivedDay: Day;
  /** Month in which the receipt counts: that of the received day, unless that month was closed already. */
  readonly posted: Month;
  readonly receivedFen: Fen;
  /** Takes back a receipt that an earlier, closed month has paid: all its amounts count negative. */
  readonly takesBack?: boolean;
}

export interface SlipRate {
  readonly memberId: string;
  /** null: the manager's general rate. */
  readonly contractNo: string | null;
  readonly percent: RatioText;
  readonly fromDay: Day;
  readonly record: string;
}

export interface SlipInput {
  readonly org: string;
  readonly department: string;
  readonly month: Month;
  /** Those posted to other months are passed over. */
  readonly receipts: readonly SlipReceipt[];
  readonly rates: readonly SlipRate[];
  readonly policy: readonly PolicyParameter[];
  /** Managers' ids in the department's own order (staff number); without it lines go by id. */
  readonly memberOrder?: readonly string[];
  readonly madeAt: string;
}

/** A month that ends before the rule of the accounts is in force is refused as a whole. */
export function commissionSlip(input: SlipInput): Slip | Refusal {
  const day = lastDayOf(input.month);
  const rules = [commissionAccrual, commissionSplit];
  const ruleVersions = [];
  for (const rule of rules) {
    const version = versionOn(rule, day);
    if (!version) return { ...refusal('outside-versions', { rule: rule.id, day, first: rule.versions[0]!.from }), source: rule.source };
    ruleVersions.push({ rule: rule.id, label: rule.label, from: version.from });
  }
  const reckoned = input.receipts
    .filter((receipt) => receipt.posted === input.month)
    .map((receipt) => reckonReceipt(receipt, input.rates, input.policy))
    .sort(byManagerAndDay(input.memberOrder ?? []));
  const lines = reckoned.filter((line) => line.missing.length === 0);
  const leftOut = reckoned.filter((line) => line.missing.length > 0);
  const figures = reckoned.map((line) => [line.record, line.receivedDay, line.receivedFen, line.ratePercent, line.commissionFen, line.managerFen, line.executorFen, line.expenseAccountFen]);
  return {
    org: input.org, department: input.department, month: input.month, lines, leftOut,
    people: peopleOf(lines),
    totals: totalsOf(lines),
    ruleVersions, madeAt: input.madeAt,
    checkCode: checkCode({ month: input.month, ruleVersions, figures }),
  };
}

function byManagerAndDay(memberOrder: readonly string[]) {
  const place = (line: SlipLine) => (memberOrder.includes(line.manager.id) ? memberOrder.indexOf(line.manager.id) : memberOrder.length);
  return (a: SlipLine, b: SlipLine) => place(a) - place(b) || order(a.manager.id, b.manager.id) || order(a.receivedDay, b.receivedDay) || order(a.contractNo, b.contractNo) || order(a.record, b.record);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(lines: readonly SlipLine[], of: (line: SlipLine) => Fen | null): Fen {
  return lines.reduce((total, line) => total + (of(line) ?? 0), 0);
}

function totalsOf(lines: readonly SlipLine[]): Slip['totals'] {
  return {
    receipts: lines.length,
    receivedFen: sum(lines, (line) => line.receivedFen),
    commissionFen: sum(lines, (line) => line.commissionFen),
    managerFen: sum(lines, (line) => line.managerFen),
    executorFen: sum(lines, (line) => line.executorFen),
    expenseAccountFen: sum(lines, (line) => line.expenseAccountFen),
  };
}

/** Managers in the order of the lines, then executors in the order in which they first appear. */
function peopleOf(lines: readonly SlipLine[]): SlipPerson[] {
  return [...groupOf(lines, 'manager'), ...groupOf(lines, 'executor')];
}

function groupOf(lines: readonly SlipLine[], as: SlipPerson['as']): SlipPerson[] {
  const mine = new Map<string, SlipLine[]>();
  for (const line of lines) {
    const id = line[as]?.id;
    if (id !== undefined) mine.set(id, [...(mine.get(id) ?? []), line]);
  }
  return [...mine.values()].map((own) => ({
    member: own[0]![as]!,
    as,
    receipts: own.length,
    commissionFen: sum(own, (line) => line.commissionFen),
    earnedFen: sum(own, (line) => (as === 'manager' ? line.managerFen : line.executorFen)),
  }));
}
