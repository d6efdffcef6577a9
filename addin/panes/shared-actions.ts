// Presses about what several people fill in: deciding conflicts, answering questions, history, colleagues' updates. What is
// decided or restored goes out with the cells' own changes, as one 同步.

import type { Signal } from '@preact/signals';
import type { Path, Value } from '../../domain/forms/definition.ts';
import { sameValue } from '../../domain/forms/fields.ts';
import { fetched, show } from './fetched.ts';
import type { PaneServices, SyncWishes } from './services.ts';
import type { News } from './shared-services.ts';
import * as shared from './shared-state.ts';
import type { SharedState } from './shared-state.ts';
import { sourceOfBase } from './shared/history-view.ts';
import { chosenAmong, decisionsOf, valueChosen } from './shared/conflict-view.ts';
import type { Choice, ConflictChoices } from './shared/conflict-view.ts';
import * as change from './state.ts';
import type { Busy, PaneState, Screen } from './state.ts';

interface Given {
  readonly services: PaneServices;
  readonly state: Signal<PaneState>;
  readonly doing: (busy: Busy, work: () => Promise<void>) => Promise<void>;
}

export function sharedActions({ services, state, doing }: Given) {
  const set = (next: PaneState): void => {
    state.value = next;
  };
  const remember = (next: SharedState): void => set({ ...state.value, shared: next });
  const now = (): SharedState => state.value.shared;

  /** A 同步 that leaves the screen where it is. */
  async function taken(synced: ReturnType<PaneServices['synchronise']>): Promise<void> {
    const { receipt, reading } = await synced;
    set(change.heard(change.syncedInPlace(state.value, receipt, reading), services.session()));
  }
  const sent = (wishes: SyncWishes): Promise<void> => taken(services.synchronise((progress) => set(change.syncProgressed(state.value, progress)), { audience: state.value.audience, ...wishes }));

  async function loadHistory(record: string, path: Path | null): Promise<void> {
    const of = shared.historyKey(record, path);
    remember({ ...now(), history: { of, loading: { is: 'loading' } } });
    const loading = await fetched(() => services.history(record, path ?? undefined));
    if (now().history.of === of) show(state, loading, (before) => ({ ...before, shared: { ...before.shared, history: { of, loading } } }));
  }

  return {
    /** Values of conflicts that are known by name alone. */
    async hearConflicts(): Promise<void> {
      if (!state.value.session || (state.value.reading?.conflicts ?? []).every(({ isHeard }) => isHeard)) return;
      const heard = await fetched(() => services.conflicts());
      show(state, heard, (before) => (heard.is === 'here' && before.reading ? change.read(before, { ...before.reading, conflicts: heard.value }) : before));
    },

    /** Who wrote what both began from: told by the history, record by record; without it the value stands alone. */
    async hearBases(): Promise<void> {
      const unknown = (state.value.reading?.conflicts ?? []).filter(({ id, isHeard, base }) => isHeard && base.value !== null && base.by === null && !(id in now().bases));
      for (const [record, conflicts] of Map.groupBy(unknown, (conflict) => conflict.record)) {
        const history = await fetched(() => services.history(record));
        if (history.is !== 'here') return;
        const sources = conflicts.flatMap((conflict) => {
          const source = sourceOfBase(history.value, conflict);
          return source ? [[conflict.id, source] as const] : [];
        });
        remember({ ...now(), bases: { ...now().bases, ...Object.fromEntries(sources) } });
      }
    },

    choose: (conflict: string, choice: Choice | null): void => remember(shared.chose(now(), conflict, choice)),
    chooseAll: (choices: ConflictChoices): void => remember({ ...now(), choices }),

    decide: (): Promise<void> =>
      doing({ with: 'decide' }, async () => {
        const open = state.value.reading?.conflicts ?? [];
        const { choices } = now();
        const decided = chosenAmong(open, choices).map((conflict) => ({ conflict, value: valueChosen(conflict, choices[conflict.id]!) }));
        if (decided.length === 0) return;
        await sent({ mutations: decisionsOf(open, choices) });
        const left = new Set(state.value.reading?.conflicts.map(({ id }) => id));
        remember(shared.afterDecisions(now(), decided, state.value.reading?.conflicts ?? []));
        const missed = decided.filter(({ conflict }) => left.has(conflict.id)).length;
        if (missed > 0) set(change.noticed(state.value, { kind: 'not-decided', conflicts: missed }));
      }),

    /** The other value after all: an ordinary change, made only on what was decided here. */
    chooseOtherwise: (entry: shared.Decided, to: Value | null): Promise<void> =>
      doing({ with: 'decide' }, async () => {
        const { id, record, path } = entry.conflict;
        const history = await services.history(record, path);
        const standing = history.entries.flatMap((one) => one.paths.filter((changed) => changed.path === path))[0];
        if (standing && !sameValue(standing.to, entry.value)) return remember(shared.cameTooLate(now(), [id]));
        await taken(services.restore(record, path, to, history.rev));
        remember(shared.choseOtherwise(now(), id, to));
      }),

    /** All that one press decided, as it stood before, unless somebody changed any of it since. */
    undoDecision: (press: number): Promise<void> =>
      doing({ with: 'decide' }, async () => {
        // Loaded with the screen that offers it.
        const { changedSomething, undoOfDecision } = await import('./shared/undo-decision.ts');
        const decided = now().decided.filter((entry) => entry.press === press);
        const records = [...new Set(decided.map(({ conflict }) => conflict.record))];
        const histories = new Map(await Promise.all(records.map(async (record) => [record, await services.history(record)] as const)));
        const { mutations, late } = undoOfDecision(decided, histories);
        if (late.length > 0) return remember(shared.cameTooLate(now(), late.map(({ conflict }) => conflict.id)));
        await sent({ mutations });
        remember(shared.tookBack(now(), press));
        set(change.noticed(state.value, { kind: 'decision-undone', fields: decided.filter(changedSomething).length }));
      }),

    answerRemovals: (records: readonly string[], answer: shared.Removal): void => remember(shared.answeredRemoval(now(), records, answer)),
    answerMatches: (questions: readonly string[], answer: string): void => remember(shared.answeredMatches(now(), questions, answer)),

    sendAnswers: (): Promise<void> =>
      doing({ with: 'answer' }, async () => {
        const { removals, matches } = now();
        const asked = state.value.reading?.questions.deletions ?? [];
        const said = (answer: shared.Removal): string[] => asked.filter(({ record }) => removals[record] === answer).map(({ record }) => record);
        const confirmed = said('remove');
        const open = new Set(state.value.reading?.questions.matches.map(({ id }) => id));
        await sent({ deletions: { confirmed, keep: said('keep'), leftOut: said('leave') }, answers: Object.entries(matches).filter(([id]) => open.has(id)).map(([id, record]) => ({ id, record })) });
        remember(shared.afterAnswers(now(), asked.filter(({ record }) => confirmed.includes(record))));
      }),

    bringBack: (records: readonly { readonly record: string }[]): Promise<void> =>
      doing({ with: 'answer' }, async () => {
        const revs = await Promise.all(records.map(async ({ record }) => ({ record, baseRev: (await services.history(record)).rev })));
        await sent({ mutations: revs.map((known) => ({ kind: 'restore', ...known })) });
        remember({ ...now(), removed: now().removed.filter(({ record }) => !records.some((back) => back.record === record)) });
        const { screen } = state.value;
        if (screen.kind === 'history' && screen.record !== null) await loadHistory(screen.record, screen.path);
        set(change.noticed(state.value, { kind: 'brought-back', records: records.length }));
      }),

    loadHistory,

    /** Of the cell that is selected in Excel. */
    openSelectedHistory: (): Promise<void> =>
      doing({ with: 'look-up' }, async () => {
        const selected = await services.selected();
        const screen: Screen = selected ? { kind: 'history', record: selected.record, form: selected.form, label: selected.label, path: selected.path } : { kind: 'history', record: null, form: '', label: '', path: null };
        set(change.opened(state.value, screen));
      }),

    restore: (record: string, path: Path, to: Value | null, rev: number): Promise<void> =>
      doing({ with: 'restore' }, async () => {
        await taken(services.restore(record, path, to, rev));
        const { screen } = state.value;
        if (screen.kind === 'history') await loadHistory(record, screen.path);
        set(change.noticed(state.value, { kind: 'restored', record, path, value: to }));
      }),

    /** Listens to what comes by itself. */
    begin(): void {
      const heard = (news: News): void => remember(shared.heardNews(now(), news));
      remember({ ...now(), news: services.news(), isAuto: services.autoRefresh() });
      services.onNews(heard);
      services.onRefreshed(({ receipt, reading }) => set(shared.refreshed(change.syncedInPlace(state.value, receipt, reading), receipt)));
    },

    async loadChanged(): Promise<void> {
      if (!state.value.session || now().changed.is === 'loading') return;
      remember({ ...now(), changed: { is: 'loading' } });
      const changed = await fetched(() => services.changedSinceOpened());
      show(state, changed, (before) => ({ ...before, shared: { ...before.shared, changed } }));
    },

    refreshBySelf(isAuto: boolean): void {
      services.setAutoRefresh(isAuto);
      remember({ ...now(), isAuto });
    },

    async checkUp(): Promise<void> {
      if (now().checkUp.isRunning) return;
      remember({ ...now(), checkUp: { isRunning: true, findings: [] } });
      await services.checkUp((finding) => remember(shared.found(now(), finding)));
      remember({ ...now(), checkUp: { ...now().checkUp, isRunning: false } });
    },

    askAgain: (how: Pick<SyncWishes, 'again' | 'afresh'>): Promise<void> =>
      doing({ with: 'ask-again' }, async () => {
        await sent(how);
        set(change.noticed(state.value, { kind: 'asked-again' }));
      }),
  };
}
