// Words for what rules say: a step's sentence, its result, and why there is no figure. Unknown codes show themselves,
// so that an older pane still shows a newer Worker's figures.

import { refusalCodes, stepCodes } from '../../domain/rules/step-codes.ts';
import type { FactKind } from '../../domain/rules/step-codes.ts';
import type { Refusal, Step } from '../../domain/rules/rule.ts';
import { compare, divide, ratio, ratioOfText } from '../../domain/values/ratio.ts';
import { factText } from './facts.ts';
import { equalsPercent, moneyInWords, scoreInWords } from './numbers.ts';
import { resultStyles } from './result-styles.ts';
import type { ResultStyle } from './result-styles.ts';
import { words } from './words.ts';

type Raw = Readonly<Record<string, string>>;
type Say = (shown: Raw, raw: Raw) => string;

export function wordStep(step: Step): string {
  const table = words.steps as unknown as Readonly<Record<string, Say | undefined>>;
  const kinds = (stepCodes as Readonly<Record<string, { facts: Readonly<Record<string, FactKind>> } | undefined>>)[step.code]?.facts;
  const entry = table[step.code];
  if (!entry || !kinds) return words.unknown(step.code);
  return entry(shownFacts(kinds, step.facts), rawFacts(step.facts));
}

/** The step's result as it stands at the right edge: `= 107%`, `高出 7%`, `+1 分`. */
export function wordStepResult(step: Step): string {
  const style = (resultStyles as Readonly<Record<string, ResultStyle | undefined>>)[step.code];
  if (!style) return step.result;
  return words.results[style](step.result, { score: scoreInWords, money: moneyInWords, percentage, sign });
}

/** What is lacking, as short as a line of a list. */
export function wordMissingBriefly(refusal: Refusal): string {
  return missingWords(refusal)?.brief ?? words.unknown(refusal.code);
}

/** What is lacking, as a sentence with what to do. */
export function wordMissing(refusal: Refusal): string {
  return missingWords(refusal)?.say ?? words.unknown(refusal.code);
}

function missingWords(refusal: Refusal): { brief: string; say: string } | null {
  const table = words.missing as unknown as Readonly<Record<string, { brief: (shown: Raw) => string; say: (shown: Raw) => string } | undefined>>;
  const kinds = (refusalCodes as Readonly<Record<string, Readonly<Record<string, FactKind>> | undefined>>)[refusal.code];
  const entry = table[refusal.code];
  if (!entry || !kinds) return null;
  const shown = shownFacts(kinds, refusal.facts);
  return { brief: entry.brief(shown), say: entry.say(shown) };
}

function shownFacts(kinds: Readonly<Record<string, FactKind>>, facts: Readonly<Record<string, string | number>>): Raw {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, factText(kind, facts[name] ?? '')]));
}

function rawFacts(facts: Readonly<Record<string, string | number>>): Raw {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
}

const percentage = (text: string): string => equalsPercent(divide(ratioOfText(text), ratio(100)));
const sign = (text: string): -1 | 0 | 1 => compare(ratioOfText(text), ratio(0));
