// What the sender may do with a record and its paths (the rights of design section 5), before anything is merged.

import type { FieldProblem, FormDefinition, Path } from '../../domain/forms/definition.ts';
import { fieldAt, tableAt } from '../../domain/forms/fields.ts';
import { scopeOf } from '../../domain/forms/rights.ts';
import { deletedPath, type PathEdit } from '../../domain/protocol/merge.ts';
import { maskFields, reaches, sees } from '../../domain/protocol/visibility.ts';
import type { Belonging } from '../../domain/protocol/visibility.ts';
import { assignedOn } from '../books/world.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { Desk } from './desk.ts';

export function seesRecord(desk: Desk, form: FormDefinition, record: Belonging): boolean {
  return sees(form, [desk.viewer], record);
}

/** Where nothing in a record names its owner, sending it makes nobody the owner of another's customer. */
export function mayWrite(desk: Desk, form: FormDefinition, record: Belonging): boolean {
  const scope = scopeOf(form, desk.viewer.roles, 'write');
  if (!reaches(scope, desk.viewer, record)) return false;
  if (form.owner !== undefined || record.customer === null || (scope !== 'own' && scope !== 'customers')) return true;
  return desk.viewer.customers.has(record.customer) || assignedOn(desk.world, record.customer, 'owner', desk.world.today) === null;
}

/** The edits that the form knows and the sender's roles may make; the others are problems on their paths. */
export function permittedEdits(
  desk: Desk,
  form: FormDefinition,
  stored: StoredRecord | null,
  edits: readonly PathEdit[],
): { edits: PathEdit[]; held: FieldProblem[] } {
  const masked = new Set(stored ? maskFields(form, stored.fields, [desk.viewer]).masked : []);
  const permitted: PathEdit[] = [];
  const held: FieldProblem[] = [];
  for (const edit of edits) {
    const editors = fieldAt(form, edit.path)?.editors;
    const isMine = !editors || editors.some((role) => desk.viewer.roles.includes(role));
    if (isMine && !masked.has(edit.path)) permitted.push(edit);
    else held.push({ code: 'field-not-yours', path: edit.path });
  }
  return { edits: permitted, held };
}

export function unknownPaths(form: FormDefinition, edits: readonly PathEdit[]): FieldProblem[] {
  return edits.filter((edit) => !knows(form, edit.path)).map(({ path }) => ({ code: 'unknown-field', path }));
}

function knows(form: FormDefinition, path: Path): boolean {
  if (path === deletedPath) return true;
  const [, rowId, column] = path.split('/');
  if (rowId !== undefined && rowId in Object.prototype) return false;
  return fieldAt(form, path) !== undefined || (column === 'order' && tableAt(form, path) !== undefined);
}
