// The boxes to sign at the foot of a landscape sheet. Knows no results.

import type { Draft } from './draft.ts';
import { color, line, style } from './look.ts';

export interface SignatureBox {
  readonly label: string;
  readonly column: number;
  readonly columns: number;
  /** What already stands in the box; otherwise room for a date. */
  readonly filled?: string;
}

/** The room at the right edge is in the text: an indent is lost in some readers' merged cells. */
const DATE = '年　　月　　日　';

export function drawSignatures(draft: Draft, row: number, boxes: readonly SignatureBox[]): void {
  draft.height(row, 18);
  draft.height(row + 1, 26);
  for (const { label, column, columns, filled } of boxes) {
    draft.across(row, column, columns, label, [{ ...style.note, indent: 1, horizontal: 'left' }]);
    draft.across(row + 1, column, columns, filled ?? DATE, [filled === undefined ? { ...style.note, horizontal: 'right' } : { fontSize: 9, horizontal: 'left', indent: 1 }]);
    const edge = { weight: 'thin', color: '#D4D4D4' } as const;
    draft.paint({ row, column, rows: 2, columns }, { borders: { top: edge, bottom: edge, left: edge, right: edge } });
  }
}

/** An amber line for what is missing, or a quiet one that nothing is. */
export function drawNotice(draft: Draft, row: number, columns: number, text: string, isMissing: boolean, height: number): void {
  draft.height(row, height);
  draft.across(row, 0, columns, text, [isMissing ? style.amberLine : style.completeLine]);
  draft.paint({ row, column: 0, rows: 1, columns: 1 }, { borders: { left: isMissing ? line.amber : line.green } });
}

export const inputNote = { fontSize: 8.5, color: color.note } as const;
