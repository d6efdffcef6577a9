// Sends pushes that belong to no sheet, one after the other: each is kept on the device before it goes out, and what it
// made or took away after its answer. A push whose answer never came goes out again as it was, before anything else.

import type { Connection } from '../connection/client.ts';
import { PROTOCOL } from '../../domain/protocol/messages.ts';
import type { Mutation, SyncAnswer, SyncResult } from '../../domain/protocol/messages.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import { labelOf } from '../sheets/match/pending.ts';
import { pushParts } from '../sync/push-parts.ts';
import type { ImportStore, KeptImport, KeptImports } from './import-store.ts';

export interface Sending {
  readonly store: ImportStore;
  readonly connection: Connection;
  readonly member: string;
  readonly device: string;
  readonly newId: () => string;
  /** Where a sync would stand that has everything; moves with each answer. */
  position: { cursor: number; scope: string };
}

export interface Answer {
  readonly results: readonly SyncResult[];
  readonly receipt: SyncAnswer['receipt'];
}

/** The push that waits, if one does. */
export async function finishSealed(sending: Sending): Promise<Answer | null> {
  const { sealed } = sending.store.read();
  return sealed ? settle(sending, sealed) : null;
}

export async function sendAll(sending: Sending, importId: string, mutations: readonly Mutation[], onAnswer: (answer: Answer, done: number, of: number) => void): Promise<void> {
  const parts = pushParts(mutations);
  for (const [index, part] of parts.entries()) {
    const sealed = { import: importId, push: { id: sending.newId(), mutations: part } };
    sending.store.write({ ...sending.store.read(), sealed });
    onAnswer(await settle(sending, sealed), index + 1, parts.length);
  }
}

async function settle(sending: Sending, sealed: NonNullable<KeptImports['sealed']>): Promise<Answer> {
  const { store, member, device, position } = sending;
  const answer = await sending.connection.sync({
    protocol: PROTOCOL,
    workbook: store.read().workbook,
    audience: { kind: 'member', id: member },
    device,
    ...position,
    push: sealed.push,
  });
  sending.position = { cursor: answer.cursor, scope: answer.scope };
  const kept = store.read();
  store.write({ ...kept, sealed: null, past: kept.past.map((one) => (one.id === sealed.import ? afterAnswer(one, sealed.push.mutations, answer.results) : one)) });
  return { results: answer.results, receipt: answer.receipt };
}

function afterAnswer(kept: KeptImport, mutations: readonly Mutation[], results: readonly SyncResult[]): KeptImport {
  const sent = new Map(mutations.map((mutation) => [mutation.record, mutation]));
  const taken = results.filter((result) => result.status === 'accepted' || result.status === 'incomplete');
  const removed = new Set(taken.filter((result) => sent.get(result.record)?.kind === 'delete' && result.conflicts.length === 0).map((result) => result.record));
  const made = taken.flatMap((result) => {
    const mutation = sent.get(result.record);
    return mutation?.kind === 'create' ? [{ record: result.record, form: mutation.form, rev: result.rev, label: labelFor(mutation) }] : [];
  });
  return { ...kept, made: [...kept.made.filter((one) => !removed.has(one.record)), ...made] };
}

function labelFor({ form, fields }: Extract<Mutation, { kind: 'create' }>): string {
  const definition = formOf(form);
  return definition ? labelOf(definition, fields as Fields) : '';
}
