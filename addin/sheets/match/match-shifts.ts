// Rows that moved down or up together: what lies where a record lay is another row of its key (a copy that was written on)
// where the record still says what it said, as far along as the row above it.

import type { LedgerEntry } from '../ledger-entry.ts';
import { group, placeKey } from './match-groups.ts';
import type { Open, Side } from './match-groups.ts';

/** Records that went along with the rows above them while a row of their key came to lie in their place. */
export function shiftedFromUnder({ sides, entries }: Open, all: { readonly sides: readonly Side[]; readonly entries: readonly LedgerEntry[] }): readonly (readonly [Side, LedgerEntry])[] {
  const inPlace = group([...sides], (side) => side.keyHash && `${side.keyHash} ${placeKey(side.record)}`);
  const asItWas = group([...sides], (side) => `${side.fingerprint} ${side.record.sheet}`);
  const moved = [...entries].flatMap((entry): (readonly [Side, LedgerEntry])[] => {
    const [there] = inPlace.get(`${entry.keyHash} ${placeKey(entry)}`) ?? [];
    const [side, ...others] = asItWas.get(`${entry.fingerprint} ${entry.sheet}`) ?? [];
    return there && side && side !== there && others.length === 0 ? [[side, entry]] : [];
  });
  if (moved.length === 0) return [];
  const anchors = anchorsOf(all.sides, all.entries);
  return moved.filter(([side, entry]) => {
    const above = anchors.findLast((anchor) => anchor.sheet === entry.sheet && anchor.from < entry.place.row);
    return above !== undefined && above.to - above.from === side.record.place.row - entry.place.row;
  });
}

interface Anchor {
  readonly sheet: string;
  readonly from: number;
  readonly to: number;
}

/** Rows of which there is no doubt, from above: a key that one row and one record of the sheet have. */
function anchorsOf(sides: readonly Side[], entries: readonly LedgerEntry[]): Anchor[] {
  const rows = group(sides, (side) => side.keyHash && `${side.keyHash} ${side.record.sheet}`);
  return [...group(entries, (entry) => entry.keyHash && `${entry.keyHash} ${entry.sheet}`)].flatMap(([key, [entry, ...others]]): Anchor[] => {
    const [row, ...more] = rows.get(key) ?? [];
    return row && entry && others.length + more.length === 0 ? [{ sheet: entry.sheet, from: entry.place.row, to: row.record.place.row }] : [];
  }).sort((a, b) => a.from - b.from);
}
