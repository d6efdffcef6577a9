// Trouble on the way to the Worker: nothing that was typed is lost, nothing arrives twice.

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { breakTheWay, recordsSeenBy } from './test-support/api.ts';
import { truthOf } from './test-support/truth.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterEach(() => breakTheWay(null));
afterAll(() => browser.close());

const troubles = [
  { kind: 'unavailable', open: '02', person: '林小满', form: 'customer-archive' },
  { kind: 'drop', open: '13', person: '韩谷雨', form: 'visit-report' },
  { kind: 'lost-answer', open: '10', person: '韩谷雨', form: 'visit-report' },
] as const;

for (const { kind, open, person, form } of troubles) {
  test(`after "${kind}" everything still waits, and the next 同步 brings it over once`, async () => {
    const window = await WorkbenchWindow.open(browser, { open, person });
    await window.signIn();
    await breakTheWay({ kind, times: 100, path: '/api/sync' });
    await window.pressSync();
    await window.pane.getByText(/没有丢|内容都在工作簿里/).first().waitFor({ timeout: longWait });
    await breakTheWay(null);

    await window.sync();
    const records = (await recordsSeenBy(await window.token())).filter((record) => record.form === form);
    const keys = records.map((record) => JSON.stringify([record.owner, record.fields['reporter'] ?? record.fields['customer_name'], record.fields['report_date']]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(truthOf(open).filter((truth) => truth.form === form).length).toBeGreaterThan(0);
    expect(records.length).toBeGreaterThan(0);
    await window.close();
  });
}
