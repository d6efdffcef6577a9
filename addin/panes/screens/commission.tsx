// 佣金: the month, receipts left out, the commission and its split, then who gets what.

import { addMonths, monthOf } from '../../../domain/values/day.ts';
import type { Slip } from '../../../domain/rules/results.ts';
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
import type { PaneState } from '../state.ts';
import { CommissionPeople } from './commission-people.tsx';
import { CommissionSums } from './commission-sums.tsx';
import { LeftOut } from './left-out.tsx';

const text = words.pane.commission;

export function Commission({ state, actions }: { state: PaneState; actions: Actions }) {
  const { slip, session } = state;
  return (
    <>
      <TabPanel tab="commission">
        {!session && <SignInFirst actions={actions} />}
        {session && <MonthBar state={state} actions={actions} today={session.today} />}
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        {slip.is === 'loading' && <Fetching text={text.loading} />}
        {slip.is === 'refused' && <Refused failure={slip.failure} whenOffline={text.offline} onRetry={() => void actions.loadSlip()} />}
        {slip.is === 'here' && <SlipParts slip={slip.value} actions={actions} />}
      </TabPanel>
      <Foot state={state} actions={actions}>
        {slip.is === 'here' && slip.value.lines.length > 0 && <MakeSheet state={state} actions={actions} />}
      </Foot>
    </>
  );
}

function SlipParts({ slip, actions }: { slip: Slip; actions: Actions }) {
  return (
    <>
      {slip.leftOut.length > 0 && <LeftOut lines={slip.leftOut} actions={actions} />}
      {slip.lines.length === 0 && slip.leftOut.length === 0 && <Message kind="warn" title={text.empty} text={text.emptyText} />}
      {slip.lines.length > 0 && (
        <>
          <CommissionSums slip={slip} />
          <CommissionPeople slip={slip} actions={actions} />
        </>
      )}
    </>
  );
}

function MonthBar({ state, actions, today }: { state: PaneState; actions: Actions; today: string }) {
  const next = addMonths(state.month, 1);
  return (
    <div class="period">
      <h2 class="strong bar-title">{text.title}</h2>
      <PeriodStepper
        label={periodName(state.month)}
        unit="month"
        onEarlier={() => actions.chooseMonth(addMonths(state.month, -1))}
        onLater={next <= monthOf(today) ? () => actions.chooseMonth(next) : null}
      />
    </div>
  );
}

function MakeSheet({ state, actions }: { state: PaneState; actions: Actions }) {
  const isReadOnly = state.reading?.readOnly === 'structure-protected';
  const note = state.busy?.with === 'write-slip' ? text.making : isReadOnly ? words.pane.home.readOnlyTitle : text.willWrite;
  return (
    <>
      <span class="note" role="status">
        {note}
      </span>
      <button type="button" class="button primary" disabled={state.busy !== null || isReadOnly} onClick={() => void actions.writeSlip()}>
        {text.make}
      </button>
    </>
  );
}
