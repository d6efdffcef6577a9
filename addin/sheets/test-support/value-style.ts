// A value as people type it into a cell: what stands there, how it is shown, and whether its reading wants a yes. Every
// style of a type is one that must be read back as the same value.

import type { Field, Value } from '../../../domain/forms/definition.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import { monthOf, serialOfDay } from '../../../domain/values/day.ts';
import { capitalAmount } from '../write/capital-amount.ts';
import { boxedText, monthText, optionsOf, percentFraction, quarterText } from '../cells/written-value.ts';
import type { Random } from './random.ts';
import type { SketchedCell } from './sketch.ts';
import { tickedText } from './tick-style.ts';

export interface TypedValue extends SketchedCell {
  /** Read, but to be confirmed (约80万元). */
  readonly isUncertain?: true;
}

export interface TypingContext {
  /** The sheet names this year, so that a day may be written without it. */
  readonly year?: number;
  /** Unit that the label or a line above states; a bare number is in it. */
  readonly unit?: 'wan-yuan' | 'qian-yuan' | 'percent';
  /** Leave out what is not certain by itself. */
  readonly isPlain?: boolean;
}

export function typedValue(field: Field, value: Value, random: Random, context: TypingContext = {}): TypedValue {
  switch (field.type.kind) {
    case 'money':
      return typedMoney(Number(value), random, context);
    case 'day':
    case 'day-or-text':
    case 'datetime':
      return typedDay(String(value), random, context);
    case 'month':
      return typedMonth(String(value), random, context);
    case 'quarter':
      return text(random.pick([quarterText(String(value)), String(value), `${String(value).slice(0, 4)}年${String(value)[5]}季度`, `${String(value).slice(0, 4)}-${String(value).slice(4)}`]));
    case 'percent':
      return random.pick<() => TypedValue>([() => ({ value: percentFraction(Number(value)), format: '0.##%', text: `${String(value)}%` }), () => text(`${String(value)}%`), () => text(wide(`${String(value)}％`))])();
    case 'number':
      return typedNumber(Number(value), random);
    case 'boolean':
      if (random.chance(0.3)) return text(tickedText(['是', '否'], [value === true ? '是' : '否'], random));
      return text(random.pick(value === true ? ['是', '√', '有效', '是☑ 否□', '☑是 □否', '是√ / 否', '是（√） 否（　）', 'Y'] : ['否', '×', '无效', '是□ 否☑', '□是 ☑否', '是 / 否√', '是（　） 否（√）', 'N']));
    case 'choice':
      return typedChoice(field, String(value), random);
    case 'choices':
      return text(random.pick([(value as readonly string[]).join('、'), (value as readonly string[]).join('\n'), (value as readonly string[]).join('；'), boxedText(field.type, value), tickedText(optionsOf(field.type).map((option) => option.label), value as readonly string[], random)]));
    case 'names':
      return text((value as readonly string[]).join(random.pick(['、', '，', ',', '\n', '；', ' '])));
    default:
      return typedText(String(value), random);
  }
}

function text(shown: string): TypedValue {
  return { value: shown, format: '@', text: shown };
}

