// Taking a decision back: what is sent for each kind of conflict, and when nothing is.

import { expect, test } from 'vitest';
import type { Value } from '../../../domain/forms/definition.ts';
import { demoConflicts, demoHistory } from '../demo-shared.ts';
import type { ChangedPath, ChangeKind, ConflictView, RecordHistory } from '../shared-services.ts';
import type { Decided } from '../shared-state.ts';
import { canUndo, undoOfDecision } from './undo-decision.ts';

const [phone, budget, plan] = demoConflicts as readonly [ConflictView, ConflictView, ConflictView];
const { record } = phone;
const chose = (conflict: ConflictView, value: Value | null): Decided => ({ conflict, value, press: 1 });
const known = { record, baseRev: 9 };

/** The latest change first. */
function history(...entries: readonly (readonly [ChangeKind, ...ChangedPath[]])[]): ReadonlyMap<string, RecordHistory> {
  const told = entries.map(([kind, ...paths], turn) => ({ seq: 50 - turn, at: '2026-10-16T09:00:00Z', by: '林小满', kind, workbook: null, device: null, paths }));
  return new Map([[record, { ...demoHistory, rev: 9, entries: told }]]);
}

const decidedPhone: ChangedPath = { path: phone.path, from: '19900001118', to: '19900001108' };
const decidedBudget: ChangedPath = { path: budget.path, from: 380_000_000, to: 360_000_000 };

test('every field of a press is put back as it stood, what stood and was chosen is left alone, and so is what went out with it', () => {
  const press = [chose(phone, '19900001108'), chose(budget, 360_000_000), chose(plan, plan.theirs.value)];
  const { mutations, late } = undoOfDecision(press, history(['decide', decidedPhone, decidedBudget, { path: plan.path, from: plan.theirs.value, to: plan.theirs.value }, { path: 'remark', from: 'a', to: 'b' }]));
  expect([mutations, late]).toEqual([[{ kind: 'edit', ...known, path: phone.path, to: '19900001118' }, { kind: 'edit', ...known, path: budget.path, to: 380_000_000 }], []]);
});

test('what somebody changed of other fields since is no matter', () => {
  expect(undoOfDecision([chose(phone, '19900001108')], history(['edit', { path: 'industry_position', from: null, to: '一般' }], ['decide', decidedPhone])).late).toEqual([]);
});

test('where one field was changed since, nothing of the press is taken back', () => {
  const press = [chose(phone, '19900001108'), chose(budget, 360_000_000)];
  const { mutations, late } = undoOfDecision(press, history(['edit', { ...decidedPhone, from: '19900001108', to: '1' }], ['decide', decidedPhone, decidedBudget]));
  expect([mutations, late.map(({ conflict }) => conflict.id)]).toEqual([[], ['conflict-phone']]);
  expect(undoOfDecision([chose(phone, '2')], history(['decide', decidedPhone])).late).toHaveLength(1);
  expect(undoOfDecision([chose(phone, '19900001108')], new Map()).late).toHaveLength(1);
});

test('a record that was decided to go comes back, and one that was brought back goes again, as it was', () => {
  const deleted: ConflictView = { ...phone, path: '@deleted', theirs: { ...phone.theirs, value: false } };
  expect(undoOfDecision([chose(deleted, true)], history(['decide', { path: '@deleted', from: false, to: true }])).mutations).toEqual([{ kind: 'restore', ...known }]);
  const gone: ConflictView = { ...budget, isGone: true, theirs: { ...budget.theirs, value: null } };
  const { mutations } = undoOfDecision([chose(gone, 360_000_000)], history(['decide', { path: '@deleted', from: true, to: false }, { ...decidedBudget, from: 320_000_000 }]));
  expect(mutations).toEqual([{ kind: 'edit', ...known, path: budget.path, to: 320_000_000 }, { kind: 'delete', ...known }]);
});

test('a row that was decided to go comes back in its place, and one that came back with a cell goes again', () => {
  const row = 'decision_chain/r1';
  const cells = (from: Value | null, to: Value | null): ChangedPath => ({ path: `${row}/name`, from, to });
  const removal: ConflictView = { ...phone, path: `${row}/@deleted`, theirs: { ...phone.theirs, value: false } };
  const away = undoOfDecision([chose(removal, true)], history(['decide', cells('王', null), { path: `${row}/order`, from: 2, to: null }, decidedBudget]));
  expect(away.mutations).toEqual([{ kind: 'edit', ...known, path: `${row}/name`, to: '王' }, { kind: 'edit', ...known, path: `${row}/order`, to: 2 }]);
  const cell: ConflictView = { ...phone, path: `${row}/phone`, theirs: { ...phone.theirs, value: null } };
  const back = undoOfDecision([chose(cell, '1')], history(['decide', cells(null, '王'), { path: `${row}/phone`, from: null, to: '1' }]));
  expect(back.mutations.map((mutation) => (mutation.kind === 'edit' ? [mutation.path, mutation.to] : mutation.kind))).toEqual([[`${row}/name`, null], [`${row}/phone`, null]]);
});

test('is offered where something was changed and stands untouched', () => {
  const mine = chose(phone, '19900001108');
  expect([canUndo([mine]), canUndo([chose(phone, phone.theirs.value)]), canUndo([mine, { ...mine, isLate: true }]), canUndo([{ ...mine, isOtherwise: true }])]).toEqual([true, false, false, false]);
});
