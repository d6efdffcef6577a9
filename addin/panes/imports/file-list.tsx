// What lies in the files: how much is new, and file by file what was found, what is asked and what is wrong.

import { wordFailure } from '../../words/failures.ts';
import { importWords } from '../../words/import-words.ts';
import { words } from '../../words/words.ts';
import { formTitle } from '../form-names.ts';
import type { OldFileRead, OldFilesRead, OldRecord } from '../import-services.ts';
import { Message } from '../parts/message.tsx';
import { Asked } from './asked.tsx';
import { countsByForm, countsOf } from './import-state.ts';
import { mayGo } from './may-go.ts';
import { ProblemsInFile } from './problems-in-file.tsx';

const text = importWords;

export function Summary({ read, onAsk }: { read: OldFilesRead; onAsk: () => void }) {
  if (read.failure) {
    return (
      <Message kind="warn" title={text.notAsked} text={wordFailure(read.failure).title}>
        <div class="row">
          <button type="button" class="button tiny" onClick={onAsk}>
            {text.ask}
          </button>
        </div>
      </Message>
    );
  }
  const { fresh, known, asks, out } = countsOf(read.files.flatMap((file) => file.records));
  const failed = read.files.filter((file) => file.failure !== null).length;
  const unread = read.files.filter((file) => file.isUnread).length;
  const rest = Object.entries({ known, asks, out, failed, unread }).flatMap(([kind, count]) => (count > 0 ? [text.counts[kind as keyof typeof text.counts](count)] : []));
  return (
    <section class="block" role="status">
      <h2 class="figure">
        <span class="plain">{fresh > 0 ? text.fresh : text.none}</span>
        {fresh > 0 && <b>{fresh}</b>}
        {fresh > 0 && <span class="plain muted">{text.unit}</span>}
      </h2>
      <p class="note-text muted">{rest.join('　')}</p>
    </section>
  );
}

export function FileList({ read, taken }: { read: OldFilesRead; taken: ReadonlySet<string> }) {
  return (
    <>
      {read.files.map((file, index) => (
        <OneFile key={index} file={file} taken={taken} isAsked={read.failure === null} />
      ))}
    </>
  );
}

function OneFile({ file, taken, isAsked }: { file: OldFileRead; taken: ReadonlySet<string>; isAsked: boolean }) {
  const asks = file.records.filter((record) => mayGo(record) === 'asks');
  const isPlain = file.records.length === 0;
  return (
    <section class="block old-file">
      <h3 class="file-name">{file.name}</h3>
      {file.failure !== null && <p class="note-text bad">{file.failure}</p>}
      {file.isUnread && <p class="note-text muted">{text.stopped}</p>}
      {!file.isUnread && file.failure === null && isPlain && <p class="note-text muted">{text.nothingFound}</p>}
      {!isPlain && <FormTable file={file} isAsked={isAsked} />}
      {asks.length > 0 && <Asked records={asks} taken={taken} />}
      <ProblemsInFile file={file} />
      {file.leftAlone.length > 0 && <p class="note-text muted">{text.leftAlone(words.pane.list(file.leftAlone))}</p>}
      {file.hidden.length > 0 && <p class="note-text muted">{text.hidden(words.pane.list(file.hidden))}</p>}
    </section>
  );
}

function FormTable({ file, isAsked }: { file: OldFileRead; isAsked: boolean }) {
  if (!isAsked) {
    const forms = [...Map.groupBy(file.records, (record: OldRecord) => record.form)];
    return <p class="note-text">{forms.map(([form, records]) => `${formTitle(form)} ${text.sumOf(records.length)}`).join('　')}</p>;
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.columns.form}</th>
          <th scope="col" class="number">{text.columns.fresh}</th>
          <th scope="col" class="number">{text.columns.known}</th>
          <th scope="col" class="number">{text.columns.asks}</th>
        </tr>
      </thead>
      <tbody>
        {countsByForm(file).map(({ form, counts }) => (
          <tr key={form}>
            <td>{formTitle(form)}</td>
            {[counts.fresh, counts.known, counts.asks].map((count, index) => (
              <td key={index} class={count === 0 ? 'number muted' : 'number'}>{count === 0 ? '—' : count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
