// What came of teaching: how many labels are remembered, where, and what the sheet gives now.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { Notice } from '../state.ts';
import { CellChip } from './cell-chip.tsx';
import { Message } from './message.tsx';

const text = words.pane.layout;

export function TaughtNotice({ notice, actions }: { notice: Extract<Notice, { kind: 'taught' }>; actions: Actions }) {
  const { taught, title, sheet, labels } = notice;
  const isRead = taught.records > 0;
  const said = [
    isRead ? text.read(sheet, title, taught.records, taught.fields) : text.notRead(sheet, title),
    text.where[taught.saved],
    taught.kept.length > 0 ? text.keptOther(words.pane.list(taught.kept)) : '',
  ];
  return (
    <Message kind={isRead && taught.saved !== 'unsent' && taught.kept.length === 0 ? 'ok' : 'warn'} title={text.saved(labels - taught.kept.length)} text={said.join('')}>
      <div class="row">
        <CellChip cell={{ sheet, address: 'A1' }} actions={actions} shows="sheet" />
      </div>
    </Message>
  );
}
