// What was restored or brought back, said over the screen; everything else as on any screen.

import { sharedWords as text } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { formOf } from '../form-names.ts';
import { Message } from '../parts/message.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PaneState } from '../state.ts';
import { fieldInWords, valueInWords } from './value-in-words.ts';

export function SharedNotice({ state, actions }: { state: PaneState; actions: Actions }) {
  const { notice, screen } = state;
  if (!notice) return null;
  if (notice.kind === 'brought-back') return <Message kind="ok" title={text.questions.broughtBack(notice.records)} text={text.questions.broughtBackText} />;
  if (notice.kind === 'not-decided') return <Message kind="warn" title={text.conflicts.missed(notice.conflicts)} text={text.conflicts.missedText} />;
  if (notice.kind === 'decision-undone') return <Message kind="ok" title={text.conflicts.undone(notice.fields)} text={text.conflicts.undoneText} />;
  if (notice.kind === 'asked-again') return <Message kind="ok" title={text.checkUp.askedAgain} text={text.checkUp.askedAgainText} />;
  if (notice.kind !== 'restored') return <Notice notice={notice} actions={actions} />;
  const form = screen.kind === 'history' ? formOf(screen.form) : undefined;
  return <Message kind="ok" title={text.historyScreen.restored(fieldInWords(form, notice.path), valueInWords(form, notice.path, notice.value))} text={text.historyScreen.restoredText} />;
}
