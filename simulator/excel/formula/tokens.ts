// Cuts a formula into tokens; also used to rewrite the references in it without evaluating anything.

export type TokenKind =
  | 'number'
  | 'string'
  | 'boolean'
  | 'error'
  | 'reference'
  | 'function'
  | 'name'
  | 'operator'
  | 'open'
  | 'close'
  | 'comma'
  | 'space';

export interface Token {
  kind: TokenKind;
  text: string;
}

const sheetPrefix = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)`;
const cells = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?`;
const lines = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;

const patterns: [TokenKind, RegExp][] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['error', /#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)/uy],
  ['reference', new RegExp(`${sheetPrefix}?(?:${cells}|${lines})(?![\\p{L}\\p{N}_(.!])`, 'uy')],
  ['reference', new RegExp(`${sheetPrefix}#REF!`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\()/uy],
  ['boolean', /(?:TRUE|FALSE)(?![\p{L}\p{N}_.(])/iuy],
  ['name', new RegExp(`${sheetPrefix}?[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*`, 'uy')],
  ['operator', /<=|>=|<>|[-+*/^&=<>%]/uy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['comma', /,/uy],
];

/** undefined when the text holds something outside this simulator's formula language (arrays, structured references) */
export function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const token = tokenAt(text, position);
    if (token === undefined) return undefined;
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, position: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0] };
  }
  return undefined;
}

/** Rewrites every reference of a formula; what cannot be tokenized stays as it is. */
export function mapReferences(formula: string, rewrite: (reference: string) => string): string {
  const tokens = tokenize(formula.slice(1));
  if (tokens === undefined) return formula;
  return `=${tokens.map((token) => (token.kind === 'reference' ? rewrite(token.text) : token.text)).join('')}`;
}
