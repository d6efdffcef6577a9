// 更多: blank forms, undo of the last write, receipts, a check-up, and the account.

import { useState } from 'preact/hooks';
import { moment, momentInList } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { allForms, titlesOf } from '../form-names.ts';
import { Foot } from '../parts/foot.tsx';
import { Notice } from '../parts/notice.tsx';
import { TabPanel } from '../parts/tab-panel.tsx';
import { cameOf, conflictsOf, fieldsOf } from '../receipt-sums.ts';
import { allReceipts } from '../known-receipts.ts';
import type { PaneState } from '../state.ts';
import { BlankForms } from './blank-forms.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { LearnedWords } from '../later-screens.tsx';

const text = words.pane.more;

export function More({ state, actions }: { state: PaneState; actions: Actions }) {
  const elsewhere = (state.reading?.elsewhere ?? []).map((form) => ({ form }));
  return (
    <>
      <TabPanel tab="more">
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        <Account state={state} actions={actions} />
        <Undo state={state} actions={actions} />
        <Way title={text.news} lead={text.newsLead} press={text.newsPress} isDisabled={!state.session} go={() => actions.open({ kind: 'news' })} />
        <Way title={text.selectedHistory} lead={text.selectedHistoryLead} press={text.selectedHistoryPress} isDisabled={!state.session || state.busy !== null} go={() => void actions.openSelectedHistory()} />
        <Way title={text.checkUp} lead={text.checkUpLead} press={text.checkUpPress} go={() => actions.open({ kind: 'check-up' })} />
        <OldFiles state={state} actions={actions} />
        <Receipts state={state} actions={actions} />
        {state.session && elsewhere.length > 0 && <Elsewhere state={state} actions={actions} title={text.elsewhere} lead={text.elsewhereLead} forms={elsewhere} />}
        <LearnedWords state={state} actions={actions} />
        <AllBlankForms state={state} actions={actions} />
      </TabPanel>
      <Foot state={state} actions={actions} />
    </>
  );
}

function Account({ state, actions }: { state: PaneState; actions: Actions }) {
  const { session } = state;
  return (
    <section class="block account">
      <div>
        <h2 class="strong bar-title">{session ? `${session.member.name}　${session.member.post}` : text.account}</h2>
        <p class="note-text muted">
          {session ? `${session.org.name}　${session.member.departmentName}` : words.pane.signIn.need}
          {session && (
            <>
              <br />
              {text.device} {moment(session.expiresAt).slice(0, 10)}
            </>
          )}
        </p>
      </div>
      <button type="button" class="button" title={text.signOutLead} onClick={() => (session ? void actions.signOut() : actions.askToSignIn())}>
        {session ? text.signOut : text.signIn}
      </button>
    </section>
  );
}

function OldFiles({ state, actions }: { state: PaneState; actions: Actions }) {
  const { title, openLead, open, start } = words.imports;
  return <Way title={title} lead={openLead} press={start} name={open} isDisabled={state.busy !== null && state.busy.with !== 'import'} go={() => void actions.openImports()} />;
}

function Undo({ state, actions }: { state: PaneState; actions: Actions }) {
  return <Way title={text.undo} lead={text.undoLead} press={text.undoShort} isDisabled={state.busy !== null} go={() => void actions.undoLastWrite()} />;
}

interface WayProps {
  readonly title: string;
  readonly lead: string;
  readonly press: string;
  /** What the press is called by itself, where its title does not say it. */
  readonly name?: string;
  readonly isDisabled?: boolean;
  readonly go: () => void;
}

/** What it is for, and the press that leads there. */
function Way({ title, lead, press, name = title, isDisabled = false, go }: WayProps) {
  return (
    <section class="block account">
      <div>
        <h2 class="strong bar-title">{title}</h2>
        <p class="note-text muted">{lead}</p>
      </div>
      <button type="button" class="button" aria-label={name} disabled={isDisabled} onClick={go}>
        {press}
      </button>
    </section>
  );
}

function Receipts({ state, actions }: { state: PaneState; actions: Actions }) {
  const today = state.session?.today ?? '';
  const last = state.reading?.lastSync;
  const receipts = allReceipts(state);
  const older = last && last.receipt !== null && !receipts.some((receipt) => receipt.number === last.receipt) ? last : null;
  return (
    <section class="block">
      <div class="section">
        <h2>{text.receipts}</h2>
      </div>
      {receipts.length === 0 && !older && <p class="note-text muted">{text.noReceipts}</p>}
      <ul class="rows">
        {receipts.map((receipt, index) => (
          <li key={index}>
            <button type="button" class="link between" onClick={() => actions.open({ kind: 'receipt', receipt })}>
              <span>{receipt.number ?? text.receivedOnly}</span>
              <span class="muted">{momentInList(receipt.at, today)}</span>
              <span class="note-text muted whole-line">{text.receiptSum(fieldsOf(receipt), conflictsOf(receipt), cameOf(receipt))}</span>
            </button>
          </li>
        ))}
        {older && (
          <li>
            <div class="between">
              <span>{older.receipt}</span>
              <span class="muted">{momentInList(older.at, today)}</span>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}

function AllBlankForms({ state, actions }: { state: PaneState; actions: Actions }) {
  const [wanted, setWanted] = useState('');
  const forms = allForms();
  const found = forms.filter((form) => wanted.trim() === '' || titlesOf(form).some((title) => title.includes(wanted.trim())));
  return (
    <section class="block">
      <div class="section">
        <h2>{text.forms}</h2>
        <span class="muted">{text.allForms(forms.length)}</span>
      </div>
      <p class="note-text muted">{text.formsLead}</p>
      {forms.length > 8 && (
        <input class="find" type="search" aria-label={text.find} placeholder={text.find} value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      )}
      {found.length === 0 && <p class="note-text muted">{text.noForm}</p>}
      <BlankForms state={state} actions={actions} forms={found.map((form) => form.id)} />
    </section>
  );
}
