// Every change of what the pane knows of a shared workbook.

import { expect, test } from 'vitest';
import { demoConflicts, demoNews, demoQuestions } from './demo-shared.ts';
import { afterAnswers, afterDecisions, answeredMatches, answeredRemoval, cameTooLate, chose, choseOtherwise, heardNews, historyKey, nothingShared } from './shared-state.ts';

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
  expect(cameTooLate(decided, 'conflict-budget').decided.map(({ isLate }) => isLate)).toEqual([undefined, true]);
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
