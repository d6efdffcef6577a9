// What waits for the person: conflicts, questions, colleagues' updates. Each line leads to its screen; news is said aloud
// when it comes.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import type { PaneState, Screen } from '../state.ts';

const text = words.pane.home;

export function ToSettle({ state, actions }: { state: PaneState; actions: Actions }) {
  const { reading, shared } = state;
  const conflicts = reading?.conflicts.length ?? 0;
  const questions = (reading?.questions.deletions.length ?? 0) + (reading?.questions.matches.length ?? 0);
  const { news } = shared;
  const hasNews = state.session !== null && (news.count > 0 || news.rights);
  const lines: { readonly screen: Screen; readonly name: string; readonly count: string; readonly isWarning: boolean }[] = [
    ...(conflicts > 0 ? [{ screen: { kind: 'conflicts' } as const, name: text.conflicts, count: text.conflictsCount(conflicts), isWarning: true }] : []),
    ...(questions > 0 ? [{ screen: { kind: 'questions' } as const, name: text.questions, count: text.questionsCount(questions), isWarning: true }] : []),
    ...(hasNews ? [{ screen: { kind: 'news' } as const, name: text.news, count: news.count > 0 ? text.newsCount(news.count) : text.newsRights, isWarning: false }] : []),
  ];
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {hasNews && news.count > 0 ? text.newsSaid(news.count) : ''}
      </p>
      {lines.length > 0 && (
        <section class="block tight to-settle">
          <div class="section">
            <h2>{text.waits}</h2>
          </div>
          <ul class="rows forms">
            {lines.map(({ screen, name, count, isWarning }) => (
              <li key={screen.kind} class={isWarning ? 'is-warning' : undefined}>
                <button type="button" class="form-row" onClick={() => actions.open(screen)}>
                  <Icon name={isWarning ? 'warning' : 'arrived'} />
                  <span class="name">{name}</span>
                  <span class={isWarning ? 'number warn' : 'number'}>{count}</span>
                  <Icon name="onward" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
