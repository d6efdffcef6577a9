// Symbol fonts print letters as boxes and ticks: a text as a person sees it, and back. Knows no sheet.

const wingdings = { þ: '☑', ý: '☒', x: '☒', '¨': '□', o: '□', q: '□', ü: '√', û: '×', n: '■', l: '●', '¡': '○' };
const wingdings2 = { R: '☑', S: '☒', T: '☒', Q: '☒', U: '☒', '£': '□', '*': '□', P: '√', O: '×', '¢': '■', '—': '●' };
const signsByFont: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  webdings: { a: '√', r: '×', c: '□', g: '■', n: '●' },
  symbol: { Ö: '√', '´': '×' },
};
export function isSymbolFont(font: string): boolean {
  return font.toLowerCase() in signsByFont;
}

/** The text as the font prints it; what the font prints as an ornament stays a letter. */
export function printedBy(font: string, text: string): string {
  const signs = signsByFont[font.toLowerCase()];
  return signs ? [...text].map((letter) => signs[plain(letter)] ?? letter).join('') : text;
}

/** The text as the font wants it typed, in the letters of `stored` where it holds the same signs. */
export function typedFor(font: string, text: string, stored = ''): string {
  const signs = signsByFont[font.toLowerCase()] ?? {};
  const letters = [...stored, ...Object.keys(signs)];
  return [...text].map((sign) => letters.find((letter) => signs[plain(letter)] === sign) ?? sign).join('');
}

/**
 * The symbol font in texts of more than one font, where Excel names none of them: the empty box that no sentence holds
 * before Chinese words gives it away.
 */
export function mixedFontOf(texts: readonly string[]): string {
  const letters = new Set(texts.flatMap((text) => [...text.matchAll(loneLetter)].map(([letter]) => plain(letter))));
  if (letters.has('£')) return 'Wingdings 2';
  return letters.has('¨') || letters.has('þ') ? 'Wingdings' : '';
}

/** Such a text as a person sees it: only a lone letter before Chinese words is a box. */
export function printedByMixedFonts(font: string, text: string): string {
  return font === '' ? text : text.replace(loneLetter, (letter) => printedBy(font, letter));
}

const loneLetter = /(?<![\p{L}\p{N}])\S(?=[\s\u3000]*\p{Script=Han})/gu;

/** Word processors hand symbols over as private characters: U+F052 is `R`. */
function plain(letter: string): string {
  const code = letter.codePointAt(0)!;
  return code >= 0xf020 && code <= 0xf0ff ? String.fromCodePoint(code - 0xf000) : letter;
}
