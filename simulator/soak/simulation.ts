// One simulated stretch of work, from a seed: people at copies of workbooks, a network and a storage that fail, panes that
// die, `_keybook` sheets that are lost, stale, torn or of another file. What a sync took out of cells is looked for after
// each sync, everything once all is calm. Replays by its seed.

import { PaneError } from '../../addin/panes/services.ts';
import type { SyncWishes } from '../../addin/panes/services.ts';
import { Answers } from './answers.ts';
import { findings } from './audit.ts';
import { company } from './company.ts';
import type { Desk, NetworkFault } from './desk.ts';
import { editOnce } from './edits.ts';
import { harmed } from './harmed-ledger.ts';
import { PaneKilled } from './image-workbook.ts';
import { Office } from './office.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import { serverOf } from './server.ts';
import type { Server } from './server.ts';
import { StorageFaults } from './storage-faults.ts';
import { appliedTwice, KeptTokens } from './storage-checks.ts';
import { tokensInSheets } from './tokens.ts';
import { leaked } from './visibility-check.ts';

export interface Outcome {
  readonly operations: number;
  readonly syncs: number;
  readonly failedSyncs: number;
  readonly faults: number;
  /** Values that somebody had replaced and that stand again without anybody having typed, decided or restored them. */
  readonly standAgain: number;
  readonly records: number;
  readonly conflicts: number;
}

export type PlacedFault = 'statement' | 'commit' | 'pane' | 'request lost' | 'answer lost';
const isOfStorage = (kind: PlacedFault): boolean => kind === 'statement' || kind === 'commit';

const begin = Date.parse('2026-10-16T01:00:00Z');

export class Simulation {
  readonly story: string[] = [];
  readonly #random: Random;
  readonly server: Server;
  readonly #kept: KeptTokens;
  readonly #failures: StorageFaults;
  readonly #answers: Answers;
  readonly #office: Office;
  readonly #ledgers = new Map<Desk, (readonly string[])[]>();
  /** Told after the sync: what is thrown inside a request is taken for a bad network. */
  readonly #leaks: string[] = [];
  readonly #counts = { operations: 0, syncs: 0, failedSyncs: 0, faults: 0 };

