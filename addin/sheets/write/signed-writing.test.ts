// Values that share a cell are written each into its own stretch of the text, all in one write.

import { describe, expect, it } from 'vitest';
import { fixtures as giftFixtures } from '../../../domain/forms/gift-application.fixtures.ts';
import { fixtures as reportFixtures } from '../../../domain/forms/reception-report.fixtures.ts';
import type { Value } from '../../../domain/forms/definition.ts';
import type { FormFixtures } from '../../../domain/forms/fixture.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import { drawForm } from './draw-form.ts';
import { imageOfPlan } from './image-of-plan.ts';
import { patchRecord } from './patch.ts';
import { recogniseSheet } from '../recognise.ts';

function written(id: string, fixtures: FormFixtures, size: keyof FormFixtures, changes: Readonly<Record<string, Value | null>>) {
  const form = formOf(id)!;
  const record = recogniseSheet(imageOfPlan(drawForm(form, [fixtures[size]], { name: '表', key: 'form/1' }))).records[0]!;
  const plan = patchRecord(form, record, Object.entries(changes).map(([path, value]) => ({ path, value })));
  expect(plan.kept).toEqual([]);
  return plan.writes.map((write) => write.value);
}

describe('a signature', () => {
  it('goes name and day into a cell that is blank, whichever is said first', () => {
    expect(written('gift-application', giftFixtures, 'minimal', { 'signatures/filler/name': '江映川', 'signatures/filler/date': '2026-09-14' })).toEqual(['江映川\n2026年9月14日']);
    expect(written('gift-application', giftFixtures, 'minimal', { 'signatures/filler/date': '2026-09-14', 'signatures/filler/name': '江映川' })).toEqual(['江映川\n2026年9月14日']);
    expect(written('gift-application', giftFixtures, 'minimal', { 'signatures/filler/date': '2026-09-14' })).toEqual(['2026年9月14日']);
  });

  it('changes one of the two and leaves the other as it stands', () => {
    expect(written('gift-application', giftFixtures, 'maximal', { 'signatures/filler/date': '2026-10-01' })).toEqual(['江映川\n2026年10月1日']);
    expect(written('gift-application', giftFixtures, 'maximal', { 'signatures/filler/name': '苏问渠' })).toEqual(['苏问渠\n2026年9月14日']);
    expect(written('gift-application', giftFixtures, 'maximal', { 'signatures/filler/name': null, 'signatures/filler/date': '2026-10-01' })).toEqual(['\n2026年10月1日']);
  });

  it('stays behind its words', () => {
    expect(written('reception-report', reportFixtures, 'minimal', { 'reviews/gm/name': '陆见深', 'reviews/gm/date': '2026-12-01', 'reviews/gm/opinion': '已阅。' })).toEqual(['签字：陆见深\n日期：2026年12月1日', '已阅。']);
    expect(written('reception-report', reportFixtures, 'maximal', { 'reviews/gm/date': '2026-12-05' })).toEqual(['签字：陆见深\n日期：2026年12月5日']);
  });
});
