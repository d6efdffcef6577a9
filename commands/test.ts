// `npm test`: every check in order, each under its heading, a summary at the end, and the totals as the last line.
// `npm test -- unit lint` runs only the stages named.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './chromium.ts';
import { root } from './sources.ts';

interface Totals {
  passed: number;
  failed: number;
}

interface Stage {
  readonly name: string;
  readonly heading: string;
  /** True where the stage passed. */
  run(): boolean;
}

const totals: Totals = { passed: 0, failed: 0 };
const reports = mkdtempSync(join(tmpdir(), 'keybook-test-'));
const tool = (...path: string[]) => join(root, 'node_modules', ...path);

const stages: readonly Stage[] = [
  { name: 'install', heading: 'Installed packages', run: () => (console.log(`Node ${process.version}, packages as in package-lock.json`), true) },
  { name: 'browser-check', heading: 'Browser and Chinese font', run: () => (console.log(ensureBrowser()), true) },
  ...['domain/tsconfig.json', 'worker/tsconfig.json', 'worker/tsconfig.test.json', 'addin/tsconfig.json', 'tsconfig.json'].map((config): Stage => ({
    name: 'types',
    heading: `Types: ${config}`,
    run: () => node([tool('typescript', 'bin', 'tsc'), '-p', join(root, config)]),
  })),
  { name: 'lint', heading: 'Lint and import rules', run: () => node([tool('oxlint', 'bin', 'oxlint')]) },
  ...['unit', 'worker', 'browser'].map((project): Stage => ({ name: project, heading: `Tests: ${project}`, run: () => vitest(project) })),
];

const wanted = process.argv.slice(2);
const failed: string[] = [];
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n== ${stage.heading}`);
  const started = Date.now();
  const isGood = attempt(stage);
  if (!isGood) failed.push(stage.heading);
  console.log(`-- ${isGood ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
rmSync(reports, { recursive: true, force: true });
console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join('; ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function attempt(stage: Stage): boolean {
  try {
    return stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function node(args: string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function vitest(project: string): boolean {
  const report = join(reports, `${project}.json`);
  const isGood = node([tool('vitest', 'vitest.mjs'), 'run', '--config', 'vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const counted = countsOf(report);
  totals.passed += counted.passed;
  totals.failed += counted.failed === 0 && !isGood ? 1 : counted.failed;
  return isGood && counted.passed > 0;
}

/** A file that could not even be loaded counts as one failure. */
function countsOf(report: string): Totals {
  let json: { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] };
  try {
    json = JSON.parse(readFileSync(report, 'utf8')) as typeof json;
  } catch {
    return { passed: 0, failed: 0 };
  }
  const unloaded = json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: json.numPassedTests, failed: json.numFailedTests + unloaded };
}
