// A change of who may what is written like a push: behind the guard, as one link of the chain, with the records that
// follow it into another department. Its cursor moves for everybody, so that the next sync looks at rights again.

import type { Context } from 'hono';
import { openDesk, untilWon } from '../sync/synchronise.ts';
import { decidePush } from '../sync/decide.ts';
import { foundOf } from '../sync/found.ts';
import { wantedFor } from '../sync/prepare.ts';
import { recordsStatement, worldStatement } from '../sync/queries.ts';
import type { FoundRow, WorldRow } from '../sync/queries.ts';
import { viewerOf, worldOf } from '../sync/read-world.ts';
import type { SyncWorld } from '../sync/read-world.ts';
import { writtenOf } from '../sync/write.ts';
import type { OtherChange } from '../sync/write.ts';
import { writeStatements } from '../sync/write-queries.ts';
import type { Assignment, Person } from '../books/world.ts';
import type { SQL } from '../db/sql.ts';
import type { AppContext } from '../environment.ts';
import { newId } from '../http/secrets.ts';
import { bearerHash } from '../session/bearer.ts';
import { assertSession } from '../session/assert-session.ts';
import { elsewhereStatement } from './queries.ts';

export interface RightsPlan {
  readonly change: OtherChange;
  /** The member as they are from now on; absent where only customers change hands. */
  readonly person?: Person;
  /** Assignments that are new or end otherwise. */
  readonly assignments?: readonly Assignment[];
  readonly unplanned?: readonly Assignment[];
  readonly statements?: (org: string) => readonly SQL[];
  /** Whose records follow into which department. */
  readonly follow?: { readonly department: string; readonly owner: string; readonly customers: readonly string[] };
}

/** `planOf` looks at the world as it is and says what to change, or refuses; null changes nothing. */
export async function changeRights(context: Context<AppContext>, planOf: (world: SyncWorld) => RightsPlan | null): Promise<void> {
  const tokenHash = await bearerHash(context);
  const { database, instruments, today } = context.var;
  const zone = context.env.ORG_ZONE;
  await untilWon(instruments, async () => {
    const [row] = await database.rows<WorldRow>(worldStatement(tokenHash, '', ''));
    assertSession(row, instruments.clock());
    const world = worldOf(row!, today);
    const org = world.org.id;
    const plan = planOf(world);
    if (plan === null) return;
    const ownerless = ownerlessOf(world, plan);
    const { follow } = plan;
    const [beside, elsewhere] = await database.batch([
      // Which contract of a customer is the first is only seen with all of them at hand.
      recordsStatement({ ...wantedFor(world, org, [], null), ownerless, customers: [...ownerless, ...(follow?.customers ?? [])] }),
      ...(follow ? [elsewhereStatement(org, follow.department, follow.owner, follow.customers)] : []),
    ]);
    apply(world, plan);
    const desk = openDesk({ instruments, zone }, world, viewerOf(world, row!.member), foundOf([...beside!.results, ...(elsewhere?.results ?? [])] as unknown as FoundRow[]));
    for (const entry of plan.assignments ?? []) desk.newAssignments.push({ ...entry, record: entry.record ?? null });
    const decision = decidePush(desk, [], world.head.seq);
    const request = { push: { id: newId(instruments, 'rights') }, device: '', workbook: '' };
    const written = await writtenOf({ desk, decision, world, request, bind: [], others: [plan.change] });
    await database.batch([...writeStatements(written.rows), ...(plan.statements?.(org) ?? [])]);
  });
}

/** A customer who gets their first owner: what counted for nobody is credited now. */
function ownerlessOf(world: SyncWorld, { assignments = [] }: RightsPlan): string[] {
  const owned = new Set(world.assignments.filter(({ kind }) => kind === 'owner').map(({ customer }) => customer));
  return assignments.filter(({ kind, customer }) => kind === 'owner' && !owned.has(customer)).map(({ customer }) => customer);
}

function apply(world: SyncWorld, { person, assignments = [], unplanned = [] }: RightsPlan): void {
  if (person) world.people = new Map([...world.people, [person.id, person]]);
  const changed = [...assignments, ...unplanned];
  const isSame = (a: Assignment, b: Assignment) => a.customer === b.customer && a.kind === b.kind && a.member === b.member && a.since === b.since;
  world.assignments = [...world.assignments.filter((entry) => !changed.some((other) => isSame(entry, other))), ...assignments];
}
