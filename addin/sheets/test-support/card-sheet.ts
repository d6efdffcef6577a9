// Sheets of cards as different departments would make them, by chance: a form's title, its fields in another order, its
// tables, letterhead and remarks around; one card or several, under one another or side by side. With each card what is to
// be read of it.

import type { Field, Fields, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { layoutOf, titlesOf } from '../../../domain/forms/layouts.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import type { SheetImage } from '../image.ts';
import type { Place } from '../ledger-entry.ts';
import type { RecognisedRecord } from '../recognised.ts';
import { cellsAsRead, recordAsRead } from '../truth.ts';
import type { ReadFields } from '../truth.ts';
import { drawBeside } from './card-beside.ts';
import { drawGrid, gridStyle, gridWidth } from './card-grids.ts';
import { drawScalars } from './card-scalars.ts';
import type { Arrangement } from './card-scalars.ts';
import { drawSignatures, signingStyles } from './card-signatures.ts';
import { canBeTurned, drawTurned } from './card-turned.ts';
import type { Pen } from './drawn-card.ts';
import { labelled, styledLabel } from './label-style.ts';
import { emptyPaper } from './paper.ts';
import type { Paper } from './paper.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import { companyName, personName, randomRecord } from './random-record.ts';

export interface ExpectedCard {
  readonly fields: ReadFields;
  readonly cells: Record<string, string>;
  readonly uncertain: readonly string[];
}

export interface CardSheet {
  readonly image: SheetImage;
  readonly cards: readonly ExpectedCard[];
}

const year = 2026;

/** A list's record with fewer fields fills a line: it is rarely drawn as a card, and there are few ways to draw it. */
const fieldsOfCard = 6;

/** Lists whose records have enough to say for a card of their own (one gift a card), and the cards. */
export function isDrawnAsCard(form: FormDefinition): boolean {
  return form.kind === 'card' || form.fields.length >= fieldsOfCard;
}

export function cardSheet(form: FormDefinition, random: Random): CardSheet {
  const layoutSeed = random.whole(1, 1_000_000_000);
  const paper = emptyPaper();
  const width = Math.max(...(form.tables ?? []).map(gridWidth), 4) + random.whole(0, 6);
  const count = random.pick([1, 1, 1, 2, 3]);
  const isBeside = count > 1 && random.chance(0.3);
  const [top, left] = [random.whole(0, 4), random.whole(0, 3)];
  const cards: ExpectedCard[] = [];
  let row = top;
  for (let index = 0; index < count; index++) {
    const isBlank = count > 1 && random.chance(0.12);
    const record = isBlank ? {} : randomRecord(form, random, index, { year, filled: random.pick([0.4, 0.8, 1]) });
    const column = left + (isBeside ? index * (width + 1 + (layoutSeed % 2)) : 0);
    const drawn = drawCard(paper, form, record, { row: isBeside ? top : row, column, width }, randomOf(layoutSeed), random);
    // A form that nobody filled in is no record.
    if (!isBlank) cards.push(drawn.card);
    row = drawn.bottom + random.whole(1, 3);
    if (!isBeside && index + 1 < count && random.chance(0.4)) paper.put({ row: row++, column }, random.pick(['- - - - - - - - ✂ - - - - - - - -', '………………沿虚线裁开………………']), 1, width);
  }
  if (random.chance(0.2)) drawBeside(paper, random, { row: top + random.whole(0, 2), column: left + (isBeside ? count * (width + 2) : width) + random.whole(1, 2), rows: row - top });
  return { image: paper.image(random.pick(['Sheet1', '表', personName(random), '3月'])), cards };
}

interface Corner {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

function drawCard(paper: Paper, form: FormDefinition, whole: Fields, corner: Corner, layout: Random, typing: Random): { readonly card: ExpectedCard; readonly bottom: number } {
  const printed = printedFields(form, layout);
  const keys = new Set([...printed.map((field) => field.key), ...(form.tables ?? []).map((table) => table.key)]);
  const titled = titledPeriod(form, keys, layout, typing);
  const record = { ...Object.fromEntries(Object.entries(whole).filter(([key]) => keys.has(key))), ...(titled ? { [titled.key]: titled.period } : {}) };
  const words = wordsOf(form);
  const taken = new Set([...words].filter(([, uses]) => uses > 1).map(([word]) => word));
  const style = { taken, english: layout.chance(0.15), traditional: layout.chance(0.15) };
  const labelOf: Pen['labelOf'] = (part) => styledLabel(typeof part === 'string' ? { label: part, synonyms: [] } : labelled(part), layout, style);
  const pen: Pen = { paper, form, record, left: corner.column, width: corner.width, layout, typing, context: {}, labelOf, places: {}, uncertain: [] };
  let row = drawHead(pen, corner.row, titled);
  for (const block of blocksOf(form, printed, layout)) row = drawBlock(pen, block, row);
  row = drawFoot(pen, row);
  return { card: expectedOf(pen), bottom: row };
}

type Block = { readonly fields: readonly Field[]; readonly arrangement: Arrangement } | { readonly table: Table };

/** Fields in groups between the tables; the key's first, so that a card has a beginning. */
function blocksOf(form: FormDefinition, printed: readonly Field[], layout: Random): Block[] {
  const order = shuffledRuns(form, printed, layout);
  const tables = layout.chance(0.5) ? layout.shuffled(form.tables ?? []) : (form.tables ?? []);
  const base = layout.pick<Arrangement>(['beside', 'beside', 'above', 'inline']);
  const parts = layout.whole(1, tables.length + 1);
  const size = Math.ceil(order.length / parts);
  const blocks: Block[] = [];
  tables.forEach((table, index) => {
    if (index < parts) blocks.push({ fields: order.slice(index * size, (index + 1) * size), arrangement: layout.chance(0.85) ? base : 'beside' });
    blocks.push({ table });
  });
  if (parts > tables.length) blocks.push({ fields: order.slice(tables.length * size), arrangement: base });
  return blocks.filter((block) => 'table' in block || block.fields.length > 0);
}

/** A label that several fields bear is printed behind the field that tells which is meant, or nobody could say (电话 beside 客户名称). */
function printedFields(form: FormDefinition, layout: Random): Field[] {
  const unprinted = layoutOf(form).unprinted ?? [];
  const words = wordsOf(form);
  const isAbove = (field: Field): boolean => layoutOf(form).above?.includes(field.key) === true;
  const isAsked = (field: Field): boolean => (field.required === true || (form.naturalKey.includes(field.key) && !isAbove(field)) || layout.chance(isAbove(field) ? 0.6 : 0.85)) && !unprinted.includes(field.key);
  return form.fields.filter(isAsked).filter((field, index, printed) => field.required === true || (words.get(field.label) ?? 0) < 2 || printed[index - 1] === form.fields[form.fields.indexOf(field) - 1]);
}

/** In another order, but a label that several fields bear stays behind the field that tells which is meant. */
function shuffledRuns(form: FormDefinition, printed: readonly Field[], layout: Random): Field[] {
  const words = wordsOf(form);
  const runs: Field[][] = [];
  for (const field of printed) {
    if ((words.get(field.label) ?? 0) > 1 && runs.length > 0) runs[runs.length - 1]!.push(field);
    else runs.push([field]);
  }
  if (layout.chance(0.4)) return runs.flat();
  const isKey = (run: readonly Field[]): boolean => run.some((field) => form.naturalKey.includes(field.key));
  return [...layout.shuffled(runs.filter(isKey)), ...layout.shuffled(runs.filter((run) => !isKey(run)))].flat();
}

const known = new Map<FormDefinition, Map<string, number>>();

/** How many of a form's fields, tables and columns bear a word. */
function wordsOf(form: FormDefinition): Map<string, number> {
  const found = known.get(form);
  if (found) return found;
  const words = new Map<string, number>([['目标', 2], ['时间', 2], ['手机', 2]]);
  const tables = form.tables ?? [];
  for (const part of [...form.fields, ...tables, ...tables.flatMap((table) => [...table.columns, ...(table.fixedRows ?? [])])]) {
    for (const word of new Set([part.label, ...synonymsOf(part)])) words.set(word, (words.get(word) ?? 0) + 1);
  }
  known.set(form, words);
  return words;
}

function drawBlock(pen: Pen, block: Block, row: number): number {
  if (!('table' in block)) return drawScalars(pen, block.fields, block.arrangement, row);
  const { table } = block;
  if (table.isSigned && pen.layout.chance(0.5)) return drawSignatures(pen, table, pen.layout.pick(signingStyles(table)), row);
  if (canBeTurned(table) && pen.layout.chance(0.25)) return drawTurned(pen, table, row);
  return drawGrid(pen, table, gridStyle(pen, table), row);
}

interface TitledPeriod {
  readonly key: string;
  readonly period: string;
}

/** A period for which the card has no label may stand in its title, each card's its own. */
function titledPeriod(form: FormDefinition, printed: ReadonlySet<string>, layout: Random, typing: Random): TitledPeriod | undefined {
  const key = layoutOf(form).above?.find((field) => !printed.has(field));
  return key !== undefined && layout.chance(0.7) ? { key, period: typing.pick(['2026年中秋、国庆', '2026年上半年', '2025年春节', '2026年第四季度']) } : undefined;
}

function titleOf({ form, layout, places }: Pen, titled: TitledPeriod | undefined, place: Place): string {
  if (!titled) return layout.pick([form.title, `${companyName(layout)}${form.title}`, [...form.title].join(' '), layout.pick([...titlesOf(form)])]);
  places[titled.key] = { place };
  return layout.pick([`${titled.period}${form.title}`, `${form.title}（${titled.period}）`, `${companyName(layout)}${titled.period}${form.title}`]);
}

function drawHead(pen: Pen, top: number, titled: TitledPeriod | undefined): number {
  const { layout, paper, left, width } = pen;
  let row = top;
  if (layout.chance(0.3)) paper.put({ row: row++, column: left }, `${companyName(layout)}大客户部`, 1, width);
  paper.put({ row, column: left }, titleOf(pen, titled, { row, column: left }), 1, width);
  row++;
  if (layout.chance(0.2)) paper.put({ row: row++, column: left }, layout.pick(['填写说明：请用正楷填写，不得涂改。', '（一式两份，一份留存）', '密级：内部']), 1, width);
  if (layout.chance(0.2)) row++;
  return row;
}

function drawFoot(pen: Pen, top: number): number {
  const { layout, paper, left, width } = pen;
  let row = top;
  if (layout.chance(0.3)) paper.put({ row: row++, column: left }, layout.pick(['注：本表由大客户部留存。', '说明：1、金额以元为单位；2、本表一式两份。', '※ 请于当日下班前交内勤。']), 1, width);
  return row;
}

function expectedOf({ form, record, places, uncertain }: Pen): ExpectedCard {
  const cells = Object.fromEntries(Object.entries(places).map(([path, { place, entries }]) => [path, { ...place, ...(entries ? { entries } : {}) }]));
  const likeRead = { fields: record, cells } as unknown as RecognisedRecord;
  return { fields: recordAsRead(form, record), cells: cellsAsRead(form, likeRead), uncertain: [...uncertain].sort() };
}
