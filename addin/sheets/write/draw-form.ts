// Any form as a sheet of its own, blank or with records, from its definition alone.

import type { Fields, FormDefinition } from '../../../domain/forms/definition.ts';
import { drawCard } from './draw-card.ts';
import { drawList } from './draw-list.ts';
import type { SheetPlan } from '../plan.ts';

/** A card takes its first record; none draws a blank form. `key` finds the sheet again, so it names what is on it. */
export function drawForm(form: FormDefinition, records: readonly Fields[], sheet: { readonly name: string; readonly key: string }): SheetPlan {
  return form.kind === 'card' ? drawCard(form, records[0] ?? {}, sheet) : drawList(form, records, sheet);
}
