// The product end to end: sample workbooks synchronised from the pane into the Worker's database, and what reaches a
// colleague's workbook.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordsSeenBy } from './test-support/api.ts';
import { asTruth, truthOf, type Truth } from './test-support/truth.ts';
import { launch, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

/** The one record of a form that has the same values in these fields. */
async function storedAs(token: string, truth: Truth, keys: readonly string[]): Promise<Record<string, unknown> | undefined> {
  const records = (await recordsSeenBy(token)).filter((record) => record.form === truth.form).map(asTruth);
  const same = records.filter((fields) => keys.every((key) => JSON.stringify(fields[key]) === JSON.stringify(truth.fields[key])));
  expect(same.length, `${truth.form} ${keys.map((key) => String(truth.fields[key])).join(' ')}`).toBe(1);
  return same[0];
}

test('the demo department is taken by the Worker whole', () => {
  expect(inject('refusedOfDemo')).toEqual([]);
});

test('林小满 synchronises the week of visit reports, and the Worker holds each field as the truth file says', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '03', person: '林小满' });
  await window.signIn();
  expect(await window.sync()).toContain('客户拜访日报表');
  const token = await window.token();
  for (const truth of truthOf('03')) expect(await storedAs(token, truth, ['reporter', 'report_date'])).toEqual(truth.fields);
  expect(window.errors).toEqual([]);
  await window.close();
});

test('the customer archive arrives field by field', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '01', person: '林小满' });
  await window.signIn();
  await window.sync();
  const token = await window.token();
  for (const truth of truthOf('01')) expect(await storedAs(token, truth, ['archive_no'])).toEqual(truth.fields);
  await window.close();
});

test('the gift plans arrive row by row, each once', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '05', person: '顾山海' });
  await window.signIn();
  await window.sync();
  const token = await window.token();
  for (const truth of truthOf('05')) expect(await storedAs(token, truth, ['customer', 'gift_name', 'gift_purpose', 'plan_period', 'remark'])).toEqual(truth.fields);
  await window.close();
});

const summaries = (truths: readonly Truth[]) => truths.flatMap((truth) => ((truth.fields['visits'] ?? []) as { summary: string }[]).map((visit) => visit.summary));

test('visit reports reach the director\'s workbook, and nothing of them reaches another manager\'s', async () => {
  const author = await WorkbenchWindow.open(browser, { open: '12', person: '林小满' });
  await author.signIn();
  await author.sync();
  const own = summaries(truthOf('12').filter((truth) => truth.form === 'visit-report'));
  expect(own.length).toBeGreaterThan(1);

  const director = await WorkbenchWindow.open(browser, { person: '顾山海' });
  await director.signIn();
  await director.syncFromRibbon();
  const seen = await director.texts();
  expect(own.filter((summary) => !seen.has(summary))).toEqual([]);

  const other = await WorkbenchWindow.open(browser, { person: '周立夏' });
  await other.signIn();
  await other.syncFromRibbon();
  const arrived = await other.texts();
  expect([...own, ...summaries(truthOf('03'))].filter((summary) => arrived.has(summary))).toEqual([]);
  expect((await recordsSeenBy(await other.token())).filter((record) => record.form === 'visit-report' && record.fields['reporter'] === '林小满')).toEqual([]);
  for (const window of [author, director, other]) await window.close();
});

test('a cell that is changed is sent as one change of that record, and without a change nothing is sent', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '04', person: '周立夏' });
  await window.signIn();
  await window.sync();
  await window.finish();
  const token = await window.token();
  const [truth] = truthOf('04');
  const stored = async () => (await recordsSeenBy(token)).find((record) => record.form === 'visit-report' && record.fields['report_date'] === truth!.fields['report_date'] && record.fields['reporter'] === '周立夏')!;
  const before = await stored();

  await window.sync();
  await window.finish();
  expect((await stored()).rev).toBe(before.rev);

  await window.typeInto(truth!.sheet, truth!.cells['visits[0].summary']!, '改过的一句：客户同意下周签约。');
  await window.sync();
  const after = await stored();
  expect(after.record).toBe(before.record);
  expect(after.rev).toBeGreaterThan(before.rev);
  expect((asTruth(after)['visits'] as { summary: string }[])[0]!.summary).toBe('改过的一句：客户同意下周签约。');
  await window.close();
});
