// A list laid out as some department might: titles and units above, headings on one level or two, columns in any order and
// more of them, lines between and beneath the rows, cells merged down or saying 同上. The seed decides all of it.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import type { Drawing, PlacedCell, Stated } from './canvas.ts';
import { groupLine, groupOf } from './list-groups.ts';
import type { ListGroup } from './list-groups.ts';
import { drawHead } from './list-head.ts';
import { listModel } from './list-model.ts';
import type { ListModel, ModelCell, ModelColumn, ModelLine } from './list-model.ts';
import { tailRows } from './list-tail.ts';
import type { Random } from './random.ts';
import { typedValue } from './value-style.ts';

export interface ListLayoutOptions {
  /** A sheet with other lists: nothing that speaks for all of it. */
  readonly isOneOfSeveral?: boolean;
  readonly records?: number;
}

/** Forms whose headings alone could be anybody's. */
const anybodys = new Set(['sales', 'violation', 'account-rate', 'executor-assignment', 'sales-plan', 'attendance', 'relationship-plan', 'customer-archive', 'gift-application']);

export interface Layout {
  readonly model: ListModel;
  /** Columns of the sheet: of the model by their place, or something else. */
  readonly columns: readonly LaidColumn[];
  readonly year: number;
  readonly isTitled: boolean;
  readonly statesYear: boolean;
  readonly unitAbove?: 'wan-yuan' | 'qian-yuan';
  /** Month or quarter of all rows, said in the title. */
  readonly period?: string;
  readonly isCompact: boolean;
  /** What lines over the rows say instead of a column. */
  readonly group?: ListGroup;
}

export interface LaidColumn {
  readonly column?: ModelColumn;
  readonly index: number;
  readonly strange?: 'number' | 'text' | 'formula' | 'blank';
  readonly unit?: 'wan-yuan' | 'qian-yuan';
}

export function drawListLayout(form: FormDefinition, random: Random, options: ListLayoutOptions = {}): Drawing {
  const layout = layoutFor(form, random, options);
  const head = drawHead(layout, random);
  const body = drawBody(layout, head.below, head.headings, random);
  const tail = tailRows(layout, body.sums, random);
  const cells = [...head.cells, ...body.cells, ...tail.cells.map((cell) => ({ ...cell, row: cell.row + body.below }))];
  const stated = layout.model.fields.map((fields, record): Stated => ({ form: form.id, fields: { ...fields, ...head.above }, cells: { ...body.places[record]!, ...head.abovePlaces }, uncertain: body.uncertain[record]! }));
  return { cells, stated, rows: body.below + tail.rows + 1, columns: layout.columns.length };
}

function layoutFor(form: FormDefinition, random: Random, options: ListLayoutOptions): Layout {
  const year = random.whole(2023, 2027);
  const dayField = form.fields.find((field) => field.key === form.day);
  const isPeriodic = form.kind === 'list' && (dayField?.type.kind === 'month' || dayField?.type.kind === 'quarter');
  const period = isPeriodic && random.chance(0.25) ? (dayField.type.kind === 'month' ? `${year}-${String(random.whole(1, 12)).padStart(2, '0')}` : `${year}Q${random.whole(1, 4)}`) : undefined;
  const model = listModel(form, random, { year, records: options.records ?? random.whole(1, 5), leaveOut: period ? [form.day!] : [] });
  const isTitled = anybodys.has(form.id) || period !== undefined || random.chance(0.65);
  const unitAbove = random.chance(0.2) ? random.pick(['wan-yuan', 'qian-yuan'] as const) : undefined;
  const group = isTitled && !options.isOneOfSeveral ? groupOf(model, random) : undefined;
  const own = inOrderAcross(random.shuffled(model.columns.map((column, index): LaidColumn => ({ column, index, ...(column.field.type.kind === 'money' && !column.hasOneWord && !unitAbove && random.chance(0.2) ? { unit: random.pick(['wan-yuan', 'qian-yuan'] as const) } : {}) })).filter((laid) => laid.index !== group?.index)));
  const columns = [...(own.length > 2 && random.chance(0.6) ? [{ index: -1, strange: 'number' as const }] : []), ...own];
  for (let more = own.length < 3 ? 0 : random.whole(0, 2); more > 0; more--) columns.splice(random.whole(1, columns.length), 0, { index: -1, strange: random.pick(['text', 'formula', 'text'] as const) });
  return { model, columns, year, isTitled, statesYear: isTitled && !options.isOneOfSeveral && random.chance(0.7), ...(unitAbove ? { unitAbove } : {}), ...(period ? { period } : {}), isCompact: options.isOneOfSeveral ?? false, ...(group ? { group } : {}) };
}

