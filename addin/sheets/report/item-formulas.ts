// An item's score as a formula over the cells of its row, with the parameters that were used. Beside each formula stands
// the same reckoning in exact numbers: a formula that does not reproduce the server's figure is not written.

import type { ScoredItem } from '../../../domain/rules/results.ts';
import { add, compare, divide, floor, larger, multiply, ratio, ratioOfDecimal, ratioOfText, smaller, subtract } from '../../../domain/values/ratio.ts';
import type { Ratio } from '../../../domain/values/ratio.ts';

export interface ItemCells {
  readonly weight: string;
  readonly plan: string;
  readonly actual: string;
}

interface Reckoning {
  readonly formula: string;
  readonly value: Ratio;
}

type Formula = (item: ItemFacts, cells: ItemCells) => Reckoning | null;

interface ItemFacts {
  readonly weight: Ratio;
  /** In the unit of the cell. */
  readonly plan: Ratio | null;
  readonly actual: Ratio | null;
  /** A parameter's decimal; null where it is none (no limit, a word). */
  decimal(name: string): Ratio | null;
  text(name: string): string;
  /** A parameter as the formula writes it. */
  written(name: string): string;
}

export const NO_DATA = '缺数据';
const ZERO = ratio(0);

/** The formula, without its refusal for missing cells; null where no formula gives the server's score. */
export function scoreFormula(item: ScoredItem, cells: ItemCells): string | null {
  const reckoning = FORMULAS[item.key]?.(factsOf(item), cells) ?? null;
  if (item.score === null) return reckoning?.formula ?? null;
  return reckoning && compare(reckoning.value, ratioOfText(item.score)) === 0 ? reckoning.formula : null;
}

function factsOf(item: ScoredItem): ItemFacts {
  const values = new Map(item.parameters.map((parameter) => [parameter.name, parameter.value]));
  const text = (name: string): string => String(values.get(name) ?? '');
  const inCell = (quantity: ScoredItem['plan']): Ratio | null => {
    if (!quantity) return null;
    const amount = ratioOfText(quantity.amount);
    return quantity.unit === 'fen' ? divide(amount, ratio(100)) : amount;
  };
  return { weight: ratioOfDecimal(String(item.weight)) ?? ZERO, plan: inCell(item.plan), actual: inCell(item.actual), text, decimal: (name) => ratioOfDecimal(text(name)), written: (name) => text(name).trim() };
}

/** Whole steps are counted in fen, so that no step is lost or won by a binary fraction. */
const salesCompletion: Formula = (item, { weight, plan, actual }) => {
  const [standard, step, points] = [item.decimal('standard_pct'), item.decimal('step_pct'), item.decimal('step_pts')];
  if (!standard || !step || !points) return null;
  const cap = item.decimal('bonus_cap');
  const [planFen, actualFen] = [`ROUND(${plan}*100,0)`, `ROUND(${actual}*100,0)`];
  const distance = `ROUND(ABS(${actualFen}*100-${planFen}*${item.written('standard_pct')})*100,0)/ROUND(${planFen}*${item.written('step_pct')}*100,0)`;
  const earned = `INT(${distance})*${item.written('step_pts')}`;
  const bonus = cap ? `MIN(${item.written('bonus_cap')},${earned})` : earned;
  const formula = `MAX(0,${weight}+IF(${actualFen}*100>=${planFen}*${item.written('standard_pct')},${bonus},-${earned}))`;
  if (!item.plan || !item.actual || item.plan.numerator <= 0n) return { formula, value: ZERO };
  const difference = subtract(divide(multiply(item.actual, ratio(100)), item.plan), standard);
  const isAbove = compare(difference, ZERO) >= 0;
  const size = isAbove ? difference : subtract(ZERO, difference);
  const change = multiply(ratio(floor(divide(size, step))), points);
  const value = add(item.weight, isAbove ? (cap ? smaller(change, cap) : change) : subtract(ZERO, change));
  return { formula, value: larger(ZERO, value) };
};

const salesGrowth: Formula = (item, { plan, actual }) => {
  const [step, cap, penalty] = [item.decimal('growth_step'), item.decimal('growth_cap'), item.decimal('negative_growth_penalty')];
  if (!step || !cap || !penalty) return null;
  const growthFen = `ROUND((${actual}-${plan})*100,0)`;
  const formula = `IF(${growthFen}<0,-${item.written('negative_growth_penalty')},MIN(${item.written('growth_cap')},INT(${growthFen}/ROUND(${item.written('growth_step')}*100,0))))`;
  const growth = subtract(item.actual ?? ZERO, item.plan ?? ZERO);
  const value = compare(growth, ZERO) < 0 ? subtract(ZERO, penalty) : smaller(cap, ratio(floor(divide(growth, step))));
  return { formula, value };
};

/** The first reading alone: the others are seldom chosen and are written as figures. */
const newCustomers: Formula = (item, { weight, plan, actual }) => {
  const step = item.decimal('shortfall_step');
  if (!step || item.text('new_customer_mode') !== '1') return null;
  const formula = `MAX(0,${weight}+IF(${actual}>=${plan},${actual}-${plan},-INT((${plan}-${actual})/${item.written('shortfall_step')})))`;
  const difference = subtract(item.actual ?? ZERO, item.plan ?? ZERO);
  const change = compare(difference, ZERO) >= 0 ? difference : subtract(ZERO, ratio(floor(divide(subtract(ZERO, difference), step))));
  return { formula, value: larger(ZERO, add(item.weight, change)) };
};

const rating: Formula = (item, { actual }) => ({ formula: actual, value: item.actual ?? ZERO });

const deduction = (parameter: string): Formula => (item, { weight, actual }) => {
  const points = item.decimal(parameter);
  if (!points) return null;
  const value = larger(ZERO, subtract(item.weight, multiply(points, item.actual ?? ZERO)));
  return { formula: `MAX(0,${weight}-${item.written(parameter)}*${actual})`, value };
};

const FORMULAS: Readonly<Record<string, Formula>> = {
  'sales-completion': salesCompletion,
  'sales-growth': salesGrowth,
  'new-customers': newCustomers,
  'market-information': rating,
  teamwork: rating,
  knowledge: rating,
  judgement: rating,
  communication: rating,
  conduct: deduction('violation_pts'),
  responsibility: rating,
  'service-awareness': deduction('complaint_pts'),
};
