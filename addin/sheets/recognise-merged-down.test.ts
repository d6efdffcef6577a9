// Cells merged down over several lines of a list: what they say is said once.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

const down = (value: string, rows: number): Sketched => ({ value, rows });
const heading = ['日期', '业务员', '客户', '面谈者', '商谈计划', '面谈概要', '成果', '费用项目', '金额'];

describe('a visit merged down over its expenses', () => {
  const rows = (result: string): Rows => [['拜访台账'], heading, [...['2026-11-03', '林小满', '甲公司', '王总', 'b', '谈了续约', result].map((value) => down(value, 3)), '油费', 160], ['', '', '', '', '', '', '', '餐费', 80], ['', '', '', '', '', '', '', '住宿', 240]];

  it('is one visit, whatever stands beside its further lines', () => {
    const { records } = recogniseSheet(sketch(rows('B')));
    expect(records.map((record) => recordAsRead(formOf(record.form)!, record.fields))).toEqual([{ report_date: '2026-11-03', reporter: '林小满', visits: [{ customer: '甲公司', interviewee: '王总', plan: '处理问题', summary: '谈了续约', result: '有希望' }], expenses: [{ item: '油费', amount: 16_000 }, { item: '餐费', amount: 8000 }, { item: '住宿', amount: 24_000 }] }]);
  });

  it('is asked about once where it cannot be read', () => {
    const [record] = recogniseSheet(sketch(rows('很好'))).records;
    expect(record!.problems.map(({ code, path }) => [code, path])).toEqual([['unknown-choice', 'visits/row-0/result']]);
  });
});
