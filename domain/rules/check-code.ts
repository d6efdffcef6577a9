// The check code printed on sheets: sixteen hex digits over the figures, so that two prints can be told apart. It finds
// slips and stale copies; it is no signature.

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

export type Figures = null | string | number | boolean | readonly Figures[] | { readonly [name: string]: Figures | undefined };

/** Same figures, same code, whatever the order in which an object's keys were set. */
export function checkCode(figures: Figures): string {
  let hash = OFFSET;
  for (const byte of bytesOf(canonical(figures))) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return mixed(hash).toString(16).padStart(16, '0');
}

function canonical(figures: Figures | undefined): string {
  if (Array.isArray(figures)) return `[${figures.map((entry) => canonical(entry as Figures)).join(',')}]`;
  if (typeof figures !== 'object' || figures === null) return JSON.stringify(figures ?? null);
  const entries = Object.entries(figures as Record<string, Figures>).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join(',')}}`;
}

/** UTF-8, which this side of the house has no encoder for. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text.toWellFormed());
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    if (escaped[at] === '%') {
      bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(escaped.charCodeAt(at));
  }
  return bytes;
}

/** Spreads the last bytes over all digits, so that one fen changes them all. */
function mixed(hash: bigint): bigint {
  let value = hash;
  value = ((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn) & MASK;
  value = ((value ^ (value >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK;
  return value ^ (value >> 33n);
}
