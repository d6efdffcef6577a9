// The project's own source files and what each imports, for the tests that hold the architecture.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface Source {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Targets of relative imports, as paths of the project. */
  readonly imports: readonly string[];
  /** Names of packages and of node: modules. */
  readonly packages: readonly string[];
  readonly isTest: boolean;
}

const folders = ['domain', 'addin', 'worker', 'simulator', 'commands', 'fixtures'];

export function readSources(): Source[] {
  return folders.flatMap((folder) => filesOf(join(root, folder))).map(sourceOf);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function sourceOf(file: string): Source {
  const path = relative(root, file).replaceAll('\\', '/');
  const text = readFileSync(file, 'utf8');
  const targets = [...text.matchAll(/(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)].map((match) => match[1] ?? match[2]!);
  return {
    path,
    text,
    imports: targets.filter((target) => target.startsWith('.')).map((target) => relative(root, join(dirname(file), target)).replaceAll('\\', '/')),
    packages: targets.filter((target) => !target.startsWith('.')),
    isTest: /\.test\.tsx?$|(^|\/)test-support\//.test(path),
  };
}

/** The code without comments and the contents of strings. */
export function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (part) => (part.startsWith('/') ? '' : "''"));
}
