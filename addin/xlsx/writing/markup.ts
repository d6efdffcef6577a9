// Writes XML elements as text. Knows no workbook.

import { escapeXml } from '../package/xml.ts';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element; attributes that are undefined are left out, `true` is written `1`. */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly (string | undefined)[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'boolean' ? (value ? '1' : '0') : String(value))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A list with its count; nothing where it is empty. */
export function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : tag(name, { count: items.length }, ...items);
}

export function text(content: string): string {
  return escapeXml(content);
}

export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** `#107C41` as the file writes it. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
