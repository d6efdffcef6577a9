// 回执: what was sent, what came back, what was kept as it stands and what was not taken.

import { hashInFours, moment } from '../../words/numbers.ts';
import { wordProblem } from '../../words/problems.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Message } from '../parts/message.tsx';
import { formTitle } from '../form-names.ts';
import { problemsOf } from '../problem-list.ts';
import { cameOf, conflictsOf } from '../receipt-sums.ts';
import type { SyncReceipt } from '../services.ts';
import type { PaneState } from '../state.ts';
import { Elsewhere } from './elsewhere.tsx';
import { SentTable } from './sent-table.tsx';

const text = words.pane.receipt;

export function Receipt({ state, actions, receipt }: { state: PaneState; actions: Actions; receipt: SyncReceipt }) {
  const isLatest = receipt === state.receipts[0];
  const open = isLatest ? (state.reading?.conflicts.length ?? 0) : 0;
  const isToFix = receipt.rejected.length > 0;
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        <Outcome receipt={receipt} />
        <section class="block">
          <dl class="pairs">
            {receipt.number && (
              <>
                <dt>{text.number}</dt>
                <dd class="strong">{receipt.number}</dd>
              </>
            )}
            <dt>{text.time}</dt>
            <dd>{moment(receipt.at)}</dd>
            <dt>{text.chain}</dt>
            <dd>{hashInFours(receipt.chain)}</dd>
          </dl>
        </section>
        {receipt.rejected.length > 0 && <NotTaken receipt={receipt} actions={actions} />}
        {receipt.sent.length > 0 && <SentTable sent={receipt.sent} />}
        <Received receipt={receipt} own={state.session?.member.name ?? ''} actions={actions} />
        {receipt.kept.length > 0 && <Kept receipt={receipt} actions={actions} />}
        {receipt.restored.length > 0 && <Restored receipt={receipt} actions={actions} />}
        {isLatest && receipt.unplaced.length > 0 && <Elsewhere state={state} actions={actions} title={text.unplaced} lead={text.unplacedLead} forms={receipt.unplaced} />}
      </main>
      <Foot state={state} actions={actions}>
        {(open > 0 || isToFix) && (
          <button type="button" class="button primary wide" onClick={() => actions.openBeside({ kind: open > 0 ? 'conflicts' : 'problems' })}>
            {open > 0 ? text.settle(open) : text.fix}
          </button>
        )}
        <button type="button" class={open > 0 || isToFix ? 'button' : 'button primary wide'} onClick={() => actions.openTab('workbook')}>
          {text.finish}
        </button>
      </Foot>
    </>
  );
}

/** The worst comes first: refused, then conflicts, then done. */
function Outcome({ receipt }: { receipt: SyncReceipt }) {
  const conflicts = conflictsOf(receipt);
  if (receipt.rejected.length > 0) return <Message kind="warn" title={text.rejected(receipt.rejected.length)} text={text.rejectedText} />;
  if (conflicts > 0) return <Message kind="warn" title={text.conflicts(conflicts)} text={text.conflictsText} />;
  const came = cameOf(receipt);
  if (receipt.number === null && came > 0) return <Message kind="ok" title={text.came(came)} text={text.cameText} />;
  if (receipt.number === null) return <Message kind="ok" title={text.nothing} text={text.nothingText} />;
  return <Message kind="ok" title={text.done} text={text.doneText} />;
}

function NotTaken({ receipt, actions }: { receipt: SyncReceipt; actions: Actions }) {
  return (
    <section class="block tight">
      <div class="section">
        <h2>{text.notSent}</h2>
        <span class="tag bad">{receipt.rejected.length}</span>
      </div>
      <ul>
        {receipt.rejected.map((result) => (
          <li key={result.record} class="problem">
            <div class="top">
              {result.cell ? <CellChip cell={result.cell} actions={actions} /> : <span class="tag">{text.noCell}</span>}
              <b>{formTitle(result.form)}</b>
            </div>
            {problemsOf(result).map((problem, index) => (
              <p key={index}>{wordProblem(problem)}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a record in which both wrote, the last writer is oneself. */
function Received({ receipt, own, actions }: { receipt: SyncReceipt; own: string; actions: Actions }) {
  return (
    <section class="block">
      <div class="section">
        <h2>{text.received}</h2>
        {receipt.received.length > 0 && (
          <button type="button" class="link" aria-label={text.seeReceived} onClick={() => actions.open({ kind: 'news' })}>
            {text.see}
          </button>
        )}
      </div>
      {receipt.received.length === 0 && <p class="note-text muted">{text.receivedNothing}</p>}
      <ul class="note-text">
        {receipt.received.map((entry) => (
          <li key={entry.by}>{entry.by === own ? text.receivedOwn(entry.records) : text.receivedBy(entry.by, entry.records)}</li>
        ))}
      </ul>
    </section>
  );
}

function Kept({ receipt, actions }: { receipt: SyncReceipt; actions: Actions }) {
  return (
    <section class="block">
      <div class="section">
        <h2>{text.kept}</h2>
        <span class="tag warn">{receipt.kept.length}</span>
      </div>
      <p class="note-text muted">{text.keptLead}</p>
      <ul class="rows cells">
        {receipt.kept.map((entry, index) => (
          <li key={index}>
            <CellChip cell={entry.cell} actions={actions} />
            <span class="note-text muted">{text.keptReasons[entry.reason]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Restored({ receipt, actions }: { receipt: SyncReceipt; actions: Actions }) {
  return (
    <section class="block">
      <div class="section">
        <h2>{text.restored}</h2>
        <span class="tag warn">{receipt.restored.length}</span>
      </div>
      <p class="note-text muted">{text.restoredLead}</p>
      <div class="answers">
        {receipt.restored.map((cell, index) => (
          <CellChip key={index} cell={cell} actions={actions} />
        ))}
      </div>
    </section>
  );
}
