// What a form's fixtures are; the generic suites run over them.

import type { Fields } from './definition.ts';

export interface FormFixtures {
  readonly minimal: Fields;
  readonly maximal: Fields;
}
