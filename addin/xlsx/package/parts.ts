// A workbook file as its parts: unzips what is text, follows relationships. Knows no sheets.

import { unzipSync } from 'fflate';
import { WorkbookFileError } from '../file-error.ts';
import { refuseForeign } from './foreign.ts';
import { childrenOf, parseXml } from './xml.ts';
import type { HandOver, XmlElement } from './xml.ts';

const MOST_BYTES = 200 * 1024 * 1024;

export interface Relation {
  readonly id: string;
  /** Last word of the type's address: `worksheet`, `styles`. */
  readonly type: string;
  /** Path of the part, or the address where it is outside of the file. */
  readonly target: string;
}

export interface Parts {
  readonly paths: readonly string[];
  /** Of all that the file holds, read or not. */
  readonly names: readonly string[];
  text(path: string): string | null;
  xml(path: string, handOver?: HandOver): XmlElement | null;
  relations(path: string): readonly Relation[];
}

export function openParts(bytes: Uint8Array): Parts {
  refuseForeign(bytes);
  const { files, names } = unzip(bytes);
  // Foreign writers differ in case and slashes: a part's name is compared without both.
  const byName = new Map(Object.entries(files).map(([path, content]) => [partName(path), content]));
  const text = (path: string): string | null => {
    const content = byName.get(partName(path));
    return content ? decode(content) : null;
  };
  const xml = (path: string, handOver?: HandOver): XmlElement | null => {
    const source = text(path);
    return source === null ? null : parseXml(source, handOver);
  };
  return { paths: [...byName.keys()], names, text, xml, relations: (path) => relationsOf(xml(relationsPath(path)), path) };
}

/** By the first bytes alone: what is certainly no .xlsx file. */
export function unzip(bytes: Uint8Array): { readonly files: Record<string, Uint8Array>; readonly names: readonly string[] } {
  let total = 0;
  const names: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        names.push(file.name.replaceAll('\\', '/'));
        total += file.originalSize;
        if (total > MOST_BYTES) throw new WorkbookFileError('too-large');
        return /\.(xml|rels|vml)$/i.test(file.name);
      },
    });
    return { files, names };
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : new WorkbookFileError('damaged', error);
  }
}

function decode(content: Uint8Array): string {
  const isUtf16 = content[0] === 0xff && content[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(content);
}

function partName(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function relationsOf(source: XmlElement | null, path: string): Relation[] {
  return childrenOf(source ?? undefined, 'Relationship').map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: attributes['Type']?.split('/').pop() ?? '',
    target: attributes['TargetMode'] === 'External' ? (attributes['Target'] ?? '') : resolve(path, attributes['Target'] ?? ''),
  }));
}

function resolve(path: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  if (plain.startsWith('/')) return plain.slice(1);
  const folders = path.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
