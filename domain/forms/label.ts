// What a record is called in a list: the parts of its natural key that people write.

import type { Fields, FormDefinition } from './definition.ts';

export function labelOf(form: Pick<FormDefinition, 'naturalKey'>, fields: Fields): string {
  return form.naturalKey
    .map((key) => fields[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
}
