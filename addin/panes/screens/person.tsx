// One person's card: the twelve items by group, each leading to its evidence.

import type { ScoredItem, Scorecard } from '../../../domain/rules/results.ts';
import { periodName } from '../../words/facts.ts';
import { score, scoreInWords } from '../../words/numbers.ts';
import { wordMissingBriefly } from '../../words/steps.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Icon } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';
import type { PaneState } from '../state.ts';

const text = words.pane.person;

export function Person({ state, actions, member }: { state: PaneState; actions: Actions; member: string }) {
  const card = state.scores.is === 'here' ? state.scores.value.scorecards.find((entry) => entry.member.id === member) : undefined;
  return (
    <>
      <Head state={state} actions={actions} title={card?.member.name ?? words.pane.scores.title} />
      <main id="screen" tabIndex={-1}>
        {!card && <Message kind="warn" title={words.pane.scores.nobody} text={words.pane.scores.nobodyText} />}
        {card && (
          <>
            {card.total === null && <Message kind="warn" title={text.lacks(card.missing.length)} />}
            {card.warning && <Message kind="warn" title={text.warning(scoreInWords(card.warningThreshold))} />}
            <Total card={card} rank={card.rank} ranked={ranked(state)} />
            {card.groups.map((group) => (
              <section key={group.group} class="block tight">
                <div class="section">
                  <h2>{words.pane.scores.groups[group.group]}</h2>
                  <span class="muted">
                    {score(group.score)} / {group.weight}
                  </span>
                </div>
                <ul class="rows items">
                  {card.items
                    .filter((item) => item.group === group.group)
                    .map((item) => (
                      <li key={item.key}>
                        <ItemRow item={item} onOpen={() => actions.open({ kind: 'evidence', member, item: item.number })} />
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </main>
      <Foot state={state} actions={actions} />
    </>
  );
}

function Total({ card, rank, ranked: of }: { card: Scorecard; rank: number | null; ranked: number }) {
  return (
    <section class="block">
      <div class="score">
        <div>
          <p class="note-text muted">
            {periodName(card.period)}　{card.member.post}
          </p>
          <h2>{rank === null ? (card.total === null ? text.sum : text.total) : text.rank(rank, of)}</h2>
        </div>
        <div class="big">
          <b>{score(card.total ?? card.sumOfScored)}</b> / {card.total === null ? card.weightOfScored : card.items.reduce((sum, item) => sum + item.weight, 0)}
        </div>
      </div>
    </section>
  );
}

function ItemRow({ item, onOpen }: { item: ScoredItem; onOpen: () => void }) {
  const detail = item.score === null ? detailOfMissing(item) : '';
  return (
    <button type="button" class="item-row" onClick={onOpen}>
      <span class="muted">{item.number}</span>
      <span>
        {item.label}
        {detail && <span class="detail">{detail}</span>}
      </span>
      {item.score === null ? (
        <span class="tag warn">{text.missing}</span>
      ) : (
        <span class="number">
          {score(item.score)} <span class="muted">/ {item.weight}</span>
        </span>
      )}
      <Icon name="onward" />
    </button>
  );
}

function detailOfMissing(item: ScoredItem): string {
  if (item.suggestion !== null) return text.suggestion(scoreInWords(item.suggestion));
  return words.pane.list(item.missing.map(wordMissingBriefly));
}

function ranked(state: PaneState): number {
  return state.scores.is === 'here' ? state.scores.value.scorecards.filter((card) => card.rank !== null).length : 0;
}