  constructor(seed: number) {
    this.#random = randomOf(seed);
    this.server = serverOf(company, begin, randomOf(seed + 1));
    this.#kept = new KeptTokens(this.server.storage);
    this.#failures = new StorageFaults(this.server.storage);
    this.#answers = new Answers(this.#random, this.server.storage, this.#kept);
    this.#office = new Office(this.#random, this.server, (desk, answer) => {
      this.#leaks.push(...leaked(this.server.storage, desk.member, answer.today, answer));
    });
  }

  /** So many operations with faults among them, then calm, then the audit. */
  async run(operations: number): Promise<Outcome> {
    while (this.#counts.operations < operations) await this.#step();
    return this.end();
  }

  /** Typing and syncing alone, without a fault. */
  async prepare(operations: number): Promise<void> {
    for (let done = 0; done < operations; done += 1) {
      const desk = this.#random.pick(this.#office.desks);
      this.#counts.operations += 1;
      if (this.#random.chance(80)) this.#tell(editOnce(desk, this.#office.editing(desk.member)));
      else await this.#sync(desk);
    }
  }

  /**
   * Everybody syncs once, and one thing fails at the k-th place: a statement, a commit whose answer is lost, a step of a
   * pane, or a request. False where there were fewer than k places.
   */
  async syncWithFault(kind: PlacedFault, place: number): Promise<boolean> {
    let left = place;
    if (kind === 'statement') this.#failures.failStatement(place);
    if (kind === 'commit') this.#failures.failCommit(place);
    for (const desk of this.#office.desks) {
      if (kind === 'pane') desk.killAfter(left);
      const requests = desk.requests;
      const steps = desk.steps;
      if (kind === 'request lost' || kind === 'answer lost') desk.network.push(...Array.from({ length: left - 1 }, () => null), kind === 'answer lost' ? 'answer-lost' : 'offline');
      await this.#sync(desk, true);
      left = Math.max(0, left - (kind === 'pane' ? desk.steps - steps : desk.requests - requests));
      if (left === 0 && !isOfStorage(kind)) return true;
    }
    const isFired = isOfStorage(kind) && this.#failures.hasFailed;
    this.#failures.clear();
    return isFired;
  }

  async end(): Promise<Outcome> {
    try {
      await this.#calm();
      await this.#audit();
    } finally {
      this.server.storage.close();
    }
    return { ...this.#counts, ...this.#totals };
  }

  #isCalm = false;
  #totals = { standAgain: 0, records: 0, conflicts: 0 };

  async #step(): Promise<void> {
    this.#counts.operations += 1;
    this.server.now += 1_000 * (1 + this.#random(600));
    const desk = this.#random.pick(this.#office.desks);
    const drawn = this.#random(100);
    if (drawn < 78) {
      this.#tell(editOnce(desk, this.#office.editing(desk.member)));
    } else if (drawn < 93) {
      this.#maybeFault(desk);
      await this.#sync(desk);
    } else if (drawn < 95) await this.#deliverLate();
    else if (drawn < 96) {
      const copy = this.#office.copy(desk);
      if (copy) this.#tell(`${copy.name} is a copy of ${desk.name}`);
    } else if (drawn < 97) {
      desk.openPane();
      this.#tell(`${desk.name} pane opened anew`);
    } else if (drawn < 98) this.#harmLedger(desk);
    else {
      desk.killAfter(1 + this.#random(25));
      this.#tell(`${desk.name} pane will die`);
    }
  }

  #maybeFault(desk: Desk): void {
    const random = this.#random;
    if (random.chance(20)) {
      this.#counts.faults += 1;
      const faults: NetworkFault[] = ['offline', 'answer-lost', 'twice', 'late', 'torn-answer'];
      desk.network.push(...Array.from({ length: 1 + random(2) }, () => (random.chance(70) ? random.pick(faults) : null)));
      this.#tell(`${desk.name} network: ${desk.network.map((fault) => fault ?? 'good').join(', ')}`);
    }
    if (random.chance(8)) {
      this.#counts.faults += 1;
      if (random.chance(30)) this.#failures.failCommit(1 + random(3));
      else this.#failures.failStatement(1 + random(14));
      this.#tell('the storage will fail');
    }
  }

  /** `keepsFault`: a fault of the storage that did not come waits for the next sync. */
  async #sync(desk: Desk, keepsFault = false): Promise<boolean> {
    this.#counts.syncs += 1;
    const before = tokensInSheets(desk.workbook.sheets);
    const ok = await this.#trySync(desk);
    desk.network.length = 0;
    if (!keepsFault) this.#failures.clear();
    if (this.#leaks.length > 0) this.#fail(this.#leaks[0]!);
    this.#mindTokens(desk, before);
    if (desk.workbook.ledger) this.#ledgers.set(desk, [desk.workbook.ledger, ...(this.#ledgers.get(desk) ?? [])].slice(0, 5));
    return ok;
  }

  async #trySync(desk: Desk): Promise<boolean> {
    try {
      const { receipt } = await desk.engine.synchronise(() => {}, { audience: 'member', ...(await this.#wishes(desk)) });
      this.#tell(`${desk.name} synced: ${receipt.sent.map(({ records, fields, conflicts }) => `${records} records ${fields} fields ${conflicts} conflicts`).join(', ') || 'nothing'}; ${receipt.rejected.length} rejected, ${receipt.kept.length} kept`);
      return true;
    } catch (error) {
      if (!(error instanceof PaneError || error instanceof PaneKilled)) throw error;
      this.#counts.failedSyncs += 1;
      this.#tell(`${desk.name} sync failed: ${desk.isDead ? 'pane killed' : error instanceof PaneError ? error.failure.code : ''}`);
      if (desk.isDead) desk.openPane();
      return false;
    }
  }

  /** A person answers some of what the pane asks; in calm all of it. */
  async #wishes(desk: Desk): Promise<SyncWishes> {
    if (!this.#isCalm && !this.#random.chance(50)) return {};
    const wishes = this.#answers.to(await desk.look(), this.#isCalm);
    const { confirmed, keep, leftOut = [] } = wishes.deletions;
    const said = [...confirmed.map((id) => `${id} deleted`), ...keep.map((id) => `${id} kept`), ...leftOut.map((id) => `${id} left out`), ...wishes.answers.map(({ id, record }) => `${id} is ${record}`)];
    if (said.length > 0) this.#tell(`${desk.name} answers: ${said.join(', ')}`);
    return wishes;
  }

  /** What was typed and is in the cells no more, though nobody but a sync was at work, must be at the server. */
  #mindTokens(desk: Desk, before: ReadonlySet<string>): void {
    const now = tokensInSheets(desk.workbook.sheets);
    const gone = [...before].filter((token) => !now.has(token));
    if (gone.length === 0) return;
    this.#kept.readOn();
    for (const token of gone) if (!this.#kept.has(token)) this.#fail(`${token} was in ${desk.name} before the sync and is nowhere now`);
  }

  async #deliverLate(): Promise<boolean> {
    const isDelivered = await this.#office.deliverLate();
    if (isDelivered) this.#tell('a late request arrived');
    return isDelivered;
  }

  #harmLedger(desk: Desk): void {
    const others = this.#office.desks.filter((other) => other.origin !== desk.origin).flatMap(({ workbook }) => (workbook.ledger === null ? [] : [workbook.ledger]));
    const harm = harmed(this.#random, desk.workbook.ledger, this.#ledgers.get(desk) ?? [], others);
    if (!harm) return;
    this.#counts.faults += 1;
    desk.workbook.ledger = harm.ledger;
    this.#tell(`${desk.name} _keybook is ${harm.how}`);
  }

  /** No more faults: everybody syncs until nothing waits and nothing new comes. */
  async #calm(): Promise<void> {
    this.#tell('-- calm');
    this.#isCalm = true;
    for (const desk of this.#office.desks) desk.killAfter(Infinity);
    while (await this.#deliverLate()) continue;
    for (let round = 0; round < 4; round += 1) {
      for (const desk of this.#office.desks) {
        if (!(await this.#sync(desk))) this.#fail(`${desk.name} cannot sync in calm: ${this.story.at(-1)!}`);
      }
    }
  }

  async #audit(): Promise<void> {
    const { storage } = this.server;
    const [finding] = await findings({ server: this.server, desks: this.#office.desks, tokens: this.#office.tokens, kept: this.#kept });
    if (finding !== undefined) this.#fail(finding);
    const again = appliedTwice(storage, this.#answers.saidToBeSame);
    for (const path of again) this.#tell(`an older value stands again: ${path}`);
    this.#totals = {
      standAgain: again.length,
      records: storage.rows<{ n: number }>('SELECT count(*) AS n FROM record')[0]!.n,
      conflicts: storage.rows<{ n: number }>('SELECT count(*) AS n FROM conflict')[0]!.n,
    };
  }

  #tell(line: string): void {
    this.story.push(line);
  }

  #fail(message: string): never {
    throw new Error(message);
  }
}
