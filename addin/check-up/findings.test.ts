// What the check-up finds in every state, and that each finding has words.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoQuestions } from '../panes/demo-shared.ts';
import { demoReading, demoSession } from '../panes/demo-state.ts';
import { sharedWords, wordFinding } from '../words/shared-words.ts';
import { chainFinding, excelFinding, identityFindings, layoutFindings, networkFinding, pendingFindings, protectionFinding, signInFinding } from './findings.ts';
import type { Verification } from './findings.ts';

const now = '2026-10-16T08:00:00Z';
const quiet = { ...demoReading, layouts: [], unrecognised: [], problems: [], pending: { created: 0, changed: 0, deleted: 0, cells: [] } };
const whole = { state: 'whole', org: demoSession.org.id, records: 20 } as const;
const excel = { platform: 'Excel', version: '16.0', api: '1.17' };

test('a sign-in is said with its end, and early enough before that', () => {
  expect(signInFinding(demoSession, now)).toMatchObject({ is: 'good', facts: { until: '2027-01-15' } });
  expect(signInFinding({ ...demoSession, expiresAt: '2026-10-20T00:00:00Z' }, now)).toMatchObject({ is: 'note', code: 'sign-in-ends-soon' });
  expect(signInFinding(null, now)).toMatchObject({ is: 'bad', mend: 'sign-in' });
});

test('the network is told apart from a server that refuses, and a wrong clock is no hindrance', () => {
  expect(networkFinding({ milliseconds: 80, today: '2026-10-16', here: '2026-10-16' })).toMatchObject({ is: 'good' });
  expect(networkFinding({ milliseconds: 80, today: '2026-10-16', here: '2026-10-19' })).toMatchObject({ is: 'note', code: 'clock-off' });
  expect(networkFinding({ code: 'offline' })).toMatchObject({ is: 'bad', code: 'unreachable' });
  expect(networkFinding({ code: 'token-expired', status: 401 })).toMatchObject({ code: 'server-refuses', mend: 'sign-in' });
  expect(networkFinding({ code: 'unavailable', status: 503 }).mend).toBeUndefined();
  expect(networkFinding(null)).toMatchObject({ code: 'not-asked' });
});

test('Excel is too old, busy with a cell, or in order', () => {
  const read = { sheets: 9, syncs: 3, milliseconds: 300 };
  expect(excelFinding(excel, read)).toMatchObject({ is: 'good', facts: { trips: 3 } });
  expect(excelFinding({ ...excel, api: '1.9' }, read)).toMatchObject({ is: 'bad', code: 'excel-old' });
  expect(excelFinding(excel, { code: 'cell-edit-mode' })).toMatchObject({ code: 'excel-editing' });
  expect(excelFinding(excel, { code: 'excel-busy' })).toMatchObject({ code: 'excel-failed', facts: { code: 'excel-busy' } });
});

test('protected sheets are named with the way to them; a hidden one is nobody’s business', () => {
  const sheet = (name: string, isProtected: boolean, visibility: 'visible' | 'hidden' = 'visible') => ({ name, isProtected, visibility }) as never;
  expect(protectionFinding(true, [])).toMatchObject({ is: 'bad' });
  expect(protectionFinding(false, [sheet('a', false), sheet('b', true, 'hidden')])).toMatchObject({ is: 'good' });
  expect(protectionFinding(false, ['1', '2', '3', '4', '5'].map((name) => sheet(name, true)))).toMatchObject({ is: 'note', facts: { count: 5, names: '1、2、3、4等' }, cells: { length: 5 } });
});

test('a damaged memory can be mended by whoever is signed in; another organisation’s is left alone', () => {
  expect(identityFindings(whole, demoSession, quiet)).toMatchObject([{ is: 'good', code: 'identities-good' }]);
  expect(identityFindings({ ...whole, state: 'new', org: null }, demoSession, quiet)).toMatchObject([{ code: 'identities-new' }]);
  expect(identityFindings({ ...whole, state: 'damaged' }, demoSession, quiet)).toMatchObject([{ is: 'bad', mend: 'ask-again' }]);
  expect(identityFindings({ ...whole, state: 'damaged' }, null, quiet)[0]!.mend).toBeUndefined();
  expect(identityFindings({ ...whole, org: 'org-other' }, demoSession, quiet)).toMatchObject([{ is: 'bad', code: 'identities-of-another-org' }]);
  expect(identityFindings(whole, demoSession, { ...quiet, questions: demoQuestions })).toMatchObject([{ code: 'identities-unclear', facts: { count: 6 }, mend: 'questions' }]);
});

