// What a card's title says where no label does: `安澜医院——客户关系强化表`, `林小满 2026年11月3日拜访日报`, or the sheet's own
// name beside it.

import { layoutOf } from '../../../domain/forms/layouts.ts';
import type { Field } from '../../../domain/forms/definition.ts';
import { isDayFormat } from '../../../domain/forms/reading/typed.ts';
import { readField } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import type { LabelEvent } from './card-labels.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey, unspaced } from '../reading/label-text.ts';
import { asTyped, periodWords } from '../reading/lead-lines.ts';
import { personIn } from '../reading/person-name.ts';
import { nameOfOrganisation } from '../reading/organisation-name.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface TitledField {
  readonly field: Field;
  readonly cell: GridCell;
  /** '' is the whole cell. */
  readonly text: string;
  /** The sheet is called so too. */
  readonly isCertain: boolean;
}

/** What the title of a card says of fields for which the card has no label. */
export function titledFields(grid: Grid, events: readonly LabelEvent[], { form, titles }: Vocabulary): TitledField[] {
  const title = events.find((event) => event.kind === 'title')?.cell;
  const wanted = (layoutOf(form).titled ?? []).flatMap((key) => form.fields.filter((field) => field.key === key));
  const open = wanted.filter((field) => !events.some((event) => event.scalars.some((word) => word.field === field)));
  // Without the table that the form is about, a title may be that of a list, or of anything.
  if (!title || open.length === 0 || !events.some((event) => event.table?.table.required)) return [];
  const table = Math.min(...events.filter((event) => event.table?.table.required).map((event) => event.cell.row));
  const said = { grid, lines: linesOf(grid, title), titles, days: daysBetween(grid, title, table, events) };
  return open.flatMap((field) => saidOf(field, said) ?? []);
}

export function readTitled(draft: Draft, titled: readonly TitledField[]): void {
  for (const { field, cell, text, isCertain } of titled) {
    if (readField(draft, field.key, field, cell, text === '' ? undefined : { kind: 'fixed' }, text === '' ? undefined : text) && !isCertain && !draft.uncertain.includes(field.key)) draft.uncertain.push(field.key);
  }
}

interface Said {
  readonly grid: Grid;
  readonly lines: readonly GridCell[];
  readonly titles: readonly string[];
  /** Days by themselves between the title and the table. */
  readonly days: readonly GridCell[];
}

/** `2026年10月20日 星期二` in a cell of its own, beside labels of other things. */
function daysBetween(grid: Grid, title: GridCell, table: number, events: readonly LabelEvent[]): GridCell[] {
  const found: GridCell[] = [];
  for (let row = title.row + title.rows; row < table; row++) {
    for (const cell of grid.rowCells(row)) {
      if (cell.row !== row || isEmptyCell(cell) || events.some((event) => event.cell === cell || event.value === cell)) continue;
      const text = textOf(cell).normalize('NFKC').trim();
      if ((typeof cell.value === 'number' && isDayFormat(cell.format)) || dayIn(text.replace(/[\s(]*(周|星期)[一二三四五六日天]\)?$/, '')) === text.replace(/[\s(]*(周|星期)[一二三四五六日天]\)?$/, '')) found.push(cell);
    }
  }
  return found;
}

/** The title, and a line in brackets or with nothing but a period right under it. */
function linesOf(grid: Grid, title: GridCell): GridCell[] {
  const [under, other] = grid.rowCells(title.row + title.rows);
  return under && !other ? [title, under] : [title];
}

function saidOf(field: Field, { grid, lines, titles, days }: Said): TitledField | undefined {
  const sheet = grid.sheet.name;
  const [title] = lines as [GridCell];
  if (field.type.kind === 'customer') {
    const name = nameOfOrganisation(withoutTitle(textOf(title), titles));
    if (name !== undefined) return { field, cell: title, text: name, isCertain: sheet.includes(name) || name.includes(sheet) };
    const ofSheet = nameOfOrganisation(sheet);
    return ofSheet === undefined ? undefined : { field, cell: title, text: ofSheet, isCertain: false };
  }
  for (const cell of lines) {
    const text = unspaced(textOf(cell)).normalize('NFKC');
    const found = field.type.kind === 'member' ? personIn(text, sheet) : field.type.kind === 'day' ? dayIn(text) : asTyped(periodWords(labelKey(text)), text);
    if (found !== undefined && found !== '') return { field, cell, text: found, isCertain: field.type.kind !== 'member' || sheet.includes(found) };
  }
  const [day] = days;
  return field.type.kind === 'day' && day && days.length === 1 ? { field, cell: day, text: '', isCertain: true } : undefined;
}

/** A title's words beside the form's name: `安澜医院——` of `安澜医院——客户关系强化表`. */
function withoutTitle(text: string, titles: readonly string[]): string {
  const plain = unspaced(text).normalize('NFKC').replace(/\s+/g, ' ').trim();
  const name = titles.filter((one) => labelKey(plain).includes(one)).sort((a, b) => b.length - a.length)[0];
  const place = name === undefined ? -1 : plain.toLowerCase().indexOf(name);
  const rest = place < 0 ? '' : `${plain.slice(0, place)} ${plain.slice(place + name!.length)}`;
  return rest.replace(/20\d\d年?[^\s(]*/g, ' ').replace(/[-—_:：()《》【】|/·]+/g, ' ').trim();
}

const fullDay = /20\d\d(?:年\d{1,2}月\d{1,2}日|([./-])\d{1,2}\1\d{1,2})/g;

function dayIn(text: string): string | undefined {
  const days = text.match(fullDay) ?? [];
  return days.length === 1 ? days[0] : undefined;
}
