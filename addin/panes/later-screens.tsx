// The screens that come after the first load: those of teaching, of shared workbooks and the check-up.

import type { ComponentType, VNode } from 'preact';
import { words } from '../words/words.ts';
import type { Actions } from './actions.ts';
import { later } from './later.tsx';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import type { PaneState } from './state.ts';

interface ScreenProps {
  readonly state: PaneState;
  readonly actions: Actions;
}

const screen = <Props extends ScreenProps>(fetch: () => Promise<ComponentType<Props>>) => later(fetch, ({ state, actions }, refused) => framed(state, actions, refused));

function framed(state: PaneState, actions: Actions, refused: VNode): VNode {
  return (
    <>
      <Head state={state} actions={actions} title={words.pane.product} />
      <main id="screen" tabIndex={-1}>
        {refused}
      </main>
      <Foot state={state} actions={actions} />
    </>
  );
}

export const TeachLayout = screen(async () => (await import('./screens/teach-layout.tsx')).TeachLayout);
export const LearnedWords = later(async () => (await import('./screens/learned-words.tsx')).LearnedWords, (_props, refused) => refused);
export const Conflicts = screen(async () => (await import('./shared/screens.ts')).Conflicts);
export const Questions = screen(async () => (await import('./shared/screens.ts')).Questions);
export const History = screen(async () => (await import('./shared/screens.ts')).History);
export const News = screen(async () => (await import('./shared/screens.ts')).News);
export const CheckUp = screen(async () => (await import('./shared/screens.ts')).CheckUp);

/** Fetched in advance, so that they are there when the network is not. */
export async function loadLaterScreens(): Promise<void> {
  await Promise.all([TeachLayout, LearnedWords, Conflicts, Questions, History, News, CheckUp].map((each) => each.load()));
}
