// Headings that are the options of one choice, a column each (`a.初次拜访 | b.处理问题`), with nobody having written over them
// what is chosen: together they are that choice's heading.

import type { Field, Option } from '../../../domain/forms/definition.ts';
import { optionOf } from '../../../domain/forms/reading/choices.ts';
import type { GridCell } from '../cells/grid.ts';
import { textOf } from '../cells/grid.ts';
import type { HeaderCell } from './header-cells.ts';
import { labelKey, labelKeys } from './label-text.ts';
import { rememberedFor } from '../cells/remembered.ts';

/** The option that a heading says by its letter, its words, or both. */
export function optionSaid(cell: GridCell, options: readonly Option[]): Option | undefined {
  return saidByText(textOf(cell), options) ?? undefined;
}

const saidByText = rememberedFor((text: string, options: readonly Option[]): Option | null => {
  const key = labelKey(text);
  return options.find((candidate) => candidate.code?.toLowerCase() === key || labelKey(candidate.label) === key) ?? optionOf(text, options) ?? null;
});

/** The headings with such columns as one; a letter alone may be anything's. */
export function withOptionsJoined(headers: readonly HeaderCell[], fields: readonly Field[]): readonly HeaderCell[] {
  const choices = fields.filter(({ type }) => type.kind === 'choice');
  const joined: HeaderCell[] = [];
  for (let at = 0; at < headers.length; ) {
    const { field, count } = longestRun(headers, at, choices);
    joined.push(field ? overOptions(headers.slice(at, at + count), field) : headers[at]!);
    at += field ? count : 1;
  }
  return joined;
}

function longestRun(headers: readonly HeaderCell[], from: number, choices: readonly Field[]): { readonly field: Field | undefined; readonly count: number } {
  let best: { field: Field | undefined; count: number } = { field: undefined, count: fewestOptions - 1 };
  for (const field of choices) {
    const count = runOf(headers, from, field);
    if (count > best.count) best = { field, count };
  }
  return best;
}

const fewestOptions = 2;

/** How many headings from one on are options of the field, each another, side by side. */
function runOf(headers: readonly HeaderCell[], from: number, { type }: Field): number {
  const said = new Set<Option>();
  let at = from;
  for (; at < headers.length && 'options' in type; at++) {
    const header = headers[at]!;
    const before = headers[at - 1];
    if (at > from && before!.column + before!.columns !== header.column) break;
    const option = header.under.length > 0 || header.text.trim().length < 2 ? undefined : optionSaid(header.cell, type.options);
    if (!option || said.has(option)) break;
    said.add(option);
  }
  return at - from;
}

/** As if the choice's label stood over them. */
function overOptions(run: readonly HeaderCell[], field: Field): HeaderCell {
  const [first] = run;
  const last = run[run.length - 1]!;
  return { ...first!, keys: labelKeys(field.label), columns: last.column + last.columns - first!.column, below: Math.max(...run.map(({ below }) => below)) - 1, under: run.map(({ cell }) => cell) };
}
