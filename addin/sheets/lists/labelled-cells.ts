// A row of labels with their values, in one cell or in the next: `客户：长河物流　行业：物流`, `走访纪要 | 谈了续约 | 下次：9月16日`.

import type { Field } from '../../../domain/forms/definition.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKeys, labelStarts } from '../reading/label-text.ts';
import { isKnownWord } from '../reading/vocabulary.ts';

export interface LabelledCell {
  readonly field: Field;
  /** Where the value stands, or would stand. */
  readonly cell: GridCell;
  /** The label as it stands in its cell. */
  readonly head: string;
  /** The value behind its label in the same cell. */
  readonly rest: string;
  readonly tail?: string;
  readonly isInline: boolean;
}

export interface LabelledRow {
  readonly values: readonly LabelledCell[];
  /** Texts that are neither a label nor the value of one. */
  readonly strangers: number;
}

export function labelledRow(grid: Grid, row: number, fieldNamed: (label: string) => Field | undefined): LabelledRow {
  const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
  const values: LabelledCell[] = [];
  let strangers = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    const text = textOf(cell);
    const starts = typeof cell.value === 'string' ? labelStarts(text) : [];
    const beside = grid.at(row, cell.column + cell.columns);
    const isValue = beside.row === row && !(typeof beside.value === 'string' && isKnownWord(labelKeys(textOf(beside)))) && labelStarts(textOf(beside)).length === 0;
    const isTaken = isValue && beside === cells[index + 1];
    if (starts.length === 0) {
      const field = typeof cell.value === 'string' && isValue ? fieldNamed(text) : undefined;
      if (field) values.push({ field, cell: beside, head: text, rest: '', isInline: false });
      else strangers++;
      if (field && isTaken) index++;
      continue;
    }
    for (const [place, { label, start, end }] of starts.entries()) {
      const field = fieldNamed(label);
      const next = starts[place + 1]?.start;
      const rest = text.slice(end, next).trim();
      const isBeside = rest === '' && next === undefined && isTaken;
      if (isBeside) index++;
      if (field) values.push(isBeside ? { field, cell: beside, head: text.slice(start, end), rest, isInline: false } : { field, cell, head: text.slice(0, end), rest, ...(next === undefined ? {} : { tail: text.slice(next) }), isInline: true });
    }
  }
  return { values, strangers };
}
