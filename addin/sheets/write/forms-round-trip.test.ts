// Every form drawn from its fixtures and read back: the same record; drawn blank: none.

import { describe, expect, it } from 'vitest';
import type { FormFixtures } from '../../../domain/forms/fixture.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import { forms } from '../../../domain/forms/registry.ts';
import { drawForm } from './draw-form.ts';
import { imageOfPlan } from './image-of-plan.ts';
import { recogniseSheet } from '../recognise.ts';
import { recordAsRead } from '../truth.ts';

const modules = import.meta.glob<{ fixtures: FormFixtures }>('../../../domain/forms/*.fixtures.ts', { eager: true });
const all = forms.map((form) => [form.id, form, modules[`../../../domain/forms/${form.id}.fixtures.ts`]!.fixtures] as const);
const sheet = { name: '表', key: 'form/1' };

describe.each(all)('%s drawn and read back', (_id, form, fixtures) => {
  it.each(['minimal', 'maximal'] as const)('gives its %s record again', (size) => {
    const found = recogniseSheet(imageOfPlan(drawForm(form, [fixtures[size]], sheet)));
    expect(found.records.map((record) => [record.form, recordAsRead(form, record.fields)])).toEqual([[form.id, recordAsRead(form, fixtures[size])]]);
    expect(found.records.flatMap((record) => [...record.problems, ...record.uncertain])).toEqual([]);
  });

  it('gives no record when it is blank, and is known as its form', () => {
    const found = recogniseSheet(imageOfPlan(drawForm(form, [], sheet)));
    expect(found.records).toEqual([]);
    expect([...found.lists, ...found.blanks].map((place) => place.form)).toEqual([form.id]);
  });

  it('gives both records of a list', () => {
    if (form.kind !== 'list' || layoutOf(form).above) return;
    const found = recogniseSheet(imageOfPlan(drawForm(form, [fixtures.minimal, fixtures.maximal], sheet)));
    expect(found.records.map((record) => recordAsRead(form, record.fields))).toEqual([fixtures.minimal, fixtures.maximal]);
  });
});
