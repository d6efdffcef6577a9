// How mutations travel: an edit as `[record, path, baseRev, to]`, since a push is mostly edits and their names would be
// most of it. Everything else goes as it is. Pure; whoever sends packs, whoever receives unpacks before anything is checked.

import type { Mutation } from './messages.ts';

export type Packed = Mutation | readonly [record: string, path: string, baseRev: number, to: unknown];

export function pack(mutations: readonly Mutation[]): Packed[] {
  return mutations.map((mutation) => (mutation.kind === 'edit' ? [mutation.record, mutation.path, mutation.baseRev, mutation.to] : mutation));
}

/** A request's body with its edits unpacked; what is no such body is left for the schema to refuse. */
export function unpacked(body: unknown): unknown {
  const { push } = (body ?? {}) as { push?: { mutations?: unknown } | null };
  if (!Array.isArray(push?.mutations)) return body;
  return { ...(body as object), push: { ...push, mutations: push.mutations.map(unpackedOne) } };
}

function unpackedOne(mutation: unknown): unknown {
  if (!Array.isArray(mutation) || mutation.length !== 4) return mutation;
  const [record, path, baseRev, to] = mutation as unknown[];
  return { kind: 'edit', record, path, baseRev, to };
}
