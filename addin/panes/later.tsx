// Screens that are no part of the first load: each comes when it is called for, at the latest when it is first shown.

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { failureOf } from './failure-of.ts';
import { Refused } from './parts/loading.tsx';
import { PaneError } from './services.ts';
import type { PaneFailure } from './services.ts';

export interface Later<Props> {
  (props: Props): preact.JSX.Element | null;
  load(): Promise<void>;
}

export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Later<Props> {
  const here = signal<ComponentType<Props> | null>(null);
  const failure = signal<PaneFailure | null>(null);
  const load = async (): Promise<void> => {
    if (here.value) return;
    failure.value = null;
    try {
      here.value = await fetch();
    } catch (error) {
      // A part of the pane that is out of reach is no mistake of its own.
      failure.value = error instanceof PaneError ? failureOf(error) : { code: 'unavailable' };
    }
  };
  function Later(props: Props) {
    const Shown = here.value;
    useEffect(() => void load(), []);
    const isLate = useRef(Shown === null);
    useEffect(() => {
      // It takes the focus as any other screen does, though it came late.
      if (Shown && isLate.current && (document.activeElement === document.body || !document.activeElement)) document.getElementById('screen')?.focus({ preventScroll: true });
    }, [Shown !== null]);
    if (Shown) return <Shown {...props} />;
    return failure.value && <Refused failure={failure.value} whenOffline="" onRetry={() => void load()} />;
  }
  return Object.assign(Later, { load });
}
