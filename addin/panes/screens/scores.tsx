// 考核: the period, what is missing, then the ranking. Who may see only oneself sees one row.

import { monthOf } from '../../../domain/values/day.ts';
import { firstDayOfPeriod, isQuarter, nextPeriod, previousPeriod } from '../../../domain/values/period.ts';
import { periodName } from '../../words/facts.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Foot } from '../parts/foot.tsx';
import { Fetching, Refused } from '../parts/loading.tsx';
import { Message } from '../parts/message.tsx';
import { Notice } from '../parts/notice.tsx';
import { TabPanel } from '../parts/tab-panel.tsx';
import { PeriodStepper } from '../parts/period-picker.tsx';
import { SignInFirst } from '../parts/sign-in-first.tsx';
import { UnitSwitch } from '../parts/unit-switch.tsx';
import type { PaneState } from '../state.ts';
import { MissingData } from './missing-data.tsx';
import { Ranking } from './ranking.tsx';

const text = words.pane.scores;

export function Scores({ state, actions }: { state: PaneState; actions: Actions }) {
  const { scores, session } = state;
  const cards = scores.is === 'here' ? scores.value.scorecards : [];
  return (
    <>
      <TabPanel tab="scores">
        {!session && <SignInFirst actions={actions} />}
        {session && <PeriodBar state={state} actions={actions} today={session.today} />}
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        {scores.is === 'loading' && <Fetching text={text.loading} />}
        {scores.is === 'refused' && <Refused failure={scores.failure} whenOffline={text.offline} onRetry={() => void actions.loadScores()} />}
        {scores.is === 'here' && cards.length === 0 && <Message kind="warn" title={text.nobody} text={text.nobodyText} />}
        {scores.is === 'here' && cards.length > 0 && (
          <>
            <MissingData cards={cards} reading={state.reading} actions={actions} />
            <Ranking scores={scores.value} unit={isQuarter(state.period) ? 'quarter' : 'month'} actions={actions} />
            {isOwnOnly(state) && <p class="block note-text muted">{text.own}</p>}
          </>
        )}
      </TabPanel>
      <Foot state={state} actions={actions}>
        {cards.length > 0 && <MakeSheets state={state} actions={actions} scores={cards.length} />}
      </Foot>
    </>
  );
}

function PeriodBar({ state, actions, today }: { state: PaneState; actions: Actions; today: string }) {
  const { period } = state;
  const unit = isQuarter(period) ? 'quarter' : 'month';
  const next = nextPeriod(period);
  const hasBegun = monthOf(firstDayOfPeriod(next)) <= monthOf(today);
  return (
    <div class="period">
      <UnitSwitch unit={unit} onChoose={actions.chooseUnit} />
      <PeriodStepper
        label={periodName(period)}
        unit={unit}
        onEarlier={() => actions.choosePeriod(previousPeriod(period))}
        onLater={hasBegun ? () => actions.choosePeriod(next) : null}
      />
    </div>
  );
}

function MakeSheets({ state, actions, scores }: { state: PaneState; actions: Actions; scores: number }) {
  const { busy } = state;
  const isReadOnly = state.reading?.readOnly === 'structure-protected';
  const note = busy?.with === 'write-scorecards' ? text.making(busy.done, busy.of) : isReadOnly ? words.pane.home.readOnlyTitle : text.willWrite(scores, isOwnOnly(state));
  return (
    <>
      <span class="note" role="status">
        {note}
      </span>
      <button type="button" class="button primary" disabled={busy !== null || isReadOnly} onClick={() => void actions.writeScorecards()}>
        {text.make}
      </button>
    </>
  );
}

/** Who may not see the department sees the own card alone, without a rank. */
function isOwnOnly(state: PaneState): boolean {
  const roles = state.session?.member.roles ?? [];
  return !roles.some((role) => ['director', 'hr', 'gm'].includes(role));
}
