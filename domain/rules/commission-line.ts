// One receipt of the commission slip: its rate, its commission and its split by the rules of the day it was received.

import type { Day } from '../values/day.ts';
import { ratioOfText } from '../values/ratio.ts';
import { accrue, commissionAccrual } from './commission-accrual.ts';
import type { SlipRate, SlipReceipt } from './commission-slip.ts';
import { commissionSplit, split } from './commission-split.ts';
import { isRefusal } from './item.ts';
import type { SlipLine } from './results.ts';
import { parametersOn, versionOn } from './rule.ts';
import type { PolicyParameter, Refusal, Rule } from './rule.ts';
import { checkSettings } from './setting.ts';
import type { Limits, Settings } from './setting.ts';
import { refusal, step } from './step-codes.ts';

export function reckonReceipt(receipt: SlipReceipt, rates: readonly SlipRate[], policy: readonly PolicyParameter[]): SlipLine {
  const line = reckon(receipt, rates, policy);
  return receipt.takesBack ? takenBack(line) : line;
}

/** The same receipt with every amount turned round, so that paid and taken back add up to nothing. */
function takenBack(line: SlipLine): SlipLine {
  const turned = (fen: number | null) => fen && -fen;
  return {
    ...line,
    receivedFen: -line.receivedFen,
    commissionFen: turned(line.commissionFen),
    managerFen: turned(line.managerFen),
    executorFen: turned(line.executorFen),
    expenseAccountFen: turned(line.expenseAccountFen),
    steps: line.commissionFen === null ? line.steps : [...line.steps, step('taken-back', { commissionFen: line.commissionFen }, -line.commissionFen)],
  };
}

function reckon(receipt: SlipReceipt, rates: readonly SlipRate[], policy: readonly PolicyParameter[]): SlipLine {
  const day = receipt.receivedDay;
  const accrual = settingsOn(commissionAccrual, day, policy);
  const splitting = settingsOn(commissionSplit, day, policy);
  if (isRefusal(accrual)) return leftOut(receipt, null, accrual);
  if (isRefusal(splitting)) return leftOut(receipt, null, splitting);
  if (receipt.managerId === null) return leftOut(receipt, null, refusal('owner-missing', { customer: receipt.customerName, day }));
  const rate = rateOf(receipt.managerId, receipt.contractNo, day, rates);
  if (!rate) return leftOut(receipt, null, refusal('rate-missing', { manager: receipt.managerName ?? '', contractNo: receipt.contractNo, day }));
  const accrued = accrue(receipt.receivedFen, ratioOfText(rate.percent), accrual);
  if (isRefusal(accrued)) return leftOut(receipt, rate.percent, accrued);
  const executor = executorOn(receipt, day);
  const shares = split(accrued.commissionFen, executor?.name ?? null, splitting);
  const chosen = step('rate-chosen', { kind: rate.contractNo === null ? 'general' : 'contract', ratePercent: rate.percent, fromDay: rate.fromDay }, rate.percent);
  const [commission, expense] = accrued.steps;
  return {
    ...headOf(receipt),
    executor,
    ratePercent: rate.percent,
    commissionFen: accrued.commissionFen,
    managerFen: shares.managerFen,
    executorFen: executor ? shares.executorFen : null,
    expenseAccountFen: accrued.expenseAccountFen,
    sources: executor ? [commissionAccrual.source, commissionSplit.source] : [commissionAccrual.source],
    steps: [chosen, commission!, ...shares.steps, expense!],
    missing: [],
  };
}

/** The contract's own rate before the manager's general one; of each the latest in force on the day. */
export function rateOf(memberId: string, contractNo: string, day: Day, rates: readonly SlipRate[]): SlipRate | null {
  const inForce = rates.filter((rate) => rate.memberId === memberId && rate.fromDay <= day);
  const latest = (of: readonly SlipRate[]) => of.reduce<SlipRate | null>((best, rate) => (best && best.fromDay >= rate.fromDay ? best : rate), null);
  return latest(inForce.filter((rate) => rate.contractNo === contractNo)) ?? latest(inForce.filter((rate) => rate.contractNo === null));
}

/** The day of the assignment counts already. */
function executorOn(receipt: SlipReceipt, day: Day): { id: string; name: string } | null {
  const inForce = receipt.executors.filter((each) => each.fromDay <= day && (each.untilDay == null || day <= each.untilDay));
  const latest = inForce.reduce<(typeof inForce)[number] | null>((best, each) => (best && best.fromDay >= each.fromDay ? best : each), null);
  return latest && { id: latest.id, name: latest.name };
}

function settingsOn(rule: Rule & { readonly limits: Limits }, day: Day, policy: readonly PolicyParameter[]): Settings | Refusal {
  const version = versionOn(rule, day);
  if (!version) return { ...refusal('outside-versions', { rule: rule.id, day, first: rule.versions[0]!.from }), source: rule.source };
  const settings = parametersOn(rule, version, day, policy);
  return checkSettings(rule.id, settings, rule.limits)[0] ?? settings;
}

function headOf(receipt: SlipReceipt) {
  return {
    record: receipt.record,
    contractNo: receipt.contractNo,
    customer: receipt.customerName,
    manager: { id: receipt.managerId ?? '', name: receipt.managerName ?? '' },
    dueDay: receipt.dueDay,
    receivedDay: receipt.receivedDay,
    receivedFen: receipt.receivedFen,
  };
}

function leftOut(receipt: SlipReceipt, ratePercent: string | null, why: Refusal): SlipLine {
  return {
    ...headOf(receipt), executor: executorOn(receipt, receipt.receivedDay), ratePercent,
    commissionFen: null, managerFen: null, executorFen: null, expenseAccountFen: null,
    sources: [commissionAccrual.source], steps: [], missing: [{ ...why, source: why.source ?? commissionAccrual.source }],
  };
}
