// Tokens, codes and hashes. A token or code is kept only as its hash; ids are random and say nothing.

import type { Instruments } from '../environment.ts';

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hex(new Uint8Array(digest));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function newId(instruments: Instruments, prefix: string): string {
  return `${prefix}-${hex(instruments.randomBytes(10))}`;
}

export function newToken(instruments: Instruments): string {
  return btoa(String.fromCharCode(...instruments.randomBytes(32))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Letters and digits that nobody mistakes for one another; 32 of them, so a byte's low bits choose evenly. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `K7PM-4TQX-9WHD`: the first group finds the code, the rest proves it. */
export function newActivationCode(instruments: Instruments): string {
  const letters = Array.from(instruments.randomBytes(12), (byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** Case, blanks, hyphens and full-width letters do not matter in what a person types. */
export function foldCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
}
