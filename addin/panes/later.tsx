// Screens that are no part of the first load: each comes when it is called for, at the latest when it is first shown.

import { signal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Refused } from './parts/loading.tsx';

export interface Later<Props> {
  (props: Props): VNode | null;
  load(): Promise<void>;
}

/** `frame`: what stands around the message that it could not be fetched, above all the way back. */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>, frame: (props: Props, refused: VNode) => VNode): Later<Props> {
  const here = signal<ComponentType<Props> | null>(null);
  const isRefused = signal(false);
  const load = async (): Promise<void> => {
    if (here.value) return;
    isRefused.value = false;
    try {
      here.value = await fetch();
    } catch {
      // A part of the pane that is out of reach is no mistake of its own.
      isRefused.value = true;
    }
  };
  function Later(props: Props): VNode | null {
    const Shown = here.value;
    const isLate = useRef(Shown === null);
    useEffect(() => void load(), []);
    useEffect(() => {
      // It takes the focus as any other screen does, though it came late.
      if (Shown && isLate.current && (document.activeElement === document.body || !document.activeElement)) document.getElementById('screen')?.focus({ preventScroll: true });
    }, [Shown !== null]);
    if (Shown) return <Shown {...props} />;
    return isRefused.value ? frame(props, <Refused failure={{ code: 'unavailable' }} whenOffline="" onRetry={() => void load()} />) : null;
  }
  return Object.assign(Later, { load });
}
