// Rows that moved down or up together: what lies where a record lay is another row of its key (a copy that was written on)
// where a row of the key lies as far along as the row above the record has gone.

import type { LedgerEntry } from '../ledger-entry.ts';
import { group, placeKey } from './match-groups.ts';
import type { Open, Side } from './match-groups.ts';

/** Records that went along with the rows above them while another row of their key came to lie in their place. */
export function shiftedFromUnder({ sides, entries }: Open, all: { readonly sides: readonly Side[]; readonly entries: readonly LedgerEntry[] }): readonly (readonly [Side, LedgerEntry])[] {
  const byPlace = new Map([...sides].filter((side) => side.keyHash !== '').map((side) => [`${side.keyHash} ${placeKey(side.record)}`, side]));
  const inDoubt = [...group([...entries], (entry) => entry.keyHash).values()].flatMap(([entry, ...others]) => (entry && others.length === 0 && byPlace.has(`${entry.keyHash} ${placeKey(entry)}`) ? entry : []));
  if (inDoubt.length === 0) return [];
  const anchors = anchorsOf(all.sides, all.entries);
  return inDoubt.flatMap((entry): (readonly [Side, LedgerEntry])[] => {
    const above = anchors.findLast((anchor) => anchor.sheet === entry.sheet && anchor.from < entry.place.row);
    if (!above || above.to === above.from) return [];
    const place = { row: entry.place.row + above.to - above.from, column: entry.place.column };
    const side = byPlace.get(`${entry.keyHash} ${placeKey({ sheet: entry.sheet, place })}`);
    return side ? [[side, entry]] : [];
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
