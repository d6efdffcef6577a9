// A customer is handed over while its records lie in the sheets of whoever had it: they turn grey and say so, what is typed
// there is told and not sent, and when the customer comes back all is as before. Pictures are taken on the way.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../domain/values/day.ts';
import type { SheetData } from '../excel/workbook-data.ts';
import { ask, createdBy, recordsSeenBy } from './test-support/api.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const customerName = '沧屿海岬快修连锁有限公司';
const before = '每月由总监陪同拜访一次';
const grey = '#EDEDED';

const greyRanges = ({ conditionalFormats }: SheetData): string[] => conditionalFormats.filter(({ format }) => format?.fill === grey).map(({ range }) => range);

test('records of a customer that was handed over turn grey, tell what is typed into them, and come back', async () => {
  const director = await WorkbenchWindow.open(browser, { person: '顾山海' });
  await director.signIn();
  const token = await director.token();
  const { today } = await ask<{ today: string }>(token, '/api/session');
  const { members } = await ask<{ members: { id: string; name: string }[] }>(token, '/api/members');
  const plan = await createdBy(token, 'relationship-plan', { customer: customerName, period: '2026年第四季度', plan_date: today, rows: { 'general-manager': { our_relation: '一般', measures: before, responsible: '周立夏' } } });
  const stored = async () => (await recordsSeenBy(token)).find(({ record }) => record === plan)!;
  const measures = async () => ((await stored()).fields['rows'] as Record<string, Record<string, unknown>>)['general-manager']!['measures'];

  const manager = await WorkbenchWindow.open(browser, { person: '周立夏' });
  await manager.signIn();
  await manager.syncFromRibbon();
  await manager.finish();
  const name = (await manager.sheetNames()).find((sheet) => sheet.startsWith('客户关系强化表'))!;
  const sheet = () => manager.sheet(name);
  const at = Object.entries((await sheet()).cells).find(([, cell]) => cell.value === before)![0];
  expect(greyRanges(await sheet())).toEqual([]);

  const { customer } = await stored();
  const hand = (to: string, since: string) => ask(token, `/api/customers/${customer}/assignments`, { kind: 'owner', member: members.find((member) => member.name === to)!.id, since });
  await hand('韩谷雨', addDays(today, -1));
  await manager.sync();
  await manager.finish();
  await manager.page.getByRole('tab', { name, exact: true }).click();
  await manager.picture('grey-1-handed-over');
  expect(greyRanges(await sheet())).toHaveLength(1);
  expect(await manager.pane.getByText('还没有同步过').count()).toBe(0);
  const problems = () => manager.pane.getByRole('button', { name: /^全部/ }).click();
  const back = () => manager.pane.getByRole('button', { name: '返回', exact: true }).first().click();
  await problems();
  await manager.pane.getByText('已不归您看，已标成灰底').first().waitFor({ timeout: longWait });
  await back();

  await manager.typeInto(name, at, '移交后才写的');
  await problems();
  await manager.pane.getByText('写在这里的内容没有发送').first().waitFor({ timeout: longWait });
  await manager.picture('grey-2-problems');
  // The Worker would not tell the history of what is out of sight.
  expect(await manager.pane.locator('.issue').filter({ hasText: '已不归您看' }).getByRole('button', { name: /历史/ }).count()).toBe(0);
  await back();
  await manager.sync();
  await manager.finish();
  expect(await measures()).toBe(before);

  await hand('周立夏', today);
  await manager.sync();
  await manager.finish();
  await manager.sync();
  await manager.finish();
  expect([greyRanges(await sheet()), await measures(), (await sheet()).cells[at]?.value]).toEqual([[], '移交后才写的', '移交后才写的']);
  await manager.picture('grey-3-back');
  expect([...director.errors, ...manager.errors]).toEqual([]);
  await Promise.all([director.close(), manager.close()]);
});
