// What Excel makes of an input: a formula, a number, a day, a truth value or text (assumptions: "Typing").
// The same rules serve values written by an add-in and what a person types; a person's Excel also knows Chinese days.
import { getFormatFromId, parseValue } from 'numfmt';
import { serialFromDay } from '../formula/days.ts';
import type { CellValue } from '../workbook-data.ts';
import type { Cell } from './cell.ts';

const shortDate = 'm/d/yyyy';

export type Typist = 'addin' | 'person';

export function typed(input: CellValue, before: Cell, typist: Typist): Cell {
  const { value: _value, formula: _formula, cached: _cached, richText: _runs, ...kept } = before;
  if (typeof input !== 'string') return { ...kept, value: input };
  const isText = before.numberFormat === '@';
  if (input.startsWith('=') && input.length > 1 && !isText) return { ...kept, value: '', formula: input };
  if (isText) return { ...kept, value: input };
  if (input.startsWith("'")) return { ...kept, value: input.slice(1) };
  const parsed = parseInput(input, typist);
  if (parsed === undefined) return { ...kept, value: input };
  // a format the cell already has wins over the one the input suggests
  const numberFormat = kept.numberFormat ?? parsed.numberFormat;
  return { ...kept, value: parsed.value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

function parseInput(input: string, typist: Typist): { value: CellValue; numberFormat?: string } | undefined {
  const chinese = typist === 'person' ? chineseDay(input) : undefined;
  if (chinese !== undefined) return chinese;
  const isoDay = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(input.trim());
  if (isoDay !== null) return day(isoDay, shortDate);
  const parsed = parseValue(input);
  if (parsed === undefined) return undefined;
  const numberFormat = formatOf(parsed.formatId);
  return { value: parsed.value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

/** the built-in formats 14 and 22 follow the regional settings; by API they read as in the USA */
function formatOf(id: number | undefined): string | undefined {
  if (id === undefined || id === 0) return undefined;
  if (id === 14) return shortDate;
  return id === 22 ? `${shortDate} h:mm` : (getFormatFromId(id) ?? undefined);
}

function chineseDay(input: string) {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(input.trim());
  return match === null ? undefined : day(match, 'yyyy"年"m"月"d"日"');
}

function day(match: RegExpExecArray, numberFormat: string): { value: number; numberFormat: string } | undefined {
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const isReal = year >= 1900 && month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isReal ? { value: serialFromDay(year, month, date), numberFormat } : undefined;
}
