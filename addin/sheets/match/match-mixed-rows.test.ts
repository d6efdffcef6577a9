// A card's table sorted without all its columns is asked about; whole rows in another order and typing are not.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { drawForm } from '../write/draw-form.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { ledgerEntryOf } from '../ledger-entry.ts';
import { matchRecords } from './match.ts';
import { recogniseWorkbook } from '../recognise.ts';

const salt = 'salt';
const report = formOf('visit-report')!;
type Visit = Record<string, string>;

const visits: readonly Visit[] = [
  { customer: '千帆渡', interviewee: '张三', plan: '初次拜访', summary: '介绍', result: '有希望' },
  { customer: '仁心', interviewee: '李四', plan: '建立关系', summary: '谈价', result: '再度访问' },
  { customer: '百草笺', interviewee: '王五', plan: '处理问题', summary: '送样', result: '有希望' },
];

function read(rows: readonly Visit[]) {
  const fields = { reporter: '林小满', report_date: '2026-10-12', visits: Object.fromEntries(rows.map((row, order) => [`row-${order}`, { ...row, order }])) };
  return recogniseWorkbook({ sheets: [imageOfPlan(drawForm(report, [fields], { name: '日报', key: '日报' }))], isStructureProtected: false });
}

function match(after: readonly Visit[], answers = new Map<string, string>()) {
  const ledger = read(visits).records.map((record) => ledgerEntryOf(report, { id: 'visit-0001', rev: 1, fields: record.fields }, record, salt));
  return matchRecords(read(after), ledger, { salt, newRowId: () => 'row-new', answers });
}

it('of a record out of sight, of which only what lost is remembered, has the same rows at every look', () => {
  const [entry] = read(visits).records.map((record) => ledgerEntryOf(report, { id: 'visit-0001', rev: 0, fields: record.fields }, record, salt));
  const named = read(visits).records[0]!.fields['visits'];
  let given = 0;
  const { matched } = matchRecords(read(visits), [{ ...entry!, hashes: {}, held: entry!.hashes }], { salt, newRowId: () => `row-new-${(given += 1)}` });
  expect(Object.keys(matched[0]!.record.fields['visits']!)).toEqual(Object.keys(named!));
});

/** The rows with these columns in another order, as a narrow selection is sorted. */
function sortedAlone(columns: readonly string[], order: readonly number[]): Visit[] {
  return visits.map((row, at) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, visits[order[at]!]![column]!])) }));
}

describe('a table inside a card', () => {
  it.each([[['customer', 'interviewee']], [['interviewee']], [['summary']], [['plan', 'summary']], [['customer', 'interviewee', 'plan']]])('sorted by these columns alone is asked about: %j', (columns) => {
    for (const order of [[1, 2, 0], [1, 0, 2]]) expect(match(sortedAlone(columns, order)).questions.map(({ kind, candidates }) => [kind, candidates.map((entry) => entry.record)])).toEqual([['mixed', ['visit-0001']]]);
  });

  it('is asked about also where somebody went on typing', () => {
    const typed = sortedAlone(['summary'], [1, 0, 2]).map((row, at) => (at === 2 ? { ...row, summary: '又谈了一次' } : row));
    expect(match(typed).questions.map(({ kind }) => kind)).toEqual(['mixed']);
  });

  it('is not asked about again once somebody has said that it is meant so', () => {
    const after = sortedAlone(['summary'], [1, 0, 2]);
    const [question] = match(after).questions;
    const { questions, matched } = match(after, new Map([[question!.id, 'visit-0001']]));
    expect([questions.length, matched.length]).toEqual([0, 1]);
  });

  it.each([
    ['in another order', [visits[2]!, visits[0]!, visits[1]!]],
    ['with a row more', [...visits, { customer: '星河教育', interviewee: '赵六', plan: '初次拜访', summary: '介绍' }]],
    ['with a row less', visits.slice(1)],
    ['with a value that another row has, too', visits.map((row, at) => (at === 1 ? { ...row, summary: '介绍' } : row))],
    ['with other values', visits.map((row) => ({ ...row, summary: `${row['summary']}，已回访` }))],
    ['with one row retyped wholly', [{ customer: '星河教育', interviewee: '赵六', plan: '初次拜访', summary: '新谈' }, ...visits.slice(1)]],
  ])('%s is not', (_what, after) => {
    expect(match(after as readonly Visit[]).questions).toEqual([]);
  });
});
