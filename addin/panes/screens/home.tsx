// 工作簿: how much waits, the one big press, the forms found, what was left alone, and the first problems.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Fetching } from '../parts/loading.tsx';
import { Foot } from '../parts/foot.tsx';
import { Message } from '../parts/message.tsx';
import { Notice } from '../parts/notice.tsx';
import { TabPanel } from '../parts/tab-panel.tsx';
import { problemList } from '../problem-list.ts';
import type { PaneState } from '../state.ts';
import { FirstRun } from './first-run.tsx';
import { FormsFound } from './forms-found.tsx';
import { KeptChanges } from './kept-changes.tsx';
import { FirstProblems } from './first-problems.tsx';
import { UnknownLayouts } from './unknown-layouts.tsx';
import { ToSettle } from './to-settle.tsx';
import { Waiting } from './waiting.tsx';

const text = words.pane;

export function Home({ state, actions }: { state: PaneState; actions: Actions }) {
  const { reading } = state;
  const isOffline = state.connection === 'offline' && state.session !== null;
  const count = reading?.pending.cells.length ?? 0;
  return (
    <>
      <TabPanel tab="workbook">
        {isOffline && <Message kind="bad" title={text.offline.title(count)} text={text.offline.text} />}
        {reading?.readOnly && <Message kind="warn" title={text.home.readOnlyTitle} text={text.home.readOnlyText} />}
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        {!reading && <Fetching text={text.home.reading} />}
        {reading && reading.forms.length === 0 && count === 0 && <FirstRun state={state} actions={actions} unrecognised={reading.unrecognised} />}
        {reading && (reading.forms.length > 0 || count > 0) && (
          <>
            <Waiting state={state} actions={actions} reading={reading} />
            <ToSettle state={state} actions={actions} />
            {isOffline && <KeptChanges reading={reading} actions={actions} />}
            <UnknownLayouts layouts={reading.layouts} actions={actions} />
            {!isOffline && <FormsFound reading={reading} actions={actions} />}
            {!isOffline && <FirstProblems problems={problemList(reading, state.receipts[0])} actions={actions} />}
          </>
        )}
      </TabPanel>
      <Foot state={state} actions={actions} />
    </>
  );
}
