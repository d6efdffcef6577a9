// Reads XML into a tree by local names, for the parts of a workbook. Knows no workbook, no DOM (it runs in Node as in the
// pane), and expands no entities of a document's own, so that none can explode.

export interface XmlElement {
  /** Without its namespace prefix: foreign writers choose their own. */
  readonly name: string;
  /** By local name; `r:id` is also kept as `r:id`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The children of an element, handed over one by one as they close and kept in no tree: the rows of a large sheet. */
export interface HandOver {
  readonly of: string;
  readonly take: (element: XmlElement) => void;
}

export function parseXml(source: string, handOver?: HandOver): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next < 0) break;
    const current = open[open.length - 1]!;
    if (next > at) current.text += decodeEntities(source.slice(at, next));
    at = readMarkup(source, next, open, handOver);
  }
  const top = root.children[0];
  if (open.length !== 1 || !top) throw new SyntaxError('XML without one closed root element');
  return top;
}

function readMarkup(source: string, at: number, open: XmlElement[], handOver: HandOver | undefined): number {
  if (source.startsWith('<!--', at)) return after(source, '-->', at);
  if (source.startsWith('<![CDATA[', at)) {
    const end = after(source, ']]>', at);
    open[open.length - 1]!.text += source.slice(at + 9, end - 3);
    return end;
  }
  const end = tagEnd(source, at);
  const first = source[at + 1];
  if (first === '?' || first === '!') return end;
  if (first === '/') {
    const closed = open.pop();
    if (open.length === 0 || closed!.name !== localName(source.slice(at + 2, end - 1).trim())) throw new SyntaxError('XML closes the wrong element');
    handOverLast(open, handOver);
    return end;
  }
  const isEmpty = source[end - 2] === '/';
  const element = readTag(source.slice(at + 1, end - (isEmpty ? 2 : 1)));
  open[open.length - 1]!.children.push(element);
  if (isEmpty) handOverLast(open, handOver);
  else open.push(element);
  return end;
}

function handOverLast(open: readonly XmlElement[], handOver: HandOver | undefined): void {
  const parent = open[open.length - 1]!;
  if (handOver && parent.name === handOver.of) handOver.take(parent.children.pop()!);
}

function readTag(tag: string): XmlElement {
  const nameEnd = tag.search(/\s/);
  const attributes: Record<string, string> = {};
  if (nameEnd >= 0) {
    for (const [, name, double, single] of tag.slice(nameEnd).matchAll(ATTRIBUTE)) {
      const value = decodeEntities(double ?? single ?? '');
      const local = localName(name!);
      if (local !== name && local === 'id') attributes['r:id'] = value;
      else if (local === name || !(local in attributes)) attributes[local] = value;
    }
  }
  return { name: localName(nameEnd < 0 ? tag : tag.slice(0, nameEnd)), attributes, children: [], text: '' };
}

/** A `>` inside a quoted value does not end a tag. */
function tagEnd(source: string, at: number): number {
  let end = source.indexOf('>', at);
  while (end >= 0 && hasOpenQuote(source, at, end)) end = source.indexOf('>', end + 1);
  if (end < 0) throw new SyntaxError('XML ends inside a tag');
  return end + 1;
}

function hasOpenQuote(source: string, from: number, to: number): boolean {
  let quote = '';
  for (let index = from; index < to; index++) {
    const letter = source[index]!;
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return quote !== '';
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  if (at < 0) throw new SyntaxError('XML ends too early');
  return at + mark.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal!, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter]};`)
    // eslint-disable-next-line no-control-regex -- XML 1.0 cannot carry these at all
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** An XML boolean attribute: `1`, `true`, `on`. */
export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';
}
