// 客户执行指派: a customer has one executor, named by the manager who owns it; once accepted the assignment stands.

import type { StoredRecord } from '../books/draft.ts';
import { assignedOn } from '../books/world.ts';
import { refuse } from './desk.ts';
import type { Desk } from './desk.ts';

const formId = 'executor-assignment';

interface Naming {
  readonly customer: string;
  readonly manager: string;
  readonly executor: string;
  readonly since: string;
}

/** Another executor than the present one is refused by name, before the record could pass for a duplicate. */
export function checkExecutor(desk: Desk, before: StoredRecord | null, now: StoredRecord): void {
  const naming = namingOf(before, now);
  const present = naming && executorOf(desk, naming.customer);
  if (present && present !== naming.executor) {
    refuse('executor-already-assigned', 'executor', { executor: desk.world.people.get(present)?.name ?? '' });
  }
}

export function assignExecutor(desk: Desk, before: StoredRecord | null, now: StoredRecord): void {
  const naming = namingOf(before, now);
  if (!naming) return;
  const { customer, manager, executor, since } = naming;
  if (executorOf(desk, customer)) refuse('executor-already-assigned', 'executor');
  if (assignedOn(desk.world, customer, 'owner', since) !== manager) refuse('manager-not-owner', 'manager');
  const assignment = { customer, kind: 'executor' as const, member: executor, since, until: null, record: now.id };
  desk.newAssignments.push(assignment);
  desk.world.assignments = [...desk.world.assignments, assignment];
}

/** null while anything of it is open, and once it is in force. */
function namingOf(before: StoredRecord | null, now: StoredRecord): Naming | null {
  if (now.form !== formId || now.deleted || now.state === 'incomplete' || inForce(before)) return null;
  const { manager, executor } = now.refs;
  const since = now.fields['from_day'];
  if (!now.customer || !manager || !executor || typeof since !== 'string') return null;
  return { customer: now.customer, manager, executor, since };
}

function executorOf(desk: Desk, customer: string): string | undefined {
  return desk.world.assignments.find((entry) => entry.customer === customer && entry.kind === 'executor' && entry.until === null)?.member;
}

/** An append-only record binds from its first acceptance without an open question. */
export function inForce(record: StoredRecord | null): boolean {
  return record !== null && !record.deleted && record.state === 'accepted' && record.problems.length === 0;
}
