// Texts of a workbook: the shared table and rich text. Phonetic guides are no content.

import { childrenOf } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';

export function sharedStrings(part: XmlElement | null): readonly string[] {
  return childrenOf(part ?? undefined, 'si').map(stringOf);
}

/** The text of a string item: one `t`, or the runs of a rich text. */
export function stringOf(item: XmlElement): string {
  let text = '';
  for (const child of item.children) {
    if (child.name === 't') text += child.text;
    else if (child.name === 'r') text += childrenOf(child, 't').map((part) => part.text).join('');
  }
  return unescapeString(text);
}

/** Spreadsheets write a control character as `_x000D_`. */
export function unescapeString(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
  return plain.replace(/\r\n?/g, '\n');
}
