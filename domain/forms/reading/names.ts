// Several names in one cell: by 、 or commas, by line, numbered, or else by blanks between plain names.

import { empty, read } from './typed.ts';
import type { Reading, TypedCell } from './typed.ts';

export function readNames(cell: TypedCell): Reading {
  const names = splitNames(String(cell.value));
  return names.length === 0 ? empty : read(names);
}

const firstNumber = /^\s*(?:[(（]?\d{1,2}[.)、．）]|[①-⑳])/;
const numbers = /(?:^|[\s、,，;；])[(（]?\d{1,2}[.)、．）]\s*|[①-⑳]/;

export function splitNames(text: string): string[] {
  // `1、张三 2、李四`: the numbers part them, whatever follows a number.
  if (firstNumber.test(text)) return text.split(numbers).map((part) => part.trim().replace(/[、,，;；]+$/, '')).filter((part) => part !== '' && part !== '无');
  const pieces = text.split(/[、,，;；\n\r]+/).filter((piece) => piece.trim() !== '');
  const parts = (pieces.length > 1 ? pieces : pieces.flatMap(splitBlanks))
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '无');
  return parts;
}

/** Blanks part names only where nothing else does and every part is a plain short name; `王 明（总监）` stays whole. */
function splitBlanks(part: string): string[] {
  const words = part.trim().split(/[\s\u3000/／]+/);
  return words.length > 1 && words.every((word) => /^[\u4e00-\u9fff·]{2,5}$/u.test(word)) ? words : [part];
}