/** Headings that are rows of a table keep their order: it is that of the rows. */
function inOrderAcross(columns: readonly LaidColumn[]): LaidColumn[] {
  const across = columns.filter((laid) => laid.column?.hasOneWord).sort((a, b) => a.index - b.index);
  return columns.map((laid) => (laid.column?.hasOneWord ? across.shift()! : laid));
}

interface Body {
  readonly cells: PlacedCell[];
  readonly places: Record<string, { row: number; column: number }>[];
  readonly uncertain: string[][];
  /** Yuan by column of the sheet, where all its amounts are certain. */
  readonly sums: ReadonlyMap<number, number>;
  below: number;
  /** Where the line stands that holds for the next rows. */
  group?: { readonly row: number; readonly column: number };
}

function drawBody(layout: Layout, first: number, headings: readonly PlacedCell[], random: Random): Body {
  const { model, columns } = layout;
  const body: Body = { cells: [], places: model.fields.map(() => ({})), uncertain: model.fields.map(() => []), sums: sumsOf(layout), below: first };
  const repeats = new Map(columns.map((laid) => [laid, laid.column?.mayRepeat ? random.pick(['again', 'again', 'merged', 'ditto'] as const) : 'again']));
  model.lines.forEach((line, index) => {
    const before = model.lines[index - 1];
    const continues = before !== undefined && before.record === line.record;
    const between = continues || index === 0 ? 0 : drawBetween(layout, body.below, headings, first, random);
    if (typeof between !== 'number') {
      body.cells.push(...between.cells);
      body.below += between.rows;
    }
    const parted = drawGroupLine(layout, body, line, before, random);
    const mayRepeat = index > 0 && typeof between === 'number' && !parted;
    columns.forEach((laid, column) => drawCell({ layout, body, laid, column, line, index, headings, repeat: mayRepeat ? repeats.get(laid)! : 'again', continues, before }, random));
    body.below++;
  });
  return body;
}

/** A line over the rows under it, where they say something else than those before. */
function drawGroupLine({ group, columns }: Layout, body: Body, line: ModelLine, before: ModelLine | undefined, random: Random): boolean {
  if (!group) return false;
  const cell = line.cells[group.index]!;
  const isNew = before === undefined || !sameValue(before.cells[group.index]!, cell);
  if (isNew) {
    const drawn = groupLine(group, line, body.below, columns.length, random);
    body.cells.push(...drawn.cells);
    body.group = { row: body.below, column: drawn.column };
    body.below++;
  }
  note(body, line, cell, body.group!);
  return isNew;
}

interface CellToDraw {
  readonly layout: Layout;
  readonly body: Body;
  readonly laid: LaidColumn;
  readonly column: number;
  readonly line: ModelLine;
  readonly index: number;
  readonly headings: readonly PlacedCell[];
  readonly repeat: 'again' | 'merged' | 'ditto';
  readonly continues: boolean;
  readonly before: ModelLine | undefined;
}

