import { expect, test } from 'vitest';
import type { Mutation } from './messages.ts';
import { pack, unpacked } from './packing.ts';

const mutations: readonly Mutation[] = [
  { kind: 'edit', record: 'r-00000001', path: 'remark', baseRev: 3, to: null },
  { kind: 'create', record: 'r-00000002', form: 'contract', fields: { contract_no: 'HT-1' } },
  { kind: 'edit', record: 'r-00000001', path: 'names', baseRev: 0, to: ['一', '二'] },
  { kind: 'delete', record: 'r-00000003', baseRev: 1 },
];

test('what was packed is the same again, in the same order, to the letter', () => {
  const sent = JSON.parse(JSON.stringify({ protocol: 1, push: { id: 'p-00000001', mutations: pack(mutations) } }));
  expect(JSON.stringify(unpacked(sent))).toBe(JSON.stringify({ protocol: 1, push: { id: 'p-00000001', mutations } }));
  expect(unpacked({ protocol: 1, push: { id: 'p-00000001', mutations } })).toEqual({ protocol: 1, push: { id: 'p-00000001', mutations } });
});

test.each([null, 7, 'x', [], {}, { push: null }, { push: 7 }, { push: { mutations: 'x' } }, { push: { mutations: [[1, 2], 5, null] } }])('%j is left as it is', (body) => {
  expect(unpacked(body)).toEqual(body);
});
