// The lines above a heading: the title, a unit, a period, `label：value` for what no column says. They hold for every row.

import { layoutOf } from '../../../domain/forms/layouts.ts';
import type { Field, FormDefinition } from '../../../domain/forms/definition.ts';
import type { StatedUnit } from '../../../domain/forms/reading/read-value.ts';
import { compact } from '../../../domain/forms/reading/typed.ts';
import { simplified } from '../../../domain/forms/simplified.ts';
import { readField } from './draft.ts';
import type { Draft } from './draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { HeaderColumn } from './header.ts';
import { labelKey, labelKeys, labelStarts, statesMoney, unitStatement, unspaced } from './label-text.ts';
import { nearestAbove } from './nearest-above.ts';
import { personIn } from './person-name.ts';
import { isKnownWord, namesForm, wordsOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows `from` up to, and without, `row`. Of a list that runs across it is the grid as it stands, not turned. */
export interface Lead {
  readonly grid: Grid;
  readonly row: number;
  readonly from: number;
  /** The list runs across. */
  readonly isAcross?: true;
  /** The list goes on from pages before: what stands over the first holds. */
  readonly isFurtherPage?: boolean;
}

export interface AboveValue {
  readonly field: Field;
  readonly cell: GridCell;
  readonly head: string;
  readonly rest: string;
  readonly isTitle: boolean;
  /** The text only seems to say it. */
  readonly isUncertain?: true;
}

/** `单位：万元` above the heading holds for amounts whose headings state no unit. */
export function withStatedUnit(lead: Lead, columns: readonly HeaderColumn[]): HeaderColumn[] {
  const stated = statedUnitAbove(lead);
  return columns.map((column) => (stated && !column.unit && column.field.type.kind === 'money' && !statesMoney(column.header.text) ? { ...column, unit: stated } : column));
}

export function statedUnitAbove({ grid, row, from }: Lead): StatedUnit | undefined {
  const stated = nearestAbove(grid, unitStatement, row, from, (above) => grid.rowCells(above).map((cell) => unitStatement(textOf(cell))).find((unit) => unit !== undefined));
  return stated === 'yuan' ? undefined : stated;
}

export function titleAbove({ grid, row, from }: Lead, vocabulary: Vocabulary): GridCell | undefined {
  return nearestAbove(grid, vocabulary, row, from, (above) => grid.rowCells(above).find((cell) => namesForm(vocabulary, textOf(cell))));
}

/** Lines further up than this are no longer a heading's own. */
const rowsAbove = 60;
/** Numbers and dates may stand over a title; what stands higher is under the one before. */
const rowsOverTitle = 3;

function firstOf({ from, isFurtherPage }: Lead, title: GridCell | undefined): number {
  return title && !isFurtherPage ? Math.max(from, title.row - rowsOverTitle) : from;
}

/** What the lines say of fields that no column has. */
export function aboveValues(whole: Lead, vocabulary: Vocabulary, title: GridCell | undefined, columns: readonly HeaderColumn[]): AboveValue[] {
  const { form } = vocabulary;
  const lead = { ...whole, from: firstOf(whole, title) };
  const taken = new Set(columns.map((column) => column.field.key));
  const values: AboveValue[] = [];
  const add = (value: AboveValue): void => {
    if (taken.has(value.field.key) || !speaksForAll(form, value.field)) return;
    taken.add(value.field.key);
    values.push(value);
  };
  for (let above = lead.row - 1; above >= Math.max(lead.from, lead.row - rowsAbove); above--) {
    for (const cell of lead.grid.rowCells(above)) labelledIn(lead.grid, cell, vocabulary).forEach(add);
  }
  const inLayout = layoutOf(form).above ?? [];
  const period = inLayout.map((key) => form.fields.find((field) => field.key === key)!).find((field) => !taken.has(field.key));
  const said = title && period ? beyondName(vocabulary, textOf(title)) : '';
  if (title && period && said !== '') add({ field: period, cell: title, head: '', rest: asTyped(said, textOf(title)), isTitle: true });
  const span = (layoutOf(form).titled ?? []).map((key) => form.fields.find((field) => field.key === key)!).find((field) => field.type.kind === 'text' && !taken.has(field.key));
  const spanned = title && span ? periodWords(labelKey(textOf(title))) : '';
  if (title && span && spanned !== '') add({ field: span, cell: title, head: '', rest: asTyped(spanned, textOf(title)), isTitle: true });
  const spannedBelow = title && period && !taken.has(period.key) ? periodLine(lead, title) : undefined;
  if (period && spannedBelow) add({ field: period, cell: spannedBelow, head: '', rest: '', isTitle: true });
  const dated = form.fields.find((field) => field.key === form.day && !taken.has(field.key));
  const stated = dated ? periodAbove(lead, dated) : undefined;
  if (dated && stated) add({ field: dated, cell: stated.cell, head: '', rest: stated.text, isTitle: true });
  const owner = form.fields.find((field) => field.key === form.owner && form.naturalKey.includes(field.key) && !taken.has(field.key));
  const person = owner ? personAbove(lead) : undefined;
  if (owner && person) add({ field: owner, cell: person.cell, head: '', rest: person.name, isTitle: true, ...(lead.grid.sheet.name.includes(person.name) ? {} : { isUncertain: true }) });
  return values.filter((value) => inLayout.includes(value.field.key) || value.head !== '' || value.isTitle);
}

/** Whose the list is, when and for whom; a remark above or under another list is no record's. */
export function speaksForAll(form: FormDefinition, { key, required }: Field): boolean {
  return required === true || form.naturalKey.includes(key) || key === form.day || key === form.owner || key === form.customer || (layoutOf(form).above ?? []).includes(key);
}

/** Holds for every row, so no single record may change it. */
export function readAbove(draft: Draft, above: readonly AboveValue[]): void {
  for (const { field, cell, rest, isUncertain } of above) {
    const isRead = readField(draft, field.key, field, cell, { kind: 'fixed' }, rest === '' ? undefined : rest);
    if (isRead && isUncertain) draft.uncertain.push(field.key);
  }
}

/** `填表人：周立夏　　日期：…` in one cell, each up to the next; or a label with its value in the next cell. */
function labelledIn(grid: Grid, cell: GridCell, vocabulary: Vocabulary): AboveValue[] {
  const text = textOf(cell);
  const starts = labelStarts(text);
  const besides = (field: Field, head: string): AboveValue => {
    const value = grid.at(cell.row, cell.column + cell.columns);
    // Whose the list is and when: a word with its value beside it. Other words may be of a card that stands above, and among
    // headings a word's neighbour is the next of them.
    const speaks = (field.key === vocabulary.form.owner || field.key === vocabulary.form.day) && !isEmptyCell(value) && !(typeof value.value === 'string' && isKnownWord(labelKeys(value.value)));
    return { field, cell: value, head: speaks ? head : '', rest: '', isTitle: false };
  };
  if (starts.length === 0) {
    const field = fieldNamed(vocabulary, text);
    return field ? [besides(field, text)] : [];
  }
  return starts.flatMap(({ label, start, end }, index): AboveValue[] => {
    const field = fieldNamed(vocabulary, label);
    const rest = text.slice(end, starts[index + 1]?.start).trim();
    if (!field) return [];
    return [rest === '' && index === starts.length - 1 ? besides(field, text.slice(start)) : { field, cell, head: text.slice(start, end), rest, isTitle: false }];
  });
}

function fieldNamed(vocabulary: Vocabulary, label: string): Field | undefined {
  return wordsOf(vocabulary.scalars, labelKeys(label))[0]?.field;
}

const periods = {
  month: /20\d\d\s*年\s*\d{1,2}\s*月(?!\s*\d)/g,
  quarter: /20\d\d\s*年?\s*(?:第?\s*[一二三四1-4]\s*季度?|Q[1-4])/gi,
} as const;

/** The month or quarter of all rows, where a title says one (2026年9月考勤月报表) and no column does. */
function periodAbove({ grid, row, from }: Lead, field: Field): { readonly cell: GridCell; readonly text: string } | undefined {
  const { kind } = field.type;
  if (kind !== 'month' && kind !== 'quarter') return undefined;
  return nearestAbove(grid, periods[kind], row, from, (above) => {
    for (const cell of grid.rowCells(above)) {
      const found = unspaced(textOf(cell)).normalize('NFKC').match(periods[kind]) ?? [];
      if (found.length === 1 && !/(制|填|打印|更新|编)[^:：]{0,3}(日期|时间|表)[:：]/.test(textOf(cell))) return { cell, text: found[0]! };
    }
    return undefined;
  });
}

/** More cells in a row are another list's values. */
const cellsOfTitleLine = 4;

/** Whose list it is, where only a title says so (`周立夏 2026年11月拜访明细`). */
function personAbove({ grid, row, from }: Lead): { readonly cell: GridCell; readonly name: string } | undefined {
  return nearestAbove(grid, personIn, row, from, (above) => {
    const cells = grid.rowCells(above);
    for (const cell of cells.length > cellsOfTitleLine ? [] : cells) {
      const name = personIn(unspaced(textOf(cell)), grid.sheet.name);
      if (name !== undefined) return { cell, name };
    }
    return undefined;
  });
}

const span = /20\d\d年(?:度|第?[一二三四1-4]季度|[上下]半年|全年|\d{1,2}月?[-—~至到]\d{1,2}月|\d{1,2}月|(?:(?:春节|元旦|元宵|三八|妇女|清明|五一|劳动|儿童|端午|七夕|教师|中秋|国庆|重阳|圣诞|新年|年末|年终|岁末|双节)节?[、和及暨与]?)+)?/g;

const linesOfPeriod = 4;

/** `2026年端午节` by itself right above the headings, under the title. */
function periodLine({ grid, row }: Lead, title: GridCell): GridCell | undefined {
  for (let line = row - 1; line > Math.max(title.row, row - 1 - linesOfPeriod); line--) {
    const found = grid.rowCells(line).find((cell) => periodWords(labelKey(textOf(cell))) === labelKey(textOf(cell)) && !isEmptyCell(cell));
    if (found) return found;
  }
  return undefined;
}

/** The one year, with its half, months or feasts, in a text. */
export function periodWords(text: string): string {
  const found = text.match(span) ?? [];
  return found.length === 1 ? found[0]! : '';
}

/** The words as the title has them, where they were found in another script. */
export function asTyped(words: string, title: string): string {
  const plain = compact(title);
  const place = simplified(plain).indexOf(words);
  return place < 0 ? words : plain.slice(place, place + words.length);
}

/** `2026年上半年`, `2026年春节` */
function isNamedPeriod(text: string): boolean {
  return periodWords(text) === text && !/[\d月]$/.test(text);
}

/** `2026年第四季度` of `2026年第四季度礼品馈赠计划表`: only what says when. */
function beyondName(vocabulary: Vocabulary, title: string): string {
  const key = labelKey(title);
  const name = vocabulary.titles.filter((one) => one.endsWith('表') && key.includes(one)).sort((a, b) => b.length - a.length)[0];
  // Beside a looser name (礼品计划) other words stand too: only what can be nothing but a period is one, and of what stands in
  // brackets only one that is planned for by its name; months there say no more than when it was drawn up.
  if (name === undefined) return periodWords(key.replace(/\([^()]*\)/g, (remark) => (isNamedPeriod(remark.slice(1, -1)) ? remark.slice(1, -1) : '')));
  const rest = key.replace(name, '').replace(/^[(《「]+|[)》」]+$/g, '').replace(/^\D*(?=20\d\d)/, '').replace(/(大?客户部?|部门|公司)+$/, '');
  const period = periodWords(rest);
  if (period !== '' && rest.startsWith(period) && !/[年月季节]/.test(rest.slice(period.length))) return period;
  return /[0-9一二三四五六七八九十][年月季]|半年|年度/.test(rest) && !/[a-z]/.test(rest) ? rest : '';
}

