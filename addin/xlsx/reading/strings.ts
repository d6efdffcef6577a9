// Texts of a workbook: the shared table and rich text. Phonetic guides are no content.

import { isSymbolFont, printedBy } from '../../sheets/cells/symbol-fonts.ts';
import { childOf, childrenOf } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';
import { fontOf } from './fonts.ts';
import type { CellFont } from './fonts.ts';

export interface StringItem {
  readonly text: string;
  /** The runs of a text formatted in parts; what a run does not say is as in the cell. */
  readonly runs?: readonly { readonly text: string; readonly font: Partial<CellFont>; /** All that the run says of its font. */ readonly properties: XmlElement | undefined }[];
}

function textsOf(run: XmlElement): string {
  return childrenOf(run, 't').map((part) => part.text).join('');
}

/** A run with a font of its own is struck out only where that font says so. */
function runFont(properties: XmlElement | undefined): Partial<CellFont> {
  return properties ? { isStruck: false, ...fontOf(properties) } : {};
}

export function sharedStrings(part: XmlElement | null): readonly StringItem[] {
  return childrenOf(part ?? undefined, 'si').map(stringItem);
}

export function stringItem(item: XmlElement): StringItem {
  const text = stringOf(item);
  const runs = childrenOf(item, 'r').map((run) => {
    const properties = childOf(run, 'rPr');
    return { text: unescapeString(textsOf(run)), font: runFont(properties), properties };
  });
  return runs.length > 0 ? { text, runs } : { text };
}

/** A text as a person sees it, each run in its own font. */
export function seenText(item: StringItem, cellFont: CellFont): string {
  return item.runs ? item.runs.map((run) => printedBy(run.font.name ?? cellFont.name, run.text)).join('') : printedBy(cellFont.name, item.text);
}

/** The first symbol font of a text. */
export function symbolFont(runs: StringItem['runs'], cellFont: CellFont): string {
  return runs?.find((run) => isSymbolFont(run.font.name ?? cellFont.name))?.font.name ?? cellFont.name;
}

/** The text of a string item: one `t`, or the runs of a rich text. */
export function stringOf(item: XmlElement): string {
  let text = '';
  for (const child of item.children) {
    if (child.name === 't') text += child.text;
    else if (child.name === 'r') text += textsOf(child);
  }
  return unescapeString(text);
}

/** Spreadsheets write a control character as `_x000D_`. */
export function unescapeString(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
  return plain.replace(/\r\n?/g, '\n');
}
