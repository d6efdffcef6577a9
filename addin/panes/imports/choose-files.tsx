// Where files are dropped or chosen, what happens with them, and what was imported before.

import { useRef, useState } from 'preact/hooks';
import { momentInList } from '../../words/numbers.ts';
import { importWords } from '../../words/import-words.ts';
import type { OldFile, PastImport } from '../import-services.ts';
import { undo } from './import-actions.ts';
import type { ImportState } from './import-state.ts';

const text = importWords;

interface ChooseFilesProps {
  readonly now: ImportState;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly OldFile[]) => void;
}

export function ChooseFiles({ now, isDisabled, onFiles }: ChooseFilesProps) {
  return (
    <>
      <section class="block">
        <div class="drop">
          <p>{text.drop}</p>
          <FileButton label={text.choose} isPrimary isDisabled={isDisabled} onFiles={onFiles} />
        </div>
        <p class="note-text muted">{text.promise}</p>
        {now.usesExcel && <p class="note-text muted">{text.usesExcel}</p>}
      </section>
      {now.past.length > 0 && <Past past={now.past} isDisabled={isDisabled} />}
    </>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly OldFile[]) => void;
}

/** A button for the keyboard and the eye; the browser's own field behind it only opens the dialog. */
export function FileButton({ label, isPrimary = false, isDisabled, onFiles }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  const chosen = (): void => {
    const files = [...(field.current?.files ?? [])];
    // The same files may be chosen again.
    if (field.current) field.current.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <button type="button" class={isPrimary ? 'button primary' : 'button'} disabled={isDisabled} onClick={() => field.current?.click()}>
        {label}
      </button>
      <input ref={field} type="file" multiple hidden accept=".xlsx,.xlsm,.xls" onChange={chosen} />
    </>
  );
}

function Past({ past, isDisabled }: { past: readonly PastImport[]; isDisabled: boolean }) {
  return (
    <section class="block">
      <div class="section">
        <h2>{text.past}</h2>
        <span class="muted">{text.pastLead}</span>
      </div>
      <ul class="rows choose">
        {past.map((one) => (
          <PastRow key={one.id} one={one} isDisabled={isDisabled} />
        ))}
      </ul>
    </section>
  );
}

/** An import of long ago is asked about once more before it is taken back. */
function PastRow({ one, isDisabled }: { one: PastImport; isDisabled: boolean }) {
  const [isSure, setSure] = useState(false);
  const files = text.pastFiles(one.files[0] ?? '', one.files.length);
  return (
    <li>
      <div>
        {files}
        <div class="note-text muted">
          {momentInList(one.at, '')}　{text.pastCount(one.records)}
        </div>
        {one.isUnfinished && <div class="note-text warn">{text.unfinished}</div>}
      </div>
      {!isSure && (
        <button type="button" class="button tiny" aria-label={`${text.undo} ${files}`} disabled={isDisabled} onClick={() => setSure(true)}>
          {text.undo}
        </button>
      )}
      {isSure && (
        <span class="sure">
          <button type="button" class="button tiny" ref={(button) => button?.focus()} disabled={isDisabled} onClick={() => void undo(one.id)}>
            {text.sure(one.records)}
          </button>
          <button type="button" class="button tiny" onClick={() => setSure(false)}>
            {text.keep}
          </button>
        </span>
      )}
    </li>
  );
}