test('labels nobody explained and sheets nobody knows are both said', () => {
  expect(layoutFindings(demoReading).map(({ code }) => code)).toEqual(['layouts-drifted', 'sheets-unrecognised']);
  expect(layoutFindings(quiet)).toMatchObject([{ is: 'good', code: 'layouts-good' }]);
  expect(layoutFindings({ ...quiet, forms: [] })).toMatchObject([{ code: 'layouts-none' }]);
});

test('a push without an answer comes before what waits, and cells that cannot be read are linked', () => {
  expect(pendingFindings(demoReading, 7, true)).toMatchObject([{ code: 'push-unanswered', facts: { count: 7 }, mend: 'sync' }, { code: 'values-unreadable', cells: { length: 2 } }]);
  expect(pendingFindings(demoReading, null, false)[0]).toEqual({ check: 'pending', is: 'note', code: 'pending', facts: { count: 7 } });
  expect(pendingFindings(quiet, null, true)).toMatchObject([{ is: 'good', code: 'nothing-pending' }]);
});

test('a chain that does not hold is bad whatever else is in order', () => {
  const verified = { ok: true, pushes: 12, erased: 0, broken: null };
  expect(chainFinding('', null)).toMatchObject({ code: 'chain-none' });
  expect(chainFinding('9f', null)).toMatchObject({ is: 'note', code: 'not-asked' });
  expect(chainFinding('9f', { isHeadKnown: true, verification: null })).toMatchObject({ is: 'good', code: 'chain-kept' });
  expect(chainFinding('9f', { isHeadKnown: false, verification: null })).toMatchObject({ is: 'bad', code: 'chain-cut', mend: 'ask-afresh' });
  const asked = (verification: Verification) => ({ isHeadKnown: true, verification });
  expect(chainFinding('9f', asked(verified))).toMatchObject({ is: 'good', code: 'chain-good' });
  expect(chainFinding('9f', asked({ ...verified, erased: 2 }))).toMatchObject({ code: 'chain-erased' });
  expect(chainFinding('9f', asked({ ...verified, ok: false, broken: { at: now, what: 'removed' } }))).toMatchObject({ is: 'bad', facts: { at: now, what: 'removed' } });
  const broken = { at: now, what: 'row', record: 'r-00000001', field: 'amount' };
  expect(chainFinding('9f', asked({ ...verified, ok: false, broken }))).toMatchObject({ is: 'bad', code: 'record-broken', facts: { what: 'row', record: 'r-00000001', field: 'amount' } });
  expect(wordFinding('record-broken', { what: 'gone', record: 'r-00000001', field: '' })).not.toMatch(/undefined|：）/);
  expect(chainFinding('9f', { code: 'offline' })).toMatchObject({ is: 'note' });
});

test('every finding has words without a hole', () => {
  const source = readFileSync(new URL('./findings.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/'((?:[a-z]+-)+[a-z]+|pending|reachable|unreachable|unprotected)'/g)].map((match) => match[1]!);
  const wordless = [...new Set(codes)].filter((code) => !(code in sharedWords.checkUp.says) && !(code in sharedWords.checkUp.mends) && !(code in sharedWords.checkUp.names) && code !== 'cell-edit-mode');
  expect(wordless).toEqual([]);
  for (const finding of [...layoutFindings(demoReading), ...pendingFindings(demoReading, 7, true), signInFinding(demoSession, now), excelFinding(excel, { sheets: 9, syncs: 3, milliseconds: 300 })]) {
    expect(wordFinding(finding.code, finding.facts)).not.toMatch(/undefined|NaN|null/);
  }
});
