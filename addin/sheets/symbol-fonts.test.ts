import { expect, test } from 'vitest';
import { isSymbolFont, printedBy, printedByMixedFonts, typedFor } from './symbol-fonts.ts';

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

test('without a font a lone letter before Chinese words is a box, a letter of a word is none', () => {
  expect(printedByMixedFonts('R中档 £ 低档')).toBe('☑中档 □ 低档');
  expect(printedByMixedFonts('KPI考核、SKU数量、T恤')).toBe('KPI考核、SKU数量、☒恤');
});
