// An https server for the browser test: the outer page, an empty pane, and Microsoft's library from its package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';

const library = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

const outerPage = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/outer.js"></script>';
const pane = '<!doctype html><meta charset="utf-8"><script src="/office/office.js"></script><body>pane';

function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'keybook-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

export async function serve(outerScript: string): Promise<{ origin: string; close(): void }> {
  const server = createServer(selfSigned(), (request, response) => {
    const path = new URL(request.url ?? '/', 'https://localhost').pathname;
    const send = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body);
    const file = normalize(join(library, path.replace('/office/', '')));
    if (path === '/') send('text/html', outerPage);
    else if (path === '/outer.js') send('text/javascript', outerScript);
    else if (path === '/pane.html') send('text/html', pane);
    else if (path.startsWith('/office/') && file.startsWith(library) && existsSync(file)) send('text/javascript', readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { origin: `https://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
