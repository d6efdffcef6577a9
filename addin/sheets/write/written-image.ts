// An image as it will be once writes are made, as the host makes them: nothing over a formula or over what changed meanwhile,
// `@` before a text.

import type { CellValue, SheetImage } from '../image.ts';
import type { CellWrite } from './patch.ts';
import { shownText } from '../cells/shown-text.ts';
import { printedBy } from '../cells/symbol-fonts.ts';

export function writtenImage(image: SheetImage, writes: readonly CellWrite[]): SheetImage {
  const rows = Math.max(image.values.length, ...writes.map((write) => write.row - image.row + 1));
  const columns = Math.max(0, ...image.values.map((row) => row.length), ...writes.map((write) => write.column - image.column + 1));
  const grown = <Entry>(grid: readonly (readonly Entry[])[], blank: Entry): Entry[][] => Array.from({ length: rows }, (_, row) => (grid[row]?.length === columns ? [...grid[row]] : Array.from({ length: columns }, (__, column) => grid[row]?.[column] ?? blank)));
  const values = grown<CellValue>(image.values, '');
  const formats = grown(image.formats, 'General');
  const formulas = grown(image.formulas, '');
  const texts = grown(image.texts, '');
  for (const write of writes) {
    const row = write.row - image.row;
    const column = write.column - image.column;
    if (values[row]![column] !== write.expected) throw new Error(`${write.row} ${write.column} holds ${JSON.stringify(values[row]![column])}, not ${JSON.stringify(write.expected)}`);
    if (formulas[row]![column] !== '') throw new Error(`${write.row} ${write.column} holds a formula`);
    const isText = typeof write.value === 'string' && write.value !== '';
    formats[row]![column] = write.numberFormat ?? (isText ? '@' : formats[row]![column]!);
    values[row]![column] = write.value;
    texts[row]![column] = shownText(write.value, formats[row]![column]!);
  }
  return { ...image, values, formats, formulas, texts, ...(image.symbols ? { symbols: symbolsAfter(image.symbols, writes) } : {}) };
}

/** The font stays, and prints the new letters. */
function symbolsAfter(symbols: NonNullable<SheetImage['symbols']>, writes: readonly CellWrite[]): NonNullable<SheetImage['symbols']> {
  return symbols.map((cell) => {
    const write = writes.find((candidate) => candidate.row === cell.row && candidate.column === cell.column);
    return write ? { ...cell, text: printedBy(cell.font, String(write.value)) } : cell;
  });
}
