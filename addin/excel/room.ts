// How much a request may still hold: what would not fit any more waits for the next context.sync().

import type { ExcelBatch } from './batch.ts';

/** With room to Excel's 5 MB, which count the whole request. */
const bytesPerSync = 4_000_000;

export interface Room {
  /** Resolves once so many bytes may be queued. */
  take(bytes: number): Promise<void>;
}

export function roomIn(batch: ExcelBatch): Room {
  let queued = 0;
  return {
    take: async (bytes) => {
      if (queued > 0 && queued + bytes > bytesPerSync) {
        await batch.sync();
        queued = 0;
      }
      queued += bytes;
    },
  };
}
