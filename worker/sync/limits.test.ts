import { beforeEach, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { create, visitReport } from '../test-support/records.ts';
import { addDays } from '../../domain/values/day.ts';

beforeEach(() => found(keybookOrg));

const manager = () => clientOf(idOf('managera'));
const name = nameOf('managera');

test('a record that no value of D1 would hold is refused by name, the others are taken', async () => {
  const huge = visitReport(name, '2026-10-12', '千帆渡', { issues_open: '长'.repeat(30_000), issues_handled: '长'.repeat(30_000), companions: ['长'.repeat(30_000)] });
  const answer = await manager().push(create('visit-report', huge), create('visit-report', visitReport(name, '2026-10-13')));
  expect(answer.results).toMatchObject([{ status: 'rejected', problems: [{ code: 'record-too-large' }] }, { status: 'accepted' }]);
});

test('a push of nothing but mistakes is answered, and answered again the same', async () => {
  const bad = Object.fromEntries(Array.from({ length: 55 }, (_, place) => [`nonsense_${place}`, 'x']));
  const mutations = Array.from({ length: 500 }, (_, place) => create('visit-report', { ...bad, report_date: addDays('2020-01-01', place) }));
  const request = { push: { id: 'p-mistakes-1', mutations } };
  const first = await manager().sync(request);
  expect(first.results.every((result) => result.status === 'rejected' && result.problems.length >= 5)).toBe(true);
  expect((await manager().sync(request)).results).toEqual(first.results);
  expect(await db.prepare('SELECT count(*) AS n FROM record').first('n')).toBe(0);
});

test('names of any length and script are questions, never a failure', async () => {
  for (const text of ['\ufdfa'.repeat(20_000), '"\'); DROP TABLE record; --', '\u0000', '𠮷'.repeat(5_000), '=1+1']) {
    const answer = await manager().push(create('visit-report', visitReport(name, '2026-10-12', text), undefined, true));
    expect(answer.results[0]!.problems[0]?.code, text.slice(0, 10)).toBe('customer-unknown');
  }
  expect((await manager().sync()).changes).toHaveLength(5);
});
