// A cell of an old file in words: it leads nowhere, since its file is not open.

import type { CellLink } from '../services.ts';

export function placeText(cell: CellLink, file?: string): string {
  return `${file === undefined ? '' : `${file} `}${cell.sheet}!${cell.address}`;
}
