import { describe, expect, it } from 'vitest';
import type { OldFilesRead, OldRecord } from '../import-services.ts';
import type { PlacedProblem } from '../services.ts';
import { chosenOf, countsByForm, countsOf, toggled } from './import-state.ts';

const question = { code: 'uncertain', path: 'quantity', form: 'gift-plan', field: 'quantity', cell: { sheet: '表', address: 'B2' }, weight: 'asks', from: 'sheet' } satisfies PlacedProblem;
const record = (id: string, change: Partial<OldRecord> = {}): OldRecord => ({ id, form: 'gift-plan', label: id, cell: { sheet: '表', address: 'A1' }, is: 'new', questions: [], problems: [], ...change });
const twin = (differs: boolean) => ({ is: 'twin' as const, twin: { file: '一.xlsx', cell: { sheet: '表', address: 'A1' }, differs } });

const records = [
  record('certain'),
  record('doubtful', { questions: [question] }),
  record('known', { is: 'known' }),
  record('certain', twin(false)),
  record('other', twin(true)),
  record('not-mine', { is: 'no-right' }),
  record('not-allowed', { is: 'refused' }),
  record('not-asked', { is: 'unasked' }),
  record('visit', { form: 'visit-report' }),
];
const read: OldFilesRead = { files: [{ name: '一.xlsx', failure: null, isUnread: false, records, problems: [], leftAlone: [], hidden: [] }], failure: null };

describe('what goes with a press', () => {
  it('is what is new and read for certain, each once', () => {
    expect(chosenOf(read, new Set())).toEqual(['certain', 'visit']);
  });

  it('and of what is asked what was said yes to, and nothing else whatever is ticked', () => {
    expect(chosenOf(read, new Set(['doubtful', 'other', 'known', 'not-mine', 'not-allowed', 'not-asked']))).toEqual(['certain', 'doubtful', 'other', 'visit']);
  });
});

describe('the counts', () => {
  it('put every record that was asked about in one place', () => {
    expect(countsOf(records)).toEqual({ fresh: 2, known: 2, asks: 2, out: 2 });
  });

  it('are told form by form', () => {
    expect(countsByForm(read.files[0]!).map(({ form, counts }) => [form, counts.fresh])).toEqual([['gift-plan', 1], ['visit-report', 1]]);
  });
});

it('a tick comes and goes', () => {
  const taken = toggled(new Set(['a']), ['b', 'c'], true);
  expect([...taken]).toEqual(['a', 'b', 'c']);
  expect([...toggled(taken, ['a', 'c'], false)]).toEqual(['b']);
});
