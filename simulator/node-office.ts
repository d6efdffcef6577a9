// Loads Microsoft's office.js (npm, never copied) in plain Node, behind a stand-in page just big enough for its
// loader. One library a realm: tests swap the workbook behind it by attach(), they do not load it again.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { ExcelHost } from './host.ts';
import type { DesktopConnection } from './transports/desktop.ts';
import { installDesktopHost } from './transports/desktop.ts';
import type { HostIdentity } from './transports/identity.ts';
import { standInPage } from './node-page.ts';

export interface LoadOfficeOptions extends HostIdentity {
  /** the readable build of office.js: slower to load, better stack traces */
  readable?: boolean;
}

export interface OfficeInNode extends DesktopConnection {
  info: { host: Office.HostType; platform: Office.PlatformType };
}

const libraryFolder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
let loaded: OfficeInNode | undefined;

/** The first call loads the library; later calls in the same realm only attach the host (options are then ignored). */
export async function loadOffice(host: ExcelHost, options: LoadOfficeOptions = {}): Promise<OfficeInNode> {
  if (loaded !== undefined) {
    loaded.attach(host);
    return loaded;
  }
  const entry = options.readable === true ? 'office.debug.js' : 'office.js';
  const page = globalThis as typeof globalThis & { Office: { onReady(): Promise<OfficeInNode['info']> } };
  Object.assign(page, standInPage(entry, runLibraryFile));
  const connection = installDesktopHost(page, host, options);
  runLibraryFile(entry);
  const info = await page.Office.onReady();
  enforceRequirementSet();
  const office: OfficeInNode = Object.assign(connection, { info });
  loaded = office;
  await host.idle();
  host.counters.reset();
  return office;
}

function runLibraryFile(file: string): void {
  const path = join(libraryFolder, file);
  if (!existsSync(path)) throw new Error(`[simulator] office.js asked for ${file}, which its package does not have`);
  new Script(readFileSync(path, 'utf8'), { filename: path }).runInThisContext();
}

/**
 * Microsoft ships the check "is this API in the host's requirement set?" switched off. On, it proves that nothing
 * newer than the manifest's set is called without asking isSetSupported first.
 */
export function enforceRequirementSet(realm: object = globalThis): void {
  const { OfficeExtension: library } = realm as { OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } } };
  library.CommonUtility._doApiNotSupportedCheck = true;
}
