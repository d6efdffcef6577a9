// Whether labels that are no form come near one: a title with a few of its labels, or many of its labels without one.
// Enough to ask a person, never enough to read. A sheet with another title is another paper.

import type { Grid } from '../cells/grid.ts';
import { knownFields } from '../reading/known-fields.ts';
import { titleOf } from '../reading/label-shape.ts';
import type { Card } from './recognise-card.ts';
import type { RecognisedRecord } from '../recognised.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

const withTitle = 3;
const withoutTitle = 6;

export function looksLike(grid: Grid, card: Card, record: RecognisedRecord, { form }: Vocabulary): boolean {
  const known = knownFields(record).size;
  if (card.events.some((event) => event.kind === 'title')) return known >= withTitle;
  return known >= withoutTitle && known * 3 >= form.fields.length && titleOf(grid) === undefined;
}
