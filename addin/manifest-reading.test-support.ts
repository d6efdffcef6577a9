// A manifest as a tree of elements, for its own test: enough of XML for a file that we write ourselves.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

export function parseXml(source: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  for (const [, closing, name, rest, isEmpty, text] of source.replace(/<\?.*?\?>|<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([\w:.]+)((?:\s+[\w:.]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    const current = open.at(-1)!;
    if (text !== undefined) current.text += text.trim();
    else if (closing) {
      if (open.pop()!.name !== name) throw new SyntaxError(`</${name}> closes what is not open`);
    } else {
      const attributes = Object.fromEntries([...rest!.matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]));
      const element: Element = { name: name!, attributes, children: [], text: '' };
      current.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new SyntaxError('not one whole element');
  return root.children[0]!;
}

/** The element and all below it, in the order of the file. */
export function all(element: Element, name?: string): Element[] {
  const below = [element, ...element.children.flatMap((child) => all(child))];
  return name === undefined ? below : below.filter((entry) => entry.name === name);
}

export function child(element: Element, name: string): Element {
  const found = element.children.find((entry) => entry.name === name);
  if (!found) throw new Error(`${element.name} has no ${name}`);
  return found;
}
