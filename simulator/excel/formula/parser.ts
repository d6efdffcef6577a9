// A formula's tokens to its tree. Precedence as in Excel: comparison, &, + -, * /, ^, unary minus, %.
import type { Token } from './tokens.ts';
import { tokenize } from './tokens.ts';

export type Node =
  | { kind: 'literal'; value: number | string | boolean }
  | { kind: 'error'; code: string }
  | { kind: 'reference'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; parts: (Node | undefined)[] }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
  | { kind: 'negate'; operand: Node }
  | { kind: 'percent'; operand: Node };

const precedence: Record<string, number> = {
  '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1,
  '&': 2,
  '+': 3, '-': 3,
  '*': 4, '/': 4,
  '^': 5,
};

/** undefined when the formula is outside the language */
export function parseFormula(formula: string): Node | undefined {
  const tokens = tokenize(formula.slice(1))?.filter((token) => token.kind !== 'space');
  if (tokens === undefined) return undefined;
  const parser = new Parser(tokens);
  try {
    const node = parser.expression(0);
    return parser.isAtEnd() ? node : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Parser {
  private position = 0;
  private readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  expression(minimum: number): Node {
    let left = this.operand();
    for (;;) {
      const token = this.tokens[this.position];
      const level = token?.kind === 'operator' ? precedence[token.text] : undefined;
      if (token === undefined || level === undefined || level <= minimum) return left;
      this.position++;
      left = { kind: 'binary', operator: token.text, left, right: this.expression(level) };
    }
  }

  private operand(): Node {
    const token = this.next();
    if (token.kind === 'operator' && (token.text === '-' || token.text === '+')) {
      const operand = this.operand();
      return this.percents(token.text === '-' ? { kind: 'negate', operand } : operand);
    }
    return this.percents(this.primary(token));
  }

  private percents(node: Node): Node {
    let result = node;
    while (this.tokens[this.position]?.text === '%') {
      this.position++;
      result = { kind: 'percent', operand: result };
    }
    return result;
  }

  private primary(token: Token): Node {
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      case 'string':
        return { kind: 'literal', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'boolean':
        return { kind: 'literal', value: token.text.toUpperCase() === 'TRUE' };
      case 'error':
        return { kind: 'error', code: token.text };
      case 'reference':
        return token.text.endsWith('#REF!') ? { kind: 'error', code: '#REF!' } : { kind: 'reference', text: token.text };
      case 'name':
        return { kind: 'name', name: token.text };
      case 'function':
        return { kind: 'call', name: token.text.toUpperCase(), parts: this.parts() };
      case 'open': {
        const inner = this.expression(0);
        this.expect('close');
        return inner;
      }
      default:
        throw new SyntaxError(token.text);
    }
  }

  private parts(): (Node | undefined)[] {
    this.expect('open');
    const parts: (Node | undefined)[] = [];
    if (this.tokens[this.position]?.kind === 'close') {
      this.position++;
      return parts;
    }
    for (;;) {
      const kind = this.tokens[this.position]?.kind;
      parts.push(kind === 'comma' || kind === 'close' ? undefined : this.expression(0));
      if (this.next().kind === 'close') return parts;
    }
  }

  private next(): Token {
    const token = this.tokens[this.position++];
    if (token === undefined) throw new SyntaxError('the formula ends too early');
    return token;
  }

  private expect(kind: string): void {
    if (this.next().kind !== kind) throw new SyntaxError(`expected ${kind}`);
  }
}
