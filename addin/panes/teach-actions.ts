// Presses about labels: keeping what they stand for, and taking that back.

import type { Signal } from '@preact/signals';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { KeptWord, PaneServices, UnknownLayout } from './services.ts';
import * as change from './state.ts';
import type { Busy, PaneState } from './state.ts';

interface Given {
  readonly services: PaneServices;
  readonly state: Signal<PaneState>;
  readonly doing: (busy: Busy, work: () => Promise<void>) => Promise<void>;
  readonly reread: () => Promise<void>;
}

export function teachActions({ services, state, doing, reread }: Given) {
  return {
    /** Back to where one came from, with what the sheet says now. */
    teach: (words: readonly LearnedWord[], shared: boolean, layout: Pick<UnknownLayout, 'form' | 'title' | 'sheet'>): Promise<void> =>
      doing({ with: 'teach' }, async () => {
        const taught = await services.teach(words, shared, layout);
        const back = change.wentBack(change.read(state.value, taught.reading));
        state.value = change.noticed(back, { kind: 'taught', taught, title: layout.title, sheet: layout.sheet, labels: words.length });
      }),

    takeBack: (word: KeptWord): Promise<void> =>
      doing({ with: 'teach' }, async () => {
        await services.takeBack(word);
        await reread();
        state.value = change.noticed(state.value, { kind: 'taken-back', label: word.label });
      }),
  };
}
