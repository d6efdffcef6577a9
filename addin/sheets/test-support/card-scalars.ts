// A card's single fields as people lay them out: label beside, above or in the cell of the value, options in one cell or
// one a row.

import { isRows } from '../../../domain/forms/fields.ts';
import type { Field, Value } from '../../../domain/forms/definition.ts';
import { optionsOf } from '../cells/written-value.ts';
import { putValue, typed } from './drawn-card.ts';
import type { Pen } from './drawn-card.ts';
import { partsOf } from './paper.ts';

export type Arrangement = 'beside' | 'above' | 'inline';

/** Draws fields from a row on and gives the first row after them. */
export function drawScalars(pen: Pen, fields: readonly Field[], arrangement: Arrangement, top: number): number {
  const most = Math.max(1, Math.min(3, Math.floor(pen.width / 2)));
  let row = top;
  for (let at = 0; at < fields.length; ) {
    const count = pen.layout.whole(1, most);
    const line = fields.slice(at, at + count);
    const isTall = line.length === 1 && (line[0]!.type.kind === 'choices' || line[0]!.type.kind === 'choice') && arrangement === 'beside' && pen.layout.chance(0.5);
    row += isTall ? optionRows(pen, line[0]!, row) : scalarLine(pen, line, arrangement, row);
    at += count;
  }
  return row;
}

function valueOf(pen: Pen, field: Field): Value | undefined {
  const content = pen.record[field.key];
  return content === undefined || isRows(content) ? undefined : content;
}

function scalarLine(pen: Pen, line: readonly Field[], arrangement: Arrangement, row: number): number {
  if (arrangement === 'inline') return inlineLine(pen, line, row);
  const isBeside = arrangement === 'beside';
  const widths = partsOf(pen.width, isBeside ? line.length * 2 : line.length, pen.layout);
  const height = pen.layout.chance(0.15) ? 2 : 1;
  let column = pen.left;
  line.forEach((field, index) => {
    const own = widths[isBeside ? index * 2 : index]!;
    pen.paper.put({ row, column }, pen.labelOf(field), isBeside ? height : 1, own);
    if (!isBeside) {
      putValue(pen, field.key, field, valueOf(pen, field), { row: row + 1, column }, height, own);
      column += own;
      return;
    }
    const beside = widths[index * 2 + 1]!;
    putValue(pen, field.key, field, valueOf(pen, field), { row, column: column + own }, height, beside);
    column += own + beside;
  });
  return isBeside ? height : 1 + height;
}

function inlineLine(pen: Pen, line: readonly Field[], row: number): number {
  const widths = partsOf(pen.width, line.length, pen.layout);
  let column = pen.left;
  line.forEach((field, index) => {
    const cell = typed(pen, field.key, field, valueOf(pen, field), true);
    const label = pen.labelOf(field).replace(/[\s:：]+$/, '');
    pen.paper.put({ row, column }, `${label}${pen.layout.pick(['：', ':', '： ', '：　'])}${String(cell.value)}`, 1, widths[index]!);
    pen.places[field.key] = { place: { row, column } };
    column += widths[index]!;
  });
  return 1;
}

/** `□ 招待新的合作客户` and so on, one option a row beside a label that runs down. */
function optionRows(pen: Pen, field: Field, row: number): number {
  const options = optionsOf(field.type);
  const [own, beside] = partsOf(pen.width, 2, pen.layout) as [number, number];
  const [ticked, open] = pen.layout.pick([['☑', '□'], ['■', '□'], ['（√）', '（  ）'], ['[x]', '[ ]'], ['√', '□'], ['●', '○']] as const);
  const isBefore = pen.layout.chance(0.6);
  const value = valueOf(pen, field);
  const chosen = value === undefined ? [] : Array.isArray(value) ? value : [value];
  pen.paper.put({ row, column: pen.left }, pen.labelOf(field), options.length, own);
  const entries = options.flatMap((option, index) => {
    const mark = chosen.includes(option.label) ? ticked : open;
    const place = { row: row + index, column: pen.left + own };
    pen.paper.put(place, isBefore ? `${mark}${option.label}` : `${option.label}${mark}`, 1, beside);
    return chosen.includes(option.label) ? [place] : [];
  });
  const place = entries[0] ?? { row, column: pen.left + own };
  pen.places[field.key] = field.type.kind === 'choices' ? { place, entries } : { place };
  return options.length;
}
