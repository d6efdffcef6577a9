// The styles part of a file as the simulator's cell styles. Knows no cells.

import { childOf, childrenOf, isOn } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';
import { cellFormats } from '../../addin/xlsx/reading/number-formats.ts';
import type { BorderLine, CellStyle, ConditionalFormatData } from '../excel/workbook-data.ts';
import type { ColorOf } from './open-colors.ts';
import { lineOf, toOffice, words } from './words.ts';

export interface FileStyles {
  readonly cells: readonly { readonly style?: CellStyle; readonly numberFormat?: string }[];
  readonly differences: readonly NonNullable<ConditionalFormatData['format']>[];
}

const EDGES = ['top', 'bottom', 'left', 'right', 'diagonal'] as const;

export function readStyles(part: XmlElement | null, colorOf: ColorOf): FileStyles {
  const root = part ?? undefined;
  const formats = cellFormats(part);
  const fonts = childrenOf(childOf(root, 'fonts'), 'font').map((font) => fontOf(font, colorOf));
  const fills = childrenOf(childOf(root, 'fills'), 'fill').map((fill) => fillOf(fill, colorOf));
  const borders = childrenOf(childOf(root, 'borders'), 'border').map((border) => bordersOf(border, colorOf));
  const cells = childrenOf(childOf(root, 'cellXfs'), 'xf').map((xf, index) => {
    const { fontId, fillId, borderId } = xf.attributes;
    const style: CellStyle = {
      ...present('font', fonts[Number(fontId ?? 0)]),
      ...present('fill', fills[Number(fillId ?? 0)]),
      ...present('borders', borders[Number(borderId ?? 0)]),
      ...alignmentOf(childOf(xf, 'alignment')),
      ...present('locked', isOn(childOf(xf, 'protection')?.attributes['locked'], true) ? undefined : false),
    };
    const numberFormat = formats[index] === 'General' ? undefined : formats[index];
    return { ...(Object.keys(style).length > 0 ? { style } : {}), ...present('numberFormat', numberFormat) };
  });
  return { cells, differences: childrenOf(childOf(root, 'dxfs'), 'dxf').map((dxf) => differenceOf(dxf, colorOf)) };
}

export function fontOf(font: XmlElement, colorOf: ColorOf): CellStyle['font'] {
  const value = (name: string): string | undefined => childOf(font, name)?.attributes['val'];
  const flag = (name: string): true | undefined => (childOf(font, name) && isOn(value(name), true) ? true : undefined);
  const underline = childOf(font, 'u') ? toOffice(words.UNDERLINE, value('u') ?? 'single') : undefined;
  const style = {
    ...present('name', value('name') ?? value('rFont')),
    ...present('size', value('sz') === undefined ? undefined : Number(value('sz'))),
    ...present('bold', flag('b')),
    ...present('italic', flag('i')),
    ...present('strikethrough', flag('strike')),
    ...present('underline', underline),
    ...present('color', colorOf(childOf(font, 'color'))),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

function fillOf(fill: XmlElement, colorOf: ColorOf): string | undefined {
  const pattern = childOf(fill, 'patternFill');
  if (!pattern || (pattern.attributes['patternType'] ?? 'none') === 'none') return undefined;
  return colorOf(childOf(pattern, 'fgColor')) ?? colorOf(childOf(pattern, 'bgColor'));
}

function bordersOf(border: XmlElement, colorOf: ColorOf): CellStyle['borders'] {
  const lines: Partial<Record<(typeof EDGES)[number], BorderLine>> = {};
  for (const edge of EDGES) {
    if (edge === 'diagonal' && !isOn(border.attributes['diagonalDown'])) continue;
    const element = childOf(border, edge) ?? childOf(border, edge === 'left' ? 'start' : edge === 'right' ? 'end' : edge);
    const line = lineOf(element?.attributes['style'] ?? '');
    if (line) lines[edge] = { ...line, color: colorOf(childOf(element, 'color')) ?? '#000000' };
  }
  return Object.keys(lines).length > 0 ? lines : undefined;
}

function alignmentOf(element: XmlElement | undefined): Partial<CellStyle> {
  if (!element) return {};
  const { horizontal, vertical, wrapText, shrinkToFit, indent, textRotation } = element.attributes;
  const slope = Number(textRotation ?? 0);
  return {
    ...present('horizontal', toOffice(words.HORIZONTAL, horizontal)),
    ...present('vertical', toOffice(words.VERTICAL, vertical)),
    ...present('wrap', isOn(wrapText) || undefined),
    ...present('shrink', isOn(shrinkToFit) || undefined),
    ...present('indent', indent ? Number(indent) : undefined),
    ...present('textRotation', slope === 0 ? undefined : slope === 255 ? 180 : slope > 90 ? 90 - slope : slope),
  };
}

function differenceOf(dxf: XmlElement, colorOf: ColorOf): NonNullable<ConditionalFormatData['format']> {
  const font = childOf(dxf, 'font');
  const border = childOf(dxf, 'border');
  const pattern = childOf(childOf(dxf, 'fill'), 'patternFill');
  const style = font && fontOf(font, colorOf);
  return {
    ...(style ? { font: { color: style.color, bold: style.bold, italic: style.italic, strikethrough: style.strikethrough, underline: style.underline } } : {}),
    // A conditional fill's visible colour is its background.
    ...present('fill', colorOf(childOf(pattern, 'bgColor')) ?? colorOf(childOf(pattern, 'fgColor'))),
    ...present('borders', border && bordersOf(border, colorOf)),
    ...present('numberFormat', childOf(dxf, 'numFmt')?.attributes['formatCode']),
  };
}

export function present<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>);
}
