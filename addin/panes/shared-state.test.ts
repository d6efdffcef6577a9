// Every change of what the pane knows of a shared workbook.

import { expect, test } from 'vitest';
import { demoConflicts, demoNews, demoQuestions } from './demo-shared.ts';
import { afterAnswers, afterDecisions, answeredMatches, answeredRemoval, cameTooLate, chose, choseOtherwise, heardNews, historyKey, nothingShared, presses, tookBack } from './shared-state.ts';

const [phone, budget] = demoConflicts;
const sent = [phone!, budget!].map((conflict) => ({ conflict, value: conflict.mine.value }));

test('a choice is replaced by a later one and can be taken back', () => {
  const chosen = chose(chose(nothingShared, 'a', 'mine'), 'a', 'theirs');
  expect(chosen.choices).toEqual({ a: 'theirs' });
  expect(chose(chosen, 'a', null).choices).toEqual({});
});

test('what is open no more is decided; what moved meanwhile is to be chosen again', () => {
  const shared = { ...nothingShared, choices: { 'conflict-phone': 'mine', 'conflict-budget': 'mine', 'conflict-plan': 'theirs' } as const };
  const after = afterDecisions(shared, sent, [budget!, demoConflicts[2]!]);
  expect(after.decided.map(({ conflict }) => conflict.id)).toEqual(['conflict-phone']);
  expect(after.choices).toEqual({ 'conflict-plan': 'theirs' });
});

test('one may choose otherwise, unless somebody else was there before', () => {
  const decided = afterDecisions(nothingShared, sent, []);
  expect(choseOtherwise(decided, 'conflict-phone', '1').decided[0]).toMatchObject({ value: '1' });
  expect(cameTooLate(decided, ['conflict-budget']).decided.map(({ isLate }) => isLate)).toEqual([undefined, true]);
});

test('what was decided with one press stays together, the last presses are kept whole, and one is taken back whole', () => {
  const [first, second] = [sent.slice(0, 1), sent.slice(1)];
  const both = afterDecisions(afterDecisions(nothingShared, first, []), second, []);
  expect(presses(both.decided).map((press) => press.map(({ conflict }) => conflict.id))).toEqual([['conflict-budget'], ['conflict-phone']]);
  expect(tookBack(both, 2).decided.map(({ conflict }) => conflict.id)).toEqual(['conflict-phone']);
  const many = Array.from({ length: 25 }, (_, turn) => ({ conflict: { ...phone!, id: `conflict-${turn}` }, value: null }));
  expect(presses(afterDecisions(both, many, []).decided).map((press) => press.length)).toEqual([25]);
});

test('news of a field that was decided here says that somebody was there since', () => {
  const decided = afterDecisions(nothingShared, sent, []);
  const change = { ...demoNews.changes[0]!, record: phone!.record, paths: [{ path: phone!.path, from: '1', to: '2' }] };
  expect(heardNews(decided, { ...demoNews, changes: [change] }).decided.map(({ isLate }) => isLate)).toEqual([true, undefined]);
});

test('answers are kept until they are sent, and deletions after that, to take them back', () => {
  const answered = answeredMatches(answeredRemoval(nothingShared, ['gift-tea', 'gift-cup'], 'remove'), ['match-1'], 'new');
  expect([answered.removals, answered.matches]).toEqual([{ 'gift-tea': 'remove', 'gift-cup': 'remove' }, { 'match-1': 'new' }]);
  expect(afterAnswers(answered, demoQuestions.deletions)).toMatchObject({ removals: {}, matches: {}, removed: demoQuestions.deletions });
});

test('other news asks anew what changed; the same leaves the list as it stands', () => {
  const listed = { ...nothingShared, changed: { is: 'here', value: demoNews } as const };
  expect(heardNews(listed, demoNews).changed.is).toBe('idle');
  expect(heardNews({ ...listed, news: demoNews }, { ...demoNews }).changed.is).toBe('here');
});

test('history is asked for a record or one of its fields', () => {
  expect([historyKey('r', null), historyKey('r', 'a/b/c')]).toEqual(['r', 'r a/b/c']);
});
