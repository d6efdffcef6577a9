// Presses about what the Worker reckons: scores, commission and their evidence, and the sheets made of them.

import type { Signal } from '@preact/signals';
import type { Month } from '../../domain/values/day.ts';
import type { Period } from '../../domain/values/period.ts';
import { fetched, show } from './fetched.ts';
import type { PaneServices } from './services.ts';
import * as change from './state.ts';
import type { Busy, PaneState } from './state.ts';

interface Given {
  readonly services: PaneServices;
  readonly state: Signal<PaneState>;
  readonly doing: (busy: Busy, work: () => Promise<void>) => Promise<void>;
}

export function resultActions({ services, state, doing }: Given) {
  const set = (next: PaneState): void => {
    state.value = next;
  };

  async function loadScores(): Promise<void> {
    const { period, scores } = state.value;
    if (scores.is === 'loading' || !state.value.session) return;
    set({ ...state.value, scores: { is: 'loading' } });
    const scoresNow = await fetched(() => services.scorecards(period));
    if (state.value.period === period) show(state, scoresNow, (now) => ({ ...now, scores: scoresNow }));
  }

  async function loadSlip(): Promise<void> {
    const { month, slip } = state.value;
    if (slip.is === 'loading' || !state.value.session) return;
    set({ ...state.value, slip: { is: 'loading' } });
    const slipNow = await fetched(() => services.slip(month));
    if (state.value.month === month) show(state, slipNow, (now) => ({ ...now, slip: slipNow }));
  }

  async function loadEvidence(member: string, item: number): Promise<void> {
    const period = state.value.period;
    set({ ...state.value, evidence: { is: 'loading' } });
    const evidence = await fetched(() => services.evidence({ period, member, item }));
    const { screen } = state.value;
    if (screen.kind === 'evidence' && screen.member === member && screen.item === item) show(state, evidence, (now) => ({ ...now, evidence }));
  }

  return {
    loadScores,
    loadSlip,
    loadEvidence,

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
  };
}
