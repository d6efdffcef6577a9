// What a press does: asks the services, then changes the state. Every failure ends in `failed`; nothing throws further.

import type { Signal } from '@preact/signals';
import type { Month } from '../../domain/values/day.ts';
import type { Period } from '../../domain/values/period.ts';
import type { OldFile } from './import-services.ts';
import { openImports } from './imports/open-imports.ts';
import { PaneError } from './services.ts';
import type { CellLink, PaneFailure, PaneServices, PlacedProblem } from './services.ts';
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

  async function loadScores(): Promise<void> {
    const { period, scores } = state.value;
    if (scores.is === 'loading' || !state.value.session) return;
    set({ ...state.value, scores: { is: 'loading' } });
    const scoresNow = await fetched(() => services.scorecards(period));
    if (state.value.period !== period) return;
    set({ ...connected(state.value, scoresNow), scores: scoresNow });
    endIfExpired(scoresNow);
  }

  async function loadSlip(): Promise<void> {
    const { month, slip } = state.value;
    if (slip.is === 'loading' || !state.value.session) return;
    set({ ...state.value, slip: { is: 'loading' } });
    const slipNow = await fetched(() => services.slip(month));
    if (state.value.month !== month) return;
    set({ ...connected(state.value, slipNow), slip: slipNow });
    endIfExpired(slipNow);
  }

  async function loadEvidence(member: string, item: number): Promise<void> {
    const period = state.value.period;
    set({ ...state.value, evidence: { is: 'loading' } });
    const evidence = await fetched(() => services.evidence({ period, member, item }));
    const { screen } = state.value;
    if (screen.kind !== 'evidence' || screen.member !== member || screen.item !== item) return;
    set({ ...connected(state.value, evidence), evidence });
    endIfExpired(evidence);
  }

  function endIfExpired(loading: change.Loading<unknown>): void {
    if (loading.is === 'refused' && change.isExpired(loading.failure)) set(change.failed(state.value, loading.failure));
  }

  function openTab(tab: Tab): void {
    if (state.value.screen.kind === 'syncing') return;
    set(change.wentToTab(state.value, tab));
    if (tab === 'scores' && state.value.scores.is !== 'here') void loadScores();
    if (tab === 'commission' && state.value.slip.is !== 'here') void loadSlip();
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
    loadScores,
    loadSlip,

    /** Cells changed: a hint to read again once they rest. */
    workbookChanged(): void {
      clearTimeout(rereading);
      rereading = setTimeout(() => {
        if (!isAtWork()) void reread();
      }, REREAD_AFTER_MS);
    },

    open(screen: Screen): void {
      set(change.opened(state.value, screen));
      if (screen.kind === 'evidence') void loadEvidence(screen.member, screen.item);
    },

    /** To the neighbouring item, without a step back to this one. */
    openBeside(screen: Screen): void {
      set(change.replaced(state.value, screen));
      if (screen.kind === 'evidence') void loadEvidence(screen.member, screen.item);
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

    choosePeriod(period: Period): void {
      set(change.chosePeriod(state.value, period));
      void loadScores();
    },

    chooseUnit(unit: 'month' | 'quarter'): void {
      const before = state.value.period;
      set(change.switchedUnit(state.value, unit, state.value.session?.today ?? before));
      if (state.value.period !== before) void loadScores();
    },

    chooseMonth(month: Month): void {
      set(change.choseMonth(state.value, month));
      void loadSlip();
    },

    writeScorecards: (): Promise<void> =>
      doing({ with: 'write-scorecards', done: 0, of: 0 }, async () => {
        const progressed = (done: number, of: number): void => set({ ...state.value, busy: { with: 'write-scorecards', done, of } });
        const sheets = await services.writeScorecards(state.value.period, progressed);
        set(change.noticed(state.value, { kind: 'written', sheets }));
      }),

    writeSlip: (): Promise<void> =>
      doing({ with: 'write-slip' }, async () => {
        const sheets = await services.writeSlip(state.value.month);
        set(change.noticed(state.value, { kind: 'written', sheets }));
      }),

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

    cellOf: (record: string): CellLink | null => services.cellOf(record),
  };
}

async function fetched<Value>(ask: () => Promise<Value>): Promise<change.Loading<Value>> {
  try {
    return { is: 'here', value: await ask() };
  } catch (error) {
    return { is: 'refused', failure: failureOf(error) };
  }
}

function connected(state: PaneState, loading: change.Loading<unknown>): PaneState {
  const isOffline = loading.is === 'refused' && change.isOffline(loading.failure);
  return { ...state, connection: isOffline ? 'offline' : 'connected' };
}

function failureOf(error: unknown): PaneFailure {
  if (error instanceof PaneError) return error.failure;
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
