// Lines between a list's rows that hold for all rows under them, up to the next such line: `客户：长河物流　行业：物流`,
// `2026年11月3日（周二）`, `二、长河物流有限公司`.

import { layoutOf } from '../../../domain/forms/layouts.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { ReadingContext } from '../../../domain/forms/reading/read-value.ts';
import type { Field, Table } from '../../../domain/forms/definition.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { belowHeader } from '../reading/header.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import { labelledRow } from './labelled-cells.ts';
import { periodWords, speaksForAll } from '../reading/lead-lines.ts';
import type { AboveValue } from '../reading/lead-lines.ts';
import { namesOrganisation } from '../reading/organisation-name.ts';
import { isSection, knownWords } from '../reading/other-heading.ts';
import { isKnownWord, wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** What no column of a list says, and a line between its rows may. */
export interface SectionFields {
  readonly vocabulary: Vocabulary;
  /** Fields of the form, and columns of the table whose rows the lines are. */
  readonly open: readonly Field[];
  readonly table?: Table;
}

export function sectionFields(vocabulary: Vocabulary, inColumns: readonly Field[], table?: Table): SectionFields {
  const { form } = vocabulary;
  return { vocabulary, open: [...form.fields, ...(table?.columns ?? [])].filter((field) => !inColumns.includes(field)), ...(table ? { table } : {}) };
}

/** What a row says for the rows under it; none where it is no such line. */
function sectionValues(grid: Grid, row: number, fields: SectionFields, context: ReadingContext): readonly AboveValue[] {
  const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
  const [first] = cells;
  if (!first || cells.length > widestLine) return none;
  const { values, strangers } = labelledRow(grid, row, (label) => fieldNamed(fields, label));
  const said = strangers > 0 ? [] : values.filter(({ field, cell, rest, isInline }) => readsAs(field, cell, isInline ? rest : undefined, context));
  if (said.length > 0) return said.some(({ field }) => holdsForRows(field, fields)) ? said.map(({ field, cell, head, rest }) => ({ field, cell, head, rest, isTitle: false })) : none;
  return cells.length === 1 ? bareValue(grid, first, fields, context) : none;
}

const widestLine = 6;
const none: readonly AboveValue[] = [];

function holdsForRows(field: Field, { vocabulary: { form }, table }: SectionFields): boolean {
  return table?.columns.includes(field) === true ? field.required === true : speaksForAll(form, field);
}

export function fieldNamed({ vocabulary, open, table }: SectionFields, label: string): Field | undefined {
  const keys = labelKeys(label);
  const words = [...wordsOf(vocabulary.scalars, keys), ...wordsOf(vocabulary.columns, keys).filter((word) => word.table === table)];
  return words.find((word) => open.includes(word.field))?.field;
}

function readsAs(field: Field, cell: GridCell, part: string | undefined, context: ReadingContext): boolean {
  return readValue(field.type, part === undefined ? cell : { value: part, text: part, format: '@' }, context).kind === 'value';
}

const numbered = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[●■◆▶▲★※*]|[【《「])\s*/u;
/** What a stretch of a list is called where it is nobody's name. */
const noName = /[：:，。；！？、]|(区|省|市|县|类|级|项|批|部分?|组|季度?|月份?|年度?|上旬|中旬|下旬|期|单|表|明细|情况|计划|安排|小计|合计|客户)$|^(其他|其它|以上|以下|注|备注|说明|已|未|待|新)/;
const longestName = 30;

const rowsLookedAhead = 3;

/** Fields that the first line under a heading says for its rows; a second level of headings may stand between, of other columns. */
export function openingFields(grid: Grid, columns: readonly HeaderColumn[], fields: SectionFields): readonly Field[] {
  const below = belowHeader(columns);
  for (let row = below; row < below + rowsLookedAhead; row++) {
    const values = sectionValues(grid, row, fields, anyYear);
    if (values.length > 0) return standsOverRows(grid, row, columns, fields) ? values.map(({ field }) => field) : [];
    if (columns.some(({ header }) => !isEmptyCell(grid.at(row, header.column)))) return [];
  }
  return [];
}

/** A record stands below, blank rows, emptied ones and further lines of the kind passed over: of a card, the next labels do. */
function standsOverRows(grid: Grid, line: number, columns: readonly HeaderColumn[], fields: SectionFields): boolean {
  for (let row = line + 1; row < line + rowsBelowLine; row++) {
    if (filledOf(grid, row, columns) > 1 && knownWords(grid, row) === 0) return true;
    if (knownWords(grid, row) > 0 && sectionValues(grid, row, fields, anyYear).length === 0) return false;
  }
  return false;
}

const rowsBelowLine = 8;

/** How many of the columns are filled in a row, each by a cell of its own. */
export function filledOf(grid: Grid, row: number, columns: readonly HeaderColumn[]): number {
  return new Set(columns.map(({ header }) => grid.at(row, header.column)).filter((cell) => !isEmptyCell(cell))).size;
}

