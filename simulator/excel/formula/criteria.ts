// The criteria of SUMIF, COUNTIF and their kin: ">=10", "<>x", "张*", 5.
import type { Scalar, Value } from './values.ts';
import { compare, FormulaError, scalarOf } from './values.ts';

export function criterion(value: Value): (candidate: Scalar) => boolean {
  const wanted = scalarOf(value);
  if (typeof wanted !== 'string') return (candidate) => equals(candidate, wanted ?? 0);
  const [, operator = '=', operandText = ''] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted)!;
  const operand = operandText.trim() !== '' && !Number.isNaN(Number(operandText)) ? Number(operandText) : operandText;
  if (operator === '=' || operator === '<>') {
    const matches =
      typeof operand === 'string' && operand !== ''
        ? textMatcher(operand)
        : (candidate: Scalar) => (operand === '' ? candidate === null || candidate === '' : equals(candidate, operand));
    return operator === '=' ? matches : (candidate) => !matches(candidate);
  }
  return (candidate) => {
    if (candidate === null || candidate instanceof FormulaError || typeof candidate !== typeof operand) return false;
    const order = compare(candidate, operand);
    return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  };
}

function equals(candidate: Scalar, wanted: Scalar): boolean {
  if (candidate === null || candidate instanceof FormulaError) return false;
  if (typeof candidate === 'string' && typeof wanted === 'number')
    return candidate.trim() !== '' && Number(candidate) === wanted;
  return typeof candidate === typeof wanted && compare(candidate, wanted) === 0;
}

/** '*' and '?' are wildcards, '~' escapes them */
export function textMatcher(pattern: string): (candidate: Scalar) => boolean {
  const source = pattern.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (found === '*') return '[\\s\\S]*';
    return found === '?' ? '[\\s\\S]' : `\\${found}`;
  });
  const expression = new RegExp(`^${source}$`, 'i');
  return (candidate) => typeof candidate === 'string' && expression.test(candidate);
}
