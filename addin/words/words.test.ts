// Every code that rules, forms, the Worker and Excel can say has words; the sentences themselves, at their turning points.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalCodes, stepCodes, refusal, step } from '../../domain/rules/step-codes.ts';
import { rules } from '../../domain/rules/registry.ts';
import { wordFailure } from './failures.ts';
import { parameterName, parameterValue } from './parameters.ts';
import { wordProblem } from './problems.ts';
import { wordMissing, wordMissingBriefly, wordStep, wordStepResult } from './steps.ts';
import { words } from './words.ts';

const here = new URL('../../', import.meta.url);
const sources = (folder: string): string =>
  readdirSync(new URL(folder, here), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !name.includes('test-support'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, here), 'utf8'))
    .join('\n');

const example = { fen: 1_234_500, percent: '7/2', points: '5/2', count: 2, days: 21, day: '2026-09-30', month: '2026-09', months: '2026-08,2026-09', period: '2026Q3', name: '林小满', word: 'strong', text: '4,3' };

test('every step and refusal of the rules has words, and none leaves a hole', () => {
  for (const [code, entry] of Object.entries(stepCodes)) {
    const facts = Object.fromEntries(Object.entries(entry.facts).map(([name, kind]) => [name, example[kind]]));
    const said = `${wordStep({ code, facts, result: String(example[entry.result]) })} ${wordStepResult({ code, facts, result: String(example[entry.result]) })}`;
    expect(said, code).not.toMatch(/undefined|NaN|null|（[a-z]/);
    expect(said, code).toMatch(/[\u4e00-\u9fff]/);
  }
  for (const [code, kinds] of Object.entries(refusalCodes)) {
    const facts = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, example[kind]]));
    for (const said of [wordMissing({ code, facts }), wordMissingBriefly({ code, facts })]) {
      expect(said, code).not.toMatch(/undefined|NaN|null/);
      expect(said, code).toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

test('every problem that forms, recognition and the Worker state has words', () => {
  const text = ['domain/forms', 'worker/sync', 'worker/books', 'addin/sheets', 'addin/sync'].map(sources).join('\n');
  const stated = [...text.matchAll(/(?:code: |unreadable\(|refuse\()'([a-z_-]{3,})'/g)].map((match) => match[1]!);
  const refusals = new Set([...Object.keys(refusalCodes), ...Object.keys(words.failures)]);
  const wordless = [...new Set(stated)].filter((code) => !(code in words.problems) && !refusals.has(code));
  expect(wordless).toEqual([]);
});

test('every failure of the Worker, of Excel and of the connection has words', () => {
  const worker = readFileSync(new URL('worker/errors.ts', here), 'utf8');
  const workerCodes = [...worker.slice(worker.indexOf('export const problems')).matchAll(/^ {2}'([a-z-]+)': \[/gm)].map((match) => match[1]!);
  const ofExcel = [...sources('addin/excel').matchAll(/^ {2}\w+: '([a-z-]+)',$/gm)].map((match) => match[1]!);
  const thrown = [...sources('addin').matchAll(/PaneError\(\{ code: ([^},]+)/g)].flatMap((match) => [...match[1]!.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((code) => code[1]!));
  const paneCodes = [...ofExcel, ...thrown].filter((code) => code !== 'protected');
  expect(workerCodes.length).toBeGreaterThan(15);
  const wordless = [...new Set([...workerCodes, ...paneCodes])].filter((code) => wordFailure({ code }) === words.otherFailure && code !== 'internal');
  expect(wordless).toEqual([]);
});

test('every parameter of every rule has a name', () => {
  const names = rules.flatMap((rule) => rule.versions.flatMap((version) => Object.keys(version.parameters)));
  expect(names.length).toBeGreaterThan(30);
  expect([...new Set(names)].filter((name) => parameterName(name) === name)).toEqual([]);
  expect(['5,4..5,0..3', '-2', 'zero', null].map(parameterValue)).toEqual(['5、4–5、0–3', '−2', '当月 0 分', '不限']);
});

test('a code without words shows something all the same', () => {
  expect(wordStep({ code: 'from-the-future', facts: {}, result: '1' })).toContain('from-the-future');
  expect(wordProblem({ code: 'from-the-future', path: 'x' })).toBe(words.otherProblem);
  expect(wordFailure({ code: 'from-the-future' })).toBe(words.otherFailure);
});

const whole = { direction: 'above', differencePercent: '7', stepPercent: '5', steps: 1, restPercent: '2', pointsEach: '1', nextStepFen: 3_600_000 };

test('the steps of a completion rate read as on paper', () => {
  expect(wordStep(step('actual-over-plan', { actualFen: 128_400_000, planFen: 120_000_000 }, '107'))).toBe('实际 1,284,000 ÷ 计划 1,200,000');
  expect(wordStepResult(step('actual-over-plan', { actualFen: 128_400_000, planFen: 120_000_000 }, '107'))).toBe('= 107%');
  expect(wordStepResult(step('actual-over-plan', { actualFen: 1, planFen: 3 }, '100/3'))).toBe('≈ 33.33%');
  expect(wordStepResult(step('compare-with-standard', { ratePercent: '93', standardPercent: '100' }, '-7'))).toBe('低 7%');
  expect(wordStep(step('whole-percent-steps', whole, '1'))).toBe('满 1 个 5%，余 2% 不计');
  expect(wordStepResult(step('whole-percent-steps', { ...whole, direction: 'below' }, '-1'))).toBe('−1 分');
  expect(wordStep(step('full-marks-with-change', { weight: '25', change: '-1' }, '24'))).toBe('满分 25 − 1');
});

test('a fen short of a step the sentence names the shortfall, not a percentage that would contradict it', () => {
  const short = { ...whole, differencePercent: '1249999/250000', steps: 0, restPercent: '1249999/250000', nextStepFen: 1 };
  expect(wordStep(step('whole-percent-steps', short, '0'))).toBe('差 0.01 元才满 1 个 5%，不计');
});

test('what is missing says what to do', () => {
  expect(wordMissingBriefly(refusal('attendance-missing', { months: '2026-09' }))).toBe('9 月考勤');
  expect(wordMissing(refusal('plan-missing', { months: '2026-07,2026-08' }))).toBe('没有 7 月、8 月的销售计划。请在销售计划表里补上并同步。');
  expect(wordMissing(refusal('plan-missing', { months: '2026-07,2026-08,2026-09' }))).toBe('没有第三季度的销售计划。请在销售计划表里补上并同步。');
});
