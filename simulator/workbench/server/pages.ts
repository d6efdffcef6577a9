// Builds what the browser loads: the pane as in production (only office.js comes from this server), and the workbench.

import { join } from 'node:path';
import { build } from 'vite';

export interface BuiltPages {
  readonly paneDir: string;
  readonly workbenchDir: string;
}

export async function buildPages(root: string): Promise<BuiltPages> {
  const paneDir = await buildPane(root, 'local', join(root, 'dist', 'pane'));
  const workbenchDir = join(root, 'dist', 'workbench');
  await build({
    configFile: join(root, 'simulator', 'workbench', 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: workbenchDir, emptyOutDir: true },
  });
  return { paneDir, workbenchDir };
}

/** `cdn` is what users get; `local` differs in the one address of office.js, and a test holds it to that. */
export async function buildPane(root: string, officeJs: 'cdn' | 'local', outDir: string): Promise<string> {
  const before = process.env['OFFICE_JS'];
  process.env['OFFICE_JS'] = officeJs;
  try {
    await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  } finally {
    if (before === undefined) delete process.env['OFFICE_JS'];
    else process.env['OFFICE_JS'] = before;
  }
  return outDir;
}
