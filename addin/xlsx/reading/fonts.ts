// What of a font changes how a cell is read: its name (symbol fonts) and whether it is struck out. Knows no cells.

import { childOf, childrenOf, isOn } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';

export interface CellFont {
  readonly name: string;
  readonly isStruck: boolean;
}

const plainFont: CellFont = { name: '', isStruck: false };

/** What a `font` or an `rPr` states. */
export function fontOf(element: XmlElement | undefined): Partial<CellFont> {
  const name = (childOf(element, 'rFont') ?? childOf(element, 'name'))?.attributes['val'];
  const strike = childOf(element, 'strike');
  return { ...(name === undefined ? {} : { name }), ...(strike ? { isStruck: isOn(strike.attributes['val'], true) } : {}) };
}

/** The font of each cell style (`s` of a cell), from the styles part. */
export function cellFonts(styles: XmlElement | null): readonly CellFont[] {
  const fonts = childrenOf(childOf(styles ?? undefined, 'fonts'), 'font').map((font) => ({ ...plainFont, ...fontOf(font) }));
  return childrenOf(childOf(styles ?? undefined, 'cellXfs'), 'xf').map(({ attributes }) => fonts[Number(attributes['fontId'] ?? 0)] ?? plainFont);
}

export function fontAt(fonts: readonly CellFont[], style: number): CellFont {
  return fonts[style] ?? plainFont;
}
