// Hands /api/* on to the Worker as it is, so that the page and its API share one origin as in production.

import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';

export function proxy(workerOrigin: string, request: IncomingMessage, response: ServerResponse, fault: Fault | null): void {
  const onward = send(new URL(request.url!, workerOrigin), { method: request.method, headers: { ...request.headers, host: new URL(workerOrigin).host } }, (answer) => {
    if (fault?.kind === 'lost-answer') {
      answer.resume().on('end', () => response.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ type: 'about:blank', title: 'Bad Gateway', status: 502, code: 'unavailable' }));
  });
  request.pipe(onward);
}
