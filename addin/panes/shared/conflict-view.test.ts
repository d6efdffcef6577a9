// What the conflicts' screen shows and sends, without a screen.

import { expect, test } from 'vitest';
import { demoConflicts, demoHardConflicts } from '../demo-shared.ts';
import { chosenAll, chosenAmong, conflictGroups, decisionsOf, otherValues, sidesOf } from './conflict-view.ts';

const [phone, budget, plan] = demoConflicts;

test('conflicts stand record by record, with the colleague where it is one', () => {
  const groups = conflictGroups([...demoConflicts, ...demoHardConflicts]);
  expect(groups.map(({ label, conflicts, other, isOwn }) => [label, conflicts.length, other, isOwn])).toEqual([
    ['临澜千帆渡电子商务有限公司', 3, '叶知秋', true],
    ['千帆渡 · 茶叶礼盒', 1, '叶知秋', true],
    ['星河教育 · 钢笔', 1, '叶知秋', true],
    ['临澜星河教育科技有限公司', 1, '周立夏', false],
  ]);
  expect(conflictGroups([phone!, { ...budget!, theirs: { ...budget!.theirs, by: '周立夏' } }])[0]!.other).toBeNull();
});

test('one’s own side comes first, whether it lost or stands', () => {
  expect(sidesOf(phone!).map(({ which, isOwn }) => [which, isOwn])).toEqual([['mine', true], ['theirs', false]]);
  expect(sidesOf({ ...phone!, side: 'stands' }).map(({ which, isOwn }) => [which, isOwn])).toEqual([['theirs', true], ['mine', false]]);
});

test('all at once chooses one’s own value in every field, also where it is the one that stands', () => {
  const [group] = conflictGroups([phone!, { ...budget!, side: 'stands' }]);
  expect(chosenAll({}, group!, 'own')).toEqual({ 'conflict-phone': 'mine', 'conflict-budget': 'theirs' });
  expect(chosenAll({ other: 'mine' }, group!, 'other')).toEqual({ other: 'mine', 'conflict-phone': 'theirs', 'conflict-budget': 'mine' });
});

test('a decision says the value and the rev at which it was seen; what is not chosen is not sent', () => {
  const choices = { 'conflict-phone': 'mine', 'conflict-budget': { typed: '370万', value: 370_000_000 }, gone: 'theirs' } as const;
  expect(chosenAmong(demoConflicts, choices)).toEqual([phone, budget]);
  expect(decisionsOf(demoConflicts, choices)).toEqual([
    { kind: 'decide', record: phone!.record, conflict: 'conflict-budget', baseRev: 7, to: 370_000_000 },
    { kind: 'decide', record: phone!.record, conflict: 'conflict-phone', baseRev: 7, to: '19900001108' },
  ]);
  expect(decisionsOf(demoHardConflicts, { 'conflict-deleted': 'mine' })).toMatchObject([{ to: true }]);
});

test('of two of one’s own values on a path that both lost, the later one comes to stand', () => {
  const later = { ...phone!, id: 'conflict-later', mine: { ...phone!.mine, value: '19900001109' } };
  const [group] = conflictGroups([later, phone!]);
  expect(decisionsOf([later, phone!], chosenAll({}, group!, 'own')).at(-1)).toMatchObject({ conflict: 'conflict-later', to: '19900001109' });
});

test('a conflict whose values are not known here is neither chosen nor sent', () => {
  const unheard = { ...phone!, isHeard: false, mine: { value: null, by: null, at: null }, rev: 0 };
  const [group] = conflictGroups([unheard, budget!]);
  expect(chosenAll({}, group!, 'own')).toEqual({ 'conflict-budget': 'mine' });
  expect(decisionsOf([unheard], { 'conflict-phone': 'mine' })).toEqual([]);
});

test('after a decision the values that do not stand can be chosen instead', () => {
  expect(otherValues(plan!, plan!.mine.value)).toEqual([plan!.theirs.value]);
  expect(otherValues(plan!, '明年')).toEqual([plan!.mine.value, plan!.theirs.value]);
});
