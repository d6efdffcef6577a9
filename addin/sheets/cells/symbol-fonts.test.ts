import { expect, test } from 'vitest';
import { isSymbolFont, mixedFontOf, printedBy, printedByMixedFonts, typedFor } from './symbol-fonts.ts';

test.each([
  ['Wingdings 2', 'R全部执行 £自费', '☑全部执行 □自费'],
  ['wingdings', 'þ是 ¨否', '☑是 □否'],
  ['Wingdings', '\uf0fe是', '☑是'],
  ['Webdings', 'a', '√'],
  ['宋体', 'R全部执行', 'R全部执行'],
])('%s prints %s as %s', (font, text, seen) => {
  expect(printedBy(font, text)).toBe(seen);
});

test('what a person is to see is typed in the letters of the font', () => {
  expect(typedFor('Wingdings 2', '□全部执行 ☑自费')).toBe('£全部执行 R自费');
  expect(isSymbolFont('Wingdings 2')).toBe(true);
  expect(isSymbolFont('Arial')).toBe(false);
});

test('in several fonts the empty box gives the font away, and a lone letter before Chinese words is a box', () => {
  expect(mixedFontOf(['R中档', '£ 低档'])).toBe('Wingdings 2');
  expect(mixedFontOf(['¨是 þ否'])).toBe('Wingdings');
  expect(mixedFontOf(['T恤50件', '£500'])).toBe('');
  expect(printedByMixedFonts('Wingdings 2', 'R中档 £ 低档，KPI考核')).toBe('☑中档 □ 低档，KPI考核');
  expect(printedByMixedFonts('', 'T恤')).toBe('T恤');
});