function wide(shown: string): string {
  return shown.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function typedText(value: string, random: Random): TypedValue {
  if (/^1\d{10}$/.test(value) && random.chance(0.6)) return { value: Number(value), format: random.pick(['0', 'General', '@']), text: value };
  return text(random.chance(0.1) ? ` ${value} ` : value);
}

function typedMoney(fen: number, random: Random, { unit, isPlain }: TypingContext): TypedValue {
  const yuan = fen / 100;
  const grouped = yuan.toLocaleString('en-US', { minimumFractionDigits: 2 });
  const wan = Number((yuan / 10_000).toFixed(6));
  const styles: (() => TypedValue)[] = [() => text(`${grouped}元`), () => text(`¥ ${yuan}元`), () => text(wide(`${yuan}元`)), () => text(capitalAmount(fen))];
  if (unit === 'wan-yuan' || unit === 'qian-yuan') styles.push(...Array.from({ length: 6 }, () => () => ({ value: Number((yuan / (unit === 'wan-yuan' ? 10_000 : 1000)).toFixed(6)), format: random.pick(['General', '#,##0.00', '0.00']) })));
  else styles.push(() => text(`￥${grouped}`), () => ({ value: yuan, format: '#,##0.00', text: grouped }), () => ({ value: yuan, format: '"¥"#,##0.00', text: `¥${grouped}` }), () => ({ value: yuan, format: 'General' }), () => text(grouped), () => text(String(yuan)));
  if (wan * 1_000_000 === fen) styles.push(() => text(`${wan}万`), () => text(`${wan}万元`), () => text(`人民币${wan}万元整`));
  if (!isPlain && wan * 1_000_000 === fen) styles.push(() => ({ ...text(random.pick([`约${wan}万元`, `${wan}万元左右`, `${wan}万（暂估）`])), isUncertain: true }));
  return random.pick(styles)();
}

function typedDay(value: string, random: Random, { year, isPlain }: TypingContext): TypedValue {
  const match = /^(\d{4})-(\d\d)-(\d\d)( \d\d:\d\d)?$/.exec(value);
  if (!match) return text(value);
  const [y, m, d] = [match[1]!, Number(match[2]), Number(match[3])];
  const clock = match[4] ?? '';
  if (clock !== '') {
    const serial = serialOfDay(value.slice(0, 10)) + (Number(clock.slice(1, 3)) * 60 + Number(clock.slice(4))) / 1440;
    return random.pick<TypedValue>([{ value: serial, format: 'yyyy-mm-dd hh:mm', text: value }, text(value), text(`${y}年${m}月${d}日${clock}`)]);
  }
  const serial = serialOfDay(value);
  const styles: TypedValue[] = [
    { value: serial, format: 'yyyy-mm-dd', text: value },
    { value: serial, format: 'yyyy"年"m"月"d"日"', text: `${y}年${m}月${d}日` },
    { value: serial, format: 'm/d/yyyy', text: `${m}/${d}/${y}` },
    { value: serial, format: 'm"月"d"日"', text: `${m}月${d}日` },
    { value: serial, format: 'General', text: String(serial) },
    text(`${y}年${m}月${d}日`), text(`${y}.${m}.${d}`), text(`${y}/${m}/${d}`), text(value), text(wide(`${y}年${m}月${d}日`)), text(`${y}${match[2]}${match[3]}`), text(`${y.slice(2)}年${m}月${d}日`),
  ];
  if (!isPlain) styles.push({ ...text(`${y.slice(2)}.${m}.${d}`), isUncertain: true });
  if (year === Number(y)) styles.push(text(`${m}月${d}日`), text(`${m}/${d}`), text(`${m}月${d}号`), text(`${m}.${d}（周三）`));
  return random.pick(styles);
}

function typedMonth(value: string, random: Random, { year }: TypingContext): TypedValue {
  const serial = serialOfDay(`${value}-01`);
  const styles: TypedValue[] = [text(monthText(value)), text(value), text(value.replace('-', '')), text(`${value.replace('-', '年')}月份`), { value: serial, format: 'yyyy"年"m"月"', text: monthText(value) }];
  if (year === Number(value.slice(0, 4))) styles.push(text(`${Number(value.slice(5))}月`));
  return monthOf(`${value}-01`) === value ? random.pick(styles) : styles[0]!;
}

function typedNumber(value: number, random: Random): TypedValue {
  return random.pick<TypedValue>([{ value, format: 'General' }, { value, format: 'General' }, { value, format: '0' }, text(String(value)), text(wide(String(value))), text(`${value}份`)]);
}

function typedChoice(field: Field, value: string, random: Random): TypedValue {
  const option = optionsOf(field.type).find((candidate) => candidate.label === value)!;
  const styles = [value, value, ...synonymsOf(option), ...Array.from({ length: 3 }, () => tickedText(optionsOf(field.type).map(({ label }) => label), [value], random))];
  if (option.code) styles.push(option.code, option.code, `${option.code}.${value}`, `${option.code}、${value}`, `${option.code} ${value}`, option.code === option.code.toUpperCase() ? `${option.code}${value}` : option.code.toUpperCase());
  return text(random.pick(styles));
}
