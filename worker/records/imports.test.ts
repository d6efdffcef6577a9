// What the Worker does with records of old files: taken once, taken back where nobody changed them since.

import { beforeEach, describe, expect, test } from 'vitest';
import type { LookupAnswer, Mutation } from '../../domain/protocol/messages.ts';
import { importedId } from '../../domain/protocol/imported.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg));

const old = (form: string, fields: Parameters<typeof create>[1]) => create(form, fields, importedId(freshId('content')));
const factsNow = async () => (await db.prepare('SELECT coalesce(sum(amount), 0) AS n FROM fact').first<{ n: number }>())!.n;

async function revsOf(client: ReturnType<typeof clientOf>, records: readonly Extract<Mutation, { kind: 'create' }>[]): Promise<(number | undefined)[]> {
  const response = await client.call('POST', '/api/records/lookup', { records: records.map(({ record, form }) => ({ record, form, fields: {} })) });
  return ((await response.json()) as LookupAnswer).records.map(({ rev }) => rev);
}

const archiveAndWhatHangsOnIt = () => [
  old('visit-report', visitReport(nameOf('managera'), '2023-09-01', '甲乙公司')),
  old('receipt', receipt('HT-1', '2023-04-01', 100)),
  old('contract', contract('HT-1', '甲乙公司', '2023-03-01')),
  old('customer-archive', archive('甲乙公司')),
];

describe('an import', () => {
  test('whose records come to hang on one another stays at the rev that it was given', async () => {
    const client = clientOf(idOf('director'));
    const records = archiveAndWhatHangsOnIt();
    for (const record of records) expect((await client.push(record)).results[0]).toMatchObject({ status: 'accepted', rev: 1 });
    expect(await revsOf(client, records)).toEqual([1, 1, 1, 1]);
  });

  test('is taken back whole, and what it stated with it', async () => {
    const client = clientOf(idOf('director'));
    const records = archiveAndWhatHangsOnIt();
    await client.push(...records);
    const answer = await client.push(...records.toReversed().map(({ record }): Mutation => ({ kind: 'delete', record, baseRev: 1 })));
    expect(answer.results.every((result) => result.status === 'accepted' && result.conflicts.length === 0)).toBe(true);
    expect((await client.sync()).changes).toEqual([]);
    expect(await factsNow()).toBe(0);
  });

  test('of which a colleague changed a record is told so before it is taken back', async () => {
    const client = clientOf(idOf('director'));
    const records = archiveAndWhatHangsOnIt();
    await client.push(...records);
    await clientOf(idOf('managera')).push(edit(records[0]!.record, 'issues_open', '补一句'));
    expect(await revsOf(client, records)).toEqual([2, 1, 1, 1]);
  });

  test('made again after it was taken back brings the same records back', async () => {
    const client = clientOf(idOf('director'));
    const record = old('visit-report', visitReport(nameOf('managera'), '2023-09-01'));
    await client.push(record);
    await client.push({ kind: 'delete', record: record.record, baseRev: 1 });
    const again = await client.push(record);
    expect(again.results[0]).toMatchObject({ status: 'accepted' });
    expect(await revsOf(client, [record])).toEqual([again.results[0]!.rev]);
    expect((await client.push({ kind: 'delete', record: record.record, baseRev: again.results[0]!.rev })).results[0]).toMatchObject({ status: 'accepted', conflicts: [] });
  });

  test('sent twice is taken once', async () => {
    const client = clientOf(idOf('director'));
    const record = old('gift-plan', { customer: '千帆渡', gift_purpose: '中秋', gift_name: '茶', quantity: 1, budget_value: 100, responsible: nameOf('managera') });
    await client.push(record);
    expect((await client.push(record)).results[0]).toMatchObject({ status: 'unchanged', rev: 1 });
    expect((await client.push({ ...record, record: importedId(freshId('content')) })).results[0]).toMatchObject({ status: 'duplicate', duplicateOf: record.record });
  });
});
