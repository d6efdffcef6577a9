// Lines between a list's rows that hold for all rows under them, up to the next such line: `客户：长河物流　行业：物流`,
// `2026年11月3日（周二）`, `二、长河物流有限公司`.

import { readValue } from '../../domain/forms/reading/read-value.ts';
import type { ReadingContext } from '../../domain/forms/reading/read-value.ts';
import type { Field, Table } from '../../domain/forms/definition.ts';
import { isEmptyCell, textOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { labelKeys, labelStarts } from './label-text.ts';
import { speaksForAll } from './lead-lines.ts';
import type { AboveValue } from './lead-lines.ts';
import { isSection } from './other-heading.ts';
import { isKnownWord, wordsOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What no column of a list says, and a line between its rows may. */
export interface SectionFields {
  readonly vocabulary: Vocabulary;
  /** Fields of the form, and columns of the table whose rows the lines are. */
  readonly open: readonly Field[];
  readonly table?: Table;
}

export function sectionFields(vocabulary: Vocabulary, inColumns: readonly Field[], table?: Table): SectionFields {
  const { form } = vocabulary;
  const columns = (table?.columns ?? []).filter((field) => field.required);
  return { vocabulary, open: [...form.fields, ...columns].filter((field) => !inColumns.includes(field)), ...(table ? { table } : {}) };
}

/** What a row says for the rows under it; none where it is no such line. */
export function sectionValues(grid: Grid, row: number, fields: SectionFields, context: ReadingContext): readonly AboveValue[] {
  const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
  const [first] = cells;
  if (!first || cells.length > widestLine || first.row !== row) return none;
  const labelled = labelledValues(cells, fields).filter(({ field, cell, rest }) => readsAs(field, cell, rest, context));
  if (labelled.length > 0) return labelled.some(({ field }) => holdsForRows(field, fields)) ? labelled : none;
  return cells.length === 1 ? bareValue(first, fields, context) : none;
}

const widestLine = 6;
const none: readonly AboveValue[] = [];

function holdsForRows(field: Field, { vocabulary: { form }, table }: SectionFields): boolean {
  return table?.columns.includes(field) === true || speaksForAll(form, field);
}

/** Every cell is a label with its value, or the value of the label before it. */
function labelledValues(cells: readonly GridCell[], fields: SectionFields): AboveValue[] {
  const values: AboveValue[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    const text = textOf(cell);
    const starts = typeof cell.value === 'string' ? labelStarts(text) : [];
    const next = cells[index + 1];
    if (starts.length === 0) {
      const field = next && !isKnownWord(labelKeys(textOf(next))) ? fieldNamed(fields, text) : undefined;
      if (!field) return [];
      values.push({ field, cell: next!, head: text, rest: '', isTitle: false });
      index++;
      continue;
    }
    for (const [place, { label, start, end }] of starts.entries()) {
      const field = fieldNamed(fields, label);
      const rest = text.slice(end, starts[place + 1]?.start).trim();
      const isInNext = rest === '' && place === starts.length - 1 && next !== undefined;
      if (isInNext) index++;
      if (field && (rest !== '' || isInNext)) values.push({ field, cell: isInNext ? next : cell, head: text.slice(start, end), rest, isTitle: false });
    }
  }
  return values;
}

function fieldNamed({ vocabulary, open, table }: SectionFields, label: string): Field | undefined {
  const keys = labelKeys(label);
  const words = [...wordsOf(vocabulary.scalars, keys), ...wordsOf(vocabulary.columns, keys).filter((word) => word.table === table)];
  return words.find((word) => open.includes(word.field))?.field;
}

function readsAs(field: Field, cell: GridCell, rest: string, context: ReadingContext): boolean {
  return readValue(field.type, rest === '' ? cell : { value: rest, text: rest, format: '@' }, context).kind === 'value';
}

const numbered = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[●■◆▶▲★※*]|[【《「])\s*/u;
const organisation = /(公司|集团|厂|医院|银行|大学|学院|学校|中学|中心|研究[院所]|事务所|酒店|商场|超市|局|厅|委员会|协会|联社|合作社)$/;
/** What a stretch of a list is called where it is nobody's name. */
const noName = /[：:，。；！？、]|(区|省|市|县|类|级|项|批|部分?|组|季度?|月份?|年度?|上旬|中旬|下旬|期|单|表|明细|情况|计划|安排|小计|合计|客户)$|^(其他|其它|以上|以下|注|备注|说明|已|未|待|新)/;
const longestName = 30;

const rowsLookedAhead = 2;

/** Fields that the first line under a heading says for its rows. */
export function openingFields(grid: Grid, below: number, fields: SectionFields): readonly Field[] {
  for (let row = below; row < below + rowsLookedAhead; row++) {
    if (grid.rowCells(row).length > 0) return sectionValues(grid, row, fields, anyYear).map(({ field }) => field);
  }
  return [];
}

/** What the line right over a heading says with its labels. */
export function lineOver(grid: Grid, heading: number, fields: SectionFields): readonly AboveValue[] {
  return sectionValues(grid, heading - 1, fields, anyYear).filter(({ head }) => head !== '');
}

/** Only whether it is a day is asked. */
const anyYear: ReadingContext = { year: 2000 };

/** A day, or a customer's name, alone in its line. */
function bareValue(cell: GridCell, fields: SectionFields, context: ReadingContext): readonly AboveValue[] {
  const { vocabulary: { form }, open } = fields;
  const day = open.find((field) => field.key === form.day && field.type.kind === 'day');
  if (day && readsAs(day, cell, '', context)) return [{ field: day, cell, head: '', rest: '', isTitle: true }];
  const customer = open.find((field) => field.type.kind === 'customer' && holdsForRows(field, fields) && field.required);
  if (!customer || typeof cell.value !== 'string') return none;
  const name = cell.value.replace(numbered, '').replace(/[】》」]\s*$/u, '').trim();
  const bare = name.replace(/[（(][^（）()]*[）)]$/, '').trim();
  if (bare.length < 2 || name.length > longestName) return none;
  if (organisation.test(bare)) return [{ field: customer, cell, head: '', rest: name, isTitle: true }];
  if (noName.test(bare) || (isSection(cell.value) && !numbered.test(cell.value)) || !/^[\u4e00-\u9fffA-Za-z·]+$/u.test(bare) || isKnownWord(labelKeys(bare))) return none;
  return [{ field: customer, cell, head: '', rest: name, isTitle: true, isUncertain: true }];
}

/** The lines that hold for a row; one that says the same of others takes the place of an earlier one, with all that it said. */
export class Sections {
  readonly #fields: SectionFields;
  #lines: readonly (readonly AboveValue[])[] = [];

  constructor(fields: SectionFields) {
    this.#fields = fields;
  }

  get values(): readonly AboveValue[] {
    return this.#lines.flat();
  }

  /** True where any line was seen: the list's rows belong to it in their order. */
  get isParted(): boolean {
    return this.#lines.length > 0;
  }

  /** The first such line of these rows, else `to`: what is passed over may hold for the rows below. */
  firstBetween(grid: Grid, from: number, to: number, context: ReadingContext): number {
    for (let row = from; row < to; row++) if (sectionValues(grid, row, this.#fields, context).length > 0) return row;
    return to;
  }

  /** True where the row is such a line; `goesOn` tells whether rows follow it. */
  take(grid: Grid, row: number, context: ReadingContext, goesOn: (next: number) => boolean): boolean {
    const values = sectionValues(grid, row, this.#fields, context);
    if (values.length === 0 || !goesOn(row + 1)) return false;
    const said = new Set(values.map(({ field }) => field));
    this.#lines = [...this.#lines.filter((line) => !line.some(({ field }) => said.has(field))), values];
    return true;
  }
}
