import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { problems } from '../errors.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import { create, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const envelope = { protocol: 1, workbook: 'wb-boundary', device: 'test', cursor: 0, scope: '', push: null };
const manager = () => clientOf(idOf('managera'));
const post = (body: unknown, headers?: Record<string, string>) => manager().call('POST', '/api/sync', body, headers);
const report = () => create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));

async function problemOf(response: Response) {
  expect(response.headers.get('Content-Type')).toContain('application/problem+json');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const body = (await response.json()) as { status: number; code: string; title: string; errors?: { at: string }[] };
  expect(body.status).toBe(response.status);
  return body;
}

describe('the body', () => {
  test('over the cap is 413, whether its length is announced or not', async () => {
    const body = JSON.stringify({ ...envelope, device: 'x'.repeat(1_000_001) });
    expect(await problemOf(await post(body))).toMatchObject({ status: 413, code: 'body-too-large' });
    const stream = new Blob([body]).stream();
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${'x'.repeat(43)}` }, body: stream };
    expect((await createApp().request('/api/sync', init, { DB: db })).status).toBe(413);
  });

  test('of another type is 415', async () => {
    expect(await problemOf(await post('{}', { 'Content-Type': 'text/plain' }))).toMatchObject({ status: 415 });
  });

  test('that is no JSON is 422', async () => {
    expect(await problemOf(await post('{'))).toMatchObject({ status: 422, code: 'malformed' });
  });

  test('with a malformed envelope names every problem with its place', async () => {
    const problem = await problemOf(await post({ ...envelope, workbook: '', cursor: -1, push: { id: 'x', mutations: [{ kind: 'create', record: 'r-00000001' }] } }));
    expect(problem).toMatchObject({ status: 422, code: 'malformed' });
    expect(problem.errors!.map((error) => error.at)).toEqual(expect.arrayContaining(['workbook', 'cursor', 'push.id', 'push.mutations.0.form']));
  });

  test('with a key that a schema would pass over in silence is 422 and names its place', async () => {
    const body = JSON.stringify({ ...envelope, cursor: -1, push: { id: freshId('p'), mutations: [report()] } }).replace('"v1":', '"constructor":{"customer":"x"},"__proto__":{"customer":"y"},"v1":');
    const problem = await problemOf(await post(body));
    expect(problem.errors!.map((error) => error.at)).toEqual(['cursor', 'push.mutations.0.fields.visits.constructor', 'push.mutations.0.fields.visits.__proto__']);
  });

  test('with more than 500 records is 422', async () => {
    const mutations = Array.from({ length: 501 }, () => ({ kind: 'delete', record: freshId(), baseRev: 1 }));
    expect(await problemOf(await post({ ...envelope, push: { id: freshId('p'), mutations } }))).toMatchObject({ status: 422 });
  });

  test('of an older protocol is 426, of a newer one 422', async () => {
    expect(await problemOf(await post({ protocol: 0, something: 'old' }))).toMatchObject({ status: 426, code: 'protocol-too-old' });
    expect(await problemOf(await post({ ...envelope, protocol: 2 }))).toMatchObject({ status: 422, code: 'protocol-unknown' });
  });
});

describe('addresses', () => {
  test('an unknown one is a 404 problem', async () => {
    expect(await problemOf(await manager().call('GET', '/api/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
    expect((await createApp().request('/api/nothing', {}, { DB: db })).status).toBe(404);
  });

  test('health answers without signing in', async () => {
    const response = await createApp().request('/api/health', {}, { DB: db });
    expect(await response.json()).toMatchObject({ status: 'ok', protocol: 1 });
  });

  test('every code of the table has its own title and a status of an error', () => {
    const entries = Object.entries(problems);
    expect(new Set(entries.map(([, [, title]]) => title)).size).toBe(entries.length);
    expect(entries.every(([, [status]]) => status >= 400)).toBe(true);
  });
});

describe('a storage that fails', () => {
  /** Fails from the n-th round trip on. */
  const failing = (from: number): D1Database => {
    let trips = 0;
    return {
      prepare: (text: string) => db.prepare(text),
      batch: (statements: D1PreparedStatement[]) => {
        trips += 1;
        if (trips >= from) throw new Error('D1_ERROR: secret internals');
        return db.batch(statements);
      },
    } as unknown as D1Database;
  };

  test.each([1, 2, 3])('in round trip %i is 503 with a time to come back, and nothing is written', async (from) => {
    const client = clientOf(idOf('managera'), { database: failing(from) });
    const response = await client.call('POST', '/api/sync', { ...envelope, push: { id: freshId('p'), mutations: [report()] } });
    expect(response.headers.get('Retry-After')).toBe('10');
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ status: 503, code: 'storage-unavailable' });
    expect(body).not.toContain('secret');
    for (const table of ['record', 'change', 'fact', 'push', 'workbook']) {
      expect(await db.prepare(`SELECT count(*) AS n FROM ${table}`).first('n'), table).toBe(0);
    }
  });

  test('that cannot be reached is no excuse for the other routes', async () => {
    const client = clientOf(idOf('director'), { database: failing(1) });
    for (const path of ['/api/session', '/api/members', '/api/health', '/api/scorecards?period=2026Q3']) {
      expect((await client.call('GET', path)).status, path).toBe(503);
    }
  });

  test('a race that is lost five times is 503 busy, and nothing is written', async () => {
    let waits = 0;
    const client = clientOf(idOf('managera'), {
      database: {
        prepare: (text: string) => db.prepare(text),
        batch: async (statements: D1PreparedStatement[]) => {
          if (statements.length > 2) await db.prepare('UPDATE org_head SET seq = seq + 1').run();
          return db.batch(statements);
        },
      } as unknown as D1Database,
      wait: async () => { waits += 1; },
    });
    const response = await client.call('POST', '/api/sync', { ...envelope, push: { id: freshId('p'), mutations: [report()] } });
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'busy' });
    expect(waits).toBe(4);
    expect(await db.prepare('SELECT count(*) AS n FROM record').first('n')).toBe(0);
  });
});
