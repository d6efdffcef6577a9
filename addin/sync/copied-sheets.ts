// New cards as copies of a sheet on which a person keeps a card of the same form, in their own layout; what finds no such
// sheet is handed back. Pure.

import type { SheetCopy } from '../excel/workbook-writes.ts';
import { copiedCard, patternFor } from '../sheets/write/copied-card.ts';
import type { Arrival } from './arrivals.ts';
import { cardPlan, cardsOfTheirOwn, drawnWith, entryOf } from './drawn-sheets.ts';
import type { DrawnSheet } from './drawn-sheets.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';

export interface CopiedSheet {
  readonly copy: SheetCopy;
  readonly entries: readonly SyncedEntry[];
  /** Where the sheet cannot be copied after all. */
  readonly otherwise: DrawnSheet;
}

/** `arrivals` are of card forms. */
export function copiedSheets(look: Look, arrivals: readonly Arrival[], salt: string): { readonly copied: readonly CopiedSheet[]; readonly rest: readonly Arrival[] } {
  const copied: CopiedSheet[] = [];
  const rest: Arrival[] = [];
  for (const [form, ofForm] of Map.groupBy(arrivals, (arrival) => arrival.form)) {
    const pattern = ofForm.length <= cardsOfTheirOwn ? patternFor(form, look.content.image.sheets, look.recognition) : null;
    for (const arrival of ofForm) {
      const card = pattern && copiedCard(form, pattern.sheet, pattern.record, arrival.fields);
      if (!card) {
        rest.push(arrival);
        continue;
      }
      const plan = cardPlan(form, [arrival]);
      copied.push({
        copy: { key: `copy/${arrival.record.record}`, source: card.source, writes: card.writes, standing: card.standing, otherwise: plan },
        entries: [entryOf(form, arrival, card.found, salt)],
        otherwise: drawnWith(form, plan, [arrival], salt),
      });
    }
  }
  return { copied, rest };
}
