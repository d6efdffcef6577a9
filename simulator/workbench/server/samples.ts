// The sample workbooks that the workbench offers: those that lie in fixtures/workbooks, by file name.

import { readdir } from 'node:fs/promises';

export async function listSamples(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.xlsx')).map((name) => name.slice(0, -'.xlsx'.length)).sort();
}
