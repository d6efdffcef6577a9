// Numbers in everyday Chinese numerals (十二, 三十, 一百零五) and years as people say them (二〇二六).

const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Below 10,000; null where the characters are no one number (两三, 十几). */
export function chineseNumber(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const character of text) {
    const place = places[character];
    if (place === undefined) {
      if (digits[character] === undefined || (digit !== null && digit > 0)) return null;
      digit = digits[character]!;
      continue;
    }
    if (place >= last || digit === 0) return null;
    sum += (digit ?? 1) * place;
    last = place;
    digit = null;
  }
  return text === '' ? null : sum + (digit ?? 0);
}

/** `二〇二六年十一月三日` with figures; any other text as it is. */
export function withFigures(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/, (year) => [...year].map((digit) => digits[digit]).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (number) => String(chineseNumber(number) ?? number));
}
