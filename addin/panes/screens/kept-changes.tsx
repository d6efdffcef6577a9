// Without a connection: the changes that wait in the workbook, and what may be the cause.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import type { WorkbookReading } from '../services.ts';

const text = words.pane.offline;
const SHOWN_AT_MOST = 20;

export function KeptChanges({ reading, actions }: { reading: WorkbookReading; actions: Actions }) {
  const { cells } = reading.pending;
  return (
    <>
      {cells.length > 0 && (
        <section class="block">
          <div class="section">
            <h2>{text.kept}</h2>
          </div>
          <ul class="rows cells">
            {cells.slice(0, SHOWN_AT_MOST).map((change, index) => (
              <li key={index}>
                <CellChip cell={change.cell} actions={actions} />
                <span>{change.label}</span>
                <span class="note-text muted">{text.kinds[change.kind]}</span>
              </li>
            ))}
          </ul>
          {cells.length > SHOWN_AT_MOST && <p class="note-text muted">{text.more(cells.length - SHOWN_AT_MOST)}</p>}
        </section>
      )}
      <section class="block">
        <div class="section">
          <h2>{text.causes}</h2>
        </div>
        <ul class="note-text">
          {text.causeList.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
