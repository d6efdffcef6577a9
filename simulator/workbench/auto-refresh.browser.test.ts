// 自动更新 in two real panes: what a colleague writes arrives in the cells without a press, waits while a cell is being
// typed into, leaves that cell alone, and the pane says what was done. Pictures are taken on the way.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsSeenBy } from './test-support/api.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const sheet = '合同';
const numbers = ['HT-2025-9301', 'HT-2025-9302'];

async function valueAt(window: WorkbenchWindow, address: string): Promise<string> {
  return String((await window.sheet(sheet)).cells[address]?.value ?? '');
}

async function goTo(window: WorkbenchWindow, address: string): Promise<void> {
  await window.page.locator('#name-box').fill(address);
  await window.page.locator('#name-box').press('Enter');
}

test('a colleague’s change arrives by itself where that is switched on, never under somebody’s hands, and is told', async () => {
  const lines = [['合同台账', '', '', '', '', ''], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ...numbers.map((number) => [number, '千帆渡', '销售合同', '2025-02-06', '1000', '原来的'])];
  const reader = await WorkbenchWindow.withSheet(browser, '顾山海', sheet, lines);
  const colleague = await WorkbenchWindow.withSheet(browser, '钱如数', sheet, lines);
  const remarks = async () => (await recordsSeenBy(await reader.token())).filter(({ fields }) => numbers.includes(String(fields['contract_no']))).map(({ fields }) => fields['remark']).sort();

  await reader.pane.getByRole('tab', { name: '更多' }).click();
  await reader.pane.getByRole('button', { name: '同事的更新', exact: true }).click();
  await reader.pane.getByRole('switch', { name: '自动更新' }).click();
  await reader.picture('auto-1-switched-on');
  await reader.pane.getByRole('button', { name: '返回', exact: true }).first().click();
  await reader.pane.getByRole('tab', { name: '工作簿' }).click();

  await colleague.typeInto(sheet, 'F3', '同事改的');
  await colleague.sync();
  await colleague.finish();
  await expect.poll(() => valueAt(reader, 'F3'), { timeout: longWait }).toBe('同事改的');
  await reader.pane.getByText('已自动更新 1 条记录').waitFor({ timeout: longWait });
  await reader.pane.getByText('钱如数 1 条').waitFor({ timeout: longWait });
  await reader.picture('auto-2-written');

  // Somebody is in the middle of F4: nothing at all is written, however long it takes.
  await goTo(reader, 'F4');
  await reader.page.keyboard.insertText('我正在填');
  await colleague.typeInto(sheet, 'F4', '同事也填了这格');
  await colleague.typeInto(sheet, 'E3', '2000');
  await colleague.sync();
  await reader.pane.getByText(/^同事有 \d+ 处更新/).waitFor({ state: 'attached', timeout: longWait });
  await reader.page.waitForTimeout(12_000);
  expect(await reader.page.locator('.cell-editor').inputValue()).toBe('我正在填');
  expect([await valueAt(reader, 'E3'), await valueAt(reader, 'F4')]).toEqual(['1000', '原来的']);
  await reader.picture('auto-3-typing');

  await reader.page.keyboard.press('Enter');
  await expect.poll(() => valueAt(reader, 'E3'), { timeout: longWait }).toBe('2000');
  expect(await valueAt(reader, 'F4')).toBe('我正在填');
  await reader.pane.getByText('1 处和同事改得不同，两个值都留着').waitFor({ timeout: longWait });
  await reader.picture('auto-4-after-typing');
  expect(await remarks()).toEqual(['同事也填了这格', '同事改的']);

  await reader.pane.getByRole('button', { name: '看回执', exact: true }).click();
  await reader.pane.getByText('钱如数的改动').waitFor({ timeout: longWait });
  await reader.picture('auto-5-receipt');
  expect([...reader.errors, ...colleague.errors]).toEqual([]);
  await Promise.all([reader.close(), colleague.close()]);
});
