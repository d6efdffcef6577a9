// The shape of an eager function: evaluated arguments in, a value out; it may throw a FormulaError. Arguments that a
// formula leaves out are missing at run time, as everywhere in JavaScript.
import type { Value } from './values.ts';

export type Functions = Record<string, (...values: Value[]) => Value>;
