// The records behind a figure: one table a measure, each fact with its cell where it lies in this workbook.

import type { Evidence } from '../../../domain/rules/results.ts';
import { amountText } from '../../words/facts.ts';
import { dayInList } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { factGroups } from '../evidence-view.ts';
import type { FactGroup } from '../evidence-view.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { formTitle } from '../form-names.ts';

const text = words.pane.evidence;

export function FactTables({ evidence, actions }: { evidence: Evidence; actions: Actions }) {
  const groups = factGroups(evidence);
  if (groups.length === 0) return <p class="block note-text muted">{text.none}</p>;
  return (
    <>
      {groups.map((group) => (
        <FactTable key={group.measure} group={group} actions={actions} />
      ))}
    </>
  );
}

function FactTable({ group, actions }: { group: FactGroup; actions: Actions }) {
  const hasCells = group.facts.some((fact) => actions.cellOf(fact.record) !== null);
  return (
    <section class="block">
      <div class="section">
        <h2>{group.label}</h2>
        <span class="muted">{text.facts(group.records, group.forms.length === 1 ? formTitle(group.forms[0]!) : '')}</span>
      </div>
      <table>
        <tbody>
          {group.facts.map((fact, index) => {
            const cell = actions.cellOf(fact.record);
            return (
              <tr key={index}>
                <td class="nowrap">{dayInList(fact.day)}</td>
                <td>
                  {fact.customer}
                  {fact.sign < 0 && <span class="muted"> {text.reversal}</span>}
                  {fact.posted !== fact.day.slice(0, 7) && <span class="muted"> {text.posted(fact.posted)}</span>}
                </td>
                <td class="number">{amountText(group.unit, fact.amount)}</td>
                {hasCells && <td class="number place">{cell && <CellChip cell={cell} actions={actions} shows="cell" />}</td>}
              </tr>
            );
          })}
          {group.facts.length > 1 && (
            <tr class="total">
              <td colSpan={2}>{text.total}</td>
              <td class="number">{amountText(group.unit, group.sum)}</td>
              {hasCells && <td />}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
