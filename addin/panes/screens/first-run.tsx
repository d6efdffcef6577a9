// A workbook without any known form: one picture, one sentence, blank forms to begin with.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { AudienceChoice } from '../parts/audience-choice.tsx';
import { Icon } from '../parts/icon.tsx';
import type { PaneState } from '../state.ts';
import { BlankForms } from './blank-forms.tsx';
import { leftAlone } from './forms-found.tsx';
import { UnknownLayouts } from './unknown-layouts.tsx';

const text = words.pane.firstRun;
const suggested = ['customer-archive', 'visit-report', 'gift-plan'];

interface FirstRunProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly unrecognised: readonly string[];
}

export function FirstRun({ state, actions, unrecognised }: FirstRunProps) {
  return (
    <>
      <section class="block first-run">
        <Picture />
        <h1>{text.title}</h1>
        <p class="muted">{text.text}</p>
        {unrecognised.length > 0 && <p class="note-text muted why-not">{leftAlone(unrecognised)}</p>}
      </section>
      <UnknownLayouts layouts={state.reading?.layouts ?? []} actions={actions} />
      <section class="block">
        <div class="section">
          <h2>{text.put}</h2>
          <button type="button" class="link" onClick={() => actions.openTab('more')}>
            {text.all}
          </button>
        </div>
        <BlankForms state={state} actions={actions} forms={suggested} />
        <p class="left-alone">
          <button type="button" class="link" disabled={state.busy !== null && state.busy.with !== 'import'} onClick={() => void actions.openImports()}>
            {words.imports.open}
          </button>
        </p>
      </section>
      {state.session && <WhatIsThere state={state} actions={actions} />}
    </>
  );
}

/** A colleague's empty workbook: what the department has already comes with a press. */
function WhatIsThere({ state, actions }: { state: PaneState; actions: Actions }) {
  const isDisabled = state.busy !== null || state.reading?.readOnly === 'structure-protected';
  return (
    <section class="block">
      <div class="section">
        <h2>{text.fetch}</h2>
      </div>
      <p class="note-text muted">{text.fetchLead}</p>
      <button type="button" class="button big gap" disabled={isDisabled} onClick={() => void actions.sync()}>
        <Icon name="sync" />
        {state.connection === 'offline' ? words.pane.home.retry : words.pane.home.sync}
      </button>
      <AudienceChoice state={state} actions={actions} />
    </section>
  );
}

/** Left a sheet, right the ranking that comes of it. */
function Picture() {
  const rows = [30, 46, 62];
  const bars = [70, 62, 54, 40];
  return (
    <svg class="picture" viewBox="0 0 296 96" role="img" aria-label={text.picture}>
      <g fill="none" stroke="var(--line-2)">
        <rect x=".5" y="8.5" width="120" height="79" rx="2" />
        <path d="M.5 24.5h120M.5 40.5h120M.5 56.5h120M.5 72.5h120M32.5 24.5v63M76.5 24.5v63" />
        <rect x="174.5" y="8.5" width="121" height="79" rx="2" />
      </g>
      <g fill="var(--line-3)">
        <rect x="40" y="14" width="40" height="4" rx="1" />
        <rect x="182" y="16" width="34" height="4" rx="1" />
      </g>
      {rows.map((y, index) => (
        <g key={y} fill="var(--line-2)">
          <rect x="6" y={y} width={20 - index * 2} height="4" rx="1" />
          <rect x="38" y={y} width={26 + index * 3} height="4" rx="1" />
          <rect x="82" y={y} width={index === 1 ? 0 : 24} height="4" rx="1" />
        </g>
      ))}
      <path d="M132 48h30M156 42l6 6-6 6" stroke="var(--accent-text)" fill="none" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
      {bars.map((width, index) => (
        <g key={width}>
          <rect x="182" y={32 + index * 14} width="16" height="4" rx="1" fill="var(--line-2)" />
          <rect x="206" y={31 + index * 14} width="82" height="6" rx="1" fill="var(--bar-0)" />
          <rect x="206" y={31 + index * 14} width={width} height="6" rx="1" fill="var(--bar-1)" />
        </g>
      ))}
    </svg>
  );
}
