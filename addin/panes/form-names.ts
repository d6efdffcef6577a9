// Titles of forms and labels of fields. The registry and the layouts are no part of the first load: they come with what
// reads the sheets, and until they are here an id stands for itself.

import { signal } from '@preact/signals';
import type { FormDefinition } from '../../domain/forms/definition.ts';
import { fieldAt, tableAt } from '../../domain/forms/fields.ts';
import { words } from '../words/words.ts';
import type { PlacedProblem } from './services.ts';

const forms = signal<readonly FormDefinition[]>([]);

const layouts = signal<typeof import('../../domain/forms/layouts.ts') | null>(null);

export async function loadForms(): Promise<void> {
  const registry = import('../../domain/forms/registry.ts');
  layouts.value = await import('../../domain/forms/layouts.ts');
  forms.value = (await registry).forms;
}

/** All that a sheet of the form may be called. */
export function titlesOf(form: FormDefinition): readonly string[] {
  return layouts.value?.titlesOf(form) ?? [form.title];
}

export function allForms(): readonly FormDefinition[] {
  return forms.value;
}

/** Title of a form as it is printed; an unknown id shows itself. */
export function formTitle(form: string): string {
  return formOf(form)?.title ?? (form || words.pane.receipt.otherForm);
}

/** The label of the field, of the table's column, or of the table itself (its sum) that the problem is on. */
export function fieldLabel(problem: PlacedProblem): string {
  const form = formOf(problem.form);
  const label = form && (fieldAt(form, problem.path) ?? tableAt(form, problem.path))?.label;
  return label ?? (problem.path === '' ? words.pane.problems.whole : problem.field);
}

export function formOf(id: string): FormDefinition | undefined {
  return forms.value.find((form) => form.id === id);
}
