// Generated lists whose rows stand in groups: one column is left out, and a line over the rows says it instead.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import type { PlacedCell } from './canvas.ts';
import type { ListModel, ModelColumn, ModelLine } from './list-model.ts';
import type { Random } from './random.ts';
import { typedValue } from './value-style.ts';

export interface ListGroup {
  readonly column: ModelColumn;
  /** Among the model's columns. */
  readonly index: number;
}

const fewestColumns = 4;

/** A column that a line over the rows may stand for: what is asked of every record, and of which every record says something. */
export function groupOf({ form, columns, lines }: ListModel, random: Random): ListGroup | undefined {
  if (columns.length < fewestColumns || !random.chance(0.12)) return undefined;
  const fit = columns.flatMap((column, index) => (mayGroup(form, column) && lines.every((line) => line.cells[index] !== undefined) ? [{ column, index }] : []));
  return fit.length > 0 ? random.pick(fit) : undefined;
}

function mayGroup(form: FormDefinition, { field }: ModelColumn): boolean {
  if (!form.fields.includes(field) || !field.required) return false;
  return field.type.kind === 'customer' || (field.type.kind === 'member' && field.key === form.owner) || (field.type.kind === 'day' && field.key === form.day);
}

export interface GroupLine {
  readonly cells: readonly PlacedCell[];
  /** Where the value stands. */
  readonly column: number;
}

export function groupLine({ column, index }: ListGroup, line: ModelLine, row: number, width: number, random: Random): GroupLine {
  const { field, names } = column;
  const said = line.cells[index]!.value as string;
  const typed = field.type.kind === 'day' ? typedValue(field, said, random).value : said;
  const value = typeof typed === 'string' ? typed : said;
  const wide = random.chance(0.6) ? { columns: width } : {};
  switch (random.whole(0, 3)) {
    case 0:
      return { cells: [{ row, column: 0, value: `${names.label}：` }, { row, column: 1, value }], column: 1 };
    case 1:
      // A day by itself says what it is, and so does a firm's name.
      if (field.type.kind === 'day' || /公司$|集团$/.test(value)) return { cells: [{ row, column: 0, value: field.type.kind === 'day' ? value : random.pick(['一、', '（二）', '■ ', '']) + value, ...wide }], column: 0 };
      break;
    case 2:
      return { cells: [{ row, column: 0, value: random.pick(['一、', '2. ', '']) + `${names.label}：${value}`, ...wide }], column: 0 };
  }
  return { cells: [{ row, column: 0, value: `${names.label}: ${value}`, ...wide }], column: 0 };
}
