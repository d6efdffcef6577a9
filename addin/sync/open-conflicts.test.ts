import { expect, it } from 'vitest';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { withAsked } from './open-conflicts.ts';

const edit = (record: string, path: string): Mutation => ({ kind: 'edit', record, path, baseRev: 7, to: 'typed' });
const decide: Mutation = { kind: 'decide', record: 'record-1', conflict: 'cf-1', baseRev: 7, to: 'mine' };
const conflict = { id: 'cf-1', record: 'record-1', form: 'contract' };

it('what was typed where something is decided in the pane waits for the outcome', () => {
  const typed = [edit('record-1', 'remark'), edit('record-1', 'amount'), edit('record-2', 'remark')];
  expect(withAsked(typed, [decide], [{ ...conflict, path: 'remark' }])).toEqual([edit('record-1', 'amount'), edit('record-2', 'remark'), decide]);
  expect(withAsked(typed, [decide], [])).toEqual([...typed, decide]);
});

it('so does every cell of a row about whose being taken out is decided, and what is restored goes first', () => {
  const typed = [edit('record-1', 'visits/r-1/summary'), edit('record-1', 'visits/r-2/summary')];
  expect(withAsked(typed, [decide], [{ ...conflict, path: 'visits/r-1/@deleted' }])).toEqual([typed[1], decide]);
  const restored: Mutation = { ...edit('record-1', 'visits/r-2/summary'), baseRev: 9 } as Mutation;
  expect(withAsked(typed, [restored], [])).toEqual([typed[0], restored]);
});
