// What a commission slip is reckoned from, read in one batch: standing receipts, rates, settings.

import type { SlipInput, SlipReceipt } from '../../domain/rules/commission-slip.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import { idsByName, policyOf, ratesFor, ratesOf } from '../books/policy.ts';
import { changesStatement } from '../books/queries.ts';
import type { People } from '../books/queries.ts';
import type { ChangeRow } from '../books/replay.ts';
import type { Database } from '../db/database.ts';
import { executorsStatement, namesStatement, receiptsStatement } from './queries.ts';
import type { ExecutorRow, NameRow, ReceiptRow } from './queries.ts';

export type SlipBooks = Pick<SlipInput, 'receipts' | 'rates' | 'policy'>;

export async function readSlipBooks(database: Database, org: string, people: People, month: string): Promise<SlipBooks> {
  const [receipts, rates, policy, names, executors] = await database.batch([
    receiptsStatement(org, people, month),
    changesStatement(org, 'account-rate'),
    changesStatement(org, 'policy-parameter'),
    namesStatement(org),
    executorsStatement(org),
  ]);
  const members = names!.results as unknown as NameRow[];
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const byCustomer = Map.groupBy(executors!.results as unknown as ExecutorRow[], (row) => row.customer);
  const rows = standing(receipts!.results as unknown as ReceiptRow[]);
  return {
    receipts: rows.map((row) => receiptOf(row, month, nameOf, byCustomer.get(row.customer ?? '') ?? [])),
    rates: ratesFor(ratesOf(rates!.results as unknown as ChangeRow[], idsByName(members)), rows.map((row) => row.line)),
    policy: policyOf(policy!.results as unknown as ChangeRow[]),
  };
}

/** What the month says after its corrections: statements that stand, and statements of closed months that it takes back. */
function standing(rows: readonly ReceiptRow[]): ReceiptRow[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.record, row.member, row.day, row.line, Math.abs(row.amount), row.customer]));
  return [...groups.values()].flatMap((group) => {
    const left = group.reduce((sum, row) => sum + row.sign, 0);
    return left === 0 ? [] : [group.find((row) => row.sign === Math.sign(left))!];
  });
}

function receiptOf(row: ReceiptRow, month: string, nameOf: ReadonlyMap<string, string>, executors: readonly ExecutorRow[]): SlipReceipt {
  const fields = JSON.parse(row.fields) as Fields;
  return {
    record: row.record,
    contractNo: row.line,
    customerName: row.customerName ?? '',
    managerId: row.member === '' ? null : row.member,
    managerName: nameOf.get(row.member) ?? null,
    executors: executors.map((entry) => ({ id: entry.member, name: entry.name, fromDay: entry.since, untilDay: entry.until })),
    dueDay: typeof fields['due_day'] === 'string' ? fields['due_day'] : null,
    receivedDay: row.day,
    posted: month,
    receivedFen: Math.abs(row.amount),
    takesBack: row.sign === -1,
  };
}
