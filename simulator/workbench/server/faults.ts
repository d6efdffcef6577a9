// Faults of the way to the Worker, switched by tests: the pane must lose nothing over them. Off unless asked for.

import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Fault {
  /** unavailable: 503. drop: the connection breaks. lost-answer: the Worker gets it, its answer never arrives. slow: waits. */
  readonly kind: 'unavailable' | 'drop' | 'lost-answer' | 'slow';
  /** For how many requests. */
  readonly times: number;
  /** Only for paths that begin so; all of /api/ where absent. */
  readonly path?: string;
  readonly milliseconds?: number;
}

export class Faults {
  #fault: Fault | null = null;
  #left = 0;

  set(fault: Fault | null): void {
    this.#fault = fault;
    this.#left = fault?.times ?? 0;
  }

  /** The fault that this request meets, counted down; null where the way is clear. */
  meet(path: string): Fault | null {
    if (this.#fault === null || this.#left === 0 || !path.startsWith(this.#fault.path ?? '/api/')) return null;
    this.#left -= 1;
    return this.#fault;
  }
}

/** True where the request ends here. */
export async function strike(fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault.kind === 'slow') await pause(fault.milliseconds ?? 1000);
  if (fault.kind === 'unavailable') {
    const problem = { type: 'about:blank', title: 'Service Unavailable', status: 503, code: 'unavailable' };
    response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' }).end(JSON.stringify(problem));
  }
  if (fault.kind === 'drop') response.destroy();
  return fault.kind === 'unavailable' || fault.kind === 'drop';
}
