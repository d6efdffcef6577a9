// Headings that nobody has taught, in a list whose other headings are known: what stands below says which field they are, or
// that one field alone is left. Such a column is read, and its heading is asked about; where two would fit, none does.

import type { Field } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { isDayFormat } from '../../../domain/forms/reading/typed.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { belowHeader } from './header.ts';
import type { HeaderColumn } from './header.ts';
import type { HeaderCell } from './header-cells.ts';
import { labelKey, statesMoney, statesUnitPrice } from './label-text.ts';
import { namesOrganisation } from './organisation-name.ts';

const rowsLookedAt = 40;
const fewestSamples = 2;
/** A list has cells that cannot be read, too. */
const mostlyFits = 0.8;

type Samples = ReadonlyMap<HeaderCell, readonly GridCell[]>;

/** One kind of field, and what says that a column is of it. */
interface Evidence {
  readonly isOf: (field: Field) => boolean;
  readonly fits: (cell: GridCell, field: Field, header: HeaderCell) => boolean;
}

/** The surest first. An optional day or amount is nobody's to guess: a list has days and amounts of its own. */
const evidence: readonly Evidence[] = [
  { isOf: ({ type }) => type.kind === 'choice', fits: (cell, field) => textOf(cell).trim().length > 1 && readValue(field.type, cell).kind === 'value' },
  { isOf: ({ type, required }) => type.kind === 'day' && required === true, fits: (cell, field) => (typeof cell.value === 'string' || isDayFormat(cell.format)) && readValue(field.type, cell, { year: 2000 }).kind === 'value' },
  { isOf: ({ type, required }) => type.kind === 'money' && required === true, fits: (cell, field, { text }) => isAmountHeading(text) && readValue(field.type, cell).kind === 'value' },
  { isOf: ({ type, required }) => type.kind === 'customer' && required === true, fits: (cell) => namesOrganisation(textOf(cell)) },
];

/** `free`: fields that no heading and no line above has. */
export function inferColumns(grid: Grid, headers: readonly HeaderCell[], columns: readonly HeaderColumn[], free: readonly Field[]): HeaderColumn[] {
  const samples = samplesOf(grid, headers, columns);
  if (samples.size === 0) return [];
  const found = new Map<HeaderCell, Field>();
  const fieldsLeft = (): Field[] => free.filter((field) => ![...found.values()].includes(field));
  const open = (): HeaderCell[] => [...samples.keys()].filter((header) => !found.has(header));
  for (const { isOf, fits } of evidence) {
    const fields = fieldsLeft().filter(isOf);
    const isColumnOf = (header: HeaderCell, field: Field): boolean => {
      const cells = samples.get(header)!;
      return cells.filter((cell) => fits(cell, field, header)).length >= Math.max(fewestSamples, cells.length * mostlyFits);
    };
    for (const field of fields) {
      const fitting = open().filter((header) => isColumnOf(header, field));
      if (fitting.length === 1 && fields.every((other) => other === field || !isColumnOf(fitting[0]!, other))) found.set(fitting[0]!, field);
    }
  }
  const [text, ...others] = fieldsLeft().filter(({ required, type }) => required === true && type.kind === 'text');
  const worded = open().filter((header) => isWorded(samples.get(header)!) && !isAmountHeading(header.text));
  if (text && others.length === 0 && worded.length === 1) found.set(worded[0]!, text);
  return [...found].map(([header, field]) => ({ field, header, isInferred: true as const }));
}

function isAmountHeading(text: string): boolean {
  return statesMoney(text) || (!statesUnitPrice(text) && /[费额价钱款]|金额|预算|花销|开销/.test(labelKey(text)));
}

/** Words, and more than a running number or a day; the same in every row is no field's. */
function isWorded(cells: readonly GridCell[]): boolean {
  return new Set(cells.map((cell) => textOf(cell).trim())).size > 1 && cells.filter(({ value }) => typeof value === 'string' && /[\u4e00-\u9fff]{2}/.test(value)).length >= Math.max(fewestSamples, cells.length * mostlyFits);
}

/** What stands below each heading that is no column yet. */
function samplesOf(grid: Grid, headers: readonly HeaderCell[], columns: readonly HeaderColumn[]): Samples {
  const named = new Set(columns.map(({ header }) => header));
  const first = belowHeader(columns);
  const last = Math.min(first + rowsLookedAt, grid.bottom);
  const isRow = (row: number): boolean => columns.filter(({ header }) => textOf(grid.at(row, header.column)).trim() !== '').length > 1;
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, down) => first + down).filter(isRow);
  return new Map(headers.flatMap((header): [HeaderCell, GridCell[]][] => {
    if (named.has(header) || header.text.trim() === '' || header.under.length > 0) return [];
    const cells = rows.map((row) => grid.at(row, header.column)).filter((cell, turn) => cell.row === rows[turn] && cell.column === header.column && textOf(cell).trim() !== '');
    return cells.length < fewestSamples ? [] : [[header, cells]];
  }));
}
