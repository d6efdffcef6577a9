// Keeps who is signed in on this device. Never in the workbook; where the host gives no storage, in memory only.

import * as v from 'valibot';
import { signInAnswerSchema } from '../../domain/protocol/messages.ts';
import type { SignInAnswer } from '../../domain/protocol/messages.ts';

export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface SessionStore {
  read(): SignInAnswer | null;
  write(session: SignInAnswer | null): void;
  /** A name for this device, made once. */
  device(): string;
}

export function sessionStore(storage: KeyValueStorage, partition: string, newId: () => string): SessionStore {
  const key = (name: string): string => `${partition}keybook.${name}`;
  let session = read(storage, key('session'));
  return {
    read: () => session,
    write: (next) => {
      session = next;
      tryTo(() => (next ? storage.setItem(key('session'), JSON.stringify(next)) : storage.removeItem(key('session'))));
    },
    device: () => {
      const known = tryTo(() => storage.getItem(key('device')));
      if (known) return known;
      const made = newId();
      tryTo(() => storage.setItem(key('device'), made));
      return made;
    },
  };
}

/** The browser's storage, or memory where a private frame has none. */
export function storageOrMemory(find: () => KeyValueStorage | undefined): KeyValueStorage {
  const storage = tryTo(find);
  if (storage) return storage;
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

function read(storage: KeyValueStorage, key: string): SignInAnswer | null {
  const text = tryTo(() => storage.getItem(key));
  if (!text) return null;
  const parsed = v.safeParse(signInAnswerSchema, tryTo(() => JSON.parse(text) as unknown));
  return parsed.success ? parsed.output : null;
}

function tryTo<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
