// Each workbench window stands for one person's computer: the pane in it sees a localStorage of its own, kept over
// reloads of this window and unknown to the others.

const key = 'keybook-workbench.pane-storage';

/** Told to the page when the pane stores something; `detail` is its name. */
export const storedEvent = 'keybook-pane-stored';

export function giveOwnStorage(pane: Window): void {
  const entries = new Map<string, string>(JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, string][]);
  const keep = () => sessionStorage.setItem(key, JSON.stringify([...entries]));
  const storage: Storage = {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(String(name)) ?? null,
    setItem: (name, value) => {
      entries.set(String(name), String(value));
      keep();
      dispatchEvent(new CustomEvent(storedEvent, { detail: name }));
    },
    removeItem: (name) => {
      entries.delete(String(name));
      keep();
    },
    clear: () => {
      entries.clear();
      keep();
    },
  };
  Object.defineProperty(pane, 'localStorage', { value: storage, configurable: true });
}

export function forgetOwnStorage(): void {
  sessionStorage.removeItem(key);
}

/** office.js remembers its host and the document's settings per tab; a reload must ask the simulator again. */
export function forgetOfficeCaches(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name === 'hostInfoValue' || name.endsWith('CachedSessionSettings')) sessionStorage.removeItem(name);
  }
}
