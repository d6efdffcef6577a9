// 依据: an item's score, the rule in our own words, the steps that led to it and the records behind it.

import type { ScoredItem } from '../../../domain/rules/results.ts';
import { periodName } from '../../words/facts.ts';
import { scoreInWords } from '../../words/numbers.ts';
import { wordMissing } from '../../words/steps.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { FillLink } from '../parts/fill-link.tsx';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Message } from '../parts/message.tsx';
import { Fetching, Refused } from '../parts/loading.tsx';
import type { PaneState } from '../state.ts';
import { FactTables } from './fact-tables.tsx';
import { RuleBox } from './rule-box.tsx';
import { Steps } from './steps.tsx';

const text = words.pane.evidence;

interface EvidenceProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly member: string;
  readonly item: number;
}

export function Evidence({ state, actions, member, item: number }: EvidenceProps) {
  const card = state.scores.is === 'here' ? state.scores.value.scorecards.find((entry) => entry.member.id === member) : undefined;
  const item = card?.items.find((entry) => entry.number === number);
  const { evidence } = state;
  if (!card || !item) return <Gone state={state} actions={actions} />;
  const open = (to: number) => () => actions.openBeside({ kind: 'evidence', member, item: to });
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        <section class="block">
          <ItemScore item={item} context={text.context(card.member.name, periodName(card.period), number)} />
          <RuleBox source={item.source} statement={item.statement} versionFrom={item.versionFrom} parameters={item.parameters} />
        </section>
        {item.missing.length > 0 && (
          <Message kind="warn" title={text.why}>
            <ul class="missing">
              {item.missing.map((refusal, index) => (
                <li key={index}>
                  <span>{wordMissing(refusal)}</span>
                  <FillLink refusal={refusal} reading={state.reading} actions={actions} />
                </li>
              ))}
            </ul>
          </Message>
        )}
        {item.steps.length > 0 && <Steps steps={item.steps} />}
        {evidence.is === 'loading' && <Fetching text={text.loading} />}
        {evidence.is === 'refused' && <Refused failure={evidence.failure} whenOffline={words.pane.scores.offline} onRetry={open(number)} />}
        {evidence.is === 'here' && <FactTables evidence={evidence.value} actions={actions} />}
      </main>
      <Foot state={state} actions={actions}>
        <button type="button" class="button wide" disabled={number <= 1} onClick={open(number - 1)}>
          {text.previous}
        </button>
        <button type="button" class="button wide" disabled={number >= card.items.length} onClick={open(number + 1)}>
          {text.next}
        </button>
      </Foot>
    </>
  );
}

function ItemScore({ item, context }: { item: ScoredItem; context: string }) {
  return (
    <div class="score">
      <div>
        <p class="note-text muted">{context}</p>
        <h2>{item.label}</h2>
      </div>
      <div class="big">
        {item.score === null ? <span class="tag warn">{words.pane.person.missing}</span> : <b>{scoreInWords(item.score)}</b>} {text.outOf(String(item.weight))}
      </div>
    </div>
  );
}

function Gone({ state, actions }: { state: PaneState; actions: Actions }) {
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        <Message kind="warn" title={words.pane.scores.nobody} text={words.pane.scores.nobodyText} />
      </main>
      <Foot state={state} actions={actions} />
    </>
  );
}
