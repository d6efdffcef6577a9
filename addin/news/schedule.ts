// When to ask for news: within a minute while somebody is at work here, ever more rarely while nobody looks, nobody works or
// nobody answers. Pure; times are milliseconds of any clock.

export interface Attention {
  readonly isVisible: boolean;
  /** When the person last did something in the workbook or the pane. */
  readonly lastActive: number;
}

export const oftenest = 55_000;
export const rarest = 600_000;
/** So long after the last stroke somebody is still taken to be there. */
const idleAfter = 900_000;

export function isWatched({ isVisible, lastActive }: Attention, now: number): boolean {
  return isVisible && now - lastActive < idleAfter;
}

/** `misses`: asked in a row in vain: without an answer, or without anybody there. */
export function intervalAfter(misses: number): number {
  return Math.min(rarest, oftenest * 2 ** misses);
}
