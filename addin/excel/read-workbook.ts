// Reads the whole workbook as plain data in three context.sync(), one more per further 4 MB, never one per sheet or row.

import type { CellValue, Rect, SheetImage, WorkbookImage } from '../sheets/image.ts';
import { rectOf } from '../sheets/image.ts';
import { PaneError } from '../panes/services.ts';
import { inExcel } from './batch.ts';
import type { ExcelBatch } from './batch.ts';
import { ledgerCellsOf, ledgerSheetName } from './ledger-sheet.ts';
import { bandsOf, blocksOf, cellsPerSync, ledgerCellWeight, mergeBlockCells, readingArea, roundTrips } from './read-areas.ts';

export interface WorkbookContent {
  readonly image: WorkbookImage;
  /** Texts of `_keybook`, or null where the workbook has none. */
  readonly ledgerCells: readonly string[] | null;
  readonly syncs: number;
}

interface SheetArea {
  readonly sheet: Excel.Worksheet;
  readonly area: Rect | null;
}

interface BandReading {
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly merges: readonly Excel.RangeAreas[];
}

type Band = { readonly index: number; readonly area: Rect; readonly weight: number };

/** Long texts may make an answer larger than its cells let expect: then it is asked for in smaller parts. */
export async function readWorkbook(cells: number = cellsPerSync): Promise<WorkbookContent> {
  try {
    return await readInParts(cells);
  } catch (error) {
    const isTooLarge = error instanceof PaneError && error.failure.code === 'payload-too-large';
    if (!isTooLarge || cells < 1_000) throw error;
    return readWorkbook(Math.floor(cells / 6));
  }
}

async function readInParts(cells: number): Promise<WorkbookContent> {
  const { result, syncs } = await inExcel({}, async (batch) => {
    const { sheets, isStructureProtected } = await readSheets(batch);
    return { ...(await readImages(batch, sheets, cells)), isStructureProtected };
  });
  return { image: { sheets: result.images, isStructureProtected: result.isStructureProtected }, ledgerCells: result.ledgerCells, syncs };
}

/** Two context.sync() for sheets whose names and visibility are loaded. */
export async function readImages(batch: ExcelBatch, sheets: readonly Excel.Worksheet[], cells: number = cellsPerSync): Promise<{ images: SheetImage[]; ledgerCells: string[] | null }> {
  const areas = await readSizes(batch, sheets);
  const readings = await readContents(batch, areas, cells);
  const images: SheetImage[] = [];
  let ledgerCells: string[] | null = null;
  areas.forEach((entry, index) => {
    const bands = readings.get(index) ?? [];
    if (entry.sheet.name !== ledgerSheetName) images.push(imageOf(entry, bands));
    else ledgerCells = ledgerCellsOf(valuesOf(bands), entry.area?.row ?? 0, entry.area?.column ?? 0);
  });
  return { images, ledgerCells };
}

async function readSheets(batch: ExcelBatch): Promise<{ sheets: Excel.Worksheet[]; isStructureProtected: boolean }> {
  const { workbook } = batch.context;
  const sheets = workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility,items/protection/protected');
  workbook.protection.load('protected');
  await batch.sync();
  return { sheets: sheets.items, isStructureProtected: workbook.protection.protected };
}

async function readSizes(batch: ExcelBatch, sheets: readonly Excel.Worksheet[]): Promise<SheetArea[]> {
  const size = 'rowIndex,columnIndex,rowCount,columnCount';
  const ranges = sheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(false);
    const withValues = sheet.getUsedRangeOrNullObject(true);
    used.load(size);
    withValues.load(size);
    return { sheet, used, withValues };
  });
  await batch.sync();
  return ranges.map(({ sheet, used, withValues }) => ({
    sheet,
    area: used.isNullObject || withValues.isNullObject ? null : readingArea(rectOfRange(used), rectOfRange(withValues)),
  }));
}

async function readContents(batch: ExcelBatch, areas: readonly SheetArea[], cells: number): Promise<Map<number, BandReading[]>> {
  const bands: Band[] = areas.flatMap(({ sheet, area }, index) => {
    const weight = sheet.name === ledgerSheetName ? ledgerCellWeight : 1;
    return area ? bandsOf(area, Math.floor(cells / weight)).map((band) => ({ index, area: band, weight })) : [];
  });
  const readings = new Map<number, BandReading[]>();
  for (const trip of roundTrips(bands, cells)) {
    for (const band of trip) {
      const list = readings.get(band.index) ?? [];
      readings.set(band.index, list);
      list.push(queueBand(areas[band.index]!.sheet, band.area));
    }
    await batch.sync();
  }
  return readings;
}

function queueBand(sheet: Excel.Worksheet, area: Rect): BandReading {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  if (sheet.name === ledgerSheetName) {
    range.load('values');
    return { range, rows: null, merges: [] };
  }
  range.load('values,formulas,text,numberFormat');
  const merges = blocksOf(area, mergeBlockCells).map((block) => queueMerges(sheet, block));
  return { range, rows: range.getRowProperties({ rowHidden: true }), merges };
}

function queueMerges(sheet: Excel.Worksheet, block: Rect): Excel.RangeAreas {
  const merged = sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns).getMergedAreasOrNullObject();
  merged.load('address');
  return merged;
}

function imageOf({ sheet, area }: SheetArea, bands: readonly BandReading[]): SheetImage {
  const hidden = bands.flatMap((band) => (band.rows?.value ?? []).map((row) => row.rowHidden === true));
  const start = area ?? { row: 0, column: 0 };
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: visibilityOf(sheet.visibility),
    isProtected: sheet.protection.protected,
    row: start.row,
    column: start.column,
    values: valuesOf(bands),
    formulas: bands.flatMap((band) => formulasOf(band.range)),
    texts: bands.flatMap((band) => band.range.text),
    formats: bands.flatMap((band) => band.range.numberFormat as string[][]),
    merges: mergesOf(bands),
    hiddenRows: hidden.flatMap((isHidden, index) => (isHidden ? [start.row + index] : [])),
  };
}

function valuesOf(bands: readonly BandReading[]): CellValue[][] {
  return bands.flatMap((band) => band.range.values as CellValue[][]);
}

/** Excel answers a constant's own value where there is no formula; a text that begins with `=` is one too. */
export function formulasOf(range: { readonly formulas: unknown[][]; readonly values: unknown[][] }): string[][] {
  return range.formulas.map((line, row) =>
    line.map((formula, column) => (typeof formula === 'string' && formula.startsWith('=') && formula !== range.values[row]![column] ? formula : '')),
  );
}

function mergesOf(bands: readonly BandReading[]): Rect[] {
  const merges = new Map<string, Rect>();
  for (const areas of bands.flatMap((band) => band.merges)) {
    if (areas.isNullObject) continue;
    for (const address of splitAddresses(areas.address)) merges.set(address, rectOf(address));
  }
  return [...merges.values()];
}

/** `Sheet1!A1:B2,'a,b'!C3:C4` -> `A1:B2`, `C3:C4`; a sheet's name may hold commas. */
export function splitAddresses(addresses: string): string[] {
  return [...addresses.replaceAll(/'(?:[^']|'')*'!/g, '').matchAll(/(?:[^,!]*!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)/g)].map((match) => match[1]!.replaceAll('$', ''));
}

function rectOfRange(range: Excel.Range): Rect {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function visibilityOf(visibility: string): SheetImage['visibility'] {
  if (visibility === 'VeryHidden') return 'veryHidden';
  return visibility === 'Hidden' ? 'hidden' : 'visible';
}
