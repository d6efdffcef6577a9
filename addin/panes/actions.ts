// What a press does: asks the services, then changes the state. Every failure ends in `failed`; nothing throws further.

import type { Path } from '../../domain/forms/definition.ts';
import type { Signal } from '@preact/signals';
import type { OldFile } from './import-services.ts';
import { openImports } from './imports/open-imports.ts';
import { failureOf } from './failure-of.ts';
import { resultActions } from './result-actions.ts';
import type { CellLink, PaneServices, PlacedProblem } from './services.ts';
import { sharedActions } from './shared-actions.ts';
import * as change from './state.ts';
import type { PaneState, Screen, Tab } from './state.ts';
import { teachActions } from './teach-actions.ts';

export type Actions = ReturnType<typeof createActions>;

const REREAD_AFTER_MS = 700;

export function createActions(services: PaneServices, state: Signal<PaneState>) {
  let latestReading = 0;
  let rereading: ReturnType<typeof setTimeout> | undefined;

  const set = (next: PaneState): void => {
    state.value = next;
  };
  const fail = (error: unknown): void => set(change.failed(state.value, failureOf(error)));
  const isAtWork = (): boolean => state.value.busy !== null || state.value.screen.kind === 'syncing';

  /** One thing at a time: while it runs, no other is begun. */
  async function doing(busy: change.Busy, work: () => Promise<void>): Promise<void> {
    if (isAtWork()) return;
    set(change.becameBusy(state.value, busy));
    try {
      await work();
    } catch (error) {
      fail(error);
    }
    if (state.value.busy) set(change.becameBusy(state.value, null));
  }

  /** A later reading wins over an earlier one that took longer. */
  async function reread(): Promise<void> {
    const mine = ++latestReading;
    try {
      const reading = await services.readWorkbook();
      if (mine === latestReading && state.value.screen.kind !== 'syncing') set(change.read(state.value, reading));
    } catch (error) {
      if (mine === latestReading) fail(error);
    }
  }

  const results = resultActions({ services, state, doing });
  const shared = sharedActions({ services, state, doing });

  function openTab(tab: Tab): void {
    if (state.value.screen.kind === 'syncing') return;
    set(change.wentToTab(state.value, tab));
    if (tab === 'scores' && state.value.scores.is !== 'here') void results.loadScores();
    if (tab === 'commission' && state.value.slip.is !== 'here') void results.loadSlip();
  }

  async function sync(place?: readonly string[]): Promise<void> {
    if (isAtWork()) return;
    if (!state.value.session) return set(change.askedToSignIn(state.value));
    latestReading += 1;
    set(change.syncStarted(state.value));
    try {
      const { receipt, reading } = await services.synchronise((progress) => set(change.syncProgressed(state.value, progress)), { audience: state.value.audience, ...(place ? { place } : {}) });
      set(change.heard(change.synced(state.value, receipt, reading), services.session()));
    } catch (error) {
      fail(error);
      void reread();
    }
  }

  /** At the start: the sign-in may have been revoked meanwhile, and the day is the server's. */
  async function refreshSession(): Promise<void> {
    if (!state.value.session) return;
    try {
      const session = await services.refreshSession();
      if (state.value.session && session) set(change.heard({ ...state.value, connection: 'connected' }, session));
    } catch (error) {
      const failure = failureOf(error);
      if (change.isExpired(failure) || change.isOffline(failure)) set(change.failed(state.value, failure));
    }
  }

  return {
    reread,
    /** Old files, perhaps those that were dropped. */
    openImports: (files: readonly OldFile[] = []): Promise<void> => openImports({ services, state, doing, fail }, files),
    refreshSession,
    sync: (): Promise<void> => sync(),
    /** Records of these forms come into the workbook, now and from now on. */
    place: (forms: readonly string[]): Promise<void> => sync(forms),
    chooseAudience: (audience: PaneState['audience']): void => set({ ...state.value, audience }),
    openTab,
    ...results,
    ...shared,
    /** Cells changed: a hint to read again once they rest. */
    workbookChanged(): void {
      clearTimeout(rereading);
      rereading = setTimeout(() => {
        if (!isAtWork()) void reread();
      }, REREAD_AFTER_MS);
    },

    open(screen: Screen): void {
      set(change.opened(state.value, screen));
      if (screen.kind === 'evidence') void results.loadEvidence(screen.member, screen.item);
    },

    /** To the neighbouring item, without a step back to this one. */
    openBeside(screen: Screen): void {
      set(change.replaced(state.value, screen));
      if (screen.kind === 'evidence') void results.loadEvidence(screen.member, screen.item);
    },

    back: (): void => set(change.wentBack(state.value)),
    look: (): void => set(change.lookedAround(state.value)),
    askToSignIn: (): void => set(change.askedToSignIn(state.value)),
    dismiss: (): void => set(change.noticed(state.value, null)),

    signIn: (code: string, device: string): Promise<void> =>
      doing({ with: 'sign-in' }, async () => {
        const session = await services.signIn(code, device);
        set(change.signedIn({ ...state.value, connection: 'connected' }, session));
        void reread();
      }),

    async signOut(): Promise<void> {
      try {
        await services.signOut();
      } catch {
        // Signing out is this device's own decision; a Worker out of reach does not keep anyone signed in here.
      }
      set(change.signedOut(state.value, false));
    },

    insertBlankForm: (form: string): Promise<void> =>
      doing({ with: 'insert' }, async () => {
        const sheets = await services.insertBlankForm(form);
        set(change.noticed(state.value, { kind: 'written', sheets }));
        void reread();
      }),

    answerProblem: (problem: PlacedProblem, choice: string): Promise<void> =>
      doing({ with: 'answer' }, async () => {
        await services.answerProblem(problem, choice);
        await reread();
      }),

    ...teachActions({ services, state, doing, reread }),

    undoLastWrite: (): Promise<void> =>
      doing({ with: 'undo' }, async () => {
        const cells = await services.undoLastWrite();
        set(change.noticed(state.value, { kind: 'undone', cells: cells.length }));
        void reread();
      }),

    async select(cell: CellLink): Promise<void> {
      try {
        await services.select(cell);
      } catch (error) {
        fail(error);
      }
    },

    cellOf: (record: string, path: Path | null = null): CellLink | null => services.cellOf(record, path),
  };
}
