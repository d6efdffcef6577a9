import { beforeEach, describe, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, otherOrg, parts } from '../test-support/department.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const invitation = { name: '许初雪', roles: ['specialist'], post: '大客户专员', department: 'dep-keyaccounts', staffNo: '011' };
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('members', () => {
  test('a director invites, and gets a code once', async () => {
    const response = await clientOf(idOf('director')).call('POST', '/api/members', invitation);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ member: { name: '许初雪', roles: ['specialist'], active: true }, activationCode: expect.stringMatching(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/) });
    const list = (await (await clientOf(idOf('director')).call('GET', '/api/members')).json()) as { members: { name: string }[] };
    expect(list.members.map((member) => member.name)).toContain('许初雪');
  });

  test('an invitation is one link of the chain, and a refused one is none', async () => {
    const director = clientOf(idOf('director'));
    const verify = async () => (await clientOf(idOf('admin')).call('GET', '/api/chain/verification')).json();
    expect((await director.call('POST', '/api/members', { ...invitation, department: 'dep-elsewhere' })).status).toBe(422);
    expect(await verify()).toMatchObject({ ok: true, pushes: 0, changes: 0 });
    await director.call('POST', '/api/members', invitation);
    expect(await verify()).toMatchObject({ ok: true, pushes: 1, changes: 1 });
    await db.prepare("UPDATE change SET patch = json_set(patch, '$.roles[1]', '[]') WHERE kind = 'join'").run();
    expect(await verify()).toMatchObject({ ok: false, broken: { what: 'digest' } });
  });

  test.each(parts.filter((part) => !['director', 'gm', 'admin'].includes(part)))('%s may not invite, renew or dismiss', async (part) => {
    const client = clientOf(idOf(part));
    expect(await codeOf(await client.call('POST', '/api/members', invitation))).toEqual([403, 'role-lacks-right']);
    expect((await client.call('POST', `/api/members/${idOf('managera')}/activation`)).status).toBe(403);
    expect((await client.call('DELETE', `/api/members/${idOf('managera')}`)).status).toBe(403);
  });

  test('a director makes nobody general manager, and dismisses none', async () => {
    const director = clientOf(idOf('director'));
    expect((await director.call('POST', '/api/members', { ...invitation, roles: ['gm'] })).status).toBe(403);
    expect((await director.call('DELETE', `/api/members/${idOf('gm')}`)).status).toBe(403);
    expect((await director.call('POST', `/api/members/${idOf('admin')}/activation`)).status).toBe(403);
  });

  test('another organisation\'s member is not found', async () => {
    const director = clientOf(idOf('director'));
    expect(await codeOf(await director.call('POST', '/api/members/m-stranger/activation'))).toEqual([404, 'not-found']);
    expect((await director.call('DELETE', '/api/members/m-stranger')).status).toBe(404);
  });

  test('a namesake and an unknown department are refused', async () => {
    const director = clientOf(idOf('director'));
    expect(await codeOf(await director.call('POST', '/api/members', { ...invitation, name: '林 小满' }))).toEqual([409, 'name-taken']);
    expect(await codeOf(await director.call('POST', '/api/members', { ...invitation, department: 'dep-elsewhere' }))).toEqual([422, 'malformed']);
  });

  test('who leaves is signed out and stays named as inactive', async () => {
    const director = clientOf(idOf('director'));
    expect((await director.call('DELETE', `/api/members/${idOf('managera')}`)).status).toBe(204);
    expect(await codeOf(await clientOf(idOf('managera')).call('GET', '/api/session'))).toEqual([401, 'token-revoked']);
    expect(await codeOf(await director.call('POST', `/api/members/${idOf('managera')}/activation`))).toEqual([409, 'member-left']);
    const { roster } = await director.sync();
    expect(roster.members.find((member) => member.id === idOf('managera'))).toMatchObject({ active: false });
  });
});
