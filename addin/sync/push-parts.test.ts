import { describe, expect, it } from 'vitest';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { pushParts } from './push-parts.ts';

function edit(record: number, to = 'x', path = 'remark'): Mutation {
  return { kind: 'edit', record: `record-${record}`, path, baseRev: 1, to };
}

describe('the parts of a push', () => {
  it('hold at most 500 records, and a record is never cut', () => {
    const mutations = Array.from({ length: 1_200 }, (_, index) => [edit(index), edit(index, 'y', 'note')]).flat();
    const parts = pushParts(mutations);
    expect(parts.map((part) => part.length)).toEqual([1_000, 1_000, 400]);
  });

  it('hold less than 1 MB of bytes, counted as UTF-8', () => {
    const parts = pushParts(Array.from({ length: 30 }, (_, index) => edit(index, '汉'.repeat(30_000))));
    expect(Math.max(...parts.map((part) => new TextEncoder().encode(JSON.stringify(part)).length))).toBeLessThan(1_000_000);
    expect(parts.flat()).toHaveLength(30);
  });

  it('are none where nothing is to be sent', () => {
    expect(pushParts([])).toEqual([]);
  });
});
