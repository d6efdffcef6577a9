import { beforeEach, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { create, edit, visitReport } from '../test-support/records.ts';
import { digestOf, firstBrokenLink } from './chain.ts';
import type { LinkedPush } from './chain.ts';

beforeEach(() => found(keybookOrg));

type Row = Omit<LinkedPush, 'push' | 'digests'> & { id: string; link: string; digests: string };

async function chainOf() {
  const { results } = await db.prepare('SELECT id, prior, link, member, at, digests FROM push ORDER BY seq').all<Row>();
  return results.map(({ id, digests, ...push }) => ({ ...push, push: id, digests: JSON.parse(digests) as string[] }));
}

async function threePushes() {
  const client = clientOf(idOf('managera'));
  const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
  await client.push(made);
  await client.push(edit(made.record, 'issues_open', '甲'));
  const answer = await client.push(edit(made.record, 'issues_open', '乙', 2));
  return answer.receipt!.chain;
}

test('each push links to the one before, and the head is handed out', async () => {
  const head = await threePushes();
  expect(await firstBrokenLink(await chainOf(), head)).toBe(-1);
});

test('a changed, missing or cut-off push is found', async () => {
  const head = await threePushes();
  const pushes = await chainOf();
  const changed = pushes.map((push, place) => (place === 1 ? { ...push, digests: ['0'.repeat(64)] } : push));
  expect(await firstBrokenLink(changed, head)).toBe(1);
  expect(await firstBrokenLink([pushes[0]!, pushes[2]!], head)).toBe(1);
  expect(await firstBrokenLink(pushes.slice(0, 2), head)).toBe(2);
});

test('digests follow from the changes, and erasing a value keeps the chain', async () => {
  const head = await threePushes();
  const { results } = await db.prepare('SELECT record, seq, rev, patch, salt, digest FROM change').all<Record<string, never>>();
  for (const { record, seq, rev, patch, salt, digest } of results) {
    expect(await digestOf({ record: record!, seq: seq!, rev: rev!, patch: JSON.parse(patch!), salt: salt! })).toBe(digest);
  }
  await db.prepare('UPDATE change SET patch = NULL, salt = NULL').run();
  expect(await firstBrokenLink(await chainOf(), head)).toBe(-1);
});
