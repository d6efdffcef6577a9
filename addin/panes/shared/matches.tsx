// Rows of which the sheets alone cannot say which record they are, each kind under its own heading. Of a copied sheet all are
// answered with one press.

import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import type { MatchQuestion } from '../shared-services.ts';
import { MatchChoice } from './match-choice.tsx';

const text = sharedWords.questions;
const kinds = ['mixed', 'unclear', 'copy'] as const;

interface MatchesProps {
  readonly matches: readonly MatchQuestion[];
  readonly answers: Readonly<Record<string, string>>;
  readonly actions: Actions;
}

export function Matches({ matches, answers, actions }: MatchesProps) {
  return (
    <>
      {kinds.map((kind) => {
        const asked = matches.filter((question) => question.kind === kind);
        if (asked.length === 0) return null;
        return (
          <section key={kind} class="block issues parted">
            <div class="section">
              <h2>{text.kinds[kind]}</h2>
              <span class="tag warn">{asked.length}</span>
            </div>
            <p class="note-text muted">{text.leads[kind]}</p>
            {kind === 'copy' && <WholeSheets asked={asked} actions={actions} />}
            {asked.map((question) => (
              <MatchChoice key={question.id} question={question} answer={answers[question.id]} actions={actions} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function WholeSheets({ asked, actions }: { asked: readonly MatchQuestion[]; actions: Actions }) {
  const sheets = [...Map.groupBy(asked, ({ cell }) => cell.sheet)].filter(([, own]) => own.length > 1);
  return (
    <>
      {sheets.map(([sheet, own]) => (
        <button key={sheet} type="button" class="button low gap" onClick={() => actions.answerMatches(own.map(({ id }) => id), 'copy')}>
          {text.wholeCopy(sheet, own.length)}
        </button>
      ))}
    </>
  );
}
