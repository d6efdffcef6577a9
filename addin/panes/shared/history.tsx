// 历史: who changed what, when, and from which workbook; an earlier value can be restored, which is a change of its own.

import { useEffect } from 'preact/hooks';
import type { FormDefinition, Path } from '../../../domain/forms/definition.ts';
import { moment, momentInList } from '../../words/numbers.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { formOf } from '../form-names.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Fetching, Refused } from '../parts/loading.tsx';
import { Message } from '../parts/message.tsx';
import type { HistoryEntry, RecordHistory } from '../shared-services.ts';
import { historyKey } from '../shared-state.ts';
import type { PaneState, Screen } from '../state.ts';
import { HistoryHead } from './history-head.tsx';
import { changesShown, versionsOf } from './history-view.ts';
import { SharedNotice } from './shared-notice.tsx';
import { ChangedLine } from './changed-line.tsx';
import { fieldInWords, isDeletion, valueInWords } from './value-in-words.ts';

const text = sharedWords.historyScreen;
type HistoryOf = Extract<Screen, { kind: 'history' }>;

export function History({ state, actions }: { state: PaneState; actions: Actions }) {
  const screen = state.screen as HistoryOf;
  const { record, path, form, label } = screen;
  useEffect(() => {
    if (record !== null) void actions.loadHistory(record, path);
  }, [record, path]);
  const { of, loading } = state.shared.history;
  const isAsked = record !== null && of === historyKey(record, path);
  const definition = formOf(form);
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        <SharedNotice state={state} actions={actions} />
        {record === null && <Message kind="warn" title={text.noRecord} text={text.noRecordText} />}
        {record !== null && <HistoryHead screen={screen} record={record} label={label || (isAsked && loading.is === 'here' ? loading.value.label : '')} actions={actions} />}
        {record !== null && (!isAsked || loading.is === 'loading' || loading.is === 'idle') && <Fetching text={text.loading} />}
        {isAsked && loading.is === 'refused' && <Refused failure={loading.failure} whenOffline={text.offline} onRetry={() => void actions.loadHistory(record, path)} />}
        {isAsked && loading.is === 'here' && <Entries history={loading.value} path={path} form={definition} state={state} actions={actions} />}
      </main>
      <Foot state={state} actions={actions} />
    </>
  );
}

interface EntriesProps {
  readonly history: RecordHistory;
  readonly path: Path | null;
  readonly form: FormDefinition | undefined;
  readonly state: PaneState;
  readonly actions: Actions;
}

function Entries(props: EntriesProps) {
  const { history, path, state, actions } = props;
  const isBusy = state.busy !== null || state.connection === 'offline';
  if (history.entries.length === 0) return <Message kind="warn" title={text.none} text={text.noneText} />;
  return (
    <>
      {history.deleted && (
        <Message kind="warn" title={text.deleted} text={text.deletedText}>
          <div class="row">
            <button type="button" class="button tiny" disabled={isBusy} onClick={() => void actions.bringBack([history])}>
              {text.restoreRecord}
            </button>
          </div>
        </Message>
      )}
      {path === null ? <RecordEntries {...props} /> : <FieldVersions {...props} path={path} isBusy={isBusy} />}
    </>
  );
}

function FieldVersions({ history, path, form, state, actions, isBusy }: EntriesProps & { path: Path; isBusy: boolean }) {
  const field = fieldInWords(form, path);
  return (
    <ol class="block rows versions">
      {versionsOf(history, path).map(({ entry, value, isNow, canReturn }) => (
        <li key={entry.seq}>
          <div class="version">
            <span class="value">{valueInWords(form, path, value)}</span>
            <Source entry={entry} today={state.session?.today ?? ''} />
          </div>
          {isNow ? (
            <span class="tag">{text.now}</span>
          ) : (
            canReturn &&
            !isDeletion(path) && (
              <button type="button" class="button tiny" disabled={isBusy} aria-label={text.restoreThis(field, valueInWords(form, path, value))} onClick={() => void actions.restore(history.record, path, value ?? null, history.rev)}>
                {text.restore}
              </button>
            )
          )}
        </li>
      ))}
    </ol>
  );
}

function RecordEntries({ history, form, state, actions }: EntriesProps) {
  const open = (path: Path): void => actions.open({ kind: 'history', record: history.record, form: history.form, label: history.label, path });
  return (
    <ol class="block rows entries">
      {history.entries.map((entry) => (
        <li key={entry.seq}>
          <Source entry={entry} today={state.session?.today ?? ''} isFirst />
          <ul>
            {changesShown(entry).map((changed) => (
              <ChangedLine key={changed.path} changed={changed} form={form} kind={entry.kind} open={isDeletion(changed.path) ? null : open} actions={actions} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Who, what kind of change, when, and from which workbook. */
function Source({ entry, today, isFirst }: { entry: HistoryEntry; today: string; isFirst?: boolean }) {
  return (
    <span class={isFirst ? 'source first' : 'source'} title={moment(entry.at)}>
      <span>
        {entry.by}　{sharedWords.changes.kinds[entry.kind]}　{momentInList(entry.at, today)}
      </span>
      {entry.workbook && <span class="workbook">{sharedWords.changes.fromWorkbook(entry.workbook)}</span>}
    </span>
  );
}
