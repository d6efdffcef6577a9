// A process of its own that serves the Worker in workerd over a D1 on disk, so that it can be killed:
// `node serve-worker.ts SCRIPT FOLDER [FOUNDING]`. Prints one line, the origin, once it answers.

import { readFileSync } from 'node:fs';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

const [scriptPath, folder, founding] = process.argv.slice(2);
const miniflare = new Miniflare(convertV4MiniflareOptions({
  modules: [{ type: 'ESModule', path: 'worker.mjs', contents: readFileSync(scriptPath!, 'utf8') }],
  compatibilityDate: '2026-10-01',
  d1Databases: { DB: 'keybook' },
  bindings: { ORG_ZONE: 'Asia/Shanghai' },
  resourcePersistencePath: folder!,
  host: '127.0.0.1',
  port: 0,
  cf: false,
}));
const origin = await miniflare.ready;
if (founding !== undefined) {
  const database = await miniflare.getD1Database('DB');
  for (const statement of JSON.parse(readFileSync(founding, 'utf8')) as string[]) await database.prepare(statement).run();
}
console.log(origin.origin);
process.on('SIGTERM', () => void miniflare.dispose().then(() => process.exit(0)));
