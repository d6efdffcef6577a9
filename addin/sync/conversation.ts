// Protocol steps 3, 4 and 7: sends pushes, each sealed first, and pulls until there is no more. Collects what was answered.
// Knows no cells.

import { PROTOCOL } from '../../domain/protocol/messages.ts';
import type { Mutation, SyncAnswer, SyncedRecord, SyncRequest, SyncResult } from '../../domain/protocol/messages.ts';
import type { Ledger, SealedPush } from './ledger.ts';

export interface Gathered {
  readonly sent: readonly Mutation[];
  /** Of those, what was asked for in the pane. */
  readonly asked: ReadonlySet<Mutation>;
  readonly results: ReadonlyMap<string, SyncResult>;
  /** The last state of each record that came. */
  readonly changes: ReadonlyMap<string, SyncedRecord>;
  readonly left: ReadonlySet<string>;
  /** Everything visible came: what did not come is no longer visible. */
  readonly isSnapshot: boolean;
  /** The answer that came last; its cursor, scope and chain are the workbook's now. */
  readonly last: SyncAnswer;
  readonly receipt: SyncAnswer['receipt'];
  readonly requests: number;
}

export interface Conversation {
  readonly send: (request: SyncRequest) => Promise<SyncAnswer>;
  readonly device: string;
  /** File name of the workbook. */
  readonly name: string;
  readonly audience: SyncRequest['audience'];
  /** The head that the workbook knows, whatever it asks for. */
  readonly head?: SyncRequest['head'];
  /** Writes the push into `_keybook`; resolves once Excel has it. */
  readonly seal: (push: SealedPush) => Promise<void>;
  readonly onSent: (part: number, parts: number) => void;
}

/** `sealed` was written by an earlier sync and goes out unchanged; `parts` are sealed one by one. */
export async function converse(ledger: Ledger, pushes: { readonly sealed: SealedPush | null; readonly parts: readonly SealedPush[] }, talk: Conversation): Promise<Gathered> {
  const results = new Map<string, SyncResult>();
  const changes = new Map<string, SyncedRecord>();
  const left = new Set<string>();
  const sent: Mutation[] = [];
  const asked = new Set<Mutation>();
  let receipt: SyncAnswer['receipt'] = null;
  let requests = 0;
  let isSnapshot = false;
  let last: SyncAnswer | null = null;

  const ask = async (push: SealedPush | null): Promise<void> => {
    const answer = await talk.send(requestOf(ledger, last, push, talk));
    requests += 1;
    last = answer;
    for (const result of answer.results) {
      results.set(result.record, result);
      if (result.hidden) left.add(result.duplicateOf ?? result.record);
    }
    // What was said last holds: rights may change while pages are fetched.
    for (const record of answer.left) {
      left.add(record);
      changes.delete(record);
    }
    for (const change of answer.changes) {
      changes.set(change.record, change);
      left.delete(change.record);
    }
    receipt = answer.receipt ?? receipt;
    isSnapshot ||= answer.snapshot;
    if (push) sent.push(...push.mutations);
    for (const index of push?.asked ?? []) asked.add(push!.mutations[index]!);
  };

  const queue = pushes.sealed ? [pushes.sealed] : pushes.parts;
  for (const [index, push] of queue.entries()) {
    if (push !== pushes.sealed) await talk.seal(push);
    await ask(push);
    talk.onSent(index + 1, queue.length);
  }
  if (queue.length === 0) await ask(null);
  while (last!.more) await ask(null);
  return { sent, asked, results, changes, left, isSnapshot, last: last!, receipt, requests };
}

function requestOf(ledger: Ledger, last: SyncAnswer | null, push: SealedPush | null, talk: Conversation): SyncRequest {
  return {
    protocol: PROTOCOL,
    workbook: ledger.workbook,
    ...(ledger.audience || ledger.isBound || last ? {} : { audience: talk.audience }),
    device: talk.device,
    ...(talk.name === '' ? {} : { name: talk.name.slice(0, 255) }),
    cursor: last?.cursor ?? ledger.cursor,
    ...(last || !talk.head ? {} : { head: talk.head }),
    scope: last?.scope ?? ledger.scope,
    ...(last?.after ? { after: last.after } : {}),
    push: push ? { id: push.id, mutations: [...push.mutations] } : null,
  };
}
