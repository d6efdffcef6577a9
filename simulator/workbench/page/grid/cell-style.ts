// A cell's style as CSS. Lengths in points become pixels; what a browser draws itself (wrap, decoration) is left to it.

import type { BorderLine, CellStyle, CellValue } from '../../../excel/workbook-data.ts';
import { pixelsPerPoint } from './geometry.ts';

const families = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const serifFamilies = '"Songti SC", SimSun, "Noto Serif CJK SC", serif';
const borderStyles: Readonly<Record<string, string>> = { Dash: 'dashed', DashDot: 'dashed', DashDotDot: 'dashed', SlantDashDot: 'dashed', Dot: 'dotted', Double: 'double' };
const borderWidths: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };
const justify: Readonly<Record<string, string>> = { Left: 'flex-start', Center: 'center', CenterAcrossSelection: 'center', Right: 'flex-end', Distributed: 'center', Justify: 'flex-start', Fill: 'flex-start' };
const align: Readonly<Record<string, string>> = { Top: 'flex-start', Center: 'center', Justify: 'center', Distributed: 'center', Bottom: 'flex-end' };
const textAlign: Readonly<Record<string, string>> = { 'flex-start': 'left', center: 'center', 'flex-end': 'right' };

export function styleText(style: CellStyle | undefined, value: CellValue): string {
  const font = style?.font ?? {};
  const across = acrossOf(style, value);
  return [
    `justify-content:${across};text-align:${textAlign[across]}`,
    `align-items:${align[style?.vertical ?? 'Bottom'] ?? 'flex-end'}`,
    `font-size:${((font.size ?? 11) * pixelsPerPoint * 0.94).toFixed(1)}px`,
    font.name === undefined ? '' : `font-family:${familyOf(font.name)}`,
    font.bold ? 'font-weight:600' : '',
    font.italic ? 'font-style:italic' : '',
    decorationOf(font),
    font.color === undefined ? '' : `color:${safeColor(font.color)}`,
    style?.fill === undefined ? '' : `background:${safeColor(style.fill)}`,
    style?.wrap ? 'white-space:pre-wrap;overflow-wrap:anywhere' : 'white-space:pre',
    indentOf(style, across),
    rotationOf(style),
  ].filter((part) => part !== '').join(';');
}

/** Numbers stand right, truth values and errors in the middle, unless the style says otherwise. */
export function acrossOf(style: CellStyle | undefined, value: CellValue): string {
  const own = style?.horizontal === undefined ? undefined : justify[style.horizontal];
  if (own !== undefined) return own;
  if (typeof value === 'number') return 'flex-end';
  return typeof value === 'boolean' || /^#[A-Z/0!?]+$/.test(value) ? 'center' : 'flex-start';
}

export function borderText(side: 'top' | 'bottom' | 'left' | 'right', line: BorderLine | undefined): string {
  if (line === undefined || line.style === 'None') return '';
  const width = line.style === 'Double' ? 3 : (borderWidths[line.weight ?? 'Thin'] ?? 1);
  return `border-${side}:${width}px ${borderStyles[line.style] ?? 'solid'} ${safeColor(line.color ?? '#000000')};`;
}

function familyOf(name: string): string {
  const isSerif = /宋|Song|Sun|Times|Serif|仿宋|楷/i.test(name);
  return `'${name.replaceAll(/['";{}]/g, '')}', ${isSerif ? serifFamilies : families}`.replaceAll('"', "'");
}

function decorationOf(font: NonNullable<CellStyle['font']>): string {
  const lines = [font.underline !== undefined && font.underline !== 'None' ? 'underline' : '', font.strikethrough ? 'line-through' : ''].join(' ').trim();
  return lines === '' ? '' : `text-decoration:${lines}`;
}

function indentOf(style: CellStyle | undefined, across: string): string {
  if (!style?.indent) return '';
  return `padding-${across === 'flex-end' ? 'right' : 'left'}:${4 + style.indent * 9}px`;
}

function rotationOf(style: CellStyle | undefined): string {
  if (!style?.textRotation) return '';
  return style.textRotation === 180 || style.textRotation === 255 ? 'writing-mode:vertical-rl;text-orientation:upright' : `--turn:${-style.textRotation}deg`;
}

/** Colours come out of files: anything that is none draws nothing. */
export function safeColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : /^[a-z]+$/i.test(color) ? color : 'transparent';
}
