// A workbook as nothing but images and `_keybook` cells: what production code reads and writes through `Workbook`, without
// Office.js between. Writes follow the rules of addin/excel/write-cells.ts, and can be cut off between any two of them.

import { PaneError } from '../../addin/panes/services.ts';
import type { SyncWorkbook } from '../../addin/sync/patience.ts';
import type { CellPatch, SheetCopy, WriteJob, WriteOutcome } from '../../addin/excel/workbook-writes.ts';
import { ledgerMarkOf } from '../../addin/excel/ledger-sheet.ts';
import { freeName } from '../../addin/excel/write-sheet.ts';
import { imageOfPlan } from '../../addin/sheets/write/image-of-plan.ts';
import type { CellValue, SheetImage } from '../../addin/sheets/image.ts';
import { writtenImage } from '../../addin/sheets/write/written-image.ts';

/** Stands for a pane that was closed, or an Excel that died, between two steps. */
export class PaneKilled extends Error {}

export interface WorkbookFile {
  readonly sheets: readonly SheetImage[];
  readonly ledger: readonly string[] | null;
  /** What the workbook's settings remember of the ledger. */
  readonly mark?: string | null;
}

export class ImageWorkbook {
  sheets: SheetImage[];
  ledger: readonly string[] | null;
  #mark: string | null;
  #made = 0;
  readonly #name: string;

  constructor(name: string, file: WorkbookFile) {
    this.#name = name;
    this.sheets = [...file.sheets];
    this.ledger = file.ledger;
    this.#mark = file.mark ?? null;
  }

  /** What a copy of the file holds. */
  file(): WorkbookFile {
    return { sheets: [...this.sheets], ledger: this.ledger, mark: this.#mark };
  }

  sheetId(): string {
    this.#made += 1;
    return `{${this.#name}-${this.#made}}`;
  }

  /** As one pane has it. `beforeWrite` is called before each single write; what it throws leaves what was written so far. */
  asWorkbook(beforeWrite: () => void): SyncWorkbook {
    return {
      read: async () => ({ image: { sheets: [...this.sheets], isStructureProtected: false }, ledgerCells: this.ledger, ledgerMark: this.#mark, syncs: 3 }),
      write: async (job) => ({ ...this.#write(job, beforeWrite), syncs: 2 }),
      writeLedger: async (before, after) => {
        this.#refuseOvertaken(before);
        this.#writeLedger(after, beforeWrite);
      },
    };
  }

  /** Another pane of the same workbook wrote since this one has read. */
  #refuseOvertaken(before: readonly string[] | null): void {
    if ((before?.[0] ?? '') !== (this.ledger?.[0] ?? '')) throw new PaneError({ code: 'workbook-went-on' });
  }

  #write(job: WriteJob, beforeWrite: () => void): WriteOutcome {
    if (job.ledger) this.#refuseOvertaken(job.ledger.before);
    const { fitting, kept } = this.#checked(job.patches);
    const taken = new Set(this.sheets.map(({ name }) => name.toLowerCase()));
    const drawings = [
      ...job.plans.map(({ plan }) => ({ key: plan.key, image: imageOfPlan(plan, this.sheetId()), wanted: plan.name })),
      ...(job.copies ?? []).map((copy) => this.#copied(copy)),
    ].map((drawing) => {
      const name = freeName(drawing.wanted, taken);
      taken.add(name.toLowerCase());
      return { ...drawing, name };
    });
    const outcome: WriteOutcome = {
      written: fitting.map((patch) => ({ ...patch, formatBefore: 'General' })),
      kept,
      sheets: drawings.map(({ key, name }) => ({ key, name, sheet: `name:${name}`, created: true })),
    };
    for (const patch of fitting) {
      beforeWrite();
      this.#put(patch);
    }
    for (const { image, name } of drawings) {
      beforeWrite();
      this.sheets.push({ ...image, name });
    }
    if (job.ledger) this.#writeLedger(job.ledger.after(outcome), beforeWrite);
    return outcome;
  }

  /** A pattern that was typed in meanwhile is none. */
  #copied({ key, source, writes, standing, otherwise }: SheetCopy): { key: string; image: SheetImage; wanted: string } {
    const sheet = this.sheets.find(({ id }) => id === source);
    const stands = sheet !== undefined && [...writes, ...standing].every((write) => this.value(source, write.row, write.column) === write.expected);
    const id = this.sheetId();
    return { wanted: otherwise.name, ...(stands ? { key, image: { ...writtenImage(sheet, writes), id } } : { key: otherwise.key, image: imageOfPlan(otherwise, id) }) };
  }

  #checked(patches: readonly CellPatch[]): { fitting: CellPatch[]; kept: WriteOutcome['kept'] } {
    const isFree = (patch: CellPatch): boolean => this.value(patch.sheet, patch.row, patch.column) === patch.expected;
    const torn = new Set(patches.filter((patch) => !isFree(patch)).flatMap(({ whole }) => whole ?? []));
    const isFitting = (patch: CellPatch): boolean => isFree(patch) && !(patch.whole !== undefined && torn.has(patch.whole));
    return {
      fitting: patches.filter((patch) => isFitting(patch) && !patch.isOnlyChecked),
      kept: patches.filter((patch) => !isFitting(patch)).map((patch) => ({ patch, reason: 'changed-meanwhile' as const })),
    };
  }

  value(sheet: string, row: number, column: number): CellValue | undefined {
    const image = this.sheets.find(({ id }) => id === sheet);
    return image && (image.values[row - image.row]?.[column - image.column] ?? '');
  }

  #put({ sheet, row, column, value, expected, numberFormat }: CellPatch): void {
    this.sheets = this.sheets.map((image) => (image.id === sheet ? writtenImage(image, [{ sheet, row, column, value, expected, ...(numberFormat === undefined ? {} : { numberFormat }) }]) : image));
  }

  /** Cell by cell, as Excel writes them: a death between leaves a torn ledger. */
  #writeLedger(after: readonly string[], beforeWrite: () => void): void {
    const before = this.ledger ?? [];
    const length = Math.max(before.length, after.length);
    beforeWrite();
    this.#mark = ledgerMarkOf(after);
    for (let index = 0; index < length; index += 1) {
      if ((before[index] ?? '') === (after[index] ?? '')) continue;
      beforeWrite();
      this.ledger = Array.from({ length }, (_, place) => (place <= index ? (after[place] ?? '') : (before[place] ?? '')));
    }
    this.ledger = [...after];
  }
}
