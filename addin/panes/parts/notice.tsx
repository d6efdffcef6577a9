// What has just been done, or why it could not be done; it goes with the next press.

import { wordFailure } from '../../words/failures.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { Notice as NoticeState } from '../state.ts';
import { CellChip } from './cell-chip.tsx';
import { Message } from './message.tsx';
import { RefreshedNotice } from './refreshed-notice.tsx';
import { TaughtNotice } from './taught-notice.tsx';

export function Notice({ notice, actions }: { notice: NoticeState; actions: Actions }) {
  if (notice.kind === 'undone') return <Message kind="ok" title={words.pane.more.undone(notice.cells)} />;
  if (notice.kind === 'taken-back') return <Message kind="ok" title={words.pane.layout.tookBack(notice.label)} text={words.pane.layout.tookBackText} />;
  if (notice.kind === 'refreshed') return <RefreshedNotice receipt={notice.receipt} actions={actions} />;
  if (notice.kind === 'taught') return <TaughtNotice notice={notice} actions={actions} />;
  if (notice.kind === 'failure') {
    const said = wordFailure(notice.failure);
    return (
      <Message kind="bad" title={said.title} text={said.text}>
        <div class="row">
          {notice.failure.at && <CellChip cell={notice.failure.at} actions={actions} />}
          <button type="button" class="button tiny" onClick={actions.dismiss}>
            {words.pane.notice.dismiss}
          </button>
        </div>
      </Message>
    );
  }
  if (notice.kind !== 'written') return null;
  const names = [...notice.sheets.created, ...notice.sheets.updated];
  return (
    <Message kind="ok" title={words.pane.written.done(names.length)} text={notice.sheets.created.length > 0 ? words.pane.written.undo : words.pane.written.updatedInPlace}>
      <div class="row">
        {names.slice(0, 3).map((sheet) => (
          <CellChip key={sheet} cell={{ sheet, address: 'A1' }} actions={actions} shows="sheet" />
        ))}
      </div>
    </Message>
  );
}
