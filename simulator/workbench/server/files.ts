// Serves files of a folder, and nothing outside of it.

import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, normalize, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file's bytes, or null where the folder has none of this name. */
export async function readBelow(folder: string, path: string): Promise<Buffer | null> {
  const file = resolve(folder, `.${sep}${normalize(decodeURIComponent(path))}`);
  if (!file.startsWith(resolve(folder) + sep)) return null;
  return readFile(file).catch(() => null);
}

export async function sendBelow(folder: string, path: string, response: ServerResponse): Promise<void> {
  const bytes = await readBelow(folder, path);
  if (bytes === null) notFound(response);
  else sendBytes(response, path, bytes);
}

export function sendBytes(response: ServerResponse, path: string, bytes: Buffer | string): void {
  response.writeHead(200, { 'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream', 'cache-control': 'no-store' }).end(bytes);
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

export function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found');
}
