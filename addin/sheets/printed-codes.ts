// Numbers that a sheet explains itself: `事由：①初次拜访 ②处理问题` once, and ② in every row. Only what the sheet prints
// is believed; which option is the second is no question of ours.

import type { Option } from '../../domain/forms/definition.ts';
import { compact } from '../../domain/forms/reading/typed.ts';
import { simplified } from '../../domain/forms/simplified.ts';
import { textOf } from './grid.ts';
import type { Grid } from './grid.ts';

/** A line that explains one number alone may be anything's. */
const fewestExplained = 2;
const codeBefore = /(\d{1,2})[.、:)]?[□☐☑√✓■]?$/;
const answer = /^\(?\d{1,2}\)?(?:[、,;/.\s]+\(?\d{1,2}\)?)*$/;

/** `③、⑦` in the words that the sheet prints behind these numbers; undefined where it is anything else. */
export function spelledOut(grid: Grid, text: string, options: readonly Option[]): string | undefined {
  const codes = text.replace(/[\u2460-\u2473]/gu, (ring) => ` ${ring.normalize('NFKC')} `).normalize('NFKC').trim();
  if (!answer.test(codes)) return undefined;
  const printed = codesOf(grid, options);
  const found = codes.match(/\d+/g)!.map((code) => printed.get(Number(code)));
  return found.some((option) => option === undefined) ? undefined : found.map((option) => option!.label).join('、');
}

const known = new WeakMap<Grid, Map<readonly Option[], ReadonlyMap<number, Option>>>();

function codesOf(grid: Grid, options: readonly Option[]): ReadonlyMap<number, Option> {
  const ofGrid = known.get(grid) ?? new Map<readonly Option[], ReadonlyMap<number, Option>>();
  known.set(grid, ofGrid);
  const codes = ofGrid.get(options) ?? printedCodes(grid, options);
  ofGrid.set(options, codes);
  return codes;
}

/** The option that stands behind each number, in whatever cells; a number before two of them says neither. */
function printedCodes(grid: Grid, options: readonly Option[]): ReadonlyMap<number, Option> {
  const codes = new Map<number, Option>();
  const doubtful = new Set<number>();
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value !== 'string' || !/[\d\u2460-\u2473]/u.test(cell.value)) continue;
      for (const [code, option] of explainedIn(simplified(compact(textOf(cell))), options)) {
        if ((codes.get(code) ?? option) !== option) doubtful.add(code);
        codes.set(code, option);
      }
    }
  }
  for (const code of doubtful) codes.delete(code);
  return codes.size < fewestExplained ? new Map() : codes;
}

function explainedIn(text: string, options: readonly Option[]): [number, Option][] {
  return options.flatMap((option) => {
    const name = [option.label, ...(option.synonyms ?? [])].map((word) => simplified(compact(word))).find((word) => word.length > 1 && text.includes(word));
    const code = name === undefined ? undefined : codeBefore.exec(text.slice(0, text.indexOf(name)))?.[1];
    return code === undefined ? [] : [[Number(code), option]];
  });
}
