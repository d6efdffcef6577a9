// A row that is taken out is asked about before it is sent as deleted, and can be brought back; an earlier value of a cell is
// found in its history and restored. In a real pane, with the Worker's own database behind it.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExcelHost } from '../host.ts';
import { recordsSeenBy } from './test-support/api.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const rows = ['HT-2025-9001', 'HT-2025-9002', 'HT-2025-9003'];
const sheet = '合同';

function withContracts(): Promise<WorkbenchWindow> {
  const lines = [['合同台账', '', '', '', '', ''], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ...rows.map((number) => [number, '千帆渡', '销售合同', '2025-01-06', '1000', ''])];
  return WorkbenchWindow.withSheet(browser, '顾山海', sheet, lines);
}

test('a row taken out is asked about, deleted and brought back; a cell gets an earlier value back from its history', async () => {
  const window = await withContracts();
  const standing = async () => (await recordsSeenBy(await window.token())).map(({ fields }) => fields['contract_no']).filter((number) => rows.includes(String(number))).sort();
  await window.page.evaluate((name) => (globalThis as unknown as { keybookHost: ExcelHost }).keybookHost.user.deleteRows(name, 4), sheet);
  await window.pane.getByRole('button', { name: /^待确认/ }).click({ timeout: longWait });
  await window.picture('deleted-1-asked');
  expect(await standing()).toEqual(rows);

  await window.pane.getByRole('radio', { name: /^发出删除：HT-2025-9002/ }).check();
  await window.pane.getByRole('button', { name: '按已选处理 1 条', exact: true }).click();
  await window.pane.getByText('已删除 1 条记录').waitFor({ timeout: longWait });
  await window.picture('deleted-2-sent');
  expect(await standing()).toEqual(['HT-2025-9001', 'HT-2025-9003']);

  await window.pane.getByRole('button', { name: '撤销删除', exact: true }).click();
  await window.pane.getByText('已恢复 1 条记录').waitFor({ timeout: longWait });
  expect(await standing()).toEqual(rows);
  expect(await window.texts()).toContain('HT-2025-9002');
  expect(window.errors).toEqual([]);

  await window.pane.getByRole('button', { name: '返回', exact: true }).last().click();
  await window.typeInto(sheet, 'F3', '第一次的备注');
  await window.sync();
  await window.finish();
  await window.typeInto(sheet, 'F3', '第二次的备注');
  await window.sync();
  await window.finish();
  await window.page.locator('#name-box').fill('F3');
  await window.page.locator('#name-box').press('Enter');
  await window.pane.getByRole('tab', { name: '更多' }).click();
  await window.pane.getByRole('button', { name: '这一格的历史', exact: true }).click();
  await window.pane.getByRole('button', { name: '把备注恢复为 第一次的备注', exact: true }).waitFor({ timeout: longWait });
  await window.picture('history-1-field');
  await window.pane.getByRole('button', { name: '把备注恢复为 第一次的备注', exact: true }).click();
  await window.pane.getByText('备注已恢复为 第一次的备注').waitFor({ timeout: longWait });
  expect((await window.sheet(sheet)).cells['F3']?.value).toBe('第一次的备注');
  await window.picture('history-2-restored');

  await window.pane.getByRole('button', { name: '体检', exact: true }).click();
  await window.pane.getByText(/处要留意|都正常/).waitFor({ timeout: longWait });
  await window.picture('check-up');
  expect(window.errors).toEqual([]);
  await window.close();
});
