// Holds the import rules of the house and the two "only here" rules: Excel in addin/excel, SQL in queries and db.

import { expect, test } from 'vitest';
import { codeOf, readSources, type Source } from './sources.ts';

const sources = readSources();
const production = sources.filter((source) => !source.isTest && !/(^|\/)vitest\.config\.ts$/.test(source.path));

const sheetData = ['addin/sheets/image.ts', 'addin/sheets/recognised.ts', 'addin/sheets/ledger-entry.ts'];

/** Folder -> the folders it may import from, itself included. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'domain/values/': ['domain/values/'],
  'domain/measures/': ['domain/measures/', 'domain/values/'],
  'domain/forms/': ['domain/forms/', 'domain/measures/', 'domain/values/'],
  'domain/rules/': ['domain/rules/', 'domain/measures/', 'domain/values/'],
  'domain/protocol/': ['domain/protocol/', 'domain/forms/', 'domain/values/'],
  'addin/': ['addin/', 'domain/'],
  'worker/': ['worker/', 'domain/'],
  'addin/sheets/cells/': ['addin/sheets/cells/', 'addin/sheets/image.ts', 'domain/'],
  'addin/sheets/reading/': ['addin/sheets/reading/', 'addin/sheets/cells/', ...sheetData, 'domain/'],
  'addin/sheets/cards/': ['addin/sheets/cards/', 'addin/sheets/reading/', 'addin/sheets/cells/', ...sheetData, 'domain/'],
  'addin/sheets/lists/': ['addin/sheets/lists/', 'addin/sheets/cards/', 'addin/sheets/reading/', 'addin/sheets/cells/', ...sheetData, 'domain/'],
  'addin/sheets/unknown/': ['addin/sheets/unknown/', 'addin/sheets/cards/', 'addin/sheets/reading/', 'addin/sheets/cells/', ...sheetData, 'domain/'],
  'addin/sheets/recognise.ts': ['addin/sheets/cards/', 'addin/sheets/lists/', 'addin/sheets/unknown/', 'addin/sheets/reading/', 'addin/sheets/cells/', ...sheetData, 'domain/'],
  'addin/sheets/match/': ['addin/sheets/match/', ...sheetData, 'domain/'],
  'addin/sheets/write/': ['addin/sheets/write/', 'addin/sheets/reading/', 'addin/sheets/cells/', 'addin/sheets/recognise.ts', 'addin/sheets/plan.ts', ...sheetData, 'domain/'],
  'addin/sheets/report/': ['addin/sheets/report/', 'addin/sheets/image.ts', 'addin/sheets/plan.ts', 'addin/words/', 'domain/'],
};

function offences(isConcerned: (source: Source) => boolean, isAllowed: (target: string, source: Source) => boolean): string[] {
  return production.filter(isConcerned).flatMap((source) => source.imports.filter((target) => !isAllowed(target, source)).map((target) => `${source.path} imports ${target}`));
}

for (const [folder, targets] of Object.entries(allowed)) {
  test(`${folder} imports only from ${targets.join(', ')}`, () => {
    expect(offences((source) => source.path.startsWith(folder), (target) => targets.some((one) => target.startsWith(one)))).toEqual([]);
  });
}

test('every folder of addin/sheets has its row of imports', () => {
  const folders = new Set(production.flatMap((source) => /^addin\/sheets\/[^/]+\//.exec(source.path) ?? []));
  expect([...folders].filter((folder) => !(folder in allowed))).toEqual([]);
});

test('the Worker carries no synonyms and no layouts of cards', () => {
  const byPath = new Map(production.map((source) => [source.path, source]));
  const carried = new Set([...byPath.keys()].filter((path) => path.startsWith('worker/')));
  for (const path of carried) for (const target of byPath.get(path)?.imports ?? []) carried.add(target);
  expect([...carried]).toContain('domain/forms/registry.ts');
  expect([...carried].filter((path) => /^domain\/forms\/(layouts|synonyms|[^/]*\.(layout|synonyms))\.ts$/.test(path))).toEqual([]);
});

test('addin/sheets knows no Excel, no pane and no wire', () => {
  const forbidden = ['addin/excel/', 'addin/panes/', 'addin/sync/', 'addin/connection/'];
  expect(offences((source) => source.path.startsWith('addin/sheets/'), (target) => !forbidden.some((one) => target.startsWith(one)))).toEqual([]);
});

test('Excel and Office are spoken to in addin/excel only', () => {
  const speakers = production.filter((source) => /^(addin|domain|worker)\//.test(source.path) && !source.path.startsWith('addin/excel/'))
    .filter((source) => /\b(Excel|Office|OfficeExtension|OfficeRuntime)\s*\./.test(codeOf(source.text)));
  expect(speakers.map((source) => source.path)).toEqual([]);
});

test('SQL stands in queries and db files only', () => {
  const statement = /\bsql`|\.prepare\(|['"`]\s*(select\s[\s\S]*\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|with\s+\w+\s+as)\b/i;
  const writers = production.filter((source) => /^(addin|domain|worker)\//.test(source.path) && !source.path.startsWith('worker/db/') && !source.path.endsWith('queries.ts'))
    .filter((source) => statement.test(source.text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')));
  expect(writers.map((source) => source.path)).toEqual([]);
});

test('domain reaches for no clock, no chance and no platform', () => {
  const impure = production.filter((source) => source.path.startsWith('domain/'))
    .filter((source) => /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bcrypto\.|\bfetch\(|\bprocess\./.test(codeOf(source.text)) || source.packages.some((name) => name.startsWith('node:')));
  expect(impure.map((source) => source.path)).toEqual([]);
});

test('every source file opens with a comment that says what it is for', () => {
  expect(production.filter((source) => !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(source.text)).map((source) => source.path)).toEqual([]);
});

test('no file names a folder of the machine it was written on', () => {
  const named = production.filter((source) => /['"`(]\/(?:home|root|work|Users)\/\w/.test(source.text));
  expect(named.map((source) => source.path)).toEqual([]);
});
