// Conflicts and their decisions over the wire: who is told, what a decision does, and what settles by itself.

import { beforeEach, describe, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg, parts } from '../test-support/department.ts';
import { decide, detailOf, director, managerA } from '../test-support/conflicts.ts';
import { archive, create, edit, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

/** The director's value stands, the manager's lost. */
async function clash(path = 'issues_open', mine: unknown = '经理的', theirs: unknown = '总监的') {
  const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12', '千帆渡', { issues_open: '原文' }));
  await managerA().push(made);
  await director().push(edit(made.record, path, theirs));
  const answer = await managerA().push(edit(made.record, path, mine, 1));
  return { record: made.record, conflict: answer.conflicts![0]!, answer };
}

describe('an open conflict', () => {
  test('is told in the answer with both values, who wrote them and when', async () => {
    const { conflict, record } = await clash();
    expect(conflict).toEqual({
      id: expect.stringMatching(/^cf-/), record, form: 'visit-report', label: '林小满 · 2026-10-12', path: 'issues_open', mine: '经理的', base: '原文', theirs: '总监的',
      by: '林小满', at: '2026-10-16 09:12:33', theirsBy: '顾山海', theirsAt: '2026-10-16 09:12:33', rev: 2, deleted: false,
    });
  });

  test('is told to everybody who may see the record, at every sync, and to nobody else', async () => {
    const { conflict } = await clash();
    expect((await director().sync()).conflicts).toEqual([conflict]);
    expect((await managerA().sync()).conflicts).toEqual([conflict]);
    expect((await clientOf(idOf('managerb')).sync()).conflicts).toEqual([]);
    expect((await clientOf('m-stranger').sync()).conflicts).toEqual([]);
  });

  test('on a personal field is told to whom a pull shows the field, and to nobody else, in a card and in its tables', async () => {
    const made = create('customer-archive', archive('千帆渡', { senior_contacts: { x: { order: 1, name: '何其', phone: '13911111111' } } }));
    await managerA().push(made);
    await director().push(edit(made.record, 'contact_phone', '13922222222'), edit(made.record, 'senior_contacts/x/phone', '13933333333'));
    const { conflicts } = await managerA().push(edit(made.record, 'contact_phone', '13944444444', 1), edit(made.record, 'senior_contacts/x/phone', '13955555555', 1));
    expect(conflicts!.map(({ path }) => path).sort()).toEqual(['contact_phone', 'senior_contacts/x/phone']);
    const told = await Promise.all(parts.map(async (part) => {
      const { changes, conflicts: open } = await clientOf(idOf(part)).sync();
      const shown = changes.find(({ record }) => record === made.record);
      return { told: open!.map(({ path }) => path).sort(), mayBeTold: shown ? ['contact_phone', 'senior_contacts/x/phone'].filter((path) => !shown.masked.includes(path)) : [] };
    }));
    for (const one of told) expect(one.told).toEqual(one.mayBeTold);
  });

  test('names what stands now, also after a third change', async () => {
    const { record } = await clash();
    await director().push(edit(record, 'issues_open', '再改', 2));
    expect((await managerA().sync()).conflicts).toMatchObject([{ theirs: '再改', rev: 3 }]);
  });

  test('is kept once, however often the same value is sent', async () => {
    const { record, conflict } = await clash();
    const again = await managerA().push(edit(record, 'issues_open', '经理的', 1));
    expect(again.results[0]!.conflicts).toEqual([{ id: conflict.id, path: 'issues_open' }]);
    expect(again.conflicts).toHaveLength(1);
  });
});

describe('a decision', () => {
  test.each([['经理的', '经理的'], ['总监的', '总监的'], ['两人都同意', '两人都同意']])('for %s lets it stand, with a row of history and a link of the chain', async (to, stands) => {
    const { record, conflict, answer } = await clash();
    const decided = await director().push(decide(conflict, to));
    expect(decided.results[0]).toMatchObject({ status: 'accepted', rev: 3, conflicts: [] });
    expect(decided.conflicts).toEqual([]);
    expect(decided.chain).not.toBe(answer.chain);
    const detail = await detailOf(record);
    expect(detail.record.fields['issues_open']).toBe(stands);
    expect(detail.history.at(-1)).toMatchObject({ kind: 'decide', patch: { issues_open: ['总监的', stands] } });
    expect(detail.conflicts).toMatchObject([{ id: conflict.id, decided: 4 }]);
    expect((await managerA().sync()).conflicts).toEqual([]);
  });

  test('made on an older view stays open with what stands now', async () => {
    const { record, conflict } = await clash();
    await director().push(edit(record, 'issues_open', '再改', 2));
    const late = await managerA().push(decide(conflict, '经理的'));
    expect(late.results[0]).toMatchObject({ status: 'unchanged', conflicts: [{ id: conflict.id, path: 'issues_open' }] });
    expect(late.conflicts).toMatchObject([{ id: conflict.id, mine: '经理的', theirs: '再改' }]);
  });

  test('of another value made on an older view is kept as a conflict of its own', async () => {
    const { record, conflict } = await clash();
    await director().push(edit(record, 'issues_open', '再改', 2));
    const late = await managerA().push(decide(conflict, '第三种写法'));
    expect(late.conflicts!.map((entry) => entry.mine).sort()).toEqual(['经理的', '第三种写法'].sort());
  });

  test('made twice the same is nothing the second time; made otherwise on an older view it becomes a conflict', async () => {
    const { record, conflict } = await clash();
    await director().push(decide(conflict, '总监的'));
    expect((await managerA().push(decide(conflict, '总监的'))).results[0]).toMatchObject({ status: 'unchanged', conflicts: [] });
    const otherwise = await managerA().push(decide(conflict, '经理的'));
    expect(otherwise.results[0]).toMatchObject({ status: 'unchanged', conflicts: [{ path: 'issues_open' }] });
    expect(otherwise.conflicts).toMatchObject([{ mine: '经理的', theirs: '总监的' }]);
    const seen = await managerA().push(decide(otherwise.conflicts![0]!, '经理的'));
    expect(seen.results[0]).toMatchObject({ status: 'accepted' });
    expect((await detailOf(record)).record.fields['issues_open']).toBe('经理的');
  });

  test('of what is not there, or is not the decider\'s to write, is refused', async () => {
    const { conflict } = await clash();
    expect((await director().push(decide({ ...conflict, id: 'cf-nowhere-1' }, 'x'))).results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'conflict-unknown' }] });
    expect((await clientOf(idOf('managerb')).push(decide(conflict, 'x'))).results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'not-found' }] });
    expect((await director().sync()).conflicts).toHaveLength(1);
  });
});

