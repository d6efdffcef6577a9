// Where a text differs from another: what both begin and end with is left out. Counted in whole characters, so that no
// emoji or rare character is cut in two. Pure.

export interface Differing {
  readonly before: string;
  /** '' where the texts are the same. */
  readonly differs: string;
  readonly after: string;
}

export function differing(text: string, from: string): Differing {
  const here = [...text];
  const there = [...from];
  if (text === from) return { before: text, differs: '', after: '' };
  const shorter = Math.min(here.length, there.length);
  let start = 0;
  while (start < shorter && here[start] === there[start]) start += 1;
  let end = 0;
  while (end < shorter - start && here[here.length - 1 - end] === there[there.length - 1 - end]) end += 1;
  return { before: here.slice(0, start).join(''), differs: here.slice(start, here.length - end).join(''), after: here.slice(here.length - end).join('') };
}
