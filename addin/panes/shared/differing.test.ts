import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differing } from './differing.ts';

test('what differs from what both began with is the part between the common ends', () => {
  expect(differing('19900001108', '19900001101')).toEqual({ before: '1990000110', differs: '8', after: '' });
  expect(differing('3,800,000.00', '3,200,000.00')).toEqual({ before: '3,', differs: '8', after: '00,000.00' });
  expect(differing('2026年11月15日前', '2026年11月底前')).toEqual({ before: '2026年11月', differs: '15日', after: '前' });
  expect(differing('同', '同')).toEqual({ before: '同', differs: '', after: '' });
  expect(differing('', '旧')).toEqual({ before: '', differs: '', after: '' });
  expect(differing('aa', 'a')).toEqual({ before: 'a', differs: 'a', after: '' });
});

test('no character is cut, and the parts are the text', () => {
  expect(differing('𠮷田👍', '𠮷田👎').differs).toBe('👍');
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '1', '👍', '𠮷') });
  fc.assert(
    fc.property(text, text, (here, there) => {
      const { before, differs, after } = differing(here, there);
      expect(before + differs + after).toBe(here);
      expect(there.startsWith(before) && there.endsWith(after)).toBe(true);
      expect([...before].length + [...after].length <= [...there].length).toBe(true);
    }),
    { seed: 20261016 },
  );
});
