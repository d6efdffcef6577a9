// The clock and the window that a pane lives in.

import type { Clock } from './watch.ts';

export interface Surroundings {
  readonly clock: Clock;
  readonly isVisible: () => boolean;
  /** Calls back whenever the pane is seen again. */
  readonly onSeen: (callback: () => void) => void;
}

export function browserSurroundings(): Surroundings {
  const page = (globalThis as { document?: Document }).document;
  return {
    clock: {
      now: () => Date.now(),
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    isVisible: () => page?.visibilityState !== 'hidden',
    onSeen: (callback) => page?.addEventListener('visibilitychange', () => page.visibilityState === 'visible' && callback()),
  };
}
