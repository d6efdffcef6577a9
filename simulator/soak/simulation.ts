// One simulated stretch of work, from a seed: people at copies of workbooks and at shared ones, a network and a storage that
// fail, panes that die, rights that change, `_keybook` sheets that are lost, stale, torn or of another file. What a sync took
// out of cells is looked for after each sync, everything once all is calm. Replays by its seed.

import { Answers } from './answers.ts';
import { findings } from './audit.ts';
import { company } from './company.ts';
import type { Desk, NetworkFault } from './desk.ts';
import { editOnce, typeOnce } from './edits.ts';
import { harmed } from './harmed-ledger.ts';
import { Office } from './office.ts';
import { sortPartAtRest } from './partial-sorts.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import { changeRights } from './rights.ts';
import { serverOf } from './server.ts';
import type { Server } from './server.ts';
import { changesAt, standingAt } from './standing.ts';
import { StorageFaults } from './storage-faults.ts';
import { KeptTokens } from './storage-checks.ts';
import { SupervisedSync } from './supervised-sync.ts';
import { leaked } from './visibility-check.ts';

export interface Outcome {
  readonly operations: number;
  readonly syncs: number;
  readonly failedSyncs: number;
  readonly faults: number;
  readonly records: number;
  readonly conflicts: number;
}

export type PlacedFault = 'statement' | 'commit' | 'pane' | 'request lost' | 'answer lost';
const isOfStorage = (kind: PlacedFault): boolean => kind === 'statement' || kind === 'commit';

/** Everybody syncs once a round; what has not come to rest by then never will. */
const mostRounds = 12;

const begin = Date.parse('2026-10-16T01:00:00Z');

export class Simulation {
  readonly story: string[] = [];
  readonly #random: Random;
  readonly server: Server;
  readonly #kept: KeptTokens;
  readonly #failures: StorageFaults;
  readonly #answers: Answers;
  readonly #office: Office;
  readonly #sync: SupervisedSync;
  readonly #counts = { operations: 0, faults: 0 };

