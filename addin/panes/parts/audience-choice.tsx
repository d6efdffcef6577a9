// For whom a workbook is that was never synchronised: said once, before its first 同步.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import type { PaneState } from '../state.ts';

const text = words.pane.home;

export function AudienceChoice({ state, actions }: { state: PaneState; actions: Actions }) {
  if (!state.session || !state.reading?.isNew || state.reading.readOnly) return null;
  return (
    <>
      <label class="audience">
        <span>{text.audience}</span>
        <select value={state.audience} aria-describedby="audience-help" onChange={(event) => actions.chooseAudience(event.currentTarget.value === 'department' ? 'department' : 'member')}>
          <option value="member">{text.audiences.member}</option>
          <option value="department">{text.audiences.department}</option>
        </select>
      </label>
      <p id="audience-help" class="note-text muted">
        {text.audienceLeads[state.audience]}
      </p>
    </>
  );
}
