// Lists whose records take a second line: under its cells what no column says, each with its label (`走访纪要 | 谈了续约`).

import type { Field, Path } from '../../../domain/forms/definition.ts';
import { readField } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { isEmptyCell } from '../cells/grid.ts';
import type { Grid } from '../cells/grid.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelledRow } from './labelled-cells.ts';
import type { LabelledCell } from './labelled-cells.ts';
import { unitOf } from '../reading/label-text.ts';
import { fieldNamed, filledOf } from './section-lines.ts';
import type { SectionFields } from './section-lines.ts';

/** What the line under a record's says of it; none where it is no such line. */
export function secondLine(grid: Grid, row: number, fields: SectionFields, columns: readonly HeaderColumn[]): readonly LabelledCell[] {
  const { values, strangers } = labelledRow(grid, row, (label) => fieldNamed(fields, label));
  return strangers === 0 || isBesideRecord(grid, row, columns) ? values : none;
}

const none: readonly LabelledCell[] = [];

/** A cell of the record's first line is merged down beside it. */
function isBesideRecord(grid: Grid, row: number, columns: readonly HeaderColumn[]): boolean {
  return columns.some(({ header }) => {
    const cell = grid.at(row, header.column);
    return cell.row < row && cell.row >= header.below && !isEmptyCell(cell);
  });
}

/** `pathOf` says where a field stands in the record; what its first line said already stays. */
export function readSecondLine(draft: Draft, values: readonly LabelledCell[], pathOf: (field: Field) => Path): void {
  for (const { field, cell, head, rest, tail, isInline } of values) {
    const path = pathOf(field);
    if (draft.cells[path]) continue;
    if (isInline) readField(draft, path, field, cell, { kind: 'inline', head, ...(tail === undefined ? {} : { tail }) }, rest, unitOf(head));
    else readField(draft, path, field, cell, undefined, undefined, unitOf(head));
  }
}

const rowsLookedAhead = 4;

/** What lines under the records may say, as the line under the first one does; none where records take one line. */
export function secondLineFields(grid: Grid, below: number, sections: SectionFields, opening: readonly Field[], columns: readonly HeaderColumn[]): SecondLines | undefined {
  const fields = { ...sections, open: sections.open.filter((field) => !opening.includes(field)) };
  const said = followingFields(grid, below, fields, columns);
  return said.length > 0 ? { fields, said } : undefined;
}

export interface SecondLines {
  readonly fields: SectionFields;
  /** By the first of them. */
  readonly said: readonly Field[];
}

/** A remark beneath a lone record has the look of one too: it is one that many records have, or that says what must be said. */
function followingFields(grid: Grid, below: number, fields: SectionFields, columns: readonly HeaderColumn[]): readonly Field[] {
  const first = firstRecord(grid, below, columns);
  const said = first === undefined ? [] : secondLine(grid, first + 1, fields, columns).map(({ field }) => field);
  if (said.length === 0 || said.some((field) => field.required) || isBesideRecord(grid, first! + 1, columns)) return said;
  const next = firstRecord(grid, first! + 2, columns);
  return next !== undefined && secondLine(grid, next + 1, fields, columns).some(({ field }) => said.includes(field)) ? said : [];
}

function firstRecord(grid: Grid, from: number, columns: readonly HeaderColumn[]): number | undefined {
  for (let row = from; row < from + rowsLookedAhead; row++) {
    if (filledOf(grid, row, columns) * 2 > columns.length) return row;
  }
  return undefined;
}
