// The styles part: collects the styles that cells and conditional formats use, each once. Knows no cells.

import { builtInId } from '../reading/number-formats.ts';
import type { FileFont, FileLine, FileStyle } from './file.ts';
import { argb, document, list, SPREADSHEET, tag } from './markup.ts';

const EDGES = ['left', 'right', 'top', 'bottom', 'diagonal'] as const;
const FIRST_OWN_FORMAT = 164;

export interface StyleBook {
  /** Number of a cell style. */
  cell(style: FileStyle | undefined): number;
  /** Number of a conditional format's style. */
  difference(style: FileStyle): number;
  xml(): string;
}

export function styleBook(): StyleBook {
  const fonts = collection([font({ name: 'Arial', size: 10 })]);
  const fills = collection([fill(undefined), tag('fill', {}, tag('patternFill', { patternType: 'gray125' }))]);
  const borders = collection([border(undefined)]);
  const formats = collection([]);
  const cells = collection([tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]);
  const differences = collection([]);

  const formatId = (code: string): number => builtInId(code) ?? FIRST_OWN_FORMAT + formats.number(code);

  function cell(style: FileStyle | undefined): number {
    if (!style) return 0;
    const fontId = style.font ? fonts.number(font({ name: 'Arial', size: 10, ...style.font })) : 0;
    const fillId = style.fill ? fills.number(fill(style.fill)) : 0;
    const borderId = style.borders ? borders.number(border(style.borders)) : 0;
    const numFmtId = style.numberFormat ? formatId(style.numberFormat) : 0;
    const inside = alignment(style) + (style.locked === undefined ? '' : tag('protection', { locked: style.locked }));
    const applied = { applyNumberFormat: numFmtId > 0 || undefined, applyFont: fontId > 0 || undefined, applyFill: fillId > 0 || undefined };
    const more = { applyBorder: borderId > 0 || undefined, applyAlignment: alignment(style) !== '' || undefined, applyProtection: style.locked !== undefined || undefined };
    return cells.number(tag('xf', { numFmtId, fontId, fillId, borderId, xfId: 0, ...applied, ...more }, inside));
  }

  function difference(style: FileStyle): number {
    const code = style.numberFormat;
    return differences.number(
      tag(
        'dxf',
        {},
        style.font ? font(style.font) : '',
        code ? tag('numFmt', { numFmtId: formatId(code), formatCode: code }) : '',
        style.fill ? tag('fill', {}, tag('patternFill', {}, tag('bgColor', { rgb: argb(style.fill) }))) : '',
        style.borders ? border(style.borders) : '',
      ),
    );
  }

  const xml = (): string =>
    document(
      tag(
        'styleSheet',
        { xmlns: SPREADSHEET },
        list('numFmts', formats.items.map((code, index) => tag('numFmt', { numFmtId: FIRST_OWN_FORMAT + index, formatCode: code }))),
        list('fonts', fonts.items),
        list('fills', fills.items),
        list('borders', borders.items),
        list('cellStyleXfs', [tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
        list('cellXfs', cells.items),
        list('cellStyles', [tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
        list('dxfs', differences.items),
      ),
    );
  return { cell, difference, xml };
}

interface Collection {
  readonly items: string[];
  number(item: string): number;
}

function collection(first: readonly string[]): Collection {
  const items = [...first];
  const numbers = new Map(items.map((item, index) => [item, index]));
  return {
    items,
    number(item) {
      const known = numbers.get(item);
      if (known !== undefined) return known;
      numbers.set(item, items.length);
      return items.push(item) - 1;
    },
  };
}

function font(style: FileFont): string {
  return tag('font', {}, ...fontParts(style), style.name ? tag('name', { val: style.name }) : '', style.name ? tag('family', { val: 2 }) : '');
}

/** The font of one run of a text. */
export function runFont(style: FileFont): string {
  return tag('rPr', {}, ...fontParts(style), style.name ? tag('rFont', { val: style.name }) : '');
}

function fontParts(style: FileFont): string[] {
  return [
    style.bold === undefined ? '' : tag('b', style.bold ? {} : { val: 0 }),
    style.italic === undefined ? '' : tag('i', style.italic ? {} : { val: 0 }),
    style.strike ? tag('strike') : '',
    style.underline ? tag('u', { val: style.underline }) : '',
    style.size === undefined ? '' : tag('sz', { val: style.size }),
    style.color ? tag('color', { rgb: argb(style.color) }) : '',
  ];
}

function fill(color: string | undefined): string {
  const pattern = color ? tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb: argb(color) }), tag('bgColor', { indexed: 64 })) : tag('patternFill', { patternType: 'none' });
  return tag('fill', {}, pattern);
}

function border(lines: FileStyle['borders']): string {
  return tag('border', { diagonalDown: lines?.diagonal ? 1 : undefined }, ...EDGES.map((edge) => line(edge, lines?.[edge])));
}

function line(edge: string, style: FileLine | undefined): string {
  if (!style) return tag(edge);
  return tag(edge, { style: style.style }, style.color ? tag('color', { rgb: argb(style.color) }) : tag('color', { auto: 1 }));
}

function alignment(style: FileStyle): string {
  const { horizontal, vertical, wrap, shrink, indent, rotation } = style;
  if (!horizontal && !vertical && !wrap && !shrink && !indent && !rotation) return '';
  // The file writes a downward slope as 90 more than its size, and stacked letters as 255.
  const textRotation = rotation === undefined || rotation === 0 ? undefined : rotation === 180 ? 255 : rotation < 0 ? 90 - rotation : rotation;
  return tag('alignment', { horizontal, vertical, wrapText: wrap || undefined, shrinkToFit: shrink || undefined, indent: indent || undefined, textRotation });
}