function drawCell({ layout, body, laid, column, line, index, headings, repeat, continues, before }: CellToDraw, random: Random): void {
  const row = body.below;
  if (!laid.column) {
    body.cells.push(...strangeCell(laid, row, column, index));
    return;
  }
  const cell = line.cells[laid.index];
  if (!cell) return;
  const isSame = before?.cells[laid.index] !== undefined && sameValue(before.cells[laid.index]!, cell);
  // Lines of one record say once what is said once.
  if (continues && !laid.column.isKey && cell.paths[0]!.indexOf('[') < 0) return note(body, line, cell, body.places[line.record]![cell.paths[0]!]!);
  // Of an application only merged cells say that it goes on.
  const isOfRows = laid.column.isKey && layout.model.form.naturalKey.includes('rows');
  if (isSame && (isOfRows ? continues : repeat === 'merged')) return mergeDown(body, row, column, line, cell);
  const standsAbove = body.cells.some((other) => other.column === column && other.row + (other.rows ?? 1) === row);
  if (isSame && standsAbove && repeat === 'ditto') {
    body.cells.push({ row, column, value: random.pick(['〃', '同上', '″']) });
    return note(body, line, cell, { row, column });
  }
  const typed = typedValue(laid.column.field, cell.value, random, { ...(layout.statesYear ? { year: layout.year } : {}), ...(unitOf(layout, laid) ? { unit: unitOf(layout, laid)! } : {}) });
  const { isUncertain, ...shown } = typed;
  const formula = typeof shown.value === 'number' && laid.column.field.type.kind === 'money' && random.chance(0.15) ? { formula: `=ZZ${row + 1}*1` } : {};
  const isNumberOfKey = formula.formula !== undefined && laid.column.isKey;
  body.cells.push({ row, column, ...shown, ...(isNumberOfKey ? {} : formula) });
  if (isUncertain) body.uncertain[line.record]!.push(...cell.paths);
  note(body, line, cell, { row, column });
  const heading = headings.findLast((candidate) => candidate.column === column);
  if (cell.headingPath) body.places[line.record]![cell.headingPath] = { row: heading!.row, column };
}

function note(body: Body, line: ModelLine, cell: ModelCell, place: { row: number; column: number }): void {
  for (const path of cell.paths) body.places[line.record]![path] ??= place;
}

function mergeDown(body: Body, row: number, column: number, line: ModelLine, cell: ModelCell): void {
  const at = body.cells.findLastIndex((other) => other.column === column && other.row < row);
  const above = body.cells[at]!;
  body.cells[at] = { ...above, rows: (above.rows ?? 1) + 1 };
  note(body, line, cell, { row: above.row, column });
}

function unitOf(layout: Layout, laid: LaidColumn): 'wan-yuan' | 'qian-yuan' | undefined {
  return laid.column?.field.type.kind === 'money' && !laid.column.hasOneWord ? (laid.unit ?? layout.unitAbove) : undefined;
}

function sameValue(a: ModelCell, b: ModelCell): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

function strangeCell(laid: LaidColumn, row: number, column: number, index: number): PlacedCell[] {
  if (laid.strange === 'number') return [{ row, column, value: index + 1 }];
  if (laid.strange === 'formula') return [{ row, column, value: 1, formula: `=ROW()-${row}` }];
  return laid.strange === 'text' ? [{ row, column, value: '随附' }] : [];
}

function sumsOf({ model, columns }: Layout): Map<number, number> {
  return new Map(columns.flatMap((laid, column) => (laid.column?.field.type.kind === 'money' ? [[column, model.lines.reduce((sum, line) => sum + Number(line.cells[laid.index]?.value ?? 0), 0)] as const] : [])));
}

/** What people put between rows: nothing, a blank row, a line of its own, a subtotal, the headings again. */
function drawBetween(layout: Layout, row: number, headings: readonly PlacedCell[], first: number, random: Random): { readonly cells: PlacedCell[]; readonly rows: number } | 0 {
  const width = layout.columns.length;
  if (!random.chance(0.22)) return 0;
  switch (random.whole(0, 4)) {
    case 0:
      return { cells: [], rows: 1 };
    case 1:
      return { cells: [{ row, column: 0, value: random.pick(['二、其余各项', '（二）华东片区', '9月', '第二部分']), ...(random.chance(0.5) ? { columns: width } : {}) }], rows: 1 };
    case 2: {
      const cells: PlacedCell[] = [{ row, column: 0, value: random.pick(['小计', '本月小计', '本页小计', '第1周小计', '小　计']), ...(random.chance(0.5) && width > 3 ? { columns: 2 } : {}) }];
      return { cells: width > 3 ? [...cells, { row, column: width - 1, value: 1234, formula: '=SUM(A1:A2)' }] : cells, rows: 1 };
    }
    case 3: {
      const top = Math.min(...headings.map((cell) => cell.row));
      return { cells: headings.map((cell) => ({ ...cell, row: cell.row - top + row })), rows: first - top };
    }
    default:
      return 0;
  }
}
