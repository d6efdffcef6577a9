// 同事的更新: what waits to be written into the sheets, what changed since one last opened the workbook, and the switch that
// writes it without asking.

import { useEffect } from 'preact/hooks';
import { momentInList } from '../../words/numbers.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { formOf, formTitle } from '../form-names.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Fetching, Refused } from '../parts/loading.tsx';
import { Message } from '../parts/message.tsx';
import type { NewsChange } from '../shared-services.ts';
import type { PaneState } from '../state.ts';
import { ChangedLine } from './changed-line.tsx';
import { changesShown } from './history-view.ts';
import { SharedNotice } from './shared-notice.tsx';

const text = sharedWords.news;
const LINES = 4;

export function News({ state, actions }: { state: PaneState; actions: Actions }) {
  const { news, changed, isAuto } = state.shared;
  useEffect(() => void actions.loadChanged(), [news.count]);
  const isOffline = state.connection === 'offline';
  const pending = state.reading?.pending.cells.length ?? 0;
  const waiting = new Set(news.changes.map((change) => `${change.record} ${change.at}`));
  const earlier = changed.is === 'here' ? changed.value.changes.filter((change) => !waiting.has(`${change.record} ${change.at}`)) : [];
  const hasNews = news.count > 0 || news.rights;
  return (
    <>
      <Head state={state} actions={actions} title={text.title} count={news.count} />
      <main id="screen" tabIndex={-1}>
        <SharedNotice state={state} actions={actions} />
        {news.rights && <Message kind="warn" title={text.rights} text={text.rightsText} />}
        {!hasNews && <Message kind="ok" title={text.none} text={text.noneText} />}
        {news.changes.length > 0 && <Changes title={text.waiting} changes={news.changes} more={news.more} state={state} actions={actions} />}
        <AutoSwitch isAuto={isAuto} actions={actions} />
        {changed.is === 'loading' && <Fetching text={text.loading} />}
        {changed.is === 'refused' && <Refused failure={changed.failure} whenOffline={text.offline} onRetry={() => void actions.loadChanged()} />}
        {changed.is === 'here' && <Changes title={text.since} changes={earlier} more={changed.value.more} none={text.sinceNone} state={state} actions={actions} />}
      </main>
      <Foot state={state} actions={actions}>
        {hasNews && (
          <>
            <span class="note">{isOffline ? sharedWords.offline : pending > 0 ? text.sendsToo(pending) : isAuto ? text.autoWaits : text.note}</span>
            <button type="button" class="button primary" disabled={isOffline || state.busy !== null || state.reading?.readOnly === 'structure-protected'} onClick={() => void actions.sync()}>
              {text.write}
            </button>
          </>
        )}
      </Foot>
    </>
  );
}

function AutoSwitch({ isAuto, actions }: { isAuto: boolean; actions: Actions }) {
  return (
    <section class="block account">
      <div>
        <h2 class="strong bar-title" id="auto">
          {text.auto}
        </h2>
        <p class="note-text muted" id="auto-help">
          {text.autoLead}
        </p>
      </div>
      <button type="button" role="switch" class="switch" aria-checked={isAuto} aria-labelledby="auto" aria-describedby="auto-help" onClick={() => actions.refreshBySelf(!isAuto)}>
        <span />
      </button>
    </section>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly NewsChange[];
  readonly more: boolean;
  readonly none?: string;
  readonly state: PaneState;
  readonly actions: Actions;
}

function Changes({ title, changes, more, none, state, actions }: ChangesProps) {
  return (
    <section class="block">
      <div class="section">
        <h2>{title}</h2>
        {changes.length > 0 && <span class="tag">{changes.length}</span>}
      </div>
      {changes.length === 0 && <p class="note-text muted">{none}</p>}
      <ul class="rows entries">
        {changes.map((change) => (
          <Change key={`${change.record} ${change.at}`} change={change} today={state.session?.today ?? ''} actions={actions} />
        ))}
      </ul>
      {more && <p class="note-text muted">{text.more}</p>}
    </section>
  );
}

function Change({ change, today, actions }: { change: NewsChange; today: string; actions: Actions }) {
  const { record, form, label, by, at, kind, cell } = change;
  const lines = changesShown(change);
  const hasLines = kind !== 'create' && lines.length > 0;
  const open = (path: string): void => actions.open({ kind: 'history', record, form, label, path });
  return (
    <li>
      <div class="top">
        <button type="button" class="link" aria-label={sharedWords.historyOf(label || formTitle(form))} onClick={() => actions.open({ kind: 'history', record, form, label, path: null })}>
          {label || formTitle(form)}
        </button>
        {cell && !hasLines && <CellChip cell={cell} actions={actions} />}
        {!cell && hasLines && <span class="tag">{text.noCell}</span>}
      </div>
      <span class="source">
        <span>
          {by}　{sharedWords.changes.kinds[kind]}　{momentInList(at, today)}　{formTitle(form)}
        </span>
      </span>
      {hasLines && (
        <ul>
          {lines.slice(0, LINES).map((changed) => (
            <ChangedLine key={changed.path} changed={changed} form={formOf(form)} kind={kind} open={open} actions={actions} />
          ))}
        </ul>
      )}
      {hasLines && lines.length > LINES && <p class="note-text muted">{sharedWords.changes.more(lines.length - LINES)}</p>}
    </li>
  );
}
