// A day over several columns of a list: `2026年` over 月 and 日, as ledgers have it. It is read, and written nowhere: no single
// cell says it.

import { readDay } from '../../../domain/forms/reading/calendar.ts';
import { empty } from '../../../domain/forms/reading/typed.ts';
import type { Reading, ReadingContext, TypedCell } from '../../../domain/forms/reading/typed.ts';
import type { Field, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { GridCell } from '../cells/grid.ts';
import type { HeaderCell } from './header-cells.ts';
import { labelKey, labelKeys } from './label-text.ts';

/** Columns of the sheet. */
export interface DayColumns {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** The year that the heading says. */
  readonly stated?: number;
}

/** The record's own day, or the one that a row of its table must have. */
export function dayFieldOf(form: FormDefinition, table: Table | undefined): Field | undefined {
  const own = form.fields.find((field) => field.key === form.day && field.type.kind === 'day');
  const [ofRow, other] = (table?.columns ?? []).filter((field) => field.required && field.type.kind === 'day');
  return own ?? (other ? undefined : ofRow);
}

export interface DayHeader extends HeaderCell {
  readonly dayColumns: DayColumns;
}

/** A heading over 月 and 日, or these two side by side, as one that names the day; others as they are. */
export function withDayColumns(headers: readonly HeaderCell[], field: Field | undefined): readonly HeaderCell[] {
  if (!field) return headers;
  const words = headers.map((header) => labelKey(header.text));
  return headers.flatMap((header, index): HeaderCell[] => {
    if (words[index] === '日' && words[index - 1] === '月') return [];
    const next = headers[index + 1];
    const parts = words[index] === '月' && words[index + 1] === '日' ? [header.cell, next!.cell] : header.under;
    const word = parts.map((cell) => labelKey(textOf(cell))).join('');
    if (word !== '月日' && word !== '年月日') return [header];
    return [dayHeader(header, word === '月日' ? [undefined, ...parts] : parts, field)];
  });
}

function dayHeader(header: HeaderCell, parts: readonly (GridCell | undefined)[], field: Field): DayHeader {
  const [year, month, day] = parts as [GridCell | undefined, GridCell, GridCell];
  const stated = /20\d\d/.exec(header.text.normalize('NFKC'))?.[0];
  return {
    ...header,
    keys: labelKeys(field.label),
    columns: day.column + day.columns - header.column,
    below: month.row + month.rows,
    under: [],
    dayColumns: { month: month.column, day: day.column, ...(year ? { year: year.column } : {}), ...(stated ? { stated: Number(stated) } : {}) },
  };
}

export function dayColumnsOf(header: HeaderCell): DayColumns | undefined {
  return (header as Partial<DayHeader>).dayColumns;
}

/** `cellAt` gives a column's cell, one above it where it says 同上. */
export function readDayColumns({ year, month, day, stated }: DayColumns, cellAt: (column: number) => GridCell, context: ReadingContext): Reading {
  const number = (column: number): string => textOf(cellAt(column)).normalize('NFKC').replace(/[年月日号\s]/g, '');
  if (isEmptyCell(cellAt(day))) return empty;
  const ofYear = year === undefined ? stated : Number(number(year));
  const text = `${number(month)}月${number(day)}日`;
  const typed: TypedCell = { value: ofYear ? `${ofYear}年${text}` : text, text, format: '@' };
  return readDay(typed, context);
}
