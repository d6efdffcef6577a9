// A rule's parameters as it reads them: exact decimals, whole numbers, words, levels. What a department has typed may be
// anything, so every parameter has a limit that is checked before the rule runs. Knows no rule in particular.

import { compare, ratio, ratioOfDecimal } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { levelsOf } from './levels.ts';
import type { Level } from './levels.ts';
import type { ParameterValue, Refusal, UsedParameter } from './rule.ts';
import { refusal } from './step-codes.ts';

/** What a parameter may be; a list names the words allowed. `-or-none`: may also be without limit. */
export type Limit =
  | 'positive' | 'not-negative' | 'not-negative-or-none' | 'size' | 'size-or-zero-word' | 'positive-whole' | 'not-negative-whole' | 'percent' | 'levels' | 'range' | readonly string[];

export type Limits = Readonly<Record<string, Limit>>;
export type Settings = Readonly<Record<string, UsedParameter>>;

/** The word that makes a month 0 outright (late_over_6). */
export const ZERO = 'zero';
const NONE = new Set(['', 'null', 'none', '无', '不限', '不封顶']);

function isNone(value: ParameterValue): boolean {
  return value === null || NONE.has(String(value).trim());
}

function textOf(value: ParameterValue): string {
  return value === null ? '' : String(value).trim();
}

/** Why a value cannot stand for a parameter, or null. */
export function checkSetting(rule: string, parameter: string, value: ParameterValue, limit: Limit): Refusal | null {
  const facts = { rule, parameter, value: textOf(value) };
  if (typeof limit !== 'string') return limit.includes(textOf(value)) ? null : refusal('parameter-out-of-range', facts);
  if (limit === 'levels' || limit === 'range') {
    const scale = levelsOf(textOf(value));
    if (!scale || (limit === 'range' && scale.length > 1)) return refusal('parameter-unreadable', facts);
    return scale.every((level) => compare(level.from, ratio(0)) >= 0) ? null : refusal('parameter-out-of-range', facts);
  }
  if (limit === 'not-negative-or-none' && isNone(value)) return null;
  if (limit === 'size-or-zero-word' && textOf(value) === ZERO) return null;
  const number = ratioOfDecimal(textOf(value));
  if (!number) return refusal('parameter-unreadable', facts);
  return fits(number, limit) ? null : refusal('parameter-out-of-range', facts);
}

function fits(number: Ratio, limit: Limit): boolean {
  const sign = compare(number, ratio(0));
  if (limit === 'positive') return sign > 0;
  if (limit === 'percent') return sign >= 0 && compare(number, ratio(100)) <= 0;
  if (limit === 'positive-whole') return sign > 0 && number.denominator === 1n;
  if (limit === 'not-negative-whole') return sign >= 0 && number.denominator === 1n;
  return limit === 'size' || limit === 'size-or-zero-word' || sign >= 0;
}

export function checkSettings(rule: string, settings: Settings, limits: Limits): Refusal[] {
  return Object.values(settings).flatMap((setting) => checkSetting(rule, setting.name, setting.value, limits[setting.name]!) ?? []);
}

export function decimal(settings: Settings, name: string): Ratio {
  return ratioOfDecimal(textOf(settings[name]!.value))!;
}

export function decimalOrNone(settings: Settings, name: string): Ratio | null {
  return isNone(settings[name]!.value) ? null : decimal(settings, name);
}

/** The points lost, whether the setting was typed as `-1` or as `1`. */
export function size(settings: Settings, name: string): Ratio {
  const value = decimal(settings, name);
  return value.numerator < 0n ? ratio(-value.numerator, value.denominator) : value;
}

export function word(settings: Settings, name: string): string {
  return textOf(settings[name]!.value);
}

export function levels(settings: Settings, name: string): readonly Level[] {
  return levelsOf(textOf(settings[name]!.value))!;
}
