// The few members of window and document that office.js' loader touches, for a realm without a DOM.

const origin = 'http://localhost/';

function storage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, String(value)),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
}

/** `run` executes a file of the library that the loader asks for by a script element */
export function standInPage(entry: string, run: (file: string) => void): Record<string, unknown> {
  const nothing = () => {};
  const head = {
    appendChild(script: ScriptElement) {
      setTimeout(() => {
        try {
          run(script.src.slice(origin.length));
          script.onload?.();
        } catch (error) {
          script.onerror?.(error);
        }
      }, 0);
    },
  };
  const document = {
    readyState: 'complete',
    domain: 'localhost',
    URL: origin,
    body: {},
    documentElement: {},
    addEventListener: nothing,
    removeEventListener: nothing,
    getElementById: () => null,
    querySelectorAll: () => [],
    createElement: () => ({ style: {}, setAttribute: nothing }),
    getElementsByTagName: (tag: string) => (tag === 'script' ? [{ src: origin + entry, getAttribute: () => null }] : [head]),
  };
  return {
    window: globalThis,
    self: globalThis,
    parent: globalThis,
    top: globalThis,
    name: '',
    history: {},
    location: { search: '', hash: '', href: origin, origin: 'http://localhost', protocol: 'http:', hostname: 'localhost' },
    document,
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: nothing,
    removeEventListener: nothing,
  };
}
