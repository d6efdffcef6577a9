// A D1 that fails where it is told to: before or after its n-th statement, inside the batch, so that SQLite itself has to
// undo what the batch had done by then; or after its n-th round trip took effect, so that only the answer is lost.

export type Fault =
  | { readonly kind: 'before' | 'after'; readonly statement: number }
  | { readonly kind: 'answer-lost'; readonly roundTrip: number }
  | { readonly kind: 'refused'; readonly roundTrip: number; readonly message: string };

/** What of D1 the Worker uses. */
interface Batching<Statement> {
  prepare(text: string): Statement;
  batch(statements: Statement[]): Promise<unknown[]>;
}

export interface Watched {
  statements: number;
  roundTrips: number;
  hasFailed: boolean;
}

/** Fails once; what comes after goes through. */
export function faultyDatabase<Statement>(database: Batching<Statement>, fault: Fault | null): { readonly database: D1Database; readonly watched: Watched } {
  const watched: Watched = { statements: 0, roundTrips: 0, hasFailed: false };
  // Not JSON: an error when it runs, not when it is prepared.
  const broken = () => database.prepare("SELECT json('broken')");
  const batch = async (statements: Statement[]) => {
    const before = watched.statements;
    watched.statements += statements.length;
    watched.roundTrips += 1;
    const isHere = !watched.hasFailed && fault !== null && ('statement' in fault ? fault.statement > before && fault.statement <= watched.statements : fault.roundTrip === watched.roundTrips);
    if (!isHere) return database.batch(statements);
    watched.hasFailed = true;
    if (fault.kind === 'refused') throw new Error(fault.message);
    if (fault.kind !== 'answer-lost') {
      const place = fault.statement - before - 1;
      return database.batch([...statements.slice(0, fault.kind === 'before' ? place : place + 1), broken(), ...statements.slice(place + 1)]);
    }
    await database.batch(statements);
    throw new Error('Network connection lost.');
  };
  return { database: { prepare: (text: string) => database.prepare(text), batch } as unknown as D1Database, watched };
}
