// What a drawn card is to be read as: the places of its values, collected while it is drawn.

import type { Field, Fields, FormDefinition, Path, Value } from '../../../domain/forms/definition.ts';
import type { Part } from '../../../domain/forms/parts.ts';
import type { Place } from '../ledger-entry.ts';
import type { Paper } from './paper.ts';
import type { Random } from './random.ts';
import { typedValue } from './value-style.ts';
import type { TypedValue, TypingContext } from './value-style.ts';

export interface Pen {
  readonly paper: Paper;
  readonly form: FormDefinition;
  readonly record: Fields;
  /** Left column and width of the card. */
  readonly left: number;
  readonly width: number;
  /** Choices of the layout; the same for every card of a sheet. */
  readonly layout: Random;
  /** Choices of how a value is typed. */
  readonly typing: Random;
  readonly context: TypingContext;
  /** A part's label or another word for it, or a label that has none, decorated. */
  readonly labelOf: (part: Part | string) => string;
  readonly places: Record<Path, { place: Place; entries?: Place[] }>;
  readonly uncertain: Path[];
}

/** Types a value as its field allows; `isText` keeps to what can stand behind a label in one cell. */
export function typed(pen: Pen, path: Path, field: Field, value: Value | undefined, isText = false): TypedValue {
  if (value === undefined) return { value: '' };
  for (;;) {
    const cell = typedValue(field, value, pen.typing, pen.context);
    if (isText && (typeof cell.value !== 'string' || /\n| {2}|[^\d][：:]/.test(cell.value))) continue;
    if (cell.isUncertain) pen.uncertain.push(path);
    return cell;
  }
}

export function putValue(pen: Pen, path: Path, field: Field, value: Value | undefined, place: Place, rows: number, columns: number): void {
  pen.paper.put(place, typed(pen, path, field, value), rows, columns);
  pen.places[path] = { place };
}
