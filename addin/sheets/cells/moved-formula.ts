// A formula as it reads further down or further right: shared by several cells of a file, or of a card that is moved. Knows no values.

import { columnName, placeOf } from '../image.ts';

// Texts in quotes, quoted sheet names and names of functions are matched first so that they are left as they are.
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[A-Za-z_][\w.]*(?=\()|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(!])|(?<![\w.$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w(!])|(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w(!.])/g;

/** The formula of the group's first cell, as it reads `rows` further down and `columns` further right. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, letters: string): string => (fixed ? letters : columnName(placeOf(`${letters.toUpperCase()}1`).column + columns));
  const row = (fixed: string, digits: string): string => (fixed ? digits : String(Number(digits) + rows));
  return formula.replace(TOKEN, (whole, ...groups: (string | undefined)[]) => {
    const [fixColumn, letters, fixRow, digits, fixFrom, from, fixTo, to, fixFirst, first, fixLast, last] = groups;
    if (letters !== undefined && digits !== undefined) return `${fixColumn}${column(fixColumn!, letters)}${fixRow}${row(fixRow!, digits)}`;
    if (from !== undefined && to !== undefined) return `${fixFrom}${column(fixFrom!, from)}:${fixTo}${column(fixTo!, to)}`;
    if (first !== undefined && last !== undefined) return `${fixFirst}${row(fixFirst!, first)}:${fixLast}${row(fixLast!, last)}`;
    return whole;
  });
}
