// Reads the Worker as a person's own device would: everything that this person may see, straight from POST /api/sync.

import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { SyncAnswer, SyncedRecord } from '../../../domain/protocol/messages.ts';

export async function recordsSeenBy(token: string): Promise<SyncedRecord[]> {
  const workbook = `test-${randomBytes(8).toString('hex')}`;
  const found: SyncedRecord[] = [];
  for (let state = { cursor: 0, scope: '', after: null as string | null, more: true }; state.more; ) {
    const body = { protocol: 1, workbook, device: 'test', cursor: state.cursor, scope: state.scope, ...(state.after === null ? {} : { after: state.after }), push: null };
    const answer = await fetch(`${inject('workerOrigin')}/api/sync`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`POST /api/sync answered ${answer.status}: ${await answer.text()}`);
    const page = (await answer.json()) as SyncAnswer;
    found.push(...page.changes);
    state = { cursor: page.snapshot && page.more ? 0 : page.cursor, scope: page.scope, after: page.after, more: page.more };
  }
  return found.filter((record) => !record.deleted);
}

export async function breakTheWay(fault: { kind: 'unavailable' | 'drop' | 'lost-answer' | 'slow'; times: number; path?: string } | null): Promise<void> {
  const answer = await fetch(new URL('/workbench-api/faults', inject('workbenchUrl')), { method: 'POST', body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(`faults answered ${answer.status}`);
}