  constructor(seed: number) {
    this.#random = randomOf(seed);
    this.server = serverOf(company, begin, randomOf(seed + 1));
    this.#kept = new KeptTokens(this.server.storage);
    this.#failures = new StorageFaults(this.server.storage);
    this.#answers = new Answers(this.#random, this.server.storage, this.#kept);
    const leaks: string[] = [];
    this.#office = new Office(this.#random, this.server, (desk, answer) => {
      leaks.push(...leaked(this.server.storage, desk.member, answer));
    });
    this.#sync = new SupervisedSync({ random: this.#random, server: this.server, kept: this.#kept, answers: this.#answers, leaks, tell: (line) => this.#tell(line) });
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
      else await this.#sync.run(desk);
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
      await this.#sync.run(desk);
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
      for (const desk of this.#office.desks) await this.#sortPart(desk);
      await this.#rest();
      await this.#audit();
    } finally {
      this.server.storage.close();
    }
    return { ...this.#counts, syncs: this.#sync.syncs, failedSyncs: this.#sync.failed, ...this.#totals };
  }

  #totals = { records: 0, conflicts: 0 };

  async #step(): Promise<void> {
    this.#counts.operations += 1;
    this.server.now += 1_000 * (1 + this.#random(600));
    const desk = this.#random.pick(this.#office.desks);
    let drawn = this.#random(1000);
    for (const [share, happen] of this.#happenings) {
      drawn -= share;
      if (drawn < 0) return happen(desk);
    }
  }

  /** What may happen next, with its share of a thousand. */
  readonly #happenings: readonly (readonly [number, (desk: Desk) => Promise<void> | void])[] = [
    [770, (desk) => this.#tell(editOnce(desk, this.#office.editing(desk.member)))],
    [150, (desk) => this.#syncAmidFaults(desk)],
    [20, async () => void (await this.#deliverLate())],
    [8, (desk) => this.#opened(this.#office.copy(desk), `a copy of ${desk.name}`)],
    [6, (desk) => this.#opened(this.#office.share(desk), `the file of ${desk.name}, open on another machine`)],
    [8, (desk) => {
      desk.openPane();
      this.#tell(`${desk.name} pane opened anew`);
    }],
    [10, (desk) => this.#harmLedger(desk)],
    [14, (desk) => {
      desk.killAfter(1 + this.#random(25));
      this.#tell(`${desk.name} pane will die`);
    }],
    [8, async () => this.#tell(await changeRights(this.server, this.#random))],
    [6, (desk) => {
      desk.offlineFor = 1 + this.#random(4);
      this.#tell(`${desk.name} is offline for ${desk.offlineFor} syncs`);
    }],
  ];

  #opened(desk: Desk | null, what: string): void {
    if (desk) this.#tell(`${desk.name} is ${what}, ${desk.member}`);
  }

  async #syncAmidFaults(desk: Desk): Promise<void> {
    this.#maybeFault(desk);
    await this.#sync.run(desk, this.#random.chance(20) ? () => this.#meanwhile(desk) : null);
    this.#failures.clear();
  }

  /** While a request is under way the person types on, or a co-author's pane syncs the same file. */
  async #meanwhile(desk: Desk): Promise<void> {
    const [coAuthor] = this.#office.desks.filter((other) => other !== desk && other.workbook === desk.workbook);
    if (coAuthor && this.#random.chance(50)) await this.#sync.run(coAuthor);
    else this.#tell(`meanwhile ${typeOnce(desk, this.#office.editing(desk.member))}`);
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

  async #deliverLate(): Promise<boolean> {
    const isDelivered = await this.#office.deliverLate();
    if (isDelivered) this.#tell('a late request arrived');
    return isDelivered;
  }

  #harmLedger(desk: Desk): void {
    const others = this.#office.desks.filter((other) => other.origin !== desk.origin).flatMap(({ workbook }) => (workbook.ledger === null ? [] : [workbook.ledger]));
    const harm = harmed(this.#random, desk.workbook.ledger, this.#sync.past(desk), others);
    if (!harm) return;
    this.#sync.forget(desk);
    this.#counts.faults += 1;
    desk.workbook.ledger = harm.ledger;
    this.#tell(`${desk.name} _keybook is ${harm.how}`);
  }

  /** No more faults, and nothing waits. */
  async #calm(): Promise<void> {
    this.#tell('-- calm');
    this.#sync.isCalm = true;
    for (const desk of this.#office.desks) {
      desk.killAfter(Infinity);
      desk.offlineFor = 0;
    }
    while (await this.#deliverLate()) continue;
    await this.#rest();
  }

  /** Everybody syncs until nothing moves any more. */
  async #rest(): Promise<void> {
    let before = '';
    for (let round = 0; before !== standingAt(this.server, this.#office.desks); round += 1) {
      if (round === mostRounds) this.#fail(`no rest after ${mostRounds} rounds of syncs`);
      before = standingAt(this.server, this.#office.desks);
      for (const desk of this.#office.desks) {
        if (!(await this.#sync.run(desk))) this.#fail(`${desk.name} cannot sync in calm: ${this.story.at(-1)!}`);
      }
    }
  }

  async #sortPart(desk: Desk): Promise<void> {
    await this.#sync.run(desk);
    const sorted = await sortPartAtRest(desk, this.#random, () => changesAt(this.server));
    if (sorted) this.#tell(sorted.told);
    if (sorted?.fault !== undefined) this.#fail(sorted.fault);
  }

  async #audit(): Promise<void> {
    const { storage } = this.server;
    const found = await findings({ server: this.server, desks: this.#office.desks, tokens: this.#office.tokens, kept: this.#kept, answers: this.#answers });
    for (const finding of found) this.#tell(finding);
    if (found.length > 0) this.#fail(found[0]!);
    this.#totals = {
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
