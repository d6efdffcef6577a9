// Numbers and aggregates of the formula language. In areas only numbers count; typed arguments are converted.
import { criterion } from './criteria.ts';
import type { Functions } from './function-type.ts';
import type { Scalar, Value } from './values.ts';
import { Area, fail, FormulaError, numberOf } from './values.ts';

export function* numbersIn(values: Value[]): Generator<number> {
  for (const value of values) {
    if (value instanceof Area) {
      for (const { value: scalar } of value.stored()) {
        if (scalar instanceof FormulaError) throw scalar;
        if (typeof scalar === 'number') yield scalar;
      }
    } else yield numberOf(value);
  }
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** half away from zero, on the decimal digits a person sees */
export function roundTo(value: number, digits: number, how: (magnitude: number) => number = Math.round): number {
  const factor = 10 ** digits;
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  return (Math.sign(value) * how(scaled)) / factor;
}

/** 0 when there is no number at all, as in Excel */
function extreme(values: Iterable<number>, better: (one: number, other: number) => number): number {
  let found: number | undefined;
  for (const value of values) found = found === undefined ? value : better(found, value);
  return found ?? 0;
}

function average(values: number[]): number {
  return values.length === 0 ? fail('#DIV/0!') : sum(values) / values.length;
}

function areaOf(value: Value | undefined): Area {
  return value instanceof Area ? value : fail('#VALUE!');
}

/** positions of the criteria's areas where all criteria hold, and the value at the same place of the target */
function* matching(target: Area, pairs: Value[]): Generator<Scalar> {
  const conditions: { area: Area; matches: (value: Scalar) => boolean }[] = [];
  for (let index = 0; index < pairs.length; index += 2)
    conditions.push({ area: areaOf(pairs[index]), matches: criterion(pairs[index + 1] ?? null) });
  const bounds = conditions.map(({ area }) => area.sheet.used(true, area.rect)).filter((used) => used !== undefined);
  const lastRow = Math.max(-1, ...bounds.map((used) => used.row + used.rows - 1 - conditions[0]!.area.rect.row));
  const rows = Math.min(conditions[0]!.area.rect.rows, Math.max(lastRow + 1, Math.min(target.rect.rows, 1)));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < conditions[0]!.area.rect.columns; column++) {
      if (conditions.every(({ area, matches }) => matches(area.at(row, column)))) yield target.at(row, column);
    }
  }
}

const numbersOnly = (values: Iterable<Scalar>) =>
  [...values].filter((value): value is number => typeof value === 'number');

function rank(value: number, area: Value, order: number): number {
  const all = [...numbersIn([area])];
  if (!all.includes(value)) return fail('#N/A');
  return 1 + all.filter((other) => (order === 0 ? other > value : other < value)).length;
}

export const mathFunctions: Functions = {
  SUM: (...values) => sum(numbersIn(values)),
  AVERAGE: (...values) => average([...numbersIn(values)]),
  MIN: (...values) => extreme(numbersIn(values), Math.min),
  MAX: (...values) => extreme(numbersIn(values), Math.max),
  PRODUCT: (...values) => [...numbersIn(values)].reduce((product, value) => product * value, 1),
  COUNT: (...values) => [...numbersIn(values)].length,
  COUNTA: (...values) =>
    values.reduce<number>((count, value) => count + (value instanceof Area ? [...value.stored()].filter((cell) => cell.value !== null).length : 1), 0),
  COUNTBLANK: (area) => areaOf(area).count - [...areaOf(area).stored()].filter((cell) => cell.value !== null && cell.value !== '').length,
  COUNTIF: (area, wanted) => [...matching(areaOf(area), [area!, wanted!])].length,
  COUNTIFS: (...pairs) => [...matching(areaOf(pairs[0]), pairs)].length,
  SUMIF: (area, wanted, target) => sum(numbersOnly(matching(areaOf(target ?? area), [area!, wanted!]))),
  SUMIFS: (target, ...pairs) => sum(numbersOnly(matching(areaOf(target), pairs))),
  AVERAGEIF: (area, wanted, target) => average(numbersOnly(matching(areaOf(target ?? area), [area!, wanted!]))),
  AVERAGEIFS: (target, ...pairs) => average(numbersOnly(matching(areaOf(target), pairs))),
  MAXIFS: (target, ...pairs) => extreme(numbersOnly(matching(areaOf(target), pairs)), Math.max),
  MINIFS: (target, ...pairs) => extreme(numbersOnly(matching(areaOf(target), pairs)), Math.min),
  SUMPRODUCT: (...areas) => {
    const [first, ...rest] = areas.map(areaOf);
    const asNumber = (value: Scalar) => (typeof value === 'number' ? value : 0);
    let total = 0;
    for (const { row, column, value } of first!.stored())
      total += rest.reduce((product, area) => product * asNumber(area.at(row, column)), asNumber(value));
    return total;
  },
  RANK: (value, area, order) => rank(numberOf(value!), area!, order === undefined ? 0 : numberOf(order)),
  'RANK.EQ': (value, area, order) => rank(numberOf(value!), area!, order === undefined ? 0 : numberOf(order)),
  LARGE: (area, nth) => [...numbersIn([area!])].sort((a, b) => b - a)[numberOf(nth!) - 1] ?? fail('#NUM!'),
  SMALL: (area, nth) => [...numbersIn([area!])].sort((a, b) => a - b)[numberOf(nth!) - 1] ?? fail('#NUM!'),
  ROUND: (value, digits) => roundTo(numberOf(value!), numberOf(digits ?? 0)),
  ROUNDUP: (value, digits) => roundTo(numberOf(value!), numberOf(digits ?? 0), Math.ceil),
  ROUNDDOWN: (value, digits) => roundTo(numberOf(value!), numberOf(digits ?? 0), Math.floor),
  ABS: (value) => Math.abs(numberOf(value!)),
  INT: (value) => Math.floor(numberOf(value!)),
  TRUNC: (value) => Math.trunc(numberOf(value!)),
  SIGN: (value) => Math.sign(numberOf(value!)),
  SQRT: (value) => Math.sqrt(numberOf(value!)),
  POWER: (base, exponent) => numberOf(base!) ** numberOf(exponent!),
  MOD: (value, divisor) => {
    const by = numberOf(divisor!);
    return by === 0 ? fail('#DIV/0!') : numberOf(value!) - by * Math.floor(numberOf(value!) / by);
  },
};