/** What the line right over a heading says with its labels. */
export function lineOver(grid: Grid, heading: number, fields: SectionFields): readonly AboveValue[] {
  return sectionValues(grid, heading - 1, fields, anyYear).filter(({ head }) => head !== '');
}

/** Only whether it is a day is asked. */
const anyYear: ReadingContext = { year: 2000 };

/** A day, or a customer's name, alone in its line. */
function bareValue(grid: Grid, cell: GridCell, fields: SectionFields, context: ReadingContext): readonly AboveValue[] {
  const { vocabulary: { form, fixedRows }, open } = fields;
  const day = open.find((field) => field.key === form.day && field.type.kind === 'day');
  if (day && readsAs(day, cell, undefined, context)) return [{ field: day, cell, head: '', rest: '', isTitle: true }];
  const period = open.find((field) => field.type.kind === 'text' && (layoutOf(form).above ?? []).includes(field.key));
  if (period && isPeriod(textOf(cell))) return [{ field: period, cell, head: '', rest: '', isTitle: true }];
  const customer = open.find((field) => field.type.kind === 'customer' && holdsForRows(field, fields) && field.required);
  if (!customer || typeof cell.value !== 'string') return none;
  const name = cell.value.replace(numbered, '').replace(/[】》」]\s*$/u, '').trim();
  const bare = name.replace(/[（(][^（）()]*[）)]$/, '').trim();
  if (bare.length < 2 || name.length > longestName) return none;
  if (namesOrganisation(bare)) return [{ field: customer, cell, head: '', rest: name, isTitle: true }];
  // A row of which somebody has filled in one cell is no line of its own: that is merged over the columns, or numbered.
  if (cell.columns * 2 < grid.right - grid.left && !numbered.test(cell.value)) return none;
  if (wordsOf(fixedRows, labelKeys(bare)).length > 0 || noName.test(bare) || (isSection(cell.value) && !numbered.test(cell.value)) || !/^[\u4e00-\u9fffA-Za-z·]+$/u.test(bare) || isKnownWord(labelKeys(bare))) return none;
  return [{ field: customer, cell, head: '', rest: name, isTitle: true, isUncertain: true }];
}

/** `2026年1月（春节）`: a period by itself, perhaps with its occasion. */
function isPeriod(text: string): boolean {
  const bare = labelKey(text).replace(/^[[(《「]|[\])》」]$/g, '').replace(/\([^()]*\)?$/, '');
  return bare !== '' && periodWords(bare) === bare;
}

/**
 * The lines that hold for a row. Whatever they say, one stands over the first row too; a line that says the same of others
 * takes the place of an earlier one, with all that it said.
 */
export class Sections {
  readonly #fields: SectionFields;
  readonly #opening: ReadonlySet<Field>;
  readonly #saidAbove: ReadonlySet<Field>;
  readonly #columns: readonly HeaderColumn[];
  #lines: readonly (readonly AboveValue[])[] = [];

  /** `above`: what is said over the heading. */
  constructor(grid: Grid, fields: SectionFields, columns: readonly HeaderColumn[], above: readonly AboveValue[]) {
    this.#fields = fields;
    this.#columns = columns;
    this.#saidAbove = new Set(above.map(({ field }) => field));
    this.#opening = new Set([...openingFields(grid, columns, fields), ...above.map(({ field }) => field)]);
  }

  get values(): readonly AboveValue[] {
    return this.#lines.flat();
  }

  /** True where any line was seen: the list's rows belong to it in their order. */
  get isParted(): boolean {
    return this.#lines.length > 0;
  }

  /** The first such line of these rows, or one that fills most columns, whatever cannot be read of it; else `to`. */
  firstBetween(grid: Grid, from: number, to: number, context: ReadingContext): number {
    for (let row = from; row < to; row++) if (this.#valuesOf(grid, row, context).length > 0 || (filledOf(grid, row, this.#columns) * 2 > this.#columns.length && knownWords(grid, row) === 0)) return row;
    return to;
  }

  /** True where the row is such a line, also where nothing stands under it yet. */
  take(grid: Grid, row: number, context: ReadingContext): boolean {
    const values = this.#valuesOf(grid, row, context);
    if (values.length === 0) return false;
    const said = new Set(values.map(({ field }) => field));
    this.#lines = [...this.#lines.filter((line) => !line.some(({ field }) => said.has(field))), values];
    return true;
  }

  #valuesOf(grid: Grid, row: number, context: ReadingContext): readonly AboveValue[] {
    if (this.#opening.size === 0) return none;
    const values = sectionValues(grid, row, this.#fields, context);
    // A title that says when speaks for all; a month between its rows only parts them.
    const [first] = values;
    if (first && first.head === '' && first.field.type.kind === 'text' && this.#saidAbove.has(first.field)) return none;
    return values.some(({ field }) => this.#opening.has(field)) ? values : none;
  }
}
