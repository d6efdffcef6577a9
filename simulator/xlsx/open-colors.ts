// Colours of a file's styles: plain, by number of the old palette, or by theme with a tint. Knows no cells.

import { childOf } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';

export type ColorOf = (element: XmlElement | undefined) => string | undefined;

/** Numbers 8 to 63; 0 to 7 repeat the first eight. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');
const OFFICE_THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];
/** The file lists dark before light; cells count light before dark. */
const ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export function colorReader(theme: XmlElement | null): ColorOf {
  const scheme = childOf(childOf(theme ?? undefined, 'themeElements'), 'clrScheme');
  const themed = ORDER.map((name, index) => {
    const color = childOf(scheme, name)?.children[0];
    return color?.attributes['lastClr'] ?? color?.attributes['val'] ?? OFFICE_THEME[index]!;
  });
  return (element) => {
    if (!element) return undefined;
    const { rgb, theme: place, indexed, tint } = element.attributes;
    const plain = rgb?.slice(-6) ?? (place === undefined ? paletteColor(indexed) : themed[Number(place)]);
    return plain === undefined ? undefined : `#${tinted(plain, Number(tint ?? 0)).toUpperCase()}`;
  };
}

function paletteColor(indexed: string | undefined): string | undefined {
  if (indexed === undefined || Number(indexed) > 63) return undefined;
  return PALETTE[Number(indexed) % 8 === Number(indexed) ? Number(indexed) : Number(indexed) - 8];
}

/** Towards white by a positive part, towards black by a negative one. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const parts = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const moved = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return moved.map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0')).join('');
}
