// What this device keeps about shared workbooks: whether to refresh by itself, and how far each workbook had been seen when
// it was last open here. Never in a workbook.

import type { KeyValueStorage } from '../connection/session-store.ts';

export interface DeviceSettings {
  refreshesItself(): boolean;
  setRefreshesItself(isOn: boolean): void;
  /** Cursor up to which the workbook had been seen; null where it was never open here. */
  seenUpTo(workbook: string): number | null;
  see(workbook: string, cursor: number): void;
}

const workbooksKept = 50;

export function deviceSettings(storage: KeyValueStorage, partition: string): DeviceSettings {
  const key = (name: string): string => `${partition}keybook.${name}`;
  const seen = (): [string, number][] => {
    const list = attempt((): unknown => JSON.parse(storage.getItem(key('seen')) ?? '[]'));
    return Array.isArray(list) ? (list as unknown[]).filter(isSeen) : [];
  };
  let isOn: boolean | null = null;
  return {
    refreshesItself: () => (isOn ??= attempt(() => storage.getItem(key('refreshes-itself'))) === 'yes'),
    setRefreshesItself: (next) => {
      isOn = next;
      attempt(() => storage.setItem(key('refreshes-itself'), next ? 'yes' : 'no'));
    },
    seenUpTo: (workbook) => seen().find(([id]) => id === workbook)?.[1] ?? null,
    see: (workbook, cursor) => {
      const others = seen().filter(([id]) => id !== workbook);
      attempt(() => storage.setItem(key('seen'), JSON.stringify([[workbook, cursor], ...others].slice(0, workbooksKept))));
    },
  };
}

function isSeen(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number';
}

/** A private frame may have no storage, or refuse it. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
