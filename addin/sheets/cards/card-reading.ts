// A card's record: its fields first by its own day, which lends other days their year, then its tables.

import { hasContent } from '../../../domain/forms/completeness.ts';
import { isRows, rowsInOrder } from '../../../domain/forms/fields.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import type { Field, Fields, FormDefinition, Row } from '../../../domain/forms/definition.ts';
import type { ReadingContext } from '../../../domain/forms/reading/read-value.ts';
import { assignFields, readJoined, readScalar } from './card-fields.ts';
import type { LabelEvent } from './card-labels.ts';
import { readAcrossLabels, readLabelledRows, readLines, readSharedColumns, readTable } from './card-rows.ts';
import { newDraft } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { readFixedLabels } from './fixed-labels.ts';
import { columnsOf, textOf } from '../cells/grid.ts';
import type { Grid } from '../cells/grid.ts';
import { spanOf } from '../image.ts';
import type { Rect } from '../image.ts';
import { statesMoney } from '../reading/label-text.ts';
import { aboveValues, readAbove, statedUnitAbove, titleAbove } from '../reading/lead-lines.ts';
import type { AboveValue } from '../reading/lead-lines.ts';
import { readPaired } from './paired-labels.ts';
import { readSigned } from './read-signing.ts';
import { isTitled } from './card-segments.ts';
import type { Card } from './recognise-card.ts';
import type { RecognisedRecord } from '../recognised.ts';
import { readTitled, titledFields } from './titled-fields.ts';
import { vocabularyOf } from '../reading/vocabulary.ts';
import { readWordedCosts } from './worded-costs.ts';

/** `isFilledIn`: a person wrote something into the card. */
export function readCard(grid: Grid, form: FormDefinition, card: Card, context: ReadingContext): { readonly record: RecognisedRecord; readonly isFilledIn: boolean } {
  const assigned = assignFields(withUnit(grid, card.events));
  const titled = titledFields(grid, card.events, vocabularyOf(form));
  const draft = newDraft(grid, { ...context, ...yearOf(grid, form, assigned, context) });
  readTitled(draft, titled);
  if (form.kind === 'list' && isTitled(card)) readAbove(draft, periodOver(grid, form, card));
  for (const [event, field] of assigned) readScalar(draft, event, field);
  for (const event of card.events) if (event.kind === 'joined') readJoined(draft, form, event);
  readPaired(draft, card.events);
  const costs = readWordedCosts(draft, card, vocabularyOf(form));
  const ofTables = card.events.filter((event) => !costs.has(event.cell)).filter((event) => event.kind === 'column' || (event.kind === 'scalar' && !assigned.has(event) && event.columns.length > 0));
  readLabelledRows(draft, ofTables, card);
  readAcrossLabels(draft, card);
  readFixedLabels(draft, card.events);
  readLines(draft, card);
  readSigned(draft, card.events.flatMap((event) => event.signed ?? []));
  for (const event of card.events) if (event.table) readTable(draft, event.table, card.rows.get(event.table) ?? []);
  readSharedColumns(draft, ofTables, card);
  const range = rangeOf(card, draft);
  const record: RecognisedRecord = {
    form: form.id,
    sheet: grid.sheet.id,
    sheetName: grid.sheet.name,
    place: { row: range.row, column: range.column },
    range,
    fields: draft.fields,
    cells: draft.cells,
    rowPlaces: draft.rowPlaces,
    ...(Object.keys(draft.takenRows).length > 0 ? { takenRows: draft.takenRows } : {}),
    uncertain: draft.uncertain,
    problems: draft.problems,
    advice: draft.advice,
    tables: draft.tables,
  };
  return { record, isFilledIn: isFilledIn(form, draft) };
}

/** A list's form drawn as cards: what stands over it, of a card with a title of its own only what stands over that card. */
function periodOver(grid: Grid, form: FormDefinition, card: Card): readonly AboveValue[] {
  const vocabulary = vocabularyOf(form);
  const first = card.events.find((event) => event.kind === 'scalar' && form.naturalKey.includes(event.scalars[0]!.field.key))?.cell.row ?? grid.top;
  const ownTitle = card.events.find((event) => event.kind === 'title')?.cell;
  const lead = { grid: ownTitle ? columnsOf(grid, ownTitle.column, card.events[0]!.right ?? grid.right) : grid, row: first, from: grid.top };
  const own = new Set(card.events.flatMap((event) => event.scalars.map((word) => word.field)));
  return aboveValues(lead, vocabulary, ownTitle ?? titleAbove({ ...lead, row: first + 1 }, vocabulary), []).filter(({ field }) => layoutOf(form).above?.includes(field.key) && !own.has(field));
}

/** `单位：万元` above the card or on it holds for amounts whose labels state no unit. */
function withUnit(grid: Grid, events: readonly LabelEvent[]): readonly LabelEvent[] {
  const last = events.reduce((row, event) => Math.max(row, event.cell.row), 0);
  const stated = statedUnitAbove({ grid, row: last + 1, from: grid.top });
  if (!stated) return events;
  const isAmount = (event: LabelEvent): boolean => event.scalars.some((word) => word.field.type.kind === 'money') && !statesMoney(event.head ?? textOf(event.cell));
  return events.map((event) => (!event.unit && isAmount(event) ? { ...event, unit: stated } : event));
}

function yearOf(grid: Grid, form: FormDefinition, assigned: ReadonlyMap<LabelEvent, Field>, context: ReadingContext): ReadingContext {
  const found = [...assigned].find(([, field]) => field.key === form.day && (field.type.kind === 'day' || field.type.kind === 'datetime'));
  if (!found) return {};
  const probe = newDraft(grid, context);
  readScalar(probe, found[0], found[1]);
  const day = probe.fields[found[1].key];
  return typeof day === 'string' ? { year: Number(day.slice(0, 4)) } : {};
}

/** Something that a person filled in: no formula, nothing reckoned, no printed label. */
function isFilledIn(form: FormDefinition, draft: Draft): boolean {
  const typed = (path: string): boolean => draft.cells[path] !== undefined && !draft.cells[path].formula && draft.cells[path].writing.kind !== 'fixed';
  // Of a card that says nothing else, what cannot be read is paper: `20   年第   周`.
  if (Object.keys(draft.fields).length > 0 && draft.problems.some((problem) => typed(problem.path))) return true;
  const filled = form.fields.filter((field) => !field.reckoned && draft.fields[field.key] !== undefined && typed(field.key)).length;
  // A single value beside no row that the form is about is printed (礼品管理部门：办公室).
  if (filled > ((form.tables ?? []).some((table) => table.required) ? 1 : 0)) return true;
  return (form.tables ?? []).some((table) => filledRows(draft.fields, table.key).some(([, row]) => hasContent(table, row)));
}

function filledRows(fields: Fields, table: string): [string, Row][] {
  const rows = fields[table];
  return isRows(rows) ? rowsInOrder(rows) : [];
}

function rangeOf({ events }: Card, draft: Draft): Rect {
  const linesAbove = new Set(events.filter((event) => event.isShared).map((event) => event.cell.row));
  const cells = [...events.map((event) => event.cell), ...Object.values(draft.cells).map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }))];
  return spanOf(cells.filter((cell) => !linesAbove.has(cell.row)));
}
