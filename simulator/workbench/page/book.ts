// This window's workbook in the simulated Excel: opened from a sample, a file or nothing, kept over reloads, and handed
// to every pane page that loads.

import { demoWorkbooks } from '../../../fixtures/demo/workbooks.ts';
import { wholeSheet } from '../../excel/address.ts';
import { emptyWorkbookData, type WorkbookData } from '../../excel/workbook-data.ts';
import { ExcelHost } from '../../host.ts';
import { installDesktopHost } from '../../transports/desktop.ts';
import { readXlsx, writeXlsx } from '../../xlsx/index.ts';
import { loadBook, saveBook, windowId } from './book-store.ts';
import { forgetOfficeCaches, giveOwnStorage } from './person-storage.ts';
import { fetchSample, fetchSamples } from './server-side.ts';

declare global {
  interface Window {
    /** Called by the one script tag that the server adds to the pane's page, before office.js runs. */
    attachKeybookHost(pane: Window): void;
    /** For tests and for the curious. */
    keybookHost: ExcelHost;
  }
}

const saveAfterMilliseconds = 300;

export class Book {
  readonly host: ExcelHost;
  readonly #id: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(id: string, data: WorkbookData) {
    this.#id = id;
    this.host = ExcelHost.fromData(data);
    this.host.onChange(() => this.#saveSoon());
    addEventListener('pagehide', () => this.#save());
    window.keybookHost = this.host;
    window.attachKeybookHost = (pane) => {
      forgetOfficeCaches();
      giveOwnStorage(pane);
      installDesktopHost(pane, this.host);
    };
  }

  /** The workbook that the address names, else what this window had, else a blank one. */
  static async ofThisWindow(wanted: string | null): Promise<Book> {
    const { id, inherited } = await windowId();
    const kept = await loadBook(inherited ?? id);
    const isWanted = wanted !== null && sessionStorage.getItem(openedKey) !== wanted;
    const book = new Book(id, kept !== null && !isWanted ? kept : blankBook());
    if (!isWanted) return book;
    await book.openSample(wanted);
    sessionStorage.setItem(openedKey, wanted);
    return book;
  }

  openBlank(): void {
    this.#load(blankBook());
  }

  /** A window in which nothing has been written yet opens what this person has on their desk. */
  async openFirstOf(member: string): Promise<void> {
    const first = demoWorkbooks.find((workbook) => workbook.member === member);
    const isBlank = this.host.document.sheets.every((sheet) => sheet.used(true, wholeSheet) === undefined);
    if (first === undefined || !isBlank) return;
    if (first.source === 'blank') this.#load({ ...blankBook(), name: `${first.title}.xlsx` });
    else await this.openSample(first.source.replace(/^.*\/|\.xlsx$/g, ''));
  }

  /** By file name, or by its beginning (the sample's number). */
  async openSample(wanted: string): Promise<void> {
    const name = (await fetchSamples()).find((sample) => sample === wanted || sample.startsWith(`${wanted}-`)) ?? wanted;
    await this.openFile(`${name}.xlsx`, await fetchSample(name));
  }

  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    this.#load({ ...(await readXlsx(bytes)), name });
  }

  async toXlsx(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await writeXlsx(this.host.toData()));
  }

  countersText(): string {
    const { syncs, actions, requestBytes } = this.host.counters;
    return syncs === 0 ? '' : `往返 ${syncs} 次，操作 ${actions} 个，发送 ${(requestBytes / 1024).toFixed(1)} KB`;
  }

  #load(data: WorkbookData): void {
    this.host.counters.reset();
    this.host.load(data);
  }

  #saveSoon(): void {
    this.#timer ??= setTimeout(() => this.#save(), saveAfterMilliseconds);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void saveBook(this.#id, this.host.toData());
  }
}

const openedKey = 'keybook-workbench.opened';

function blankBook(): WorkbookData {
  return { ...emptyWorkbookData('Sheet1'), name: '大客户工作簿.xlsx' };
}
