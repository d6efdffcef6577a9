// The words that this device reads with: what the department has taught as it was last heard, what is kept here alone, and
// what waits to be sent. One set a department, the last one used also before anybody signs in. Knows no network.

import * as v from 'valibot';
import { learnedWordSchema, sameLabel, taughtWordSchema } from '../../domain/protocol/learned-words.ts';
import type { LearnedWord, TaughtWord } from '../../domain/protocol/learned-words.ts';
import type { KeyValueStorage } from '../connection/session-store.ts';
import type { KeptWord } from '../panes/services.ts';

const keptSchema = v.object({ department: v.array(taughtWordSchema), device: v.array(learnedWordSchema), unsent: v.array(learnedWordSchema) });
type Kept = v.InferOutput<typeof keptSchema>;

export type Owner = { readonly org: { readonly id: string }; readonly member: { readonly department: string } } | null;

export interface WordStore {
  /** To read with, this device's own first; the same list until something changes. */
  words(): readonly LearnedWord[];
  /** The same with where each is kept. */
  all(): readonly KeptWord[];
  unsent(): readonly LearnedWord[];
  /** What the department has now. True where that is news. */
  heard(words: readonly TaughtWord[]): boolean;
  keep(words: readonly LearnedWord[], where: 'device' | 'unsent'): void;
  /** Takes words out of what is kept here. */
  drop(words: readonly Pick<LearnedWord, 'form' | 'label'>[]): void;
  /** A word of the department that was taken back. */
  dropTaught(word: Pick<LearnedWord, 'form' | 'label'>): void;
}

const nothing: Kept = { department: [], device: [], unsent: [] };

export function wordStore(storage: KeyValueStorage, partition: string, owner: () => Owner): WordStore {
  const last = `${partition}keybook.words`;
  let loaded: { key: string; kept: Kept; words: readonly LearnedWord[] } | null = null;

  const keyOf = (): string => {
    const session = owner();
    return session ? `${last}.${session.org.id}.${session.member.department}` : (loaded?.key ?? tryTo(() => storage.getItem(last)) ?? `${last}.`);
  };
  const load = (): { key: string; kept: Kept; words: readonly LearnedWord[] } => {
    const key = keyOf();
    if (loaded?.key === key) return loaded;
    const kept = read(storage, key);
    // What was taught before anybody signed in goes with whoever signs in first.
    const unowned = key === `${last}.` ? nothing : read(storage, `${last}.`);
    tryTo(() => storage.removeItem(`${last}.`));
    return settle(key, { ...kept, unsent: merged(kept.unsent, unowned.unsent), device: merged(kept.device, unowned.device) });
  };
  const settle = (key: string, kept: Kept): { key: string; kept: Kept; words: readonly LearnedWord[] } => {
    loaded = { key, kept, words: [...kept.unsent, ...kept.device, ...kept.department] };
    tryTo(() => storage.setItem(last, key));
    tryTo(() => storage.setItem(key, JSON.stringify(kept)));
    return loaded;
  };
  const change = (to: (kept: Kept) => Kept): void => {
    const { key, kept } = load();
    settle(key, to(kept));
  };

  return {
    words: () => load().words,
    all: () => allOf(load().kept),
    unsent: () => load().kept.unsent,
    heard: (words) => {
      if (JSON.stringify(words) === JSON.stringify(load().kept.department)) return false;
      change((kept) => ({ ...kept, department: [...words] }));
      return true;
    },
    keep: (words, where) => change((kept) => ({ ...without(kept, words), [where]: merged(without(kept, words)[where], words) })),
    drop: (words) => change((kept) => without(kept, words)),
    dropTaught: (word) => change((kept) => ({ ...kept, department: kept.department.filter((taught) => !sameLabel(taught, word)) })),
  };
}

function without(kept: Kept, words: readonly Pick<LearnedWord, 'form' | 'label'>[]): Kept {
  const rest = (own: readonly LearnedWord[]): LearnedWord[] => own.filter((word) => !words.some((other) => sameLabel(other, word)));
  return { ...kept, device: rest(kept.device), unsent: rest(kept.unsent) };
}

function merged(before: readonly LearnedWord[], added: readonly LearnedWord[]): LearnedWord[] {
  return [...added, ...before.filter((word) => !added.some((other) => sameLabel(other, word)))];
}

/** A word of the department that this device reads otherwise is not listed: it is not read with. */
function allOf({ department, device, unsent }: Kept): KeptWord[] {
  const own = [...unsent.map((word): KeptWord => ({ ...word, where: 'unsent' })), ...device.map((word): KeptWord => ({ ...word, where: 'device' }))];
  return [...own, ...department.filter((word) => !own.some((other) => sameLabel(other, word))).map((word): KeptWord => ({ ...word, where: 'department' }))];
}

function read(storage: KeyValueStorage, key: string): Kept {
  const text = tryTo(() => storage.getItem(key));
  const parsed = v.safeParse(keptSchema, text ? tryTo(() => JSON.parse(text) as unknown) : null);
  return parsed.success ? parsed.output : nothing;
}

function tryTo<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
