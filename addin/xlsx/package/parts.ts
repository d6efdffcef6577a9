// A workbook file as its parts: unzips what is text, follows relationships. Knows no sheets.

import { unzipSync } from 'fflate';
import { WorkbookFileError } from '../file-error.ts';
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
  text(path: string): string | null;
  xml(path: string, handOver?: HandOver): XmlElement | null;
  relations(path: string): readonly Relation[];
}

export function openParts(bytes: Uint8Array): Parts {
  refuseForeign(bytes);
  const files = unzip(bytes);
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
  return { paths: [...byName.keys()], text, xml, relations: (path) => relationsOf(xml(relationsPath(path)), path) };
}

/** By the first bytes alone: what is certainly no .xlsx file. */
export function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookFileError('empty');
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  if (isCompound) throw new WorkbookFileError(compoundHas(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-format');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookFileError('not-a-workbook');
}

/** A compound file names its streams in UTF-16. */
function compoundHas(bytes: Uint8Array, stream: string): boolean {
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 0; at + name.length <= bytes.length; at++) {
    if (bytes[at] === name[0] && name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        if (total > MOST_BYTES) throw new WorkbookFileError('too-large');
        return /\.(xml|rels|vml)$/i.test(file.name);
      },
    });
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
