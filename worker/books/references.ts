// Customer and member fields against the roster: ids beside the texts, and a problem with choices where there is not
// exactly one match.

import type { Field, FieldProblem, Fields, FormDefinition, Path } from '../../domain/forms/definition.ts';
import { fieldAt, pathsOf } from '../../domain/forms/fields.ts';
import { foldName, resolveName } from '../../domain/protocol/names.ts';
import type { World } from './world.ts';

export interface References {
  readonly refs: Readonly<Record<Path, string>>;
  readonly problems: readonly FieldProblem[];
  /** The first customer's name that nobody knows yet, folded. */
  readonly open: string | null;
}

export function resolveReferences(world: World, form: FormDefinition, fields: Fields): References {
  const refs: Record<Path, string> = {};
  const problems: FieldProblem[] = [];
  let open: string | null = null;
  for (const [path, value] of pathsOf(fields)) {
    const kind = referenceKind(fieldAt(form, path));
    if (!kind || typeof value !== 'string') continue;
    const found = resolveName(kind === 'customer' ? world.customersByName : world.peopleByName, value);
    if (found.id !== null) {
      refs[path] = found.id;
      continue;
    }
    problems.push({ code: `${kind}-${found.reason}`, path, text: value.slice(0, 200), choices: found.choices });
    if (kind === 'customer' && found.reason === 'unknown') open ??= openNameOf(value);
  }
  return { refs, problems, open };
}

/** Under which an unknown name waits; nothing sensible is longer. */
export function openNameOf(text: string): string {
  return foldName(text.slice(0, 200));
}

function referenceKind(field: Field | undefined): 'customer' | 'member' | null {
  const kind = field?.type.kind;
  return kind === 'customer' || kind === 'member' ? kind : null;
}
