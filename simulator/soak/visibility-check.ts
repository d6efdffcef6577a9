// A second opinion on rights, from the tables and in other words than the Worker's: whom a record may reach.

import { formOf } from '../../domain/forms/registry.ts';
import type { Role } from '../../domain/forms/definition.ts';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import type { SqliteD1 } from './sqlite-d1.ts';

interface Whose {
  readonly owner: string;
  readonly department: string;
  readonly customer: string | null;
}

/** Records in the answer that the member may not see, as the tables stand now. */
export function leaked(storage: SqliteD1, member: string, today: string, answer: SyncAnswer): string[] {
  if (answer.changes.length === 0) return [];
  const [person] = storage.rows<{ department: string; roles: string }>('SELECT department, roles FROM member WHERE id = ?', member);
  const roles = (JSON.parse(person!.roles) as { role: Role; from: string; until?: string }[]).filter(({ from, until }) => from <= today && (until === undefined || today <= until)).map(({ role }) => role);
  const customers = new Set(storage.rows<{ customer: string }>('SELECT customer FROM assignment WHERE member = ? AND since <= ? AND (until IS NULL OR until >= ?)', member, today, today).map(({ customer }) => customer));
  return answer.changes.flatMap((change) => {
    const [whose] = storage.rows<Whose>('SELECT owner, department, customer FROM record WHERE id = ?', change.record);
    const scopes = roles.map((role) => formOf(change.form)?.rights[role]?.read ?? 'none');
    const isTheirs = whose!.owner === member;
    const isAllowed = scopes.some((scope) => scope === 'org' || (scope === 'department' && whose!.department === person!.department)
      || (scope === 'own' && isTheirs) || (scope === 'customers' && (isTheirs || (whose!.customer !== null && customers.has(whose!.customer)))));
    return isAllowed ? [] : [`${change.record} (${change.form}) reached ${member}`];
  });
}
