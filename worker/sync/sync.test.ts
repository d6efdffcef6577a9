import { beforeEach, describe, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import { create, edit, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const managerA = () => clientOf(idOf('managera'));
const nameA = nameOf('managera');

describe('a visit report, from end to end', () => {
  test('is accepted, answered with a receipt, and comes to a colleague who may see it', async () => {
    const mutation = create('visit-report', visitReport(nameA, '2026-10-12'));
    const answer = await managerA().push(mutation);
    expect(answer.results).toEqual([{ record: mutation.record, status: 'accepted', rev: 1, merged: 0, problems: [], conflicts: [] }]);
    expect(answer.receipt?.number).toBe('20261016-01');
    expect(answer.today).toBe('2026-10-16');
    const director = await clientOf(idOf('director')).sync();
    expect(director.changes.map((record) => [record.record, record.by])).toEqual([[mutation.record, nameA]]);
    expect(director.changes[0]!.fields).toEqual(mutation.fields);
  });

  test('states a visit and its expense for the reporter', async () => {
    await managerA().push(create('visit-report', visitReport(nameA, '2026-10-12')));
    const { results } = await db.prepare('SELECT member, measure, posted, amount, customer FROM fact ORDER BY measure').all();
    expect(results).toEqual([
      { member: idOf('managera'), measure: 'visit', posted: '2026-10', amount: 1, customer: 'cu-qianfandu' },
      { member: idOf('managera'), measure: 'visit-expense', posted: '2026-10', amount: 4600, customer: null },
    ]);
  });

  test('is not seen by another manager, nor by another organisation', async () => {
    await managerA().push(create('visit-report', visitReport(nameA, '2026-10-12')));
    expect((await clientOf(idOf('managerb')).sync()).changes).toEqual([]);
    expect((await clientOf('m-stranger').sync()).changes).toEqual([]);
  });

  test('an edit reaches the other side as a change since the cursor', async () => {
    const director = clientOf(idOf('director'));
    const mutation = create('visit-report', visitReport(nameA, '2026-10-12'));
    await managerA().push(mutation);
    const first = await director.sync();
    const answer = await managerA().push(edit(mutation.record, 'visits/v1/summary', '改谈价格'));
    expect(answer.results[0]).toMatchObject({ status: 'accepted', rev: 2 });
    const second = await director.sync({ cursor: first.cursor, scope: first.scope });
    expect(second.snapshot).toBe(false);
    expect(second.changes.map((record) => record.rev)).toEqual([2]);
    expect(second.changes[0]!.fields).toMatchObject({ visits: { v1: { summary: '改谈价格' } } });
  });
});
