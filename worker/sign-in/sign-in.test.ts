import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { clientOf, db, found, idOf, keybookOrg, openSession, otherOrg, startOfTest } from '../test-support/department.ts';
import { env } from 'cloudflare:workers';

beforeEach(() => found(keybookOrg, otherOrg));

const director = () => clientOf(idOf('director'));
const codeFor = async (member = idOf('managera')) =>
  ((await (await director().call('POST', `/api/members/${member}/activation`)).json()) as { activationCode: string; expiresAt: string }).activationCode;

function signIn(code: string, at = startOfTest, address = '203.0.113.7') {
  const app = createApp({ clock: () => at });
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': address }, body: JSON.stringify({ code, device: '办公室电脑' }) };
  return app.request('/api/sign-in', init, env as object);
}

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('activation', () => {
  test('a code becomes a session once, however it is typed', async () => {
    const code = await codeFor();
    const response = await signIn(` ${code.toLowerCase().replaceAll('-', ' ')}`);
    expect(response.status).toBe(200);
    const answer = (await response.json()) as { token: string; member: { name: string; roles: string[]; departmentName: string } };
    expect(answer.member).toMatchObject({ name: '林小满', roles: ['manager'], departmentName: '大客户部' });
    const session = await createApp({ clock: () => startOfTest }).request('/api/session', { headers: { Authorization: `Bearer ${answer.token}` } }, env as object);
    expect(await session.json()).toMatchObject({ member: { id: idOf('managera') }, today: '2026-10-16' });
    expect(await codeOf(await signIn(code))).toEqual([410, 'code-used']);
    expect(await db.prepare('SELECT count(*) AS n FROM device_session WHERE hash = ?').bind(answer.token).first('n')).toBe(0);
  });

  test('of two at once one gets in', async () => {
    const code = await codeFor();
    const statuses = (await Promise.all([signIn(code), signIn(code)])).map((response) => response.status).sort();
    expect(statuses).toEqual([200, 410]);
  });

  test('an expired code is gone', async () => {
    const code = await codeFor();
    expect(await codeOf(await signIn(code, startOfTest + 73 * 3_600_000))).toEqual([410, 'code-expired']);
  });

  test('a new code makes the earlier one unknown', async () => {
    const first = await codeFor();
    await codeFor();
    expect(await codeOf(await signIn(first))).toEqual([404, 'code-unknown']);
  });

  test('five wrong endings lock a code', async () => {
    const code = await codeFor();
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await signIn(`${code.slice(0, 4)}-AAAA-AAAA`)).status).toBe(404);
    const locked = await signIn(code);
    expect(locked.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(await codeOf(locked)).toEqual([429, 'too-many-attempts']);
  });

  test('an address is stopped after twenty wrong codes, another is not, and later it may try again', async () => {
    const code = await codeFor();
    for (let attempt = 0; attempt < 20; attempt += 1) await signIn('ZZZZ-ZZZZ-ZZZZ');
    expect((await signIn(code)).status).toBe(429);
    expect((await signIn('ZZZZ-ZZZZ-ZZZZ', startOfTest, '203.0.113.8')).status).toBe(404);
    expect((await signIn(code, startOfTest + 901_000)).status).toBe(200);
  });
});

describe('tokens', () => {
  const session = (headers: Record<string, string>) => director().call('GET', '/api/session', undefined, headers);

  test.each([
    ['none', { Authorization: '' }, 'token-missing'],
    ['another scheme', { Authorization: 'Basic abc' }, 'token-unknown'],
    ['an unknown token', { Authorization: `Bearer ${'x'.repeat(43)}` }, 'token-unknown'],
    ['a malformed token', { Authorization: 'Bearer ; DROP TABLE org' }, 'token-unknown'],
  ])('%s opens nothing', async (_name, headers, code) => {
    expect(await codeOf(await session(headers))).toEqual([401, code]);
  });

  test('an expired session is told apart, at a sync too', async () => {
    await openSession('org-first', idOf('managera'), '2026-10-16T01:12:33Z');
    expect(await codeOf(await clientOf(idOf('managera')).call('GET', '/api/session'))).toEqual([401, 'token-expired']);
    const body = { protocol: 1, workbook: 'wb-some-one', device: 'test', cursor: 0, scope: '', push: null };
    expect(await codeOf(await clientOf(idOf('managera')).call('POST', '/api/sync', body))).toEqual([401, 'token-expired']);
  });

  test('signing out revokes this session', async () => {
    expect((await director().call('POST', '/api/sign-out')).status).toBe(204);
    expect(await codeOf(await director().call('GET', '/api/session'))).toEqual([401, 'token-revoked']);
  });
});
