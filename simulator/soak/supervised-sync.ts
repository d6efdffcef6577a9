// A person's sync, watched: what it takes out of cells must be at the Worker, nothing of it may reach whom it does not
// belong to, and the workbook never knows less of the Worker than before.

import { PaneError } from '../../addin/panes/services.ts';
import type { SyncWishes } from '../../addin/panes/services.ts';
import type { Answers } from './answers.ts';
import type { Desk } from './desk.ts';
import { PaneKilled } from './image-workbook.ts';
import type { ImageWorkbook } from './image-workbook.ts';
import type { Random } from './random.ts';
import type { Server } from './server.ts';
import type { KeptTokens } from './storage-checks.ts';
import { tokensInSheets } from './tokens.ts';
import { askedFor } from './wishes.ts';

export interface Watching {
  readonly random: Random;
  readonly server: Server;
  readonly kept: KeptTokens;
  readonly answers: Answers;
  readonly tell: (line: string) => void;
  /** What was seen to reach the wrong person; told after the sync, as a throw inside a request is taken for a bad network. */
  readonly leaks: readonly string[];
}

export class SupervisedSync {
  syncs = 0;
  failed = 0;
  /** Everything that is asked gets an answer, and every conflict is decided. */
  isCalm = false;
  readonly #watching: Watching;
  readonly #ledgers = new Map<ImageWorkbook, (readonly string[])[]>();
  readonly #cursors = new Map<ImageWorkbook, number>();

  constructor(watching: Watching) {
    this.#watching = watching;
  }

  /** Earlier ledgers of a workbook, the latest first. */
  past({ workbook }: Desk): readonly (readonly string[])[] {
    return this.#ledgers.get(workbook) ?? [];
  }

  /** Its ledger was harmed: it may know less than it did. */
  forget({ workbook }: Desk): void {
    this.#cursors.delete(workbook);
  }

  /** False where it failed; `meanwhile`: what a person does while a request is under way. */
  async run(desk: Desk, meanwhile: (() => Promise<void> | void) | null = null): Promise<boolean> {
    const { kept, leaks } = this.#watching;
    this.syncs += 1;
    const watched = tokensInSheets(desk.workbook.sheets);
    if (meanwhile) {
      desk.meanwhile = async () => {
        const before = tokensInSheets(desk.workbook.sheets);
        await meanwhile();
        const after = tokensInSheets(desk.workbook.sheets);
        for (const token of before) if (!after.has(token)) watched.delete(token);
        for (const token of after) watched.add(token);
      };
    }
    const ok = await this.#try(desk);
    desk.meanwhile = null;
    desk.network.length = 0;
    if (leaks.length > 0) throw new Error(leaks[0]);
    const now = tokensInSheets(desk.workbook.sheets);
    const gone = [...watched].filter((token) => !now.has(token));
    if (gone.length > 0) kept.readOn();
    for (const token of gone) if (!kept.has(token)) throw new Error(`${token} was in ${desk.name} before the sync and is nowhere now`);
    this.#watchLedger(desk);
    return ok;
  }

  async #try(desk: Desk): Promise<boolean> {
    const { tell } = this.#watching;
    try {
      // Whoever answers in calm has seen what stands: a decision on an older view would be a conflict of its own.
      if (this.isCalm) await desk.engine.synchronise(() => {}, { audience: desk.audience });
      const { receipt } = await desk.engine.synchronise(() => {}, { audience: desk.audience, ...(await this.#wishes(desk)) });
      tell(`${desk.name} synced: ${receipt.sent.map(({ records, fields, conflicts }) => `${records} records ${fields} fields ${conflicts} conflicts`).join(', ') || 'nothing'}; ${receipt.rejected.length} rejected, ${receipt.kept.length} kept`);
      return true;
    } catch (error) {
      if (!(error instanceof PaneError || error instanceof PaneKilled)) throw error;
      this.failed += 1;
      tell(`${desk.name} sync failed: ${desk.isDead ? 'pane killed' : error instanceof PaneError ? error.failure.code : ''}`);
      if (desk.isDead) desk.openPane();
      return false;
    }
  }

  /** A person answers some of what the pane asks; in calm all of it. */
  async #wishes(desk: Desk): Promise<SyncWishes> {
    const { random, server, answers, tell } = this.#watching;
    if (!this.isCalm && !random.chance(50)) return {};
    const wishes = answers.to(await desk.look(), this.isCalm);
    const { confirmed, keep, leftOut = [] } = wishes.deletions;
    const asked = await askedFor(desk, server, random, this.isCalm);
    answers.meant(asked.mutations);
    const said = [...confirmed.map((id) => `${id} deleted`), ...keep.map((id) => `${id} kept`), ...leftOut.map((id) => `${id} left out`), ...wishes.answers.map(({ id, record }) => `${id} is ${record}`)];
    if (said.length > 0) tell(`${desk.name} answers: ${said.join(', ')}`);
    for (const line of asked.said) tell(line);
    return { ...wishes, mutations: asked.mutations };
  }

  #watchLedger(desk: Desk): void {
    const { workbook } = desk;
    if (!workbook.ledger) return;
    this.#ledgers.set(workbook, [workbook.ledger, ...this.past(desk)].slice(0, 5));
    const { state, ledger: { cursor } } = desk.ledger();
    // A death between two cells of it leaves it torn.
    if (state !== 'whole') return this.forget(desk);
    const before = this.#cursors.get(workbook) ?? 0;
    // From 0 everything is asked for anew.
    if (cursor !== 0 && cursor < before) throw new Error(`the cursor of ${desk.name} went back from ${before} to ${cursor}`);
    this.#cursors.set(workbook, Math.max(cursor, before));
  }
}
