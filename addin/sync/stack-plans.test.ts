import { expect, it } from 'vitest';
import { fixtures } from '../../domain/forms/visit-report.fixtures.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from '../sheets/write/draw-form.ts';
import { placeOf } from '../sheets/image.ts';
import { stackPlans } from './stack-plans.ts';

it('each card of a sheet sums up its own rows', () => {
  const plans = [fixtures.maximal, fixtures.minimal, fixtures.maximal].map((fields, index) => drawForm(formOf('visit-report')!, [fields], { name: '表', key: `card/${index}` }));
  const sums = stackPlans(plans).cells.filter(({ formula }) => formula !== undefined);
  expect(sums.length).toBe(plans.flatMap((plan) => plan.cells).filter(({ formula }) => formula !== undefined).length);
  const last = sums.map(({ row, formula }) => row - placeOf(/:([A-Z]+\d+)\)$/.exec(formula!)![1]!).row);
  expect(new Set(last)).toEqual(new Set([1]));
});
