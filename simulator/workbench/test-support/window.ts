// A person at a workbench window, driven as a person would: picks who they are, signs in in the pane, presses buttons,
// reads what stands there.

import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { chromiumPath } from '../../../commands/chromium.ts';
import { root } from '../../../commands/sources.ts';
import type { SheetData } from '../../excel/workbook-data.ts';
import type { ExcelHost } from '../../host.ts';

export const longWait = 180_000;

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
}

export class WorkbenchWindow {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly #context: BrowserContext;
  /** What the page or the pane threw or logged as an error. */
  readonly errors: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    this.pane = page.frameLocator('#pane-frame iframe');
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
  }

  static async open(browser: Browser, address: { readonly open?: string; readonly person?: string } = {}): Promise<WorkbenchWindow> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const window = new WorkbenchWindow(context, await context.newPage());
    const url = new URL(inject('workbenchUrl'));
    for (const [name, value] of Object.entries(address)) url.searchParams.set(name, value);
    await window.page.goto(url.href);
    await window.page.locator('body[data-ready]').waitFor({ timeout: longWait });
    // The pane takes the focus when it opens: typing begins after that.
    await window.pane.locator('#screen').waitFor({ timeout: longWait });
    return window;
  }

  /** Somebody signed in, in a new workbook with these lines typed on a sheet of this name, synchronised. */
  static async withSheet(browser: Browser, person: string, name: string, lines: readonly (readonly string[])[]): Promise<WorkbenchWindow> {
    const window = await WorkbenchWindow.open(browser, { person });
    await window.signIn();
    await window.page.evaluate(([sheet, typed]) => {
      const { user } = (globalThis as unknown as { keybookHost: ExcelHost }).keybookHost;
      user.addSheet(sheet);
      user.type(sheet, 'A1', typed as string[][]);
    }, [name, lines] as const);
    await window.pane.locator('.form-row').first().waitFor({ timeout: longWait });
    await window.sync();
    await window.finish();
    return window;
  }

  /** The code is in the field already; the press is the person's. */
  async signIn(): Promise<void> {
    const code = (await this.page.locator('#activation-code').textContent()) ?? '';
    await expect.poll(() => this.pane.locator('input[name=code]').inputValue(), { timeout: longWait }).toBe(code);
    await this.pane.getByRole('button', { name: '登录', exact: true }).click();
    await this.pane.locator('.tabs, [role=tablist]').first().waitFor({ timeout: longWait });
  }

  /** Presses 同步 and waits for the receipt; returns what stands on it. */
  async sync(): Promise<string> {
    await this.pressSync();
    return this.#receipt();
  }

  /** A workbook without a form of ours has no such button in the pane; the ribbon has. */
  async syncFromRibbon(): Promise<string> {
    await this.page.locator('.ribbon [data-action=sync]').click();
    return this.#receipt();
  }

  async #receipt(): Promise<string> {
    const done = this.pane.getByRole('button', { name: '完成', exact: true });
    await done.waitFor({ timeout: longWait });
    return (await this.pane.locator('#screen').textContent()) ?? '';
  }

  async pressSync(): Promise<void> {
    await this.pane.getByRole('button', { name: /^(同步|再试一次)$/ }).first().click();
  }

  /** Back from the receipt to the workbook's page. */
  async finish(): Promise<void> {
    await this.pane.getByRole('button', { name: '完成', exact: true }).click();
  }

  async token(): Promise<string> {
    const entries = await this.page.evaluate(() => sessionStorage.getItem('keybook-workbench.pane-storage') ?? '[]');
    const session = (JSON.parse(entries) as [string, string][]).find(([name]) => name.endsWith('keybook.session'));
    if (session === undefined) throw new Error('nobody is signed in');
    return (JSON.parse(session[1]) as { token: string }).token;
  }

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { keybookHost: ExcelHost }).keybookHost.document.sheets.filter((sheet) => sheet.state.visibility === 'Visible').map((sheet) => sheet.name));
  }

  async sheet(name: string): Promise<SheetData> {
    const data = await this.page.evaluate(() => (window as unknown as { keybookHost: ExcelHost }).keybookHost.toData());
    const found = data.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`no sheet ${name} among ${data.sheets.map((sheet) => sheet.name).join(', ')}`);
    return found;
  }

  /** Every text of every sheet that one can see. */
  async texts(): Promise<Set<string>> {
    const data = await this.page.evaluate(() => (window as unknown as { keybookHost: ExcelHost }).keybookHost.toData());
    const visible = data.sheets.filter((sheet) => sheet.visibility === 'Visible');
    return new Set(visible.flatMap((sheet) => Object.values(sheet.cells).map((cell) => String(cell.value))));
  }

  /** Types into a cell as a person does, with the keyboard. */
  async typeInto(sheet: string, address: string, text: string): Promise<void> {
    await this.page.getByRole('tab', { name: sheet, exact: true }).click();
    await this.page.locator('#name-box').fill(address);
    await this.page.locator('#name-box').press('Enter');
    // On a busy machine the box may still have the keyboard.
    await this.page.waitForFunction(() => document.activeElement?.id !== 'name-box', undefined, { timeout: longWait });
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** What the person sees now, kept in `.state/pictures` for looking at. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(root, '.state', 'pictures', `${name}.png`) });
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
