// What has changed of a workbook: cells by value, by anything else of them, and all that is not in cells.

import type { CellData, SheetData, WorkbookData } from '../../../simulator/excel/workbook-data.ts';

export interface SheetDifferences {
  /** `sheet!A1` of cells whose content is another one. */
  readonly contents: readonly string[];
  /** What else is not as it was: looks of cells, merges, widths, rules, comments, filters, print set-up. */
  readonly rest: readonly string[];
}

/** The ledger's own sheet is left out. */
export function sheetDifferences(before: WorkbookData, after: WorkbookData): SheetDifferences {
  const found = before.sheets.filter((sheet) => sheet.name !== '_keybook').map((sheet) => differencesOf(sheet, after.sheets.find((other) => other.name === sheet.name)));
  return { contents: found.flatMap((sheet) => sheet.contents), rest: found.flatMap((sheet) => sheet.rest) };
}

export function differencesOf(before: SheetData, after: SheetData | undefined): SheetDifferences {
  if (!after) return { contents: [], rest: [`${before.name} is gone`] };
  const contents: string[] = [];
  const rest: string[] = [];
  for (const address of new Set([...Object.keys(before.cells), ...Object.keys(after.cells)])) {
    const [was, is] = [before.cells[address], after.cells[address]];
    if ((was?.value ?? '') !== (is?.value ?? '') && was?.formula === undefined) contents.push(`${before.name}!${address}`);
    if (JSON.stringify(looksOf(was)) !== JSON.stringify(looksOf(is))) rest.push(`${before.name}!${address} ${JSON.stringify(looksOf(was))} ${JSON.stringify(looksOf(is))}`);
  }
  for (const key of Object.keys({ ...before, ...after }) as (keyof SheetData)[]) {
    if (['cells', 'id', 'name', 'selection'].includes(key)) continue;
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) rest.push(`${before.name} ${key}`);
  }
  return { contents, rest };
}

function looksOf(cell: CellData | undefined): unknown {
  return [cell?.formula ?? null, cell?.style ?? {}, cell?.hyperlink ?? null, cell?.richText ?? null];
}
