// The pane: one screen at a time. Esc goes back; a change of screen brings it to the top and, for the keyboard, the focus.

import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Actions } from './actions.ts';
import { takeDroppedFiles } from './dropped-files.ts';
import { Head } from './parts/head.tsx';
import { Commission } from './screens/commission.tsx';
import { CommissionPerson } from './screens/commission-person.tsx';
import { Evidence } from './screens/evidence.tsx';
import { screenOf as importScreen } from './imports/shown.ts';
import { Home } from './screens/home.tsx';
import { More } from './screens/more.tsx';
import { Person } from './screens/person.tsx';
import { Problems } from './screens/problems.tsx';
import { Receipt } from './screens/receipt.tsx';
import { Scores } from './screens/scores.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Syncing } from './screens/syncing.tsx';
import type { PaneState, Screen } from './state.ts';
import { CheckUp, Conflicts, History, News, Questions, TeachLayout } from './later-screens.tsx';

export function Shell({ state, actions }: { state: Signal<PaneState>; actions: Actions }) {
  const now = state.value;
  useFocusOnChange(now);
  useEffect(() => {
    const goBack = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) actions.back();
    };
    document.addEventListener('keydown', goBack);
    return () => document.removeEventListener('keydown', goBack);
  }, [actions]);
  useEffect(() => takeDroppedFiles(document, (files) => void actions.openImports(files)), [actions]);
  if (!now.session && !now.looking) return <SignIn state={now} actions={actions} />;
  return <ScreenOf state={now} actions={actions} />;
}

function ScreenOf({ state, actions }: { state: PaneState; actions: Actions }) {
  const { screen } = state;
  switch (screen.kind) {
    case 'syncing':
      return <Syncing state={state} actions={actions} />;
    case 'receipt':
      return <Receipt state={state} actions={actions} receipt={screen.receipt} />;
    case 'problems':
      return <Problems state={state} actions={actions} />;
    case 'conflicts':
      return <Conflicts state={state} actions={actions} />;
    case 'questions':
      return <Questions state={state} actions={actions} />;
    case 'history':
      return <History state={state} actions={actions} />;
    case 'news':
      return <News state={state} actions={actions} />;
    case 'check-up':
      return <CheckUp state={state} actions={actions} />;
    case 'import': {
      const Import = importScreen.value;
      return Import && <Import state={state} actions={actions} />;
    }
    case 'layout':
      return <TeachLayout key={`${screen.sheet} ${screen.form}`} state={state} actions={actions} sheet={screen.sheet} form={screen.form} />;
    case 'person':
      return <Person state={state} actions={actions} member={screen.member} />;
    case 'evidence':
      return <Evidence state={state} actions={actions} member={screen.member} item={screen.item} />;
    case 'commission-person':
      return <CommissionPerson state={state} actions={actions} member={screen.member} as={screen.as} />;
    case 'tab':
      // One head for all four, so that the tab that was pressed keeps the focus.
      return (
        <>
          <Head state={state} actions={actions} />
          {tabs[screen.tab]({ state, actions })}
        </>
      );
  }
}

const tabs = {
  workbook: (props: { state: PaneState; actions: Actions }) => <Home {...props} />,
  scores: (props: { state: PaneState; actions: Actions }) => <Scores {...props} />,
  commission: (props: { state: PaneState; actions: Actions }) => <Commission {...props} />,
  more: (props: { state: PaneState; actions: Actions }) => <More {...props} />,
};

/**
 * A tab keeps its own focus, and so does a press that leads to a screen of the same kind (the next item); any other
 * screen takes it, so that what is read out and what Tab reaches begin there.
 */
function useFocusOnChange(state: PaneState): void {
  const isIn = state.session !== null || state.looking;
  const kind = isIn ? state.screen.kind : 'sign-in';
  const shown = isIn ? nameOf(state.screen) : kind;
  const before = useRef({ kind, shown });
  useEffect(() => {
    const last = before.current;
    before.current = { kind, shown };
    if (last.shown === shown) return;
    window.scrollTo(0, 0);
    const isFocused = document.activeElement !== null && document.activeElement !== document.body;
    if (kind !== 'sign-in' && !(isFocused && (kind === 'tab' || kind === last.kind))) document.getElementById('screen')?.focus({ preventScroll: true });
  }, [kind, shown]);
}

function nameOf(screen: Screen): string {
  return Object.values(screen)
    .filter((part) => typeof part !== 'object')
    .join(' ');
}
