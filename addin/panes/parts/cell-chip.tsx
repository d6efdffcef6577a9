// A cell's address as a chip that leads to the cell; of a long place the sheet's name is cut, never the address. Inside a list whose heading names the sheet, the cell alone; for a
// whole sheet its name.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { CellLink } from '../services.ts';

interface CellChipProps {
  readonly cell: CellLink;
  readonly actions: Actions;
  readonly shows?: 'place' | 'cell' | 'sheet';
}

export function CellChip({ cell, actions, shows = 'place' }: CellChipProps) {
  const place = `${cell.sheet}!${cell.address}`;
  return (
    <button type="button" class="cell" title={words.pane.toCell(place)} aria-label={words.pane.toCell(place)} onClick={() => void actions.select(cell)}>
      {shows !== 'cell' && <span>{cell.sheet}</span>}
      {shows === 'place' && '!'}
      {shows !== 'sheet' && cell.address}
    </button>
  );
}
