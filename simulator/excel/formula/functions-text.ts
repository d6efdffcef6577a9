// Texts, days, look-ups and tests of the formula language.
import { format as formatNumber } from 'numfmt';
import { textMatcher } from './criteria.ts';
import { dayFromSerial, serialFromDay } from './days.ts';
import type { Functions } from './function-type.ts';
import type { Scalar, Value } from './values.ts';
import { Area, booleanOf, compare, fail, FormulaError, numberOf, scalarOf, textOf } from './values.ts';

const flag = (value: Value | undefined, otherwise: boolean) => (value === undefined ? otherwise : booleanOf(value));

/** index of `wanted` in a line of cells: exact (with wildcards), or the last one not above it */
function positionIn(wanted: Scalar, count: number, at: (index: number) => Scalar, exact: boolean): number {
  const matches =
    typeof wanted === 'string' && exact
      ? textMatcher(wanted)
      : (value: Scalar) => value !== null && typeof value === typeof wanted && compare(value, wanted) === 0;
  let last = -1;
  for (let index = 0; index < count; index++) {
    const value = at(index);
    if (exact) {
      if (matches(value)) return index;
    } else if (value !== null && typeof value === typeof wanted) {
      if (compare(value, wanted) > 0) break;
      last = index;
    }
  }
  return exact ? fail('#N/A') : last >= 0 ? last : fail('#N/A');
}

function areaOf(value: Value | undefined): Area {
  return value instanceof Area ? value : fail('#VALUE!');
}

function usedRows(area: Area): number {
  const used = area.sheet.used(true, area.rect);
  return used === undefined ? 0 : used.row + used.rows - area.rect.row;
}

function* textsIn(values: Value[]): Generator<string> {
  for (const value of values) {
    if (!(value instanceof Area)) yield textOf(value);
    else for (let row = 0; row < Math.min(value.rect.rows, Math.max(1, usedRows(value))); row++)
      for (let column = 0; column < value.rect.columns; column++) yield textOf(value.at(row, column));
  }
}

const today = () => {
  const now = new Date();
  return serialFromDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
};

export const textFunctions: Functions = {
  TEXT: (value, pattern) => formatNumber(textOf(pattern!), scalarOf(value!) as number | string, { throws: false }),
  CONCATENATE: (...values) => [...textsIn(values)].join(''),
  CONCAT: (...values) => [...textsIn(values)].join(''),
  TEXTJOIN: (separator, skipEmpty, ...values) =>
    [...textsIn(values)].filter((text) => text !== '' || !booleanOf(skipEmpty!)).join(textOf(separator!)),
  LEN: (value) => textOf(value!).length,
  LEFT: (value, count) => textOf(value!).slice(0, count === undefined ? 1 : numberOf(count)),
  RIGHT: (value, count) => {
    const length = count === undefined ? 1 : numberOf(count);
    return length === 0 ? '' : textOf(value!).slice(-length);
  },
  MID: (value, start, count) => textOf(value!).slice(numberOf(start!) - 1, numberOf(start!) - 1 + numberOf(count!)),
  TRIM: (value) => textOf(value!).trim().replace(/ +/g, ' '),
  UPPER: (value) => textOf(value!).toUpperCase(),
  LOWER: (value) => textOf(value!).toLowerCase(),
  REPT: (value, count) => textOf(value!).repeat(numberOf(count!)),
  SUBSTITUTE: (value, from, to) => textOf(value!).replaceAll(textOf(from!), textOf(to!)),
  FIND: (wanted, value) => {
    const index = textOf(value!).indexOf(textOf(wanted!));
    return index < 0 ? fail('#VALUE!') : index + 1;
  },
  VALUE: (value) => numberOf(textOf(value!).replaceAll(',', '')),
  EXACT: (one, other) => textOf(one!) === textOf(other!),
  ISNUMBER: (value) => typeof scalarOf(value!) === 'number',
  ISTEXT: (value) => typeof scalarOf(value!) === 'string',
  ISBLANK: (value) => scalarOf(value!) === null,
  ISERROR: (value) => scalarOf(value!) instanceof FormulaError,
  ISNA: (value) => {
    const scalar = scalarOf(value!);
    return scalar instanceof FormulaError && scalar.code === '#N/A';
  },
  N: (value) => (typeof scalarOf(value!) === 'number' ? scalarOf(value!) : 0),
  NA: () => fail('#N/A'),
  TRUE: () => true,
  FALSE: () => false,
  VLOOKUP: (wanted, table, column, isSorted) => {
    const area = areaOf(table);
    const row = positionIn(scalarOf(wanted!), Math.min(area.rect.rows, usedRows(area)), (index) => area.at(index, 0), !flag(isSorted, true));
    return numberOf(column!) > area.rect.columns ? fail('#REF!') : area.at(row, numberOf(column!) - 1);
  },
  HLOOKUP: (wanted, table, row, isSorted) => {
    const area = areaOf(table);
    const column = positionIn(scalarOf(wanted!), area.rect.columns, (index) => area.at(0, index), !flag(isSorted, true));
    return area.at(numberOf(row!) - 1, column);
  },
  MATCH: (wanted, line, type) => {
    const area = areaOf(line);
    const isColumn = area.rect.columns === 1;
    const count = isColumn ? Math.min(area.rect.rows, usedRows(area)) : area.rect.columns;
    const at = (index: number) => (isColumn ? area.at(index, 0) : area.at(0, index));
    return 1 + positionIn(scalarOf(wanted!), count, at, type !== undefined && numberOf(type) === 0);
  },
  INDEX: (table, row, column) => {
    const area = areaOf(table);
    const isRow = area.rect.rows === 1 && column === undefined;
    const rowIndex = isRow ? 1 : numberOf(row!);
    const columnIndex = isRow ? numberOf(row!) : column === undefined ? 1 : numberOf(column);
    if (rowIndex > area.rect.rows || columnIndex > area.rect.columns) return fail('#REF!');
    if (rowIndex === 0) return area.column(columnIndex - 1);
    return columnIndex === 0 ? area.row(rowIndex - 1) : area.at(rowIndex - 1, columnIndex - 1);
  },
  ROW: (area) => areaOf(area).rect.row + 1,
  COLUMN: (area) => areaOf(area).rect.column + 1,
  ROWS: (area) => areaOf(area).rect.rows,
  COLUMNS: (area) => areaOf(area).rect.columns,
  DATE: (year, month, day) => serialFromDay(numberOf(year!), numberOf(month!), numberOf(day!)),
  YEAR: (serial) => dayFromSerial(numberOf(serial!)).year,
  MONTH: (serial) => dayFromSerial(numberOf(serial!)).month,
  DAY: (serial) => dayFromSerial(numberOf(serial!)).day,
  EOMONTH: (serial, months) => {
    const { year, month } = dayFromSerial(numberOf(serial!));
    return serialFromDay(year, month + numberOf(months!) + 1, 0);
  },
  EDATE: (serial, months) => {
    const { year, month, day } = dayFromSerial(numberOf(serial!));
    const lastOfMonth = serialFromDay(year, month + numberOf(months!) + 1, 0);
    return Math.min(serialFromDay(year, month + numberOf(months!), day), lastOfMonth);
  },
  TODAY: () => today(),
  NOW: () => today() + (Date.now() % 86_400_000) / 86_400_000,
};
