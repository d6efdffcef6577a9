// Exact fractions. Every rate and every score is one; nothing here is ever a float.

export interface Ratio {
  readonly numerator: bigint;
  /** Always positive; the fraction is in lowest terms. */
  readonly denominator: bigint;
}

/** A ratio on the wire: `26`, `-1`, `14/3`. */
export type RatioText = string;

export function ratio(numerator: bigint | number, denominator: bigint | number = 1): Ratio {
  let over = BigInt(numerator);
  let under = BigInt(denominator);
  if (under === 0n) throw new RangeError('a ratio over zero');
  if (under < 0n) [over, under] = [-over, -under];
  const common = greatestCommonDivisor(over < 0n ? -over : over, under);
  return { numerator: over / common, denominator: under / common };
}

/** Reads a plain decimal (`3.5`, `-0.25`) exactly; null where the text is no decimal. */
export function ratioOfDecimal(text: string): Ratio | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const places = match[3] ?? '';
  const digits = BigInt(`${match[2]}${places}`);
  return ratio(match[1] === '-' ? -digits : digits, 10n ** BigInt(places.length));
}

/** A number that JSON or a cell carried, read by its shortest decimal form, so that 0.1 is a tenth. */
export function ratioOfNumber(number: number): Ratio {
  const [digits, exponent] = String(number).split('e');
  const exact = ratioOfDecimal(digits!);
  if (!exact) throw new RangeError(`no finite number: ${number}`);
  const power = 10n ** BigInt(Math.abs(Number(exponent ?? 0)));
  return Number(exponent ?? 0) < 0 ? divide(exact, ratio(power)) : multiply(exact, ratio(power));
}

export function ratioOfText(text: RatioText): Ratio {
  const [over, under] = text.split('/');
  return ratio(BigInt(over!), BigInt(under ?? '1'));
}

export function ratioText(value: Ratio): RatioText {
  return value.denominator === 1n ? String(value.numerator) : `${value.numerator}/${value.denominator}`;
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** The whole part towards minus infinity: 7/2 -> 3, -7/2 -> -4. */
export function floor(value: Ratio): bigint {
  const whole = value.numerator / value.denominator;
  return value.numerator < 0n && whole * value.denominator !== value.numerator ? whole - 1n : whole;
}

/** The nearest whole number; a tie goes away from zero (half-up for money, whatever its sign). */
export function roundHalfUp(value: Ratio): bigint {
  const negative = value.numerator < 0n;
  const size = negative ? -value.numerator : value.numerator;
  const rounded = (2n * size + value.denominator) / (2n * value.denominator);
  return negative ? -rounded : rounded;
}

/** Shown with at most `places` decimals, trailing zeros kept only when `fixed`. Rounding is for the eye alone. */
export function formatRatio(value: Ratio, places: number, fixed = false): string {
  const scaled = roundHalfUp(multiply(value, ratio(10n ** BigInt(places))));
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = fixed ? digits.slice(digits.length - places) : digits.slice(digits.length - places).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
