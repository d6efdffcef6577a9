// What a refresh did that nobody pressed for: whose changes went into the sheets, what of one's own went out with it, and
// which cells were left as they stand.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { cameOf, conflictsOf, fieldsOf } from '../receipt-sums.ts';
import type { SyncReceipt } from '../services.ts';
import { Message } from './message.tsx';

const text = words.pane.refreshed;

export function RefreshedNotice({ receipt, actions }: { receipt: SyncReceipt; actions: Actions }) {
  const [came, sent, conflicts] = [cameOf(receipt), fieldsOf(receipt), conflictsOf(receipt)];
  // A cell in conflict is among the kept ones, and is said to be in conflict.
  const kept = receipt.kept.length - conflicts;
  const who = receipt.received.map(({ by, records }) => text.by(by, records));
  const parts = [
    ...(who.length > 0 ? [words.pane.list(who)] : []),
    ...(sent > 0 ? [text.sent(sent)] : []),
    ...(kept > 0 ? [text.kept(kept)] : []),
    ...(conflicts > 0 ? [text.conflicts(conflicts)] : []),
  ];
  return (
    <Message kind={conflicts > 0 || receipt.rejected.length > 0 ? 'warn' : 'ok'} title={came > 0 ? text.came(came) : text.sentOnly} text={text.sentence(parts)}>
      <div class="row">
        <button type="button" class="button tiny" onClick={() => actions.open({ kind: 'receipt', receipt })}>
          {text.receipt}
        </button>
        <button type="button" class="button tiny" onClick={actions.dismiss}>
          {words.pane.notice.dismiss}
        </button>
      </div>
    </Message>
  );
}
