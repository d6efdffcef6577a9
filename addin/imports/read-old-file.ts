// Reads one old file: by Excel where it may, else from its parts. What is no workbook is never handed to Excel, and what
// Excel refuses is read from its parts all the same.

import type { WorkbookImage } from '../sheets/image.ts';
import type { OldFile } from '../panes/import-services.ts';
import { refuseForeign } from '../xlsx/package/foreign.ts';
import { readWorkbookImage, WorkbookFileError } from '../xlsx/read.ts';

/** Unzipped it is many times that. */
const mostFileBytes = 50_000_000;

export interface ExcelReader {
  fits(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array): Promise<WorkbookImage>;
}

/** `excel`: null where Excel may not read files here. Throws a `WorkbookFileError` that says why. */
export async function readOldFile(file: OldFile, excel: ExcelReader | null): Promise<WorkbookImage> {
  if (file.size > mostFileBytes) throw new WorkbookFileError('too-large');
  const bytes = await bytesOf(file);
  refuseForeign(bytes);
  const byExcel = excel?.fits(bytes) ? await excel.read(bytes).catch(() => null) : null;
  return { ...(byExcel ?? (await readWorkbookImage(bytes))), name: file.name };
}

async function bytesOf(file: OldFile): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new WorkbookFileError('missing', error);
  }
}

/** One sentence for every failure of a file; what nobody foresaw is a damaged file, and the others go on. */
export function failureOf(error: unknown): string {
  return (error instanceof WorkbookFileError ? error : new WorkbookFileError('damaged', error)).message;
}
