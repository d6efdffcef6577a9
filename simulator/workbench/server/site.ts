// The workbench's one origin: its page, the pane's production files, office.js from the installed package, the Worker's
// API, and a few development-only answers under /workbench-api/. It listens on 127.0.0.1 only.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Faults, strike, type Fault } from './faults.ts';
import { notFound, readBelow, sendBelow, sendBytes, sendJson } from './files.ts';
import type { BuiltPages } from './pages.ts';
import type { People } from './people.ts';
import { proxy } from './proxy.ts';
import { listSamples } from './samples.ts';

export interface SiteOptions {
  readonly root: string;
  readonly pages: BuiltPages;
  readonly workerOrigin: string;
  readonly people: People;
  /** Preferred; the next free one is taken where it is in use. */
  readonly port: number;
  /** Lets tests break the way to the Worker. */
  readonly allowFaults?: boolean;
}

/** The one tag that the workbench adds to the pane's page: it must run before office.js looks for its host. */
export const attachTag = '<script src="/workbench-attach.js"></script>';
const attachScript = 'window.parent.attachKeybookHost?.(window);\n';

export async function serveSite(options: SiteOptions): Promise<{ server: Server; port: number }> {
  const faults = new Faults();
  const server = createServer((request, response) => {
    answer(options, faults, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, { message: error instanceof Error ? error.message : String(error) }, 500);
      else response.destroy();
    });
  });
  for (let port = options.port; ; port += 1) {
    if (await listens(server, port)) return { server, port };
    if (port === options.port + 49) throw new Error(`no free port from ${options.port} to ${port}`);
  }
}

/** False where the port is taken: trying is the only answer that holds a moment later. */
async function listens(server: Server, port: number): Promise<boolean> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

async function answer(options: SiteOptions, faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isOwnHost(request)) return sendJson(response, { message: 'this server answers 127.0.0.1 and localhost only' }, 403);
  if (pathname.startsWith('/api/')) {
    const fault = faults.meet(pathname);
    if (fault !== null && (await strike(fault, response))) return;
    return proxy(options.workerOrigin, request, response, fault);
  }
  if (pathname.startsWith('/workbench-api/') && isOwnPage(request)) return workbenchAnswer(options, faults, request, response, pathname.slice('/workbench-api/'.length));
  if (pathname === '/') return sendBelow(options.pages.workbenchDir, 'index.html', response);
  if (pathname === '/workbench-attach.js') return sendBytes(response, pathname, attachScript);
  if (pathname.startsWith('/workbench/')) return sendBelow(options.pages.workbenchDir, pathname.slice('/workbench/'.length), response);
  if (pathname.startsWith('/office-js/')) return sendBelow(join(options.root, 'node_modules', '@microsoft', 'office-js', 'dist'), pathname.slice('/office-js/'.length), response);
  if (pathname === '/pane/' || pathname === '/pane/index.html') return sendPane(options, response);
  return sendBelow(options.pages.paneDir, pathname.replace(/^\/pane\//, ''), response);
}

/** A foreign name that resolves to 127.0.0.1 gets nothing. */
function isOwnHost(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
}

/** Another site's page in the same browser must not get at the development-only answers. */
function isOwnPage(request: IncomingMessage): boolean {
  const from = request.headers['sec-fetch-site'];
  return from === undefined || from === 'same-origin' || from === 'none';
}

async function sendPane(options: SiteOptions, response: ServerResponse): Promise<void> {
  const page = await readBelow(options.pages.paneDir, 'index.html');
  if (page === null) return notFound(response);
  // The pane runs under the same content policy as when it is deployed.
  const headers = (await readBelow(options.pages.paneDir, '_headers'))?.toString('utf8') ?? '';
  const policy = /^\s+Content-Security-Policy:\s*(.+)$/m.exec(headers)?.[1];
  if (policy !== undefined) response.setHeader('content-security-policy', policy);
  sendBytes(response, 'index.html', withAttachTag(page.toString('utf8')));
}

export function withAttachTag(page: string): string {
  const officeTag = page.search(/<script[^>]*\boffice\.js/);
  if (officeTag < 0) throw new Error('the pane loads no office.js');
  return page.slice(0, officeTag) + attachTag + page.slice(officeTag);
}

async function workbenchAnswer(options: SiteOptions, faults: Faults, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const samples = join(options.root, 'fixtures', 'workbooks');
  const [kind, name, verb] = path.split('/').map(decodeURIComponent);
  if (request.method === 'GET' && kind === 'people') return sendJson(response, await options.people.list());
  if (request.method === 'POST' && kind === 'people' && verb === 'code') return sendJson(response, await options.people.activationCode(name!));
  if (request.method === 'GET' && kind === 'books' && name === undefined) return sendJson(response, await listSamples(samples));
  if (request.method === 'GET' && kind === 'books') return sendBelow(samples, encodeURIComponent(`${name}.xlsx`), response);
  if (request.method === 'POST' && kind === 'faults' && options.allowFaults) {
    faults.set(await readJson<Fault | null>(request));
    return sendJson(response, {});
  }
  notFound(response);
}

async function readJson<T>(request: IncomingMessage): Promise<T> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as T;
}
