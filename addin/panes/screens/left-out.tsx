// Receipts that could not be reckoned: named before any sum, with the reason and the cell.

import type { SlipLine } from '../../../domain/rules/results.ts';
import { money } from '../../words/numbers.ts';
import { wordMissing } from '../../words/steps.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Message } from '../parts/message.tsx';

const text = words.pane.commission;

export function LeftOut({ lines, actions }: { lines: readonly SlipLine[]; actions: Actions }) {
  return (
    <Message kind="warn" title={text.leftOut(lines.length)}>
      <ul class="missing">
        {lines.map((line) => {
          const cell = actions.cellOf(line.record);
          return (
            <li key={line.record}>
              <span>
                {text.leftOutLine(line.customer, money(line.receivedFen))}
                {line.missing.map((refusal, index) => (
                  <span key={index} class="muted reason">
                    {wordMissing(refusal)}
                  </span>
                ))}
              </span>
              {cell && <CellChip cell={cell} actions={actions} shows="cell" />}
            </li>
          );
        })}
      </ul>
    </Message>
  );
}
