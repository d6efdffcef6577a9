import { describe, expect, it } from 'vitest';
import { PaneError } from '../panes/services.ts';
import { connectionTo } from './client.ts';
import { sessionStore, storageOrMemory } from './session-store.ts';

function connection(answer: () => Promise<Response> | Response, onSignedOut = (): void => {}) {
  return connectionTo({ base: '', token: () => 'secret', onSignedOut, fetch: async () => answer(), timeoutMilliseconds: 60_000 });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof PaneError ? error.failure.code : String(error);
}

describe('the connection', () => {
  it("passes on the Worker's own code", async () => {
    const body = { type: 'about:blank', title: 'x', status: 426, code: 'client-too-old' };
    expect(await codeOf(connection(() => Response.json(body, { status: 426 })).get('/api/health'))).toBe('client-too-old');
  });

  it('says offline, timeout and unavailable apart', async () => {
    const failing = (error: Error) => connection(() => Promise.reject(error)).get('/api/health');
    expect(await codeOf(failing(new TypeError('fetch failed')))).toBe('offline');
    expect(await codeOf(failing(new DOMException('late', 'TimeoutError')))).toBe('timeout');
    expect(await codeOf(connection(() => new Response('<html>', { status: 502 })).get('/api/health'))).toBe('unavailable');
  });

  it('forgets the session on 401', async () => {
    let signedOut = false;
    const refusing = connection(() => new Response('', { status: 401 }), () => void (signedOut = true));
    await codeOf(refusing.get('/api/session'));
    expect(signedOut).toBe(true);
  });

  it('refuses an answer that does not follow the protocol', async () => {
    expect(await codeOf(connection(() => Response.json({ protocol: 2 })).sync({} as never))).toBe('bad-answer');
    expect(await codeOf(connection(() => new Response('<html>')).get('/api/session'))).toBe('bad-answer');
  });
});

describe('the session store', () => {
  it('keeps partitions apart and survives a storage that throws', () => {
    const storage = storageOrMemory(() => {
      throw new Error('denied');
    });
    const one = sessionStore(storage, 'a.', () => 'device-1');
    expect(one.device()).toBe('device-1');
    expect(sessionStore(storage, 'a.', () => 'device-2').device()).toBe('device-1');
    expect(sessionStore(storage, 'b.', () => 'device-3').device()).toBe('device-3');
  });
});
