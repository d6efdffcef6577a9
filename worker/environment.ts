// What the Worker is given: its bindings, and the two things that are not pure (the clock and randomness), so that
// tests can hold both still.

import type { D1Database, Fetcher } from '@cloudflare/workers-types';
import type { Database } from './db/database.ts';

export interface Bindings {
  readonly DB: D1Database;
  readonly ASSETS?: Fetcher;
  readonly ORG_ZONE?: string;
  readonly SESSION_DAYS?: string;
  readonly ACTIVATION_HOURS?: string;
}

export interface Instruments {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Waits between attempts after a lost race. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Gets the counters of each request; for tests and the bench. */
  readonly onCounters?: (counters: Counters) => void;
}

export interface Counters {
  roundTrips: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
}

export interface SignedIn {
  readonly tokenHash: string;
  readonly org: { readonly id: string; readonly name: string };
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly post: string;
    readonly department: string;
    readonly departmentName: string;
    readonly roles: readonly string[];
  };
  readonly expiresAt: string;
}

export interface AppContext {
  Bindings: Bindings;
  Variables: { database: Database; instruments: Instruments; session: SignedIn; today: string };
}

export const ownInstruments: Instruments = {
  clock: () => Date.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
