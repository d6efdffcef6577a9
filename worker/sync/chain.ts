// The audit chain: each push adds one link over the link before and one digest a change. A digest is salted, so that a
// change's values can be erased (patch and salt emptied) and the chain still verifies.

import type { Patch } from '../../domain/protocol/merge.ts';
import { sha256 } from '../http/secrets.ts';

export const firstLink = '0'.repeat(64);

export interface DigestedChange {
  readonly record: string;
  readonly seq: number;
  readonly rev: number;
  readonly patch: Patch;
  readonly salt: string;
}

export function digestOf({ record, seq, rev, patch, salt }: DigestedChange): Promise<string> {
  const paths = Object.keys(patch).sort();
  return sha256(JSON.stringify([salt, record, seq, rev, paths.map((path) => [path, ...patch[path]!])]));
}

export interface LinkedPush {
  readonly prior: string;
  readonly push: string;
  readonly member: string;
  readonly at: string;
  readonly digests: readonly string[];
}

export function linkOf({ prior, push, member, at, digests }: LinkedPush): Promise<string> {
  return sha256(JSON.stringify([prior, push, member, at, digests]));
}

/** Place of the first push whose link does not follow, or -1; `head` tells a chain that was cut short. */
export async function firstBrokenLink(pushes: readonly (LinkedPush & { readonly link: string })[], head: string): Promise<number> {
  let prior = firstLink;
  for (const [place, push] of pushes.entries()) {
    if (push.prior !== prior || (await linkOf(push)) !== push.link) return place;
    prior = push.link;
  }
  return prior === head ? -1 : pushes.length;
}
