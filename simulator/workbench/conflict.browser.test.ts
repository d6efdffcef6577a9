// Two people at two workbenches change the same card: what does not clash merges, what clashes is shown side by side, is
// chosen field by field, and stands the same in both workbooks and at the Worker. Pictures are taken on the way.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsSeenBy } from './test-support/api.ts';
import { truthOf } from './test-support/truth.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const [card] = truthOf('02');
const sheet = card!.sheet;
const at = (path: string): string => card!.cells[path]!;

async function openCard(person: string): Promise<WorkbenchWindow> {
  const window = await WorkbenchWindow.open(browser, { open: '02', person });
  await window.signIn();
  await window.sync();
  await window.finish();
  return window;
}

async function change(window: WorkbenchWindow, values: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, value] of Object.entries(values)) await window.typeInto(sheet, at(path), value);
  return window.sync();
}

async function textAt(window: WorkbenchWindow, path: string): Promise<string> {
  return String((await window.sheet(sheet)).cells[at(path)]?.value ?? '');
}

const side = (window: WorkbenchWindow, field: string, who: string) => window.pane.locator('.conflict').filter({ hasText: field }).locator('.side').filter({ hasText: who });

test('two panes change one card; the clashes are settled in the pane and nothing else is touched', async () => {
  const manager = await openCard('周立夏');
  const director = await openCard('顾山海');
  const stored = async () => (await recordsSeenBy(await director.token())).find((record) => record.fields['customer_name'] === card!.fields['customer_name'])!;

  await change(director, { contact_phone: '19900002018', plan_time: '2026年12月中旬', founded_year: '2018年' });
  await director.finish();
  const receipt = await change(manager, { contact_phone: '19900002008', plan_time: '2026年11月15日前', industry_position: '一般' });
  expect(receipt).toContain('2 处冲突');
  await manager.picture('conflict-1-receipt');
  await manager.pane.getByRole('button', { name: '处理 2 处冲突', exact: true }).click();

  await side(manager, '电话', '我的').waitFor({ timeout: longWait });
  expect(await side(manager, '电话', '我的').locator('.differs').textContent()).toBe('8');
  expect(await side(manager, '电话', '顾山海').locator('.differs').textContent()).toBe('18');
  await manager.picture('conflict-2-shown');
  expect(await stored()).toMatchObject({ fields: { contact_phone: '19900002018', plan_time: '2026年12月中旬', founded_year: '2018年', industry_position: '一般' } });
  expect([await textAt(manager, 'contact_phone'), await textAt(manager, 'founded_year')]).toEqual(['19900002008', '2018年']);

  await side(manager, '电话', '我的').click();
  await manager.picture('conflict-3-chosen');
  await manager.pane.getByRole('button', { name: '写入已选 1 处', exact: true }).click();
  await manager.pane.getByText('已写入 1 处').waitFor({ timeout: longWait });
  await manager.picture('conflict-4-one-left');
  expect((await stored()).fields).toMatchObject({ contact_phone: '19900002008', plan_time: '2026年12月中旬' });

  await side(manager, '计划时间', '顾山海').click();
  await manager.pane.getByRole('button', { name: '写入已选 1 处', exact: true }).click();
  await manager.pane.getByText('现在是 2026年12月中旬').waitFor({ timeout: longWait });
  await manager.picture('conflict-5-settled');
  expect([await textAt(manager, 'contact_phone'), await textAt(manager, 'plan_time')]).toEqual(['19900002008', '2026年12月中旬']);

  // Nobody presses anything: the open pane learns of it by itself, and writes nothing before it is told to.
  await director.pane.getByRole('button', { name: /^同事的更新/ }).waitFor({ timeout: longWait });
  expect(await textAt(director, 'contact_phone')).toBe('19900002018');
  await director.picture('conflict-6-news');
  await director.pane.getByRole('button', { name: /^同事的更新/ }).click();
  await director.pane.getByText('19900002018 改为 19900002008').first().waitFor({ timeout: longWait });
  await director.picture('conflict-7-news-listed');
  await director.pane.getByRole('button', { name: '写入表格', exact: true }).click();
  await director.pane.getByRole('button', { name: '完成', exact: true }).waitFor({ timeout: longWait });
  expect([await textAt(director, 'contact_phone'), await textAt(director, 'plan_time'), await textAt(director, 'industry_position')]).toEqual(['19900002008', '2026年12月中旬', await textAt(manager, 'industry_position')]);
  await director.picture('conflict-8-colleague');
  expect([...manager.errors, ...director.errors]).toEqual([]);
  await Promise.all([manager.close(), director.close()]);
});
