// The labels of 教一次版式, each with its cell and a value at the left and what it stands for at the right.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { LabelLine, OptionGroup } from '../layout-view.ts';
import { Icon } from '../parts/icon.tsx';

const text = words.pane.layout;
const UNCHOSEN = '';
const IGNORED = '-';

interface LabelLinesProps {
  readonly lines: readonly LabelLine[];
  readonly choose: (label: string, choice: string | null | undefined) => void;
  readonly actions: Actions;
}

export function LabelLines({ lines, choose, actions }: LabelLinesProps) {
  return (
    <section class="block labels">
      <div class="label-line label-head" aria-hidden="true">
        <h2>{text.labels}</h2>
        <span />
        <h2>{text.fields}</h2>
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.unknown.label} line={line} choose={choose} actions={actions} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, choose, actions }: { line: LabelLine; choose: LabelLinesProps['choose']; actions: Actions }) {
  const { unknown, choice, groups, warning } = line;
  const { label, cell, sample } = unknown;
  const value = choice === undefined ? UNCHOSEN : (choice ?? IGNORED);
  const place = `${cell.sheet}!${cell.address}`;
  const change = (chosen: string): void => choose(label, chosen === UNCHOSEN ? undefined : chosen === IGNORED ? null : chosen);
  return (
    <li class="label-line">
      <button type="button" class="label-cell" title={words.pane.toCell(place)} onClick={() => void actions.select(cell)}>
        <span class="name">{label}</span>
        <span class="sample">
          <span class="address">{cell.address}</span>
          {sample.text || text.unfilled}
        </span>
      </button>
      <Icon name="leads" />
      <select class={choice === undefined ? 'open' : undefined} aria-label={text.fieldOf(label)} value={value} aria-describedby={warning ? `warning-${cell.address}` : undefined} onChange={(event) => change(event.currentTarget.value)}>
        <option value={UNCHOSEN}>{text.choose}</option>
        <option value={IGNORED}>{text.ignore}</option>
        {groups.map((group) => (
          <Group key={group.label} group={group} />
        ))}
      </select>
      {warning && (
        <p id={`warning-${cell.address}`} class="note-text warn" role="status">
          {text.warning(warning)}
        </p>
      )}
    </li>
  );
}

function Group({ group }: { group: OptionGroup }) {
  return (
    <optgroup label={group.label || text.own}>
      {group.options.map(({ path, label, isTaken }) => (
        <option key={path} value={path} disabled={isTaken}>
          {label}
        </option>
      ))}
    </optgroup>
  );
}
