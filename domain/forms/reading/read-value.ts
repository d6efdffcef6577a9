// The typed reading of a cell: from what stands there to a value, to nothing, or to a problem with its text.

import { dayOfSerial } from '../../values/day.ts';
import type { FieldType } from '../definition.ts';
import { readMoney, readNumber, readPercent } from './amounts.ts';
import { readDay, readDayTime, readMonth, readQuarter } from './calendar.ts';
import { readBoolean, readChoice, readChoices, tickedWords } from './choices.ts';
import { readNames } from './names.ts';
import { empty, isBlankText, isDayFormat, read, unreadable } from './typed.ts';
import type { Reading, ReadingContext, TypedCell } from './typed.ts';

export type { Reading, ReadingContext, StatedUnit, TypedCell } from './typed.ts';

export function readValue(type: FieldType, cell: TypedCell, context: ReadingContext = {}): Reading {
  if (cell.value === '' || (typeof cell.value === 'string' && isBlankText(cell.value))) return empty;
  if (typeof cell.value === 'string' && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)/.test(cell.value)) return unreadable('cell-error', cell);
  switch (type.kind) {
    case 'text':
    case 'customer':
      return readText(cell);
    case 'member':
      return readMember(cell);
    case 'names':
      return readNames(cell);
    case 'number':
      return readNumber(cell);
    case 'money':
      return readMoney(cell, context);
    case 'percent':
      return readPercent(cell, context);
    case 'day':
      return readDay(cell, context);
    case 'datetime':
      return readDayTime(cell, context);
    case 'month':
      return readMonth(cell, context);
    case 'quarter':
      return readQuarter(cell, context);
    case 'day-or-text':
      return dayOrText(cell, context);
    case 'boolean':
      return readBoolean(cell);
    case 'choice':
      return readChoice(cell, type.options);
    case 'choices':
      return readChoices(cell, type.options);
  }
}

function readText(cell: TypedCell): Reading {
  if (typeof cell.value === 'string') {
    const text = (tickedWords(cell.value) ?? cell.value).replace(/\r\n?/g, '\n').trim().replace(/^[_＿]+\s*|\s*[_＿]+$/g, '');
    return text === '' ? empty : read(text);
  }
  if (typeof cell.value === 'boolean') return read(cell.text.trim() || (cell.value ? '是' : '否'));
  if (isDayFormat(cell.format)) return read(dayOfSerial(cell.value) ?? cell.text);
  const shown = cell.text.trim();
  // 007 and HT-007 are written as they are shown; 2,026 is not.
  const showsMore = /^0{2,}$/.test(cell.format) || /"[^"]*[^"\s¥$￥][^"]*"/.test(cell.format);
  if (showsMore && shown !== '') return read(shown);
  return read(Number.isInteger(cell.value) && !cell.format.includes('%') ? String(cell.value) : shown || String(cell.value));
}

/** `陶然之（续）` at the head of a page is who it was before. */
function readMember(cell: TypedCell): Reading {
  const reading = readText(cell);
  return reading.kind === 'value' && typeof reading.value === 'string' ? { ...reading, value: reading.value.replace(/\s*[（(](续|續|接上页|接上頁)[)）]$/, '') } : reading;
}

function dayOrText(cell: TypedCell, context: ReadingContext): Reading {
  const day = readDay(cell, context);
  // 10月20日前 says more than a day does.
  return day.kind === 'value' && !/(前|左右|后)$/.test(String(cell.value).trim()) ? day : readText(cell);
}
