// The audit chain: each push adds one link over the link before and one digest a change. A digest is salted, so that a
// change's values can be erased (values and salt gone, the digest of what is left beside it) and the chain still verifies.
// Among a push's digests stand one of the push itself (`push:`) and those of what erasures left (`rest:`).

import type { Patch } from '../../domain/protocol/merge.ts';
import type { SyncResult } from '../../domain/protocol/messages.ts';
import { sha256 } from '../http/secrets.ts';

export const firstLink = '0'.repeat(64);

export interface DigestedChange {
  readonly natural: string;
  readonly record: string;
  readonly seq: number;
  readonly rev: number;
  readonly prev: number | null;
  readonly before: string | null;
  readonly kind: string;
  readonly owners: readonly [string | null, string];
  readonly patch: Patch;
  readonly salt: string;
}

/** All that a change says and its push does not. `isEarly`: as it was when the key, the change before, kind and owners did not count. */
export function digestOf({ natural, record, seq, rev, prev, before, kind, owners, patch, salt }: DigestedChange, isEarly = false): Promise<string> {
  const paths = Object.keys(patch).sort();
  return sha256(JSON.stringify([salt, record, seq, rev, paths.map((path) => [path, ...patch[path]!]), ...(isEarly ? [] : [natural, prev, before, kind, owners])]));
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

/** What a push says of itself beside its changes; with its digest in the link, none of it can be changed unseen. */
export interface PushHead {
  readonly seq: number;
  readonly hash: string;
  readonly receipt: string;
  readonly device: string;
  readonly workbook: string;
  readonly name: string | null;
  readonly feed: string;
}

/**
 * Of its results all but what problems quote, which an erasure takes out of a kept answer. Without results: as it was when
 * they did not count.
 */
export async function headDigestOf({ seq, hash, receipt, device, workbook, name, feed }: PushHead, results?: readonly SyncResult[]): Promise<string> {
  const told = results?.map(({ problems, ...result }) => [result, problems.map(({ code, path }) => [code, path])]);
  return `push:${await sha256(JSON.stringify([seq, hash, receipt, device, workbook, name, feed, ...(told ? [told] : [])]))}`;
}

/** By which a resend is known. Whoever has the storage and not the salt cannot try out what a body said. */
export function bodyHashOf(push: { readonly id: string } | null, salt: string): Promise<string> {
  return sha256(JSON.stringify([salt, push]));
}

export function restDigest(digest: string): string {
  return `rest:${digest}`;
}
