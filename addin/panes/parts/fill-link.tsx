// 去填: leads to the form that supplies what is missing, where this workbook has it.

import type { Refusal } from '../../../domain/rules/rule.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { WorkbookReading } from '../services.ts';
import { placeToFill } from '../supplying-form.ts';

interface FillLinkProps {
  readonly refusal: Refusal;
  readonly reading: WorkbookReading | null;
  readonly actions: Actions;
}

export function FillLink({ refusal, reading, actions }: FillLinkProps) {
  const place = placeToFill(refusal, reading);
  if (!place) return null;
  return (
    <button type="button" class="link" aria-label={words.pane.scores.fillIn(place.sheet)} onClick={() => void actions.select(place)}>
      {words.pane.scores.fill}
    </button>
  );
}
