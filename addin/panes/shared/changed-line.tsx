// One changed field: its name (which leads to its history), its cell, and what became of it.

import type { FormDefinition, Path } from '../../../domain/forms/definition.ts';
import { sameValue } from '../../../domain/forms/fields.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import type { ChangedPath, ChangeKind } from '../shared-services.ts';
import { fieldInWords, isDeletion, valueInWords } from './value-in-words.ts';

const text = sharedWords.changes;

interface ChangedLineProps {
  readonly changed: ChangedPath;
  readonly form: FormDefinition | undefined;
  readonly kind: ChangeKind;
  readonly open: ((path: Path) => void) | null;
  readonly actions: Actions;
}

export function ChangedLine({ changed, form, kind, open, actions }: ChangedLineProps) {
  const { path, row, cell } = changed;
  const field = fieldInWords(form, path, row);
  return (
    <li class="changed">
      <div class="top">
        {open ? (
          <button type="button" class="link" aria-label={sharedWords.historyOf(field)} onClick={() => open(path)}>
            {field}
          </button>
        ) : (
          <span>{field}</span>
        )}
        {cell && <CellChip cell={cell} actions={actions} />}
      </div>
      <p class="note-text">{became(form, changed, kind)}</p>
    </li>
  );
}

function became(form: FormDefinition | undefined, { path, from, to }: ChangedPath, kind: ChangeKind): string {
  if (isDeletion(path)) return text.kinds[to === true ? 'delete' : 'restore'];
  const now = valueInWords(form, path, to);
  if (kind === 'create' || from === null) return text.set(now);
  // A decision may leave what stands.
  if (from !== undefined && sameValue(from, to)) return text.stays(now);
  const before = valueInWords(form, path, from);
  return to === null ? text.emptied(before) : text.becomes(before, now);
}
