import { expect, test } from 'vitest';
import { checkCode } from './check-code.ts';

test('is sixteen hex digits, always the same for the same figures', () => {
  expect(checkCode({ total: '272/3', names: ['林小满'] })).toMatch(/^[0-9a-f]{16}$/);
  expect(checkCode({ a: 1, b: 2 })).toBe(checkCode({ b: 2, a: 1 }));
  expect(checkCode({ a: 1, b: undefined })).toBe(checkCode({ a: 1 }));
});

test('changes with a single fen, a moved entry or a null', () => {
  const codes = [[1, 23], [12, 3], [1, 24], ['1', '23'], [1, 23, null], [[1], 23]].map((figures) => checkCode(figures as never));
  expect(new Set(codes).size).toBe(codes.length);
});

test('is not shared by any of 100,000 neighbouring amounts', () => {
  const seen = new Set<string>();
  for (let fen = 0; fen < 100_000; fen += 1) seen.add(checkCode([fen]));
  expect(seen.size).toBe(100_000);
});
