// Teaching a layout end to end, through the Worker's own database: one person explains the labels of a sheet that nobody
// could read, and a colleague who signs in reads the next sheet of that kind by itself.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExcelHost } from '../host.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

async function fillIn(window: WorkbenchWindow, company: string): Promise<void> {
  const rows = [
    ['客户档案表', '', '', ''],
    ['档案编号', `KA-${company}`, '建档日期', '2026-10-12'],
    ['甲方全称', company, '主营业务范围', '社区零售'],
    ['拍板人', '李善邻', '盘子', '120万'],
    ['是否招标', '否', '备案号', '云汐字0417号'],
  ];
  await window.page.evaluate((typed) => {
    const { user, document } = (globalThis as unknown as { keybookHost: ExcelHost }).keybookHost;
    user.type(document.sheets[0]!.state.name, 'A1', typed);
  }, rows);
}

const fieldOf = (window: WorkbenchWindow, label: string) => window.pane.getByRole('combobox', { name: `“${label}”是哪个字段`, exact: true });

test('a manager teaches the labels of a sheet once; the director, too, reads the next one by itself', async () => {
  const manager = await WorkbenchWindow.open(browser, { person: '林小满' });
  await manager.signIn();
  await fillIn(manager, '邻里通生活服务有限公司');
  await manager.pane.getByRole('button', { name: /^教一次“.*”的版式$/ }).click();
  await fieldOf(manager, '甲方全称').selectOption({ label: '客户名称' });
  await fieldOf(manager, '拍板人').selectOption({ label: '决策者：姓名' });
  await fieldOf(manager, '盘子').selectOption({ label: '预算金额' });
  await manager.pane.getByText('还有 1 个没选').waitFor();
  await fieldOf(manager, '备案号').selectOption({ label: '不读取' });
  await manager.pane.getByRole('button', { name: '保存并读取', exact: true }).click();
  await manager.pane.getByText('已记住 4 个标签').waitFor({ timeout: longWait });
  expect(await manager.pane.locator('#screen').textContent()).toMatch(/读出 1 条客户档案表记录，7 个字段/);

  const director = await WorkbenchWindow.open(browser, { person: '顾山海' });
  await director.signIn();
  await fillIn(director, '星河里便利连锁有限公司');
  await director.pane.locator('.form-row').filter({ hasText: '客户档案表' }).filter({ hasText: '待同步 1' }).waitFor({ timeout: longWait });
  expect(await director.pane.getByText('没见过的标签').count()).toBe(0);
  await director.pane.getByRole('tab', { name: '更多' }).click();
  expect(await director.pane.locator('.learned li').allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/^甲方全称客户档案表　客户名称　林小满/)]));
  await director.pane.getByRole('button', { name: '删除“备案号”', exact: true }).click();
  await director.pane.getByRole('button', { name: '确定删除', exact: true }).click();
  await director.pane.getByText('已删除“备案号”').waitFor({ timeout: longWait });
  expect([...manager.errors, ...director.errors]).toEqual([]);
  await Promise.all([manager.close(), director.close()]);
});
