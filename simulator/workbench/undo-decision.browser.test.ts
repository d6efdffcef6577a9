// A decision about several fields is taken back with one press, as a change of its own with history, in the cells and at the
// Worker; once a colleague changed one of the fields nothing of it is. Two real panes; pictures are taken on the way.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsSeenBy } from './test-support/api.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const sheet = '合同';
const number = 'HT-2025-9401';

async function change(window: WorkbenchWindow, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [address, value] of Object.entries(values)) await window.typeInto(sheet, address, value);
  await window.sync();
}

/** Makes a conflict of these cells, and decides all of it for the one who came second. */
async function decideForSecond(first: WorkbenchWindow, second: WorkbenchWindow, values: Readonly<Record<string, readonly [string, string]>>): Promise<void> {
  const count = Object.keys(values).length;
  const of = (turn: 0 | 1) => Object.fromEntries(Object.entries(values).map(([address, both]) => [address, both[turn]]));
  await change(first, of(0));
  await first.finish();
  await change(second, of(1));
  await second.pane.getByRole('button', { name: `处理 ${count} 处冲突`, exact: true }).click();
  if (count > 1) await second.pane.getByRole('button', { name: '全部用我的', exact: true }).click({ timeout: longWait });
  else await second.pane.locator('.side').filter({ hasText: '我的' }).click({ timeout: longWait });
  await second.pane.getByRole('button', { name: `写入已选 ${count} 处`, exact: true }).click();
  await second.pane.getByText(`已写入 ${count} 处`).waitFor({ timeout: longWait });
}

test('a whole decision is taken back with one press, until somebody changed what it decided', async () => {
  const lines = [['合同台账', '', '', '', '', ''], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], [number, '千帆渡', '销售合同', '2025-03-06', '1000', '原来的']];
  const director = await WorkbenchWindow.withSheet(browser, '顾山海', sheet, lines);
  const finance = await WorkbenchWindow.withSheet(browser, '钱如数', sheet, lines);
  const stored = async () => (await recordsSeenBy(await director.token())).find(({ fields }) => fields['contract_no'] === number)!;
  const cells = async (window: WorkbenchWindow) => { const found = (await window.sheet(sheet)).cells; return ['E3', 'F3'].map((address) => String(found[address]?.value)); };

  await decideForSecond(director, finance, { E3: ['2000', '3000'], F3: ['总监的', '财务的'] });
  expect((await stored()).fields).toMatchObject({ amount: 300_000, remark: '财务的' });
  const decidedAt = (await stored()).rev;
  await finance.picture('undo-1-decided');

  await finance.pane.getByRole('button', { name: '撤销这次写入的 2 处', exact: true }).click();
  await finance.pane.getByText('已撤销，2 处回到写入前的值').waitFor({ timeout: longWait });
  await finance.picture('undo-2-undone');
  expect(await stored()).toMatchObject({ rev: decidedAt + 1, fields: { amount: 200_000, remark: '总监的' } });
  expect(await cells(finance)).toEqual(['2000', '总监的']);
  await finance.pane.getByRole('button', { name: '返回', exact: true }).last().click();

  await director.sync();
  await director.finish();
  await decideForSecond(director, finance, { F3: ['总监又改', '财务又改'] });
  await director.sync();
  await director.finish();
  await change(director, { F3: '决定之后又改' });
  await finance.pane.getByRole('button', { name: '撤销这次写入的 1 处', exact: true }).click();
  await finance.pane.getByText('刚才又有人改过，没有动').waitFor({ timeout: longWait });
  await finance.picture('undo-3-too-late');
  expect(await finance.pane.getByRole('button', { name: /^撤销这次写入/ }).count()).toBe(0);
  expect((await stored()).fields['remark']).toBe('决定之后又改');
  expect([...director.errors, ...finance.errors]).toEqual([]);
  await Promise.all([director.close(), finance.close()]);
});
