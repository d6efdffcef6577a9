// Panes of several people over one file: whoever writes finds out whether another pane wrote `_keybook` since it was read,
// and then begins again from the reading. Knows neither Excel nor the wire.

import { PaneError } from '../panes/services.ts';
import type { Ledger } from './ledger.ts';
import type { Look } from './look.ts';

/** Each further try means that another pane got through. */
const tries = 8;

export async function fromReading<Result>(first: Look, read: () => Promise<Look>, work: (look: Look) => Promise<Result>): Promise<Result> {
  let look = first;
  for (let turn = 1; ; turn += 1) {
    try {
      return await work(look);
    } catch (error) {
      if (!(error instanceof PaneError) || error.failure.code !== 'workbook-went-on' || turn === tries) throw error;
      look = await read();
    }
  }
}

/**
 * Pushes that other devices sealed. What lay there when the pane was opened (the file was moved, the device forgot who it
 * is), and what an earlier sync met already, nobody sends any more: it is sent from here as it is, which the Worker takes
 * once. What turned up since is a colleague's at work.
 */
export class OthersSeals {
  #met: Set<string> | null = null;

  /** The ledger with a push that nobody sends any more as the one to send. */
  adopt(ledger: Ledger): Ledger {
    this.#met ??= new Set(ledger.others.map(({ id }) => id));
    const left = ledger.others.find(({ id }) => this.#met!.has(id));
    if (ledger.sealed || !left) return ledger;
    return { ...ledger, sealed: left, others: ledger.others.filter((push) => push !== left) };
  }

  /** After a sync that left them alone. */
  meet({ others }: Ledger): void {
    for (const { id } of others) this.#met?.add(id);
  }
}

/** Records of which another pane is sending something: nothing of them goes out from here until it has its answer. */
export function inFlight({ others }: Ledger): ReadonlySet<string> {
  return new Set(others.flatMap(({ mutations }) => mutations.map(({ record }) => record)));
}
