// Cell styles by Office.js' member names ("fill/color", "font/bold", "wrapText"): reading with defaults, writing copies.
import { HostError } from '../../wire/errors.ts';
import type { BorderLine, CellStyle } from '../workbook-data.ts';
import type { Cell } from './cell.ts';
import { defaultFont } from './defaults.ts';

export type FontMember = keyof typeof defaultFont;
/** `diagonal`: from the top left corner down */
export type Side = 'top' | 'bottom' | 'left' | 'right' | 'diagonal';

const namedColors: Record<string, string> = {
  black: '#000000', white: '#FFFFFF', red: '#FF0000', green: '#008000', blue: '#0000FF', yellow: '#FFFF00',
  orange: '#FFA500', gray: '#808080', grey: '#808080', purple: '#800080', pink: '#FFC0CB', brown: '#A52A2A',
  lightgray: '#D3D3D3', lightgrey: '#D3D3D3', darkgray: '#A9A9A9', lightyellow: '#FFFFE0', lightgreen: '#90EE90',
  lightblue: '#ADD8E6', navy: '#000080', teal: '#008080',
};

/** "#RRGGBB" in capitals, as Excel answers it */
export function colorOf(value: unknown): string {
  const text = String(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1] ?? shortHex(text);
  if (hex !== undefined) return `#${hex.toUpperCase()}`;
  const named = namedColors[text.toLowerCase()];
  if (named === undefined) throw new HostError('InvalidArgument', `${text} is no colour`);
  return named;
}

function shortHex(text: string): string | undefined {
  const short = /^#([0-9a-f]{3})$/i.exec(text)?.[1];
  return short === undefined ? undefined : [...short].map((digit) => digit + digit).join('');
}

export function withFont(style: CellStyle | undefined, member: FontMember, value: unknown): CellStyle {
  return { ...style, font: { ...style?.font, [member]: value } };
}

/** a cell whose text is formatted in parts answers null where they differ */
export function fontMemberOf(cell: Cell, member: FontMember): string | number | boolean | null {
  const own = fontOf(cell.style);
  if (!cell.richText) return own[member];
  const seen = new Set(cell.richText.map((run) => ({ ...own, ...run.font })[member]));
  return seen.size === 1 ? [...seen][0]! : null;
}

export function fontOf(style: CellStyle | undefined): typeof defaultFont {
  return { ...defaultFont, ...style?.font } as typeof defaultFont;
}

export function withBorder(style: CellStyle | undefined, side: Side, change: Partial<BorderLine>): CellStyle {
  const before = style?.borders?.[side] ?? { style: 'None' };
  // a colour or weight alone draws the line, as in Excel
  const base = before.style === 'None' && change.style === undefined ? { ...before, style: 'Continuous' } : before;
  const line = { ...base, ...change };
  const { [side]: _old, ...others } = style?.borders ?? {};
  return { ...style, borders: line.style === 'None' ? others : { ...others, [side]: line } };
}
