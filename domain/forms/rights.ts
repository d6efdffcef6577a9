// Who may read and write a form: the scopes compared, and the usual sets that definitions pick from.

import type { FormDefinition, Role, Scope } from './definition.ts';

const reach: Readonly<Record<Scope, number>> = { none: 0, own: 1, customers: 2, department: 3, org: 4 };

/** The widest scope that any of the roles has on a form. */
export function scopeOf(form: FormDefinition, roles: readonly Role[], right: 'read' | 'write'): Scope {
  return roles.reduce<Scope>((widest, role) => wider(widest, form.rights[role]?.[right] ?? 'none'), 'none');
}

export function wider(a: Scope, b: Scope): Scope {
  return reach[a] >= reach[b] ? a : b;
}
