// The text of a cell as the formula line shows it: its formula, or its value as one would type it.

import type { Cell } from '../../../excel/document/cell.ts';
import { textOfValue } from '../../../excel/document/number-text.ts';

export function editableText(cell: Cell): string {
  if (cell.formula !== undefined) return cell.formula;
  if (typeof cell.value !== 'number') return textOfValue(cell.value, undefined);
  const letters = (cell.numberFormat ?? 'General').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (letters !== 'General' && /[ymdhs]/i.test(letters)) return textOfValue(cell.value, cell.value % 1 === 0 ? 'yyyy/m/d' : 'yyyy/m/d h:mm');
  return letters.includes('%') ? `${Number((cell.value * 100).toPrecision(15))}%` : String(cell.value);
}
