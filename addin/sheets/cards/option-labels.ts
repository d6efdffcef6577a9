// A label that the form does not know, beside the printed options of a choice: they say which field it is. Only of a field
// that no label of the card names.

import type { Field, Option, Table } from '../../../domain/forms/definition.ts';
import { optionOf, withBoxes } from '../../../domain/forms/reading/choices.ts';
import type { LabelEvent } from './card-labels.ts';
import type { Band } from './card-tables.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { looksLikeLabel } from '../reading/label-shape.ts';
import { labelKeys } from '../reading/label-text.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

interface Choice {
  readonly field: Field;
  readonly options: readonly Option[];
  /** Of a table's column. */
  readonly table?: Table;
}

/** `来往性质 | □初次拜访 √处理问题 □建立关系` */
export function optionLabels(grid: Grid, band: Band, labels: readonly LabelEvent[], claimed: (cell: GridCell) => boolean, vocabulary: Vocabulary, named: readonly Field[]): LabelEvent[] {
  const known = new Set([...named, ...labels.flatMap((event) => [...event.scalars, ...event.columns].map(({ field }) => field))]);
  const open = choicesOf(vocabulary).filter(({ field }) => !known.has(field));
  if (open.length === 0) return [];
  const taken = new Set(labels.flatMap((event) => [event.cell, event.value]));
  const isFree = (cell: GridCell): boolean => !claimed(cell) && !taken.has(cell);
  const found: LabelEvent[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const value of grid.rowCells(row)) {
      if (value.column <= band.left || value.column >= band.right || !isFree(value)) continue;
      const words = printedWords(value);
      const fitting = words.length < 2 ? [] : open.filter(({ options }) => printsAll(words, options));
      const cell = grid.at(row, value.column - 1);
      // Options that two fields have say neither.
      if (fitting.length !== 1 || cell.row !== value.row || !isFree(cell) || !isUnknown(cell, vocabulary)) continue;
      found.push(eventOf(fitting[0]!, cell, value, band, vocabulary));
    }
  }
  return found;
}

/** A label, and none that somebody said stands for nothing. */
function isUnknown(cell: GridCell, { ignored }: Vocabulary): boolean {
  const text = textOf(cell);
  return looksLikeLabel(text) && !labelKeys(text).some((key) => ignored.has(key));
}

function choicesOf({ form }: Vocabulary): Choice[] {
  const of = (field: Field, table?: Table): Choice[] => (field.type.kind === 'choice' || field.type.kind === 'choices' ? [{ field, options: field.type.options, ...(table ? { table } : {}) }] : []);
  return [...form.fields.flatMap((field) => of(field)), ...(form.tables ?? []).flatMap((table) => table.columns.flatMap((column) => of(column, table)))];
}

const box = /[□☐◻○◯☑☒✓✔√■●]/u;

/** The words between the boxes of a cell. */
function printedWords({ value }: GridCell): readonly string[] {
  const text = typeof value === 'string' && value.length <= 200 ? withBoxes(value) : '';
  return box.test(text) ? text.split(new RegExp(box.source, 'gu')).map((word) => word.trim()).filter((word) => word !== '') : [];
}

/** Every option, and nothing else. */
function printsAll(words: readonly string[], options: readonly Option[]): boolean {
  const said = new Set(words.map((word) => optionOf(word, options)));
  return words.length === options.length && said.size === options.length && !said.has(undefined);
}

function eventOf({ field, table }: Choice, cell: GridCell, value: GridCell, band: Band, { form }: Vocabulary): LabelEvent {
  const at = { cell, value, right: band.right };
  if (table) return { ...at, kind: 'column', scalars: [], columns: [{ table, field }] };
  return { ...at, kind: 'scalar', scalars: [{ field, index: form.fields.indexOf(field), canonical: false, key: '' }], columns: [] };
}
