// Blank rows to give away, each once: several records of one pull may write new rows into the same table.

import type { TableRegion } from '../recognised.ts';

export interface RowSupply {
  /** The next blank row of a region; `isBelow`: under its last one, without a look of its own. */
  take(sheet: string, region: TableRegion): TakenRow | undefined;
  /** Gives back what is taken from here on. */
  mark(): () => void;
}

export interface TakenRow {
  readonly row: number;
  readonly isBelow: boolean;
}

export function rowSupply(): RowSupply {
  let given = new Map<string, number>();
  return {
    take: (sheet, region) => {
      const key = `${sheet} ${region.headerRow} ${Math.min(...region.columns.map((column) => column.column))}`;
      const count = given.get(key) ?? 0;
      const below = count - region.spareRows.length;
      if (below >= 0 && !region.isOpenEnded) return undefined;
      given.set(key, count + 1);
      return below < 0 ? { row: region.spareRows[count]!, isBelow: false } : { row: region.lastRow + 1 + below, isBelow: true };
    },
    mark: () => {
      const before = new Map(given);
      return () => void (given = before);
    },
  };
}
