// Protocol step 4: mutations dealt into pushes of at most 500 records and 1 MB; a record's mutations stay together. Pure.

import { limits } from '../../domain/protocol/messages.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';

/** Room for the envelope around the mutations. */
const envelopeBytes = 20_000;

export function pushParts(mutations: readonly Mutation[]): Mutation[][] {
  const parts: Mutation[][] = [];
  let records = Infinity;
  let bytes = Infinity;
  for (const ofRecord of Map.groupBy(mutations, (mutation) => mutation.record).values()) {
    const size = new TextEncoder().encode(JSON.stringify(ofRecord)).length;
    if (records + 1 > limits.records || bytes + size > limits.bodyBytes - envelopeBytes) {
      parts.push([]);
      records = 0;
      bytes = 0;
    }
    parts[parts.length - 1]!.push(...ofRecord);
    records += 1;
    bytes += size;
  }
  return parts;
}
