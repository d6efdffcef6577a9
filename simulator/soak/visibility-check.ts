// A second opinion on rights, from the tables and in other words than the Worker's: whom a record may reach, and who may
// change it.

import { formOf } from '../../domain/forms/registry.ts';
import type { Role } from '../../domain/forms/definition.ts';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import type { Storage } from './storage-checks.ts';

interface Whose {
  readonly form: string;
  readonly owner: string;
  readonly department: string;
  readonly customer: string | null;
}

/** The records that a member may read, or write, as the tables stand now. */
export function rightsOf(storage: Storage, member: string, today: string): (right: 'read' | 'write', record: string) => boolean {
  const [person] = storage.rows<{ department: string; roles: string }>('SELECT department, roles FROM member WHERE id = ?', member);
  const roles = (JSON.parse(person!.roles) as { role: Role; from: string; until?: string }[]).filter(({ from, until }) => from <= today && (until === undefined || today <= until)).map(({ role }) => role);
  const customers = new Set(storage.rows<{ customer: string }>('SELECT customer FROM assignment WHERE member = ? AND since <= ? AND (until IS NULL OR until >= ?)', member, today, today).map(({ customer }) => customer));
  return (right, record) => {
    const [whose] = storage.rows<Whose>('SELECT form, owner, department, customer FROM record WHERE id = ?', record);
    if (!whose) return false;
    const isTheirs = whose.owner === member;
    return roles.map((role) => formOf(whose.form)?.rights[role]?.[right] ?? 'none').some((scope) => scope === 'org' || (scope === 'department' && whose.department === person!.department)
      || (scope === 'own' && isTheirs) || (scope === 'customers' && (isTheirs || (whose.customer !== null && customers.has(whose.customer)))));
  };
}

/** Records in the answer that the member may not see. */
export function leaked(storage: Storage, member: string, answer: SyncAnswer): string[] {
  if (answer.changes.length === 0) return [];
  const may = rightsOf(storage, member, answer.today);
  return answer.changes.flatMap(({ record, form }) => (may('read', record) ? [] : [`${record} (${form}) reached ${member}`]));
}
