// Finds the sheets that plans were drawn on before, and queues plans: in place where the sheet is known, else on a new
// sheet under a free name. A sheet that Keybook did not make is never drawn over.

import type { SheetPlan } from '../sheets/plan.ts';
import type { ExcelBatch } from './batch.ts';
import { queueCharts } from './draw-charts.ts';
import { queueContents } from './draw-contents.ts';
import { queuePage } from './draw-page.ts';
import { areaOf, together } from './drawn-area.ts';
import type { DrawnArea, PlacedPlan, PlannedSheet } from './workbook-writes.ts';

export interface SheetLookup {
  readonly sheets: Excel.WorksheetCollection;
  readonly known: readonly { readonly sheet: Excel.Worksheet; readonly title: Excel.Range; readonly names: readonly Excel.NamedItem[] }[];
}

export interface SheetToDraw {
  readonly plan: SheetPlan;
  readonly planned: PlannedSheet;
  readonly existing: Excel.Worksheet | null;
  readonly drawn: DrawnArea | null;
  readonly staleNames: readonly Excel.NamedItem[];
}

export function lookForSheets(batch: ExcelBatch, plans: readonly PlacedPlan[]): SheetLookup {
  const { workbook } = batch.context;
  workbook.worksheets.load('items/id,items/name');
  const known = plans.map(({ plan, sheet: id }) => {
    const sheet = workbook.worksheets.getItemOrNullObject(id?.replace(/^name:/, '') ?? plan.name);
    sheet.load('id,name');
    sheet.charts.load('items/name');
    sheet.tables.load('items/name');
    const first = plan.cells.find((cell) => typeof cell.value === 'string');
    const title = sheet.getRangeByIndexes(first?.row ?? 0, first?.column ?? 0, 1, 1);
    title.load('values');
    const names = plan.names.map(({ name }) => {
      const item = workbook.names.getItemOrNullObject(name);
      item.load('name');
      return item;
    });
    return { sheet, title, names };
  });
  return { sheets: workbook.worksheets, known };
}

export function takenNames(lookup: SheetLookup): Set<string> {
  return new Set(lookup.sheets.items.map((sheet) => sheet.name.toLowerCase()));
}

export function nameSheets(lookup: SheetLookup, plans: readonly PlacedPlan[], taken = takenNames(lookup)): SheetToDraw[] {
  return plans.map(({ plan, sheet: id, mayReplace, drawn = null }, index) => {
    const { sheet, title, names } = lookup.known[index]!;
    const staleNames = names.filter((name) => !name.isNullObject);
    if (!sheet.isNullObject && (id !== null || mayReplace) && isOurs(plan, title)) {
      return { plan, planned: { key: plan.key, name: sheet.name, sheet: sheet.id, created: false }, existing: sheet, drawn, staleNames };
    }
    return { ...newSheet(plan, taken), drawn, staleNames };
  });
}

export function newSheet(plan: SheetPlan, taken: Set<string>): SheetToDraw {
  const name = freeName(plan.name, taken);
  taken.add(name.toLowerCase());
  return { plan, planned: { key: plan.key, name, sheet: `name:${name}`, created: true }, existing: null, drawn: null, staleNames: [] };
}

/** A sheet is drawn over only if it bears the plan's own title: Excel may give a deleted sheet's id to a new one. */
function isOurs(plan: SheetPlan, title: Excel.Range): boolean {
  const first = plan.cells.find((cell) => typeof cell.value === 'string');
  return first !== undefined && title.values[0]?.[0] === first.value;
}

/** Excel's limits for a sheet name: 31 characters, none of []:*?/\, unique whatever the case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const plain = wanted.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/^'+|'+$/g, '').trim() || 'Keybook';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = plain.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

export function queueSheet(batch: ExcelBatch, { plan, planned, existing, drawn, staleNames }: SheetToDraw): void {
  const sheet = existing ?? batch.context.workbook.worksheets.add(planned.name);
  if (existing) clearSheet(existing, drawn && together(drawn, areaOf(plan)));
  for (const name of staleNames) name.delete();
  queueContents(sheet, plan);
  queueCharts(sheet, plan);
  queuePage(sheet, plan);
  for (const { name, range } of plan.names) {
    batch.context.workbook.names.add(name, sheet.getRangeByIndexes(range.row, range.column, range.rows, range.columns));
  }
}

/** What Keybook drew goes; the sheet stays, with its place among the tabs, what refers to it and notes beside the drawing. */
function clearSheet(sheet: Excel.Worksheet, area: DrawnArea | null): void {
  const isOurs = ({ name }: { readonly name: string }): boolean => area === null || area.objects.includes(name);
  for (const chart of sheet.charts.items.filter(isOurs)) chart.delete();
  for (const table of sheet.tables.items.filter(isOurs)) table.delete();
  const range = area ? sheet.getRangeByIndexes(0, 0, area.rows, area.columns) : sheet.getRange();
  range.conditionalFormats.clearAll();
  range.dataValidation.clear();
  range.unmerge();
  range.clear();
  sheet.freezePanes.unfreeze();
}
