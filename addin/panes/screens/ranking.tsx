// Everyone in order of rank with a bar of three parts; who lacks data has a hatched part, no total and no rank.

import type { DepartmentScorecards, ItemGroup } from '../../../domain/rules/results.ts';
import { score, scoreInWords, widthOf } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import { barOf, changeOf, shortPost } from '../score-view.ts';

const text = words.pane.scores;
type Card = DepartmentScorecards['scorecards'][number];
const shades: Readonly<Record<ItemGroup, string>> = { results: 'first', ability: 'second', attitude: 'third' };

interface RankingProps {
  readonly scores: DepartmentScorecards;
  readonly unit: 'month' | 'quarter';
  readonly actions: Actions;
}

export function Ranking({ scores, unit, actions }: RankingProps) {
  return (
    <>
      <div class="legend">
        {scores.scorecards[0]!.groups.map((group) => (
          <span key={group.group} class={`key ${shades[group.group]}`}>
            {text.legend(text.groups[group.group], String(group.weight))}
          </span>
        ))}
        <span>{text.versus[unit]}</span>
      </div>
      <ol class={scores.scorecards.some((card) => card.warning) ? 'people with-warnings' : 'people'}>
        {scores.scorecards.map((card) => (
          <li key={card.member.id}>
            <PersonRow card={card} onOpen={() => actions.open({ kind: 'person', member: card.member.id })} />
          </li>
        ))}
      </ol>
    </>
  );
}

function PersonRow({ card, onOpen }: { card: Card; onOpen: () => void }) {
  return (
    <button type="button" class="person-row" onClick={onOpen}>
      <span class="rank">{card.rank ?? text.noRank}</span>
      <span>
        <span class="name">{card.member.name}</span>
        <span class="post">{shortPost(card.member.post)}</span>
      </span>
      <Bar card={card} />
      <Sum card={card} />
      <Icon name="onward" />
    </button>
  );
}

function Bar({ card }: { card: Card }) {
  const { parts, lackingWeight } = barOf(card);
  const spoken = words.pane.list(parts.map((part) => text.legend(text.groups[part.group], score(part.score))));
  return (
    <span>
      <span class="stack" role="img" aria-label={text.bar(spoken, card.missing.length > 0 ? text.lacks(card.missing.length) : '')}>
        {parts.map((part) => (
          <i key={part.group} class={shades[part.group]} style={{ width: widthOf(part.score) }} />
        ))}
        {lackingWeight > 0 && <i class="lacking" style={{ width: `${lackingWeight}%` }} />}
      </span>
      <span class="parts" aria-hidden="true">
        {parts.map((part) => (
          <span key={part.group} class={part.lacks ? 'warn' : undefined}>
            {score(part.score)}
          </span>
        ))}
      </span>
    </span>
  );
}

function Sum({ card }: { card: Card }) {
  if (card.total === null) {
    return (
      <span class="sum">
        <span class="tag warn">{text.lacks(card.missing.length)}</span>
        <span class="versus">{text.partial(score(card.sumOfScored), scoreInWords(String(card.weightOfScored)))}</span>
      </span>
    );
  }
  const difference = changeOf(card);
  return (
    <span class="sum">
      <b>{score(card.total)}</b>
      <span class="versus">
        {card.warning && <span class="bad">{text.warning} </span>}
        {difference === null ? '' : difference || text.even}
      </span>
    </span>
  );
}
