// Reads the whole workbook as plain data in three context.sync(), one more per further 4 MB, never one per sheet or row.

import type { Rect, SheetImage, WorkbookImage } from '../sheets/image.ts';
import { inExcel } from './batch.ts';
import type { ExcelBatch } from './batch.ts';
import { paneErrorOf } from './errors.ts';
import { ledgerCellsOf, ledgerSheetName, queueMark } from './ledger-sheet.ts';
import { bandsOf, blocksOf, cellsPerSync, halved, ledgerCellWeight, mergeBlockCells, readingAreas, roundTrips, stretches } from './read-areas.ts';
import { queueFonts, questionOf, weightOf } from './read-fonts.ts';
import type { FontAnswer, FontQuestion } from './read-fonts.ts';
import { imageOf } from './sheet-image.ts';
import type { BandReading, SheetReading } from './sheet-image.ts';

export interface WorkbookContent {
  readonly image: WorkbookImage;
  /** Texts of `_keybook`, or null where the workbook has none. */
  readonly ledgerCells: readonly string[] | null;
  /** Beginning of the `_keybook` that was written last, as the workbook's settings remember it. */
  readonly ledgerMark: string | null;
  readonly syncs: number;
}

interface SheetArea {
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly Rect[];
  /** Where cells must be asked for their fonts. */
  readonly fonts: readonly { readonly area: Rect; readonly question: FontQuestion }[];
}

/** What one round trip asks of one area: its contents, or its fonts. */
interface Part {
  readonly index: number;
  readonly area: Rect;
  readonly weight: number;
  readonly question?: FontQuestion;
}

export async function readWorkbook(): Promise<WorkbookContent> {
  const { result, syncs } = await inExcel({}, async (batch) => {
    const mark = queueMark(batch);
    const { sheets, ...workbook } = await readSheets(batch);
    return { ...(await readImages(batch, sheets)), workbook, ledgerMark: mark.value() };
  });
  const { workbook, images, ledgerCells, ledgerMark } = result;
  return { image: { ...workbook, sheets: images }, ledgerCells, ledgerMark, syncs };
}

/** Two context.sync() for sheets whose names and visibility are loaded. */
export async function readImages(batch: ExcelBatch, sheets: readonly Excel.Worksheet[]): Promise<{ images: SheetImage[]; ledgerCells: string[] | null }> {
  const areas = await readSizes(batch, sheets);
  const readings = await readContents(batch, areas);
  const images: SheetImage[] = [];
  let ledgerCells: string[] | null = null;
  areas.forEach(({ sheet }, index) => {
    const image = imageOf(sheet, readings[index]!);
    if (sheet.name !== ledgerSheetName) images.push(image);
    else ledgerCells = ledgerCellsOf(image.values, image.row, image.column);
  });
  return { images, ledgerCells };
}

async function readSheets(batch: ExcelBatch): Promise<{ sheets: Excel.Worksheet[]; name: string; isStructureProtected: boolean }> {
  const { workbook } = batch.context;
  const sheets = workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility,items/protection/protected');
  workbook.load('name');
  workbook.protection.load('protected');
  await batch.sync();
  return { sheets: sheets.items, name: workbook.name, isStructureProtected: workbook.protection.protected };
}

/** Where values lie, stretch by stretch, and whether a stretch has one font: next to nothing whatever the size. */
async function readSizes(batch: ExcelBatch, sheets: readonly Excel.Worksheet[]): Promise<SheetArea[]> {
  const size = 'rowIndex,columnIndex,rowCount,columnCount';
  const ranges = sheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(false);
    used.load(size);
    const filled = stretches.map(({ first, last }) => {
      const range = sheet.getRange(`${first}:${last}`).getUsedRangeOrNullObject(true);
      range.load(`${size},format/font/name,format/font/strikethrough`);
      return range;
    });
    return { sheet, used, filled };
  });
  await batch.sync();
  return ranges.map(({ sheet, used, filled }) => {
    const found = filled.filter((range) => !range.isNullObject).map((range) => ({ area: rectOfRange(range), question: questionOf(range.format.font) }));
    const isLedger = sheet.name === ledgerSheetName;
    return {
      sheet,
      areas: used.isNullObject ? [] : readingAreas(rectOfRange(used), found.map(({ area }) => area)),
      fonts: isLedger ? [] : found.flatMap(({ area, question }) => (question ? [{ area, question }] : [])),
    };
  });
}

async function readContents(batch: ExcelBatch, areas: readonly SheetArea[]): Promise<SheetReading[]> {
  const parts = (index: number, area: Rect, weight: number, question?: FontQuestion): Part[] =>
    bandsOf(area, Math.floor(cellsPerSync / weight)).map((band) => ({ index, area: band, weight, ...(question ? { question } : {}) }));
  const contents = areas.flatMap(({ sheet, areas: own }, index) => own.flatMap((area) => parts(index, area, sheet.name === ledgerSheetName ? ledgerCellWeight : 1)));
  const fonts = areas.flatMap(({ fonts: own }, index) => own.flatMap(({ area, question }) => parts(index, area, weightOf(question), question)));
  const readings = areas.map((): { bands: BandReading[]; fonts: FontAnswer[] } => ({ bands: [], fonts: [] }));
  for (const trip of roundTrips([...contents, ...fonts], cellsPerSync)) await readTrip(batch, areas, trip, readings);
  return readings;
}

/** Long texts may make an answer larger than its cells let expect: then it is asked for in halves. */
async function readTrip(batch: ExcelBatch, areas: readonly SheetArea[], trip: readonly Part[], readings: readonly { bands: BandReading[]; fonts: FontAnswer[] }[]): Promise<void> {
  const bands = trip.filter((part) => !part.question).map(({ index, area }) => ({ index, band: queueBand(areas[index]!.sheet, area) }));
  const fonts = trip.flatMap(({ index, area, question }) => (question ? [{ index, answer: queueFonts(areas[index]!.sheet, area, question) }] : []));
  try {
    await batch.sync();
  } catch (error) {
    const halves = halved(trip);
    if (paneErrorOf(error).failure.code !== 'payload-too-large' || !halves) throw error;
    for (const half of halves) await readTrip(batch, areas, half, readings);
    return;
  }
  for (const { index, band } of bands) readings[index]!.bands.push(band);
  for (const { index, answer } of fonts) readings[index]!.fonts.push(answer);
}

function queueBand(sheet: Excel.Worksheet, area: Rect): BandReading {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  // What a cell shows follows from its value and its format: it need not be sent as well.
  range.load('values,formulas,numberFormat');
  if (sheet.name === ledgerSheetName) return { area, range, rows: null, merges: [] };
  const merges = blocksOf(area, mergeBlockCells).map((block) => queueMerges(sheet, block));
  return { area, range, rows: range.getRowProperties({ rowHidden: true }), merges };
}

function queueMerges(sheet: Excel.Worksheet, block: Rect): Excel.RangeAreas {
  const merged = sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns).getMergedAreasOrNullObject();
  merged.load('address');
  return merged;
}

function rectOfRange(range: Excel.Range): Rect {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}
