// What is still open once everybody has pulled, answered, decided and synced until nothing moved. Only rights may leave
// something open: a record that went out of this person's sight is greyed, and what the Worker does not take from them is
// told. Everything else is a finding.

import type { CellLink, SyncReceipt } from '../../addin/panes/services.ts';
import type { Look } from '../../addin/sync/look.ts';
import { isOutOfSight } from '../../addin/sync/out-of-sight.ts';
import type { Desk } from './desk.ts';
import { todayAt } from './server.ts';
import type { Server } from './server.ts';
import { rightsOf } from './visibility-check.ts';

/** Of one workbook, each as a line. `refused`: what the Worker does not take from this person. */
export function unsettledAt(desk: Desk, look: Look, refused: ReadonlySet<string>): string[] {
  const lines = [
    ...(look.ledgerState === 'whole' ? [] : [`_keybook is ${look.ledgerState}`]),
    ...look.questions.map(({ kind, record }) => `${kind} is still asked of ${JSON.stringify(record.fields)}`),
    ...look.deletions.map(({ record }) => `whether ${record} is to go is still asked`),
    ...look.mutations.flatMap((mutation) => (refused.has(mutation.record) ? [] : [`still pending: ${JSON.stringify(mutation)}`])),
    ...look.known.flatMap((known) => {
      const { id, entry } = known;
      if (entry === null || refused.has(id) || isOutOfSight(known)) return [];
      const open = (['held', 'baseRevs', 'unsent', 'deleted', 'missed', 'likely'] as const).filter((what) => entry[what]);
      return open.length === 0 ? [] : [`${id} is still ${open.map((what) => `${what} ${JSON.stringify(entry[what])}`).join(', ')}`];
    }),
  ];
  return lines.map((line) => `${desk.name}: ${line}`);
}

/** Records of which the receipt tells that this person has no right to write them. */
export function refusedIn({ rejected }: SyncReceipt, look: Look): ReadonlySet<string> {
  const placeOf = (cell: CellLink | null): string => `${cell?.sheet} ${cell?.address}`;
  const places = new Set(rejected.filter(({ problems }) => problems.some(({ code }) => code === 'no-right')).map(({ cell }) => placeOf(cell)));
  return new Set(look.known.map(({ id }) => id).filter((id) => places.has(placeOf(look.cellOf(id, null)))));
}

/** Conflicts that are open although somebody at a desk may decide them. */
export function undecided({ storage, now }: Server, desks: readonly Desk[]): string[] {
  const members = [...new Set(desks.map(({ member }) => member))].map((member) => ({ member, may: rightsOf(storage, member, todayAt({ now })) }));
  return storage.rows<{ id: string; record: string; path: string }>('SELECT id, record, path FROM conflict WHERE open = 1').flatMap(({ id, record, path }) => {
    const whoMay = members.filter(({ may }) => may('write', record)).map(({ member }) => member);
    return whoMay.length === 0 ? [] : [`${id} about ${path} of ${record} is open, and ${whoMay.join(', ')} may decide it`];
  });
}

/** Records that this person may see, as may for whom the workbook is, and that it neither holds nor remembers. */
export function absentFrom(desk: Desk, { ledger, byId }: Look, { storage, now }: Server): string[] {
  const rights = [desk.member, ...(ledger.audience?.kind === 'member' ? [ledger.audience.id] : [])].map((member) => rightsOf(storage, member, todayAt({ now })));
  const remembered = new Set(ledger.entries.map(({ record }) => record));
  return storage.rows<{ id: string }>('SELECT id FROM record WHERE deleted = 0')
    .filter(({ id }) => rights.every((may) => may('read', id)) && !byId.has(id) && !remembered.has(id))
    .map(({ id }) => `${id} is ${desk.member}'s to see and is not in ${desk.name}`);
}
