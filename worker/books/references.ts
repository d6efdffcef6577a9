// Customer and member fields against the roster: ids beside the texts, and a problem with choices where there is not
// exactly one match.

import type { Field, FieldProblem, Fields, FormDefinition, Path } from '../../domain/forms/definition.ts';
import { fieldAt, pathsOf, readPath } from '../../domain/forms/fields.ts';
import { foldName, resolveName } from '../../domain/protocol/names.ts';
import type { StoredRecord } from './draft.ts';
import type { World } from './world.ts';

export interface References {
  readonly refs: Readonly<Record<Path, string>>;
  readonly problems: readonly FieldProblem[];
  /** The first name that nobody knows yet, folded: a customer's, or else a member's (`@…`). */
  readonly open: string | null;
}

/** A text that was once resolved stays so while it stands: a later namesake takes nothing away. */
export function resolveReferences(world: World, form: FormDefinition, fields: Fields, before?: Pick<StoredRecord, 'fields' | 'refs'> | null): References {
  const refs: Record<Path, string> = {};
  const problems: FieldProblem[] = [];
  let customer: string | null = null;
  let member: string | null = null;
  for (const [path, value] of pathsOf(fields)) {
    const kind = referenceKind(fieldAt(form, path));
    if (!kind || typeof value !== 'string') continue;
    const earlier = before?.refs[path];
    if (earlier !== undefined && readPath(before!.fields, path) === value) {
      refs[path] = earlier;
      continue;
    }
    const found = resolveName(kind === 'customer' ? world.customersByName : world.peopleByName, value);
    if (found.id !== null) {
      refs[path] = found.id;
      continue;
    }
    problems.push({ code: `${kind}-${found.reason}`, path, text: value.slice(0, 200), choices: found.choices });
    if (found.reason !== 'unknown') continue;
    if (kind === 'customer') customer ??= openNameOf(value);
    else member ??= openMemberOf(value);
  }
  return { refs, problems, open: customer ?? member };
}

/** Under which records wait for somebody of that name to join. */
export function openMemberOf(text: string): string {
  return `@${openNameOf(text)}`;
}

/** Under which an unknown name waits; nothing sensible is longer. */
export function openNameOf(text: string): string {
  return foldName(text.slice(0, 200));
}

function referenceKind(field: Field | undefined): 'customer' | 'member' | null {
  const kind = field?.type.kind;
  return kind === 'customer' || kind === 'member' ? kind : null;
}
