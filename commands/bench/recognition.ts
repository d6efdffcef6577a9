// How recognition and reading grow: the cells looked at for sheets of 1,000, 10,000 and 100,000 cells. Times stand beside
// them as ratios and decide nothing.

import { performance } from 'node:perf_hooks';
import { cellsLookedAt } from '../../addin/sheets/test-support/counted-grid.ts';
import { largeSheets } from '../../addin/sheets/test-support/large-sheets.ts';
import type { Table } from './table.ts';

const sizes = [1_000, 10_000, 100_000];
/** Ten times the cells, and a little for what every sheet costs. */
const mostGrowth = 11;

export function measureRecognition(table: Table): void {
  for (const [name, sheetOf] of Object.entries(largeSheets)) {
    const measured = sizes.map((cells) => {
      const sheet = sheetOf(cells);
      const started = performance.now();
      return { ...cellsLookedAt(sheet), milliseconds: performance.now() - started };
    });
    const growth = measured.slice(1).map((one, index) => one.looks / measured[index]!.looks);
    table.atMost(`growth of cells looked at, ten times the sheet: ${name}`, mostGrowth, Math.max(...growth.map((ratio) => Math.round(ratio * 100) / 100)));
    const times = measured.slice(1).map((one, index) => (one.milliseconds / measured[index]!.milliseconds).toFixed(1));
    table.shown(`  cells looked at, for ${sizes.map((size) => size.toLocaleString('en')).join(', ')} cells`, `${measured.map((one) => one.looks.toLocaleString('en')).join(', ')} (time × ${times.join(', × ')})`);
  }
}
