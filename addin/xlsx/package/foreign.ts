// What a file is that is no workbook package: told by its first bytes and by the names in it. Reads no part.

import { WorkbookFileError } from '../file-error.ts';
import type { FileErrorCode } from '../file-error.ts';

/** Throws where the bytes are no zip. */
export function refuseForeign(bytes: Uint8Array): void {
  const code = codeOf(bytes);
  if (code) throw new WorkbookFileError(code);
}

function codeOf(bytes: Uint8Array): FileErrorCode | null {
  if (bytes.length === 0) return 'empty';
  const starts = (...first: number[]): boolean => first.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return compoundCode(bytes);
  if (starts(0x50, 0x4b)) return null;
  // Excel 2 to 4 wrote their records without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1]!) && bytes[3] === 0x00) return 'old-format';
  return isText(bytes) ? 'plain-text' : 'not-a-workbook';
}

function compoundCode(bytes: Uint8Array): FileErrorCode {
  if (hasName(bytes, 'EncryptedPackage')) return 'encrypted';
  return hasName(bytes, 'Workbook') || hasName(bytes, 'Book') ? 'old-format' : 'other-document';
}

/** A compound file names its streams in UTF-16. */
function hasName(bytes: Uint8Array, stream: string): boolean {
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 0; at + name.length <= bytes.length; at++) {
    if (bytes[at] === name[0] && name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function isText(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 || bytes.subarray(0, 4_096).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** What a zip is that holds no workbook part. */
export function foreignZip(names: readonly string[]): FileErrorCode {
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return 'binary-format';
  if (names.some((name) => /^(word|ppt)\//i.test(name))) return 'other-document';
  return names.includes('content.xml') && names.includes('mimetype') ? 'open-document' : 'not-a-workbook';
}
