// What one person signed another does not change: where somebody who may not set a signature (评分人, 确认人) changes what
// stands beside it, the signature falls away and is asked for again.

import type { FormDefinition } from '../../domain/forms/definition.ts';
import { fieldAt, tableAt } from '../../domain/forms/fields.ts';
import { deletedPath, mergeRows } from '../../domain/protocol/merge.ts';
import type { Merged, Mergeable, PathEdit } from '../../domain/protocol/merge.ts';
import type { Desk } from './desk.ts';

export function mergeSigned(desk: Desk, form: FormDefinition, stored: Mergeable, edits: readonly PathEdit[]): Merged {
  const isKey = (path: string) => tableAt(form, path)?.rowKey.includes(path.split('/')[2] ?? '') ?? false;
  const merged = mergeRows(stored, edits, isKey);
  if (merged.deleted || !Object.keys(merged.patch).some((path) => path === deletedPath || !fieldAt(form, path)?.editors)) return merged;
  const lapsed = signaturesOfOthers(desk, form).filter((key) => merged.fields[key] !== undefined);
  return lapsed.length === 0 ? merged : mergeRows(stored, [...edits, ...lapsed.map((path) => ({ path, baseRev: stored.rev, to: null }))], isKey);
}

function signaturesOfOthers({ viewer }: Desk, form: FormDefinition): string[] {
  return form.fields.filter(({ type, editors }) => type.kind === 'member' && editors && !editors.some((role) => viewer.roles.includes(role))).map(({ key }) => key);
}
