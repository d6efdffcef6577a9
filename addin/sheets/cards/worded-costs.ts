// Costs that a card tells in one cell: `1.招待费用 850元；2.会议费用 /；4.礼品费用 320元。合计1170元`, each with its amount,
// perhaps with a remark in brackets.

import type { Field, Table } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { isBlankText } from '../../../domain/forms/reading/typed.ts';
import { acrossColumns } from '../reading/across.ts';
import { fixedKeys } from './card-table-rows.ts';
import { placeIn, readField, setOrder } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { GridCell } from '../cells/grid.ts';
import { spanOf } from '../image.ts';
import { labelKeys, splitLabelled } from '../reading/label-text.ts';
import type { Card } from './recognise-card.ts';
import { isKnownWord, wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

interface Cost {
  readonly item: string;
  readonly amount: string;
  readonly remark: string;
}

const parts = /[\n;；。]+|(?<=[元圆])[,，、\s]+(?=\S)/;
const cost = /^\s*(?:[（(]?\d{1,2}[.、)）．]\s*)?([^\d\s:：￥¥()（）/]{1,16})\s*[:：]?\s*((?:约)?[￥¥]?[\d,，.]+\s*万?元?|[/／无-])\s*(?:[（(]([^()（）]*)[)）])?\s*$/u;
const total = /^(合计|共计|总计|小计|总额)/;

/** The labels whose costs it has read: of tables that the card does not draw. */
export function readWordedCosts(draft: Draft, { events, rows }: Card, vocabulary: Vocabulary): ReadonlySet<GridCell> {
  const drawn = new Set([...rows.keys()].map(({ table }) => table));
  const labels = new Set<GridCell>();
  const { row: first, column: left } = spanOf(events.map((event) => event.cell));
  // The costs may be the last thing that the card says.
  const last = events.reduce((row, event) => Math.max(row, event.cell.row), 0) + 1;
  const right = events.reduce((column, event) => Math.max(column, event.right ?? 0), 0) || draft.grid.right;
  for (let row = first; row <= last; row++) {
    for (const cell of draft.grid.rowCells(row)) {
      if (cell.row !== row || cell.column < left || cell.column >= right || typeof cell.value !== 'string') continue;
      const told = toldOf(draft, cell, vocabulary);
      if (!told || drawn.has(told.table) || draft.fields[told.table.key] !== undefined) continue;
      putCosts(draft, told, vocabulary);
      labels.add(cell);
    }
  }
  return labels;
}

interface Told {
  readonly table: Table;
  readonly cell: GridCell;
  readonly costs: readonly Cost[];
}

/** The table's label with the costs behind its colon, or in the cell beside it. */
function toldOf({ grid }: Draft, label: GridCell, { tables }: Vocabulary): Told | undefined {
  const split = splitLabelled(textOf(label));
  const table = wordsOf(tables, labelKeys(split?.label ?? textOf(label))).find((one) => acrossColumns(one)?.cell.type.kind === 'money');
  if (!table) return undefined;
  const beside = grid.at(label.row, label.column + label.columns);
  const isInline = split !== null && split.rest !== '';
  if (!isInline && (isEmptyCell(beside) || typeof beside.value !== 'string' || beside.row !== label.row || isKnownWord(labelKeys(beside.value)))) return undefined;
  const costs = costsIn(isInline ? split.rest : textOf(beside));
  return costs && { table, cell: isInline ? label : beside, costs };
}

/** None where any part is no cost. */
function costsIn(text: string): readonly Cost[] | undefined {
  const said = text.split(parts).map((part) => part.trim()).filter((part) => part !== '' && !total.test(part));
  const found = said.map((part) => cost.exec(part));
  if (found.length === 0 || found.some((match) => !match)) return undefined;
  return found.map((match) => ({ item: match![1]!.trim(), amount: match![2]!.replace(/\s/g, ''), remark: match![3]?.trim() ?? '' })).filter(({ amount }) => !isBlankText(amount) && amount !== '无');
}

function putCosts(draft: Draft, { table, cell, costs }: Told, { fixedRows }: Vocabulary): void {
  const { heading, cell: amountOf } = acrossColumns(table)!;
  const remarkOf = table.columns.find((column) => column.key === 'remark');
  if (costs.some(({ amount }) => readValue(amountOf.type, { value: amount, text: amount, format: '@' }).kind !== 'value')) return;
  costs.forEach(({ item, amount, remark }, index) => {
    const fixed = wordsOf(fixedRows, fixedKeys(item)).find((word) => word.table === table)?.row;
    const row = `${table.key}/${fixed?.key ?? `row-${index}`}`;
    const put = (field: Field, text: string): void => void readField(draft, `${row}/${field.key}`, field, cell, { kind: 'fixed' }, text);
    put(heading, fixed?.label ?? item);
    put(amountOf, amount);
    if (remarkOf && remark !== '') put(remarkOf, remark);
    draft.rowPlaces[row] = placeIn(draft, cell);
    setOrder(draft, row, index);
  });
}
