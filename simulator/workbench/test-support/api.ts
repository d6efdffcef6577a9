// Reads the Worker as a person's own device would: everything that this person may see, straight from POST /api/sync.

import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { SyncAnswer, SyncedRecord } from '../../../domain/protocol/messages.ts';

/** Asks the Worker itself, as somebody who is signed in. */
export async function ask<Answer>(token: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${inject('workerOrigin')}${path}`, { headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

export async function recordsSeenBy(token: string): Promise<SyncedRecord[]> {
  const workbook = newId();
  const found: SyncedRecord[] = [];
  for (let state = { cursor: 0, scope: '', after: null as string | null, more: true }; state.more; ) {
    const page = await ask<SyncAnswer>(token, '/api/sync', { protocol: 1, workbook, device: 'test', cursor: state.cursor, scope: state.scope, ...(state.after === null ? {} : { after: state.after }), push: null });
    found.push(...page.changes);
    state = { cursor: page.snapshot && page.more ? 0 : page.cursor, scope: page.scope, after: page.after, more: page.more };
  }
  return found.filter((record) => !record.deleted);
}

/** A record that somebody made in a workbook that no window shows; answers its id. */
export async function createdBy(token: string, form: string, fields: object): Promise<string> {
  const record = newId();
  const { results } = await ask<SyncAnswer>(token, '/api/sync', { protocol: 1, workbook: newId(), device: 'test', cursor: 0, scope: '', push: { id: newId(), mutations: [{ kind: 'create', record, form, fields }] } });
  if (results[0]?.status !== 'accepted') throw new Error(JSON.stringify(results));
  return record;
}

function newId(): string {
  return `test-${randomBytes(8).toString('hex')}`;
}

export async function breakTheWay(fault: { kind: 'unavailable' | 'drop' | 'lost-answer' | 'slow'; times: number; path?: string } | null): Promise<void> {
  const answer = await fetch(new URL('/workbench-api/faults', inject('workbenchUrl')), { method: 'POST', body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(`faults answered ${answer.status}`);
}
