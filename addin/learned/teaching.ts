// Teaching a label and taking it back: to the department where it is reachable, else kept here until the next sync. Knows
// no sheets.

import { learnedLimits } from '../../domain/protocol/learned-words.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { Connection } from '../connection/client.ts';
import { PaneError } from '../panes/services.ts';
import type { KeptWord, Taught } from '../panes/services.ts';
import type { WordStore } from './word-store.ts';

type Told = Pick<Taught, 'saved' | 'kept'>;

export interface Teaching {
  teach(words: readonly LearnedWord[], shared: boolean): Promise<Told>;
  /** With a sync: what could not be sent before. */
  sendUnsent(): Promise<void>;
  takeBack(word: KeptWord): Promise<void>;
}

export function teachingOver(connection: Pick<Connection, 'teach' | 'takeBack'>, store: WordStore, isSignedIn: () => boolean): Teaching {
  /** The labels that a colleague has taught otherwise; the colleague's words are read with. */
  const send = async (words: readonly LearnedWord[]): Promise<string[]> => {
    const kept: string[] = [];
    for (let from = 0; from < words.length; from += learnedLimits.request) {
      const part = words.slice(from, from + learnedLimits.request);
      const answer = await connection.teach(part);
      store.drop(part);
      store.heard(answer.words);
      kept.push(...answer.kept.map(({ label }) => label));
    }
    return kept;
  };

  return {
    teach: async (words, shared) => {
      if (!shared || !isSignedIn()) {
        store.keep(words, shared ? 'unsent' : 'device');
        return { saved: shared ? 'unsent' : 'device', kept: [] };
      }
      try {
        return { saved: 'department', kept: await send(words) };
      } catch (error) {
        if (!mayComeLater(error)) throw error;
        store.keep(words, 'unsent');
        return { saved: 'unsent', kept: [] };
      }
    },
    sendUnsent: async () => {
      const words = store.unsent();
      if (words.length === 0) return;
      try {
        await send(words);
      } catch (error) {
        // What will never be taken is still read with here.
        if (!mayComeLater(error)) store.keep(words, 'device');
      }
    },
    takeBack: async (word) => {
      if (word.where !== 'department') return store.drop([word]);
      try {
        await connection.takeBack(word);
      } catch (error) {
        // A colleague was faster.
        if (!(error instanceof PaneError && error.failure.code === 'not-found')) throw error;
      }
      store.dropTaught(word);
    },
  };
}

/** Out of reach, busy or signed out: another time it may go. */
function mayComeLater(error: unknown): boolean {
  if (!(error instanceof PaneError)) return false;
  const { code, status } = error.failure;
  return status === undefined ? code !== 'bad-answer' : status >= 500 || status === 401 || status === 429;
}
