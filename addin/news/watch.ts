// Asks the Worker again and again whether colleagues changed something that this workbook does not have, and tells once
// there is. Writes nothing. Knows neither Excel nor the wire.

import { intervalAfter, isWatched } from './schedule.ts';

export interface Clock {
  readonly now: () => number;
  /** Returns the way to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

export interface WatchParts<Answer> {
  /** null: nothing new. */
  readonly ask: () => Promise<Answer | null>;
  /** Somebody is signed in, and the workbook has been synchronised. */
  readonly mayAsk: () => boolean;
  readonly isVisible: () => boolean;
  readonly clock: Clock;
  readonly onAnswer: (answer: Answer | null) => void;
}

export interface Watch {
  /** The person did something, or looks again. */
  active(): void;
  /** So often it was asked. */
  readonly asked: () => number;
  stop(): void;
}

export function watchNews<Answer>(parts: WatchParts<Answer>): Watch {
  const { clock } = parts;
  let lastActive = clock.now();
  let lastAsked = clock.now();
  let asked = 0;
  let misses = 0;
  let isAsking = false;
  let isStopped = false;
  let callOff = (): void => {};

  function plan(): void {
    callOff();
    if (!isStopped) callOff = clock.after(Math.max(0, lastAsked + intervalAfter(misses) - clock.now()), () => void askNow());
  }

  async function askNow(): Promise<void> {
    if (isAsking) return;
    lastAsked = clock.now();
    isAsking = true;
    const isThere = isWatched({ isVisible: parts.isVisible(), lastActive }, lastAsked);
    const isAnswered = await answered();
    isAsking = false;
    misses = isThere && isAnswered ? 0 : misses + 1;
    plan();
  }

  async function answered(): Promise<boolean> {
    if (!parts.mayAsk()) return true;
    asked += 1;
    try {
      parts.onAnswer(await parts.ask());
      return true;
    } catch {
      // Out of reach: the pane says so where the person asks for something; here it is only asked more rarely.
      return false;
    }
  }

  plan();
  return {
    active: () => {
      const wasWatched = isWatched({ isVisible: true, lastActive }, clock.now());
      lastActive = clock.now();
      if (wasWatched && misses === 0) return;
      misses = 0;
      if (!isAsking) plan();
    },
    asked: () => asked,
    stop: () => {
      isStopped = true;
      callOff();
    },
  };
}
