// An .xlsx file read by Excel itself: its sheets are put at the end of the workbook, hidden, read and taken away again.
// Four context.sync() a file. It costs the person's undo, so it is done in a file of one's own only (decision 0011).

import type { SheetImage, WorkbookImage } from '../sheets/image.ts';
import { inExcel, supports } from './batch.ts';
import type { ExcelBatch } from './batch.ts';
import { areOwnSheets, isOwnWrite } from './own-writes.ts';
import { readImages } from './read-workbook.ts';

/** What a sheet bears while it is read, so that one left by an Excel that stopped is known again. */
const markKey = 'keybook-reading';

/** As base64 with what is around it below Excel's 5 MB. */
const mostBytes = 3_000_000;

export function fitsOneRequest(bytes: Uint8Array): boolean {
  return bytes.length <= mostBytes;
}

/**
 * Whether Excel may read files here: it can, nobody else has the workbook open (they would see the sheets come and go),
 * and its structure is not protected. Sheets that an earlier reading had to leave are taken away.
 */
export async function mayReadFiles(): Promise<boolean> {
  if (!supports('ExcelApi', '1.13')) return false;
  const { result } = await isOwnWrite(() =>
    inExcel({}, async (batch) => {
      const { workbook } = batch.context;
      workbook.load('autoSave,readOnly');
      workbook.protection.load('protected');
      workbook.worksheets.load('items/id,items/visibility,items/customProperties/items/key');
      await batch.sync();
      if (workbook.protection.protected) return false;
      const left = workbook.worksheets.items.filter((sheet) => sheet.visibility !== 'Visible' && sheet.customProperties.items.some((property) => property.key === markKey));
      if (left.length > 0) await takeAway(batch, left.map((sheet) => sheet.id), null);
      return !workbook.autoSave && !workbook.readOnly;
    }),
  );
  return result;
}

export interface FileInExcel {
  readonly image: WorkbookImage;
  readonly syncs: number;
}

export async function readFileInExcel(bytes: Uint8Array): Promise<FileInExcel> {
  return isOwnWrite(async () => {
    const put = await inExcel({ waitForCellEdit: true }, (batch) => putIn(batch, base64Of(bytes)));
    try {
      const read = await inExcel({ waitForCellEdit: true }, (batch) => readHidden(batch, put.result));
      return { image: { sheets: read.result, isStructureProtected: false }, syncs: put.syncs + read.syncs + 1 };
    } finally {
      // Whatever happened to the reading, the workbook is as it was.
      await inExcel({ waitForCellEdit: true }, (batch) => takeAway(batch, put.result.ids, put.result.names));
    }
  });
}

interface PutIn {
  readonly ids: readonly string[];
  /** Named ranges and sheets that were there before. */
  readonly names: ReadonlySet<string>;
  readonly sheets: ReadonlySet<string>;
}

async function putIn(batch: ExcelBatch, file: string): Promise<PutIn> {
  const { workbook } = batch.context;
  const active = workbook.worksheets.getActiveWorksheet();
  active.load('id');
  workbook.names.load('items/name');
  workbook.worksheets.load('items/name');
  const ids = workbook.insertWorksheetsFromBase64(file, { positionType: 'End' });
  active.activate();
  await batch.sync();
  areOwnSheets(ids.value);
  return { ids: ids.value, names: new Set(workbook.names.items.map((item) => item.name)), sheets: new Set(workbook.worksheets.items.map((sheet) => sheet.name)) };
}

/** Hidden at once; what each sheet was in its file is loaded before, in the same request. */
async function readHidden(batch: ExcelBatch, { ids, sheets: before }: PutIn): Promise<SheetImage[]> {
  const sheets = ids.map((id) => {
    const sheet = batch.context.workbook.worksheets.getItem(id);
    sheet.load('id,name,visibility,protection/protected');
    sheet.customProperties.add(markKey, '1');
    sheet.visibility = 'Hidden';
    return sheet;
  });
  const { images } = await readImages(batch, sheets);
  return images.map((image) => ({ ...image, name: ownName(image.name, before) }));
}

/** The name in its file: Excel adds a number where the workbook has such a sheet. */
function ownName(name: string, before: ReadonlySet<string>): string {
  const own = /^(.+) \(\d+\)$/.exec(name)?.[1];
  return own !== undefined && before.has(own) ? own : name;
}

/** A very hidden sheet cannot be deleted; `names: null` leaves the named ranges. */
async function takeAway(batch: ExcelBatch, ids: readonly string[], names: ReadonlySet<string> | null): Promise<void> {
  const { workbook } = batch.context;
  for (const id of ids) {
    const sheet = workbook.worksheets.getItem(id);
    sheet.visibility = 'Hidden';
    sheet.delete();
  }
  if (names) workbook.names.load('items/name');
  await batch.sync();
  const came = names ? workbook.names.items.filter((item) => !names.has(item.name)) : [];
  if (came.length === 0) return;
  for (const item of came) item.delete();
  await batch.sync();
}

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
  return btoa(parts.join(''));
}
