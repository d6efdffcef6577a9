// By manager and by executor; a name leads to that person's receipts.

import type { Slip, SlipPerson } from '../../../domain/rules/results.ts';
import { money } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { executorsOf, managersOf } from '../slip-view.ts';

const text = words.pane.commission;

export function CommissionPeople({ slip, actions }: { slip: Slip; actions: Actions }) {
  const managers = managersOf(slip);
  const executors = executorsOf(slip);
  return (
    <>
      {managers.length > 0 && (
        <People
          people={managers}
          heads={[text.columns.manager, text.columns.commission, text.columns.own, text.columns.shared]}
          figures={(person) => [person.commissionFen, person.earnedFen, person.commissionFen - person.earnedFen]}
          actions={actions}
        />
      )}
      {executors.length > 0 && (
        <People
          people={executors}
          heads={[text.columns.executor, text.columns.joint, text.columns.own]}
          figures={(person) => [person.commissionFen, person.earnedFen]}
          actions={actions}
        />
      )}
    </>
  );
}

interface PeopleProps {
  readonly people: readonly SlipPerson[];
  readonly heads: readonly string[];
  readonly figures: (person: SlipPerson) => readonly number[];
  readonly actions: Actions;
}

function People({ people, heads, figures, actions }: PeopleProps) {
  const rows = people.map((person) => ({ person, amounts: figures(person) }));
  const totals = heads.slice(1).map((_, column) => rows.reduce((sum, row) => sum + row.amounts[column]!, 0));
  return (
    <section class="block">
      <table>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col" class={column === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, amounts }) => (
            <tr key={person.member.id}>
              <td class="nowrap">
                <button type="button" class="link" onClick={() => actions.open({ kind: 'commission-person', member: person.member.id, as: person.as })}>
                  {person.member.name}
                </button>
                <span class="muted count-of"> {text.receipts(person.receipts)}</span>
              </td>
              {amounts.map((amountFen, column) => (
                <td key={column} class={amountFen === 0 ? 'number muted' : 'number'}>
                  {money(amountFen)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length > 1 && (
            <tr class="total">
              <td>{text.total}</td>
              {totals.map((amountFen, column) => (
                <td key={column} class="number">
                  {money(amountFen)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
