// Who sees and writes a record: scopes compared with whose the record is, and which fields are masked. Knows no session.

import type { Fields, FormDefinition, Role, Scope } from '../forms/definition.ts';
import { pathsOf, fieldAt, writePath } from '../forms/fields.ts';
import { scopeOf } from '../forms/rights.ts';

export interface Viewer {
  /** null: a department's workbook, for all who can open the file. */
  readonly member: string | null;
  readonly department: string;
  readonly roles: readonly Role[];
  /** Customers assigned to the member, in whatever capacity. */
  readonly customers: ReadonlySet<string>;
}

/** Whose a record is. */
export interface Belonging {
  readonly owner: string;
  readonly department: string;
  readonly customer: string | null;
}

const rolesThatSeeContacts: readonly Role[] = ['manager', 'specialist', 'director', 'gm'];

export function reaches(scope: Scope, viewer: Viewer, thing: Belonging): boolean {
  switch (scope) {
    case 'none':
      return false;
    case 'own':
      return thing.owner === viewer.member;
    case 'customers':
      return thing.owner === viewer.member || (thing.customer !== null && viewer.customers.has(thing.customer));
    case 'department':
      return thing.department === viewer.department;
    case 'org':
      return true;
  }
}

/** A department's workbook holds what is the department's; the person who syncs it still needs a right of their own. */
export function readScope(form: FormDefinition, viewer: Viewer): Scope {
  return viewer.member === null ? 'department' : scopeOf(form, viewer.roles, 'read');
}

export function sees(form: FormDefinition, viewers: readonly Viewer[], thing: Belonging): boolean {
  return viewers.every((viewer) => reaches(readScope(form, viewer), viewer, thing));
}

/** Finance and personnel read what they need of a record, not the contacts in it. */
export function masksSensitive(viewer: Viewer): boolean {
  return viewer.member !== null && !viewer.roles.some((role) => rolesThatSeeContacts.includes(role));
}

/** The fields without personal data that none of the roles may see, and the paths taken out. */
export function maskFields(form: FormDefinition, fields: Fields, viewers: readonly Viewer[]): { fields: Fields; masked: string[] } {
  if (!viewers.some(masksSensitive)) return { fields, masked: [] };
  const masked = pathsOf(fields).map(([path]) => path).filter((path) => fieldAt(form, path)?.sensitive);
  return { fields: masked.reduce<Fields>((rest, path) => writePath(rest, path, null), fields), masked };
}
