// Records against the ledger: edits, inserted and sorted rows, copies, reused cards, and what is asked instead of guessed.

import { describe, expect, it } from 'vitest';
import { fixtures as giftFixtures } from '../../../domain/forms/gift-plan.fixtures.ts';
import { fixtures as visitFixtures } from '../../../domain/forms/visit-report.fixtures.ts';
import { fixtures as salesFixtures } from '../../../domain/forms/sales.fixtures.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Fields } from '../../../domain/forms/definition.ts';
import { drawForm } from '../write/draw-form.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { ledgerEntryOf } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { contentKeyOf } from './match-groups.ts';
import { matchRecords } from './match.ts';
import { pendingChanges } from './pending.ts';
import { recogniseWorkbook } from '../recognise.ts';
import type { Recognition } from '../recognised.ts';
import { sketch } from '../test-support/sketch.ts';

const salt = 'salt';
const sales = formOf('sales')!;
const visits = formOf('visit-report')!;

function counter(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}-${String(++count).padStart(8, '0')}`;
}

function sale(number: number, more: Fields = {}): Fields {
  return { ...salesFixtures.maximal, document_no: `JS-${number}`, amount: number * 100, day: `2026-09-${String(number).padStart(2, '0')}`, ...more };
}

function read(form: typeof sales, records: readonly Fields[], name = '表'): Recognition {
  return recogniseWorkbook({ sheets: [imageOfPlan(drawForm(form, records, { name, key: name }))], isStructureProtected: false });
}

function remember(recognition: Recognition): LedgerEntry[] {
  const matching = matchRecords(recognition, [], { salt, newRowId: counter('row') });
  return matching.created.map((record, index) => ledgerEntryOf(formOf(record.form)!, { id: `record-${index + 1}`, rev: 3, fields: record.fields }, { sheet: record.sheet, place: record.place, rowPlaces: record.rowPlaces }, salt));
}

function compare(before: Recognition, after: Recognition) {
  const ledger = remember(before);
  const matching = matchRecords(after, ledger, { salt, newRowId: counter('new') });
  return { matching, pending: pendingChanges(matching, { salt, newRecordId: counter('made') }).mutations.map((entry) => entry.mutation) };
}

const three = [sale(1), sale(2), sale(3)];

describe('matching a list', () => {
  it('finds nothing pending where nothing changed', () => {
    expect(compare(read(sales, three), read(sales, three)).pending).toEqual([]);
  });

  it('finds one edit of one path, with the rev it was last seen at', () => {
    const edited = [sale(1), sale(2, { member: '苏问渠' }), sale(3)];
    expect(compare(read(sales, three), read(sales, edited)).pending).toEqual([{ kind: 'edit', record: 'record-2', path: 'member', baseRev: 3, to: '苏问渠' }]);
  });

  it('finds an edited part of the natural key as an edit of the same record', () => {
    const edited = [sale(1), sale(2, { amount: 777 }), sale(3)];
    expect(compare(read(sales, three), read(sales, edited)).pending).toEqual([{ kind: 'edit', record: 'record-2', path: 'amount', baseRev: 3, to: 777 }]);
  });

  it('finds an emptied cell as an edit to null', () => {
    const { member: _gone, ...rest } = sale(2);
    expect(compare(read(sales, three), read(sales, [sale(1), rest, sale(3)])).pending).toEqual([{ kind: 'edit', record: 'record-2', path: 'member', baseRev: 3, to: null }]);
  });

  it('sees through sorting and inserted rows', () => {
    const { pending } = compare(read(sales, three), read(sales, [sale(3), sale(9), sale(1), sale(2)]));
    expect(pending).toMatchObject([{ kind: 'create', form: 'sales', fields: { document_no: 'JS-9' } }]);
  });

  it('deletes what was taken out of a list that still stands', () => {
    expect(compare(read(sales, three), read(sales, [sale(1), sale(3)])).pending).toEqual([{ kind: 'delete', record: 'record-2', baseRev: 3 }]);
  });

  it('deletes nothing when the sheet is gone, hidden or no longer a list', () => {
    const before = read(sales, three);
    const hidden = recogniseWorkbook({ sheets: [{ ...imageOfPlan(drawForm(sales, three, { name: '表', key: '表' })), visibility: 'hidden' }], isStructureProtected: false });
    for (const after of [read(sales, [], '别的表'), hidden, recogniseWorkbook({ sheets: [], isStructureProtected: false })]) {
      const { matching, pending } = compare(before, after);
      expect(pending).toEqual([]);
      expect(matching.absent).toHaveLength(3);
    }
  });

  it('asks of a copied row as long as it says what another says, and takes it for a new record as soon as its key is another', () => {
    const copied = compare(read(sales, three), read(sales, [sale(1), sale(1), sale(2), sale(3)]));
    expect([copied.matching.matched.length, copied.matching.created.length, copied.pending]).toEqual([3, 0, []]);
    expect(copied.matching.questions).toMatchObject([{ kind: 'copy', candidates: [{ record: 'record-1' }] }]);
    const changed = compare(read(sales, three), read(sales, [sale(1), sale(1, { document_no: 'JS-8' }), sale(2), sale(3)]));
    expect(changed.pending).toMatchObject([{ kind: 'create', fields: { document_no: 'JS-8' } }]);
  });

  it('does of a copied row what a person said: a new record, or none', () => {
    const before = read(sales, three);
    const after = read(sales, [sale(1), sale(1), sale(2), sale(3)]);
    const { id } = compare(before, after).matching.questions[0]!;
    const told = matchRecords(after, remember(before), { salt, newRowId: counter('new'), answers: new Map([[id, 'new']]) });
    expect(pendingChanges(told, { salt, newRecordId: counter('made') }).mutations).toMatchObject([{ mutation: { kind: 'create', distinct: true } }]);
    const left = matchRecords(after, remember(before), { salt, newRowId: counter('new'), copies: new Set([id]) });
    expect([left.questions, left.created, left.copies]).toEqual([[], [], [id]]);
  });

  it('keeps to the row on its own sheet, edited and shifted, though a copy elsewhere says what it said', () => {
    const own = read(sales, [sale(9), sale(1, { member: '苏问渠' })]);
    const copy = read(sales, [sale(1)], '副本');
    const both = { ...own, records: [...own.records, ...copy.records], lists: [...own.lists, ...copy.lists] };
    const { matching, pending } = compare(read(sales, [sale(1)]), both);
    expect(matching.matched.map(({ record }) => record.sheetName)).toEqual(['表']);
    expect(matching.questions).toMatchObject([{ kind: 'copy', record: { sheetName: '副本' } }]);
    expect(pending.map(({ kind }) => kind)).toEqual(['edit', 'create']);
  });

  it('does not take a row that lay beside a record for it when its own row is gone, and asks', () => {
    const old = sale(1, { member: '苏问渠' });
    const after = read(sales, [sale(2), old]);
    const ledger = remember(read(sales, [sale(1), sale(2)]));
    const before = matchRecords(read(sales, [sale(1), sale(2), old]), ledger, { salt, newRowId: counter('new') });
    expect(before.questions.map(({ kind }) => kind)).toEqual(['copy']);
    const twins = new Map([[contentKeyOf(before.questions[0]!.record, salt), 'record-1']]);
    const matching = matchRecords(after, ledger, { salt, newRowId: counter('new'), twins });
    expect([matching.matched.map(({ entry }) => entry.record), matching.gone, matching.questions.map(({ kind }) => kind)]).toEqual([['record-2'], [], ['unclear']]);
    expect(matchRecords(after, ledger, { salt, newRowId: counter('new') }).questions).toEqual([]);
  });

  it('knows two records of one key by what they say before where they lie', () => {
    const [first, second] = [sale(1), sale(1, { member: '苏问渠' })];
    const { matching } = compare(read(sales, [sale(9), first, second]), read(sales, [first, sale(1, { member: '顾山海' })]));
    expect(matching.matched.map(({ entry, record }) => [entry.record, record.fields['member']])).toEqual([['record-2', first['member']], ['record-3', '顾山海']]);
  });

  it('asks which of two records of one key a row is that moved up and was typed in, the likelier first', () => {
    const gifts = formOf('gift-plan')!;
    const [first, second] = ['甲', '乙'].map((remark, turn) => ({ ...giftFixtures.maximal, remark, quantity: 3 + turn }));
    const { matching, pending } = compare(read(gifts, [first!, second!]), read(gifts, [{ ...second!, remark: '丙' }]));
    expect(matching.questions.map(({ kind, candidates }) => [kind, ...candidates.map(({ record }) => record)])).toEqual([['unclear', 'record-2', 'record-1']]);
    expect(pending).toEqual([]);
    const inPlace = compare(read(gifts, [first!, second!]), read(gifts, [first!, { ...second!, remark: '丙' }]));
    expect([inPlace.matching.questions, inPlace.pending.map((mutation) => mutation.record)]).toEqual([[], ['record-2']]);
  });

  it('takes a copy for none, too, once its original says something else and the two have changed places', () => {
    const [old, other] = [sale(1), sale(2)];
    const before = read(sales, [old, old, other]);
    const ledger = remember(read(sales, [old, other])).map((entry) => (entry.record === 'record-1' ? entry : { ...entry, place: { ...entry.place, row: entry.place.row + 1 } }));
    const [question] = matchRecords(before, ledger, { salt, newRowId: counter('new') }).questions;
    const changed = ledgerEntryOf(sales, { id: 'record-1', rev: 2, fields: { ...old, member: '苏问渠' } }, ledger[0]!, salt);
    const after = matchRecords(read(sales, [old, { ...old, member: '苏问渠' }, other]), [changed, ledger[1]!], { salt, newRowId: counter('new'), copies: new Set([question!.id]) });
    expect([after.matched.map(({ entry, record }) => [entry.record, record.fields['member']]), after.questions, after.created, after.copies.length]).toEqual([[['record-1', '苏问渠'], ['record-2', other['member']]], [], [], 1]);
  });

  it('takes a row in its place for the record that it is likest to, where another came that says what that one said', () => {
    const gifts = formOf('gift-plan')!;
    const [first, gone] = ['甲', '乙'].map((remark, turn) => ({ ...giftFixtures.maximal, remark, quantity: 3 + turn }));
    const other = { ...giftFixtures.maximal, gift_name: '别的' };
    const { matching, pending } = compare(read(gifts, [first!, other, gone!]), read(gifts, [{ ...first!, cooperation_status: '新近' }, other, first!]));
    expect(matching.matched.map(({ entry }) => entry.record)).toEqual(['record-1', 'record-2']);
    expect([matching.questions.map(({ candidates }) => candidates.map(({ record }) => record)), pending.map((mutation) => mutation.record)]).toEqual([[['record-3']], ['record-1']]);
  });

  it('asks of a row that lies on another sheet and says something else: moved and written on, or an old copy', () => {
    const { matching, pending } = compare(read(sales, [sale(1)]), read(sales, [sale(1, { member: '苏问渠' })], '别的表'));
    expect(matching.questions).toMatchObject([{ kind: 'unclear', candidates: [{ record: 'record-1' }] }]);
    expect(pending).toEqual([]);
    expect(compare(read(sales, [sale(1)]), read(sales, [sale(1)], '别的表')).matching.matched).toHaveLength(1);
  });

  it('takes what a person called a copy for no record, also when the original is gone', () => {
    const before = read(sales, three);
    const copy = read(sales, [sale(1, { member: '苏问渠' })], '副本');
    const asked = compare(before, { ...before, records: [...before.records, ...copy.records] }).matching.questions.map(({ id }) => id);
    expect(asked).toHaveLength(1);
    const left = matchRecords({ ...before, records: [...before.records.slice(1), ...copy.records] }, remember(before), { salt, newRowId: counter('new'), copies: new Set(asked) });
    expect([left.matched.length, left.created, left.questions, left.gone.map(({ record }) => record)]).toEqual([2, [], [], ['record-1']]);
  });

  it('asks when a row changed beyond recognition but not wholly', () => {
    const after = [sale(1), sale(2, { day: '2026-10-20', customer: '别家公司', amount: 5, member: '苏问渠', contract_no: 'HT-9' }), sale(3)];
    const { matching, pending } = compare(read(sales, three), read(sales, after));
    expect(pending).toEqual([]);
    expect(matching.questions.map((question) => question.candidates.map((entry) => entry.record))).toEqual([['record-2']]);
  });

  it('holds back a value that became unreadable instead of emptying it', () => {
    const before = read(sales, three);
    const ledger = remember(before);
    const image = imageOfPlan(drawForm(sales, three, { name: '表', key: '表' }));
    const row = before.records[1]!.cells['amount']!;
    const values = image.values.map((line, index) => (index === row.row ? line.map((value, column) => (column === row.column ? '一百多' : value)) : line));
    const after = recogniseWorkbook({ sheets: [{ ...image, values }], isStructureProtected: false });
    const matching = matchRecords(after, ledger, { salt, newRowId: counter('new') });
    expect(pendingChanges(matching, { salt, newRecordId: counter('made') }).mutations).toEqual([]);
    expect(matching.matched.flatMap((match) => match.record.problems)).toMatchObject([{ code: 'unreadable-money', path: 'amount', text: '一百多' }]);
  });

  it('never sends a masked path', () => {
    const ledger = remember(read(sales, three)).map((entry) => ({ ...entry, masked: ['member'] }));
    const matching = matchRecords(read(sales, [sale(1, { member: '***' }), sale(2), sale(3)]), ledger, { salt, newRowId: counter('new') });
    expect(pendingChanges(matching, { salt, newRecordId: counter('made') }).mutations).toEqual([]);
  });
});

describe('matching a card and its rows', () => {
  const card = visitFixtures.maximal;
  const rowsOf = (fields: Fields) => fields['visits'] as Record<string, Record<string, never>>;

  it('keeps the ids of its rows when one is edited and one is added', () => {
    const { 'visit-a': first, 'visit-b': second, 'visit-c': third } = rowsOf(card);
    const after = { ...card, visits: { a: { ...first, order: 0 }, n: { customer: '新客户公司', interviewee: '甲', plan: '初次拜访', summary: '新访', result: '有希望', order: 1 }, b: { ...second, summary: '改过的概要', order: 2 }, c: { ...third, order: 3 } } } as unknown as Fields;
    const { pending } = compare(read(visits, [card]), read(visits, [after]));
    expect(pending).toContainEqual({ kind: 'edit', record: 'record-1', path: 'visits/row-00000002/summary', baseRev: 3, to: '改过的概要' });
    expect(pending.filter((mutation) => mutation.kind === 'edit' && mutation.path.startsWith('visits/new-00000001/'))).toHaveLength(6);
    expect(pending).toContainEqual({ kind: 'edit', record: 'record-1', path: 'visits/new-00000001/order', baseRev: 3, to: 0.5 });
  });

  it('empties every column of a row that was taken out', () => {
    const { 'visit-a': first, 'visit-c': third } = rowsOf(card);
    const { pending } = compare(read(visits, [card]), read(visits, [{ ...card, visits: { a: first!, c: third! } } as unknown as Fields]));
    expect(pending.every((mutation) => mutation.kind === 'edit' && mutation.to === null && mutation.path.startsWith('visits/row-00000002/'))).toBe(true);
    expect(pending).toHaveLength(Object.keys(rowsOf(card)['visit-b']!).length);
  });

  it('does not delete what a card held that was wiped or reused for another day', () => {
    expect(compare(read(visits, [card]), read(visits, [])).pending).toEqual([]);
    const next = { ...visitFixtures.minimal, reporter: '苏问渠', report_date: '2026-11-02' };
    const { pending, matching } = compare(read(visits, [card]), read(visits, [next]));
    expect(pending.filter((mutation) => mutation.kind === 'delete')).toEqual([]);
    expect(matching.matched).toEqual([]);
  });
});

describe('merged cells', () => {
  it('belong to no single row of a list', () => {
    const found = read(formOf('gift-plan')!, [giftFixtures.maximal]);
    expect(found.records[0]!.cells['plan_period']!.writing).toEqual({ kind: 'fixed' });
  });
});

it('takes no card for deleted that goes unread for want of a word', () => {
  const learned = [{ form: 'visit-report', label: '哪位写的', path: 'reporter' }];
  const card = (day: string, reporter: string): string[][] => [['客户拜访日报表', '', '', ''], [reporter, '林小满', '日期', day], ['今日处理问题', '一', '同行者', '顾山海'], ['', '', '', '']];
  const sheet = sketch([...card('2026-09-29', '填表人'), ...card('2026-09-30', '哪位写的')]);
  const read = (words: typeof learned) => recogniseWorkbook({ sheets: [sheet], isStructureProtected: false }, { learned: words });
  expect([read(learned).records.length, read([]).records.length]).toEqual([2, 1]);
  const without = matchRecords(read([]), remember(read(learned)), { salt, newRowId: counter('row') });
  expect(without.gone).toEqual([]);
});
