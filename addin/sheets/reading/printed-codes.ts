// Numbers and letters that a sheet explains itself: `事由：①初次拜访 ②处理问题` once, and ② in every row. Only what the sheet prints
// is believed; which option is the second is no question of ours.

import type { Option } from '../../../domain/forms/definition.ts';
import { compact } from '../../../domain/forms/reading/typed.ts';
import { simplified } from '../../../domain/forms/simplified.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid } from '../cells/grid.ts';

/** A line that explains one number alone may be anything's. */
const fewestExplained = 2;
const codeBefore = /(\d{1,2}|(?<![a-z])[a-z])[.、:)]?[□☐☑√✓■]?$/i;
const answer = /^\(?(?:\d{1,2}|[a-z])\)?(?:[、,;/.\s]+\(?(?:\d{1,2}|[a-z])\)?)*[.、)]?$/i;
/** `A.国企　B.民营（选填：B）` */
const chosen = /(?:选填|填写|选择|所选)\s*[:：]\s*([A-Za-z\d①-⑳、,，\s]{1,12})[)）】]?\s*$/u;

/** `③、⑦` in the words that the sheet prints behind these numbers; undefined where it is anything else. */
export function spelledOut(grid: Grid, text: string, options: readonly Option[]): string | undefined {
  const codes = (chosen.exec(text)?.[1] ?? text).replace(/[\u2460-\u2473]/gu, (ring) => ` ${ring.normalize('NFKC')} `).normalize('NFKC').trim().toLowerCase();
  if (!answer.test(codes)) return undefined;
  const printed = codesOf(grid, options);
  const found = codes.match(/\d+|[a-z]/g)!.map((code) => printed.get(code));
  return found.some((option) => option === undefined) ? undefined : found.map((option) => option!.label).join('、');
}

const known = new WeakMap<Grid, Map<readonly Option[], ReadonlyMap<string, Option>>>();

function codesOf(grid: Grid, options: readonly Option[]): ReadonlyMap<string, Option> {
  const ofGrid = known.get(grid) ?? new Map<readonly Option[], ReadonlyMap<string, Option>>();
  known.set(grid, ofGrid);
  const codes = ofGrid.get(options) ?? printedCodes(grid, options);
  ofGrid.set(options, codes);
  return codes;
}

/** The option that stands behind each number or letter, in whatever cells; one before two of them says neither. */
function printedCodes(grid: Grid, options: readonly Option[]): ReadonlyMap<string, Option> {
  const codes = new Map<string, Option>();
  const doubtful = new Set<string>();
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value !== 'string' || !/[\dA-Za-zＡ-Ｚ\u2460-\u2473]/u.test(cell.value)) continue;
      for (const [code, option] of explainedIn(simplified(compact(textOf(cell))), options)) {
        if ((codes.get(code) ?? option) !== option) doubtful.add(code);
        codes.set(code, option);
      }
    }
  }
  for (const code of doubtful) codes.delete(code);
  return codes.size < fewestExplained ? new Map() : codes;
}

function explainedIn(text: string, options: readonly Option[]): [string, Option][] {
  return options.flatMap((option) => {
    const name = [option.label, ...synonymsOf(option)].map((word) => simplified(compact(word))).find((word) => word.length > 1 && text.includes(word));
    const code = name === undefined ? undefined : codeBefore.exec(text.slice(0, text.indexOf(name)))?.[1];
    return code === undefined ? [] : [[code.toLowerCase(), option]];
  });
}
