// How much room a text takes, roughly: a Chinese character is twice as wide as a digit. Knows no font's real widths.

/** In digits of the standard font, at 10 points. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! >= 0x2e80 ? 1.9 : 1.05;
  return width;
}

/** Lines that a text needs in a cell so many characters wide, at a font size. */
export function linesOf(text: string, characters: number, fontSize: number): number {
  const room = Math.max(1, (characters - 1) * (10 / fontSize) * 0.98);
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / room)), 0);
}
