// What the check-up (体检) says: one finding a thing looked at, by code and facts. Types alone.

import type { CellLink } from './services.ts';

export const checks = ['sign-in', 'network', 'excel', 'protection', 'identities', 'layouts', 'pending', 'chain'] as const;
export type Check = (typeof checks)[number];

/** What can be done about it; done only after the person has said so. */
export type Mend = 'sign-in' | 'sync' | 'ask-again' | 'ask-afresh' | 'teach' | 'problems' | 'questions';

export interface Finding {
  readonly check: Check;
  /** good: in order. note: works, and one should know. bad: in the way of the work. */
  readonly is: 'good' | 'note' | 'bad';
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly cells?: readonly CellLink[];
  readonly mend?: Mend;
}

export interface CheckUpServices {
  /** Looks at everything anew; each finding is told as soon as it is there. */
  checkUp(onFound: (finding: Finding) => void): Promise<void>;
}
