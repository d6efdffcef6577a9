// Symbol fonts print letters as boxes and ticks: a text as a person sees it, and back. Knows no sheet.

const wingdings = { þ: '☑', ý: '☒', x: '☒', '¨': '□', o: '□', q: '□', ü: '√', û: '×', n: '■', l: '●', '¡': '○' };
const wingdings2 = { R: '☑', S: '☒', T: '☒', Q: '☒', U: '☒', '£': '□', '*': '□', P: '√', O: '×', '¢': '■', '—': '●' };
const signsByFont: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  webdings: { a: '√', r: '×', c: '□', g: '■', n: '●' },
  symbol: { Ö: '√', '´': '×' },
};
/** Without a font named, a letter must stand before the words as no letter of a sentence or of a list of options does. */
const byLetterAlone: Readonly<Record<string, string>> = { þ: '☑', ý: '☒', '¨': '□', ü: '√', û: '×', '£': '□', R: '☑', S: '☒', T: '☒', Q: '☒', P: '√', o: '□' };

export function isSymbolFont(font: string): boolean {
  return font.toLowerCase() in signsByFont;
}

/** The text as the font prints it; what the font prints as an ornament stays a letter. */
export function printedBy(font: string, text: string): string {
  const signs = signsByFont[font.toLowerCase()];
  return signs ? [...text].map((letter) => signs[plain(letter)] ?? letter).join('') : text;
}

/** The text as the font wants it typed. */
export function typedFor(font: string, text: string): string {
  const entries = Object.entries(signsByFont[font.toLowerCase()] ?? {});
  return [...text].map((sign) => entries.find(([, printed]) => printed === sign)?.[0] ?? sign).join('');
}

/** A text in more than one font, none of them known: a lone letter that stands before Chinese words is a box. */
export function printedByMixedFonts(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(\S)(?=[\s\u3000]*\p{Script=Han})/gu, (letter) => byLetterAlone[plain(letter)] ?? letter);
}

/** Word processors hand symbols over as private characters: U+F052 is `R`. */
function plain(letter: string): string {
  const code = letter.codePointAt(0)!;
  return code >= 0xf020 && code <= 0xf0ff ? String.fromCodePoint(code - 0xf000) : letter;
}
