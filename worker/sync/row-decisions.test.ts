// Conflicts and decisions over rows inside a card: added, changed and taken out by two people.

import { beforeEach, describe, expect, test } from 'vitest';
import { decide, detailOf, director, managerA } from '../test-support/conflicts.ts';
import { found, keybookOrg, otherOrg } from '../test-support/department.ts';
import { archive, create, edit } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

describe('rows inside a card', () => {
  const contacts = (extra: Record<string, unknown> = {}) => archive('千帆渡', { senior_contacts: { a: { name: '王总', phone: '1', order: 1 }, ...extra } } as never);
  const removal = (record: string, row: string, columns: readonly string[], baseRev = 1) => columns.map((column) => edit(record, `senior_contacts/${row}/${column}`, null, baseRev));

  test('two people who add a contact each have both', async () => {
    const made = create('customer-archive', contacts());
    await managerA().push(made);
    await director().push(edit(made.record, 'senior_contacts/b/name', '李总'), edit(made.record, 'senior_contacts/b/order', 2));
    const answer = await managerA().push(edit(made.record, 'senior_contacts/c/name', '赵总'), edit(made.record, 'senior_contacts/c/order', 2));
    expect(answer.conflicts).toEqual([]);
    expect(Object.values(answer.changes[0]!.fields['senior_contacts'] as object).map((row) => row.name).sort()).toEqual(['李总', '王总', '赵总'].sort());
  });

  test.each([[true, []], [false, ['王总']]])('a row that a colleague has changed is not taken out by half; decided %s', async (to, left) => {
    const made = create('customer-archive', contacts());
    await managerA().push(made);
    await director().push(edit(made.record, 'senior_contacts/a/position', '董事长'));
    const answer = await managerA().push(...removal(made.record, 'a', ['name', 'phone', 'order']));
    expect(answer.results[0]).toMatchObject({ status: 'unchanged', conflicts: [{ path: 'senior_contacts/a/@deleted' }] });
    expect(answer.conflicts).toMatchObject([{ path: 'senior_contacts/a/@deleted', mine: true, theirs: false, theirsBy: '顾山海' }]);
    const decided = await managerA().push(decide(answer.conflicts![0]!, to));
    expect(decided.conflicts).toEqual([]);
    const { record } = await detailOf(made.record);
    expect(Object.values((record.fields['senior_contacts'] ?? {}) as object).map((row) => row.name)).toEqual(left);
    const stale = await director().push(edit(made.record, 'senior_contacts/a/position', '总裁', 2));
    expect(stale.conflicts).toHaveLength(to ? 1 : 0);
  });

  test('a cell of a row that was taken out is a conflict; chosen, the row comes back whole', async () => {
    const made = create('customer-archive', contacts());
    await managerA().push(made);
    await managerA().push(...removal(made.record, 'a', ['name', 'phone', 'order']));
    const answer = await director().push(edit(made.record, 'senior_contacts/a/position', '董事长', 1), edit(made.record, 'senior_contacts/a/order', 3, 1));
    expect(answer.conflicts).toMatchObject([{ path: 'senior_contacts/a/position', mine: '董事长', theirs: null, theirsBy: '林小满' }]);
    await director().push(decide(answer.conflicts![0]!, '董事长'));
    expect((await detailOf(made.record)).record.fields['senior_contacts']).toEqual({ a: { name: '王总', phone: '1', position: '董事长', order: 1 } });
  });

  test('what a decision did to a row is undone by its patch turned round, as a change that is in nobody\'s way', async () => {
    const made = create('customer-archive', contacts());
    const undo = async () => {
      const { record, history } = await detailOf(made.record);
      const inverse = Object.entries(history.at(-1)!.patch as Record<string, [unknown, unknown]>).map(([path, [from]]) => edit(made.record, path, from, record.rev));
      expect((await managerA().push(...inverse)).results[0]).toMatchObject({ conflicts: [] });
      return (await detailOf(made.record)).record.fields['senior_contacts'];
    };
    await managerA().push(made);
    await director().push(edit(made.record, 'senior_contacts/a/position', '董事长'));
    const removed = await managerA().push(...removal(made.record, 'a', ['name', 'phone', 'order']));
    await managerA().push(decide(removed.conflicts![0]!, true));
    const whole = { a: { name: '王总', phone: '1', position: '董事长', order: 1 } };
    expect(await undo()).toEqual(whole);
    await managerA().push(...removal(made.record, 'a', ['name', 'phone', 'position', 'order'], 9));
    const late = await director().push(edit(made.record, 'senior_contacts/a/phone', '2', 2));
    await director().push(decide(late.conflicts![0]!, '2'));
    expect(await undo()).toBeUndefined();
  });
});
