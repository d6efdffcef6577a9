// The two presses that make sheets: the department's scorecards and the month's commission, written and written again.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

async function press(window: WorkbenchWindow, action: 'kpi' | 'slip', button: string, isThere: (sheets: string[]) => boolean): Promise<string[]> {
  await window.page.locator(`.ribbon [data-action=${action}]`).click();
  await window.pane.getByRole('button', { name: button, exact: true }).click();
  await expect.poll(async () => isThere(await window.sheetNames()), { timeout: longWait }).toBe(true);
  await window.pane.getByText(/已写入|已更新/).first().waitFor({ timeout: longWait });
  return window.sheetNames();
}

/** The one that bears nobody's name: it comes first. */
const departmentSheet = (sheets: readonly string[]) => sheets.find((name) => name.includes('考核'))!;

test('the director makes the scorecards and the commission slip; a second press updates them in place', async () => {
  const window = await WorkbenchWindow.open(browser, { person: '顾山海' });
  await window.signIn();
  const made = await press(window, 'kpi', '生成考核表', (sheets) => sheets.length >= 9);
  expect(made.filter((name) => name.includes('考核'))).toHaveLength(8);
  for (const person of ['周立夏', '秦白露', '林小满']) expect(made.some((name) => name.includes(person)), person).toBe(true);
  const department = await window.sheet(departmentSheet(made));
  expect(department.charts.length).toBe(2);
  expect(department.conditionalFormats.some((format) => format.type === 'DataBar')).toBe(true);
  expect(Object.values(department.cells).some((cell) => cell.value === '周立夏')).toBe(true);

  const slip = await press(window, 'slip', '生成分成表', (sheets) => sheets.length > made.length);
  expect(slip.filter((name) => !made.includes(name))).toHaveLength(1);

  const again = await press(window, 'kpi', '生成考核表', (sheets) => sheets.length >= slip.length);
  expect(again).toEqual(slip);
  await window.close();
});

test('a generated sheet is drawn with its charts and bars', async () => {
  const window = await WorkbenchWindow.open(browser, { person: '顾山海' });
  await window.signIn();
  const made = await press(window, 'kpi', '生成考核表', (sheets) => sheets.length >= 9);
  await window.page.getByRole('tab', { name: departmentSheet(made), exact: true }).click();
  const charts = () => window.page.locator('.chart').evaluateAll((drawn) => new Set(drawn.map((chart) => chart.getAttribute('data-chart'))).size);
  await expect.poll(charts, { timeout: longWait }).toBe(2);
  expect(await window.page.locator('.bar-fill').count()).toBeGreaterThan(3);
  expect(await window.page.locator('.chart rect').count()).toBeGreaterThan(15);
  await window.close();
});