describe('a deletion in dispute', () => {
  test('is decided to go or to stay', async () => {
    for (const [to, gone] of [[true, true], [false, false]] as const) {
      const made = create('visit-report', visitReport(nameOf('managera'), `2026-10-1${gone ? 3 : 4}`));
      await managerA().push(made);
      await director().push(edit(made.record, 'issues_open', '新内容'));
      const { conflicts } = await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
      expect(conflicts).toMatchObject([{ path: '@deleted', mine: true, theirs: false, theirsBy: '顾山海' }]);
      const decided = await managerA().push(decide(conflicts![0]!, to));
      expect(decided.results[0]).toMatchObject({ status: 'accepted' });
      expect(decided.conflicts).toEqual([]);
      expect((await detailOf(made.record)).record.deleted).toBe(gone);
    }
  });

  test('an edit that lost against it brings the record back when it is chosen', async () => {
    const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    await managerA().push(made);
    await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    const { conflicts } = await director().push(edit(made.record, 'issues_open', '晚了', 1));
    expect(conflicts).toMatchObject([{ path: 'issues_open', mine: '晚了', theirs: null, deleted: true, theirsBy: '林小满' }]);
    await director().push(decide(conflicts![0]!, '晚了'));
    const detail = await detailOf(made.record);
    expect(detail.record).toMatchObject({ deleted: false, fields: { issues_open: '晚了', report_date: '2026-10-12' } });
  });
});

describe('an edit that lost against a deletion, where the same thing was written anew', () => {
  test.each([['晚了', false], [null, true]])('is decided both ways: %s', async (to, gone) => {
    const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    await managerA().push(made);
    await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    const { conflicts } = await director().push(edit(made.record, 'issues_open', '晚了', 1));
    const anew = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    expect((await managerA().push(anew)).results).toMatchObject([{ status: 'accepted' }]);
    const decided = await director().push(decide(conflicts![0]!, to));
    expect([decided.results[0]!.status, decided.conflicts]).toEqual(['accepted', []]);
    // Two of one key stand now, which only a person can say to be right.
    expect(decided.results[0]!.problems.map(({ code }) => code)).toEqual(gone ? [] : ['same-key']);
    expect((await detailOf(made.record)).record.deleted).toBe(gone);
    expect((await detailOf(anew.record)).record).toMatchObject({ rev: 1, deleted: false });
    if (!gone) expect((await detailOf(made.record)).record.fields['issues_open']).toBe('晚了');
  });

  test('and who restores it without such a question is told of the new one', async () => {
    const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    await managerA().push(made);
    await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    const anew = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
    await managerA().push(anew);
    expect((await managerA().push({ kind: 'restore', record: made.record, baseRev: 2 })).results).toMatchObject([{ status: 'duplicate', duplicateOf: anew.record }]);
  });
});

describe('what settles by itself', () => {
  test('a losing value that comes to stand', async () => {
    const { record } = await clash();
    expect((await director().push(edit(record, 'issues_open', '经理的', 2))).conflicts).toEqual([]);
  });

  test('a value whose author has seen what stood and gone on; a colleague\'s edit settles nothing', async () => {
    const { record } = await clash();
    expect((await director().push(edit(record, 'issues_open', '又一改', 2))).conflicts).toHaveLength(1);
    expect((await managerA().push(edit(record, 'issues_open', '都写上', 3))).conflicts).toEqual([]);
  });
});

test('a push decides many conflicts in three round trips and twelve statements', async () => {
  const made = Array.from({ length: 60 }, (_, place) => create('visit-report', visitReport(nameOf('managera'), `2026-0${1 + Math.floor(place / 20)}-${String(1 + (place % 20)).padStart(2, '0')}`)));
  await managerA().push(...made);
  await director().push(...made.map(({ record }) => edit(record, 'issues_open', '总监的')));
  const { conflicts } = await managerA().push(...made.map(({ record }) => edit(record, 'issues_open', '经理的')));
  expect(conflicts).toHaveLength(60);
  const client = director();
  const answer = await client.push(...conflicts!.map((conflict) => decide(conflict, '经理的')));
  expect(answer.conflicts).toEqual([]);
  expect(client.counters().roundTrips).toBe(3);
  expect(client.counters().statements).toBeLessThanOrEqual(12);
  expect(client.counters().rowsWritten).toBeLessThanOrEqual(2 * 60 + 60 + 4);
  expect(await db.prepare('SELECT count(*) AS n FROM conflict WHERE open = 1').first('n')).toBe(0);
});
