// A person at a workbook with Keybook's pane: the production sync engine over an image workbook and a network that loses,
// repeats and delays. The pane can be killed between any two steps.

import { connectionTo } from '../../addin/connection/client.ts';
import { SyncEngine } from '../../addin/sync/engine.ts';
import type { Look } from '../../addin/sync/look.ts';
import { newLedger, readLedger } from '../../addin/sync/ledger.ts';
import type { ReadLedger } from '../../addin/sync/ledger.ts';
import { recognised } from './recognised.ts';
import { PaneKilled } from './image-workbook.ts';
import type { ImageWorkbook } from './image-workbook.ts';
import type { Server } from './server.ts';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';

export type NetworkFault = 'offline' | 'answer-lost' | 'twice' | 'late' | 'torn-answer';

export interface DeskParts {
  readonly name: string;
  readonly member: string;
  readonly device: string;
  /** Two desks of one workbook are its co-authors. */
  readonly workbook: ImageWorkbook;
  /** Of which file this one is a copy, directly or not: they share the ids of their sheets. */
  readonly origin: string;
  readonly server: Server;
  /** Every id that is given in a run. */
  readonly newId: () => string;
  /** For whom the workbook is bound at its first sync. */
  readonly audience: 'member' | 'department';
  /** Days by which this machine's clock is wrong. */
  readonly clockDays: number;
  readonly onAnswer: (desk: Desk, answer: SyncAnswer) => void;
  /** A request that the network holds back; it reaches the server when the simulation says so. */
  readonly onLate: (deliver: () => Promise<unknown>) => void;
}

export class Desk {
  readonly name: string;
  readonly member: string;
  readonly device: string;
  readonly origin: string;
  readonly audience: 'member' | 'department';
  readonly workbook: ImageWorkbook;
  /** For the next requests, one each; a request without one goes through. */
  readonly network: (NetworkFault | null)[] = [];
  /** Steps that a pane may die at, and requests, so far. */
  steps = 0;
  requests = 0;
  /** So many syncs from now on reach nobody. */
  offlineFor = 0;
  /** What happens while the next request is under way; it happens once. */
  meanwhile: (() => Promise<void> | void) | null = null;
  engine!: SyncEngine;
  /** Killed, and not opened anew: whatever catches the death of a step meets it again at the next. */
  isDead = false;
  #killAfter = Infinity;
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.member = parts.member;
    this.device = parts.device;
    this.origin = parts.origin;
    this.audience = parts.audience;
    this.workbook = parts.workbook;
    this.openPane();
  }

  /** A pane remembers nothing but the sign-in. */
  openPane(): void {
    if (this.isDead) this.#killAfter = Infinity;
    this.isDead = false;
    const { server, newId, clockDays } = this.#parts;
    const session = server.session(this.member);
    const excel = this.workbook.asWorkbook(() => this.#step());
    this.engine = new SyncEngine({
      workbook: {
        ...excel,
        read: async () => (this.#step(), excel.read()),
        writeLedger: async (...args) => {
          this.#step();
          await excel.writeLedger(...args);
          this.#step();
        },
      },
      connection: connectionTo({ base: '', fetch: (address, init) => this.#fetch(address, init), token: () => session.token, onSignedOut: () => {} }),
      session: () => session,
      device: () => this.device,
      recogniseSheet: recognised,
      newId,
      now: () => new Date(server.now + clockDays * 86_400_000).toISOString(),
    });
  }

  /** The pane dies at the so many-th step from now on: reading, sealing, sending, each single write. */
  killAfter(steps: number): void {
    this.#killAfter = steps;
  }

  look(): Promise<Look> {
    return this.engine.look();
  }

  ledger(): ReadLedger {
    return readLedger(this.workbook.ledger, newLedger('none', ''));
  }

  #step(): void {
    this.steps += 1;
    this.#killAfter -= 1;
    if (this.#killAfter > 0) return;
    this.isDead = true;
    throw new PaneKilled(this.name);
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    this.#step();
    this.requests += 1;
    if (this.offlineFor > 0) {
      this.offlineFor -= 1;
      throw new TypeError('offline');
    }
    const fault = this.network.shift() ?? null;
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    const send = (): Promise<Response> => this.#parts.server.fetch(address, init);
    if (fault === 'offline') throw new TypeError('offline');
    if (fault === 'late') {
      this.#parts.onLate(send);
      throw new TypeError('offline');
    }
    const [response] = await Promise.all(fault === 'twice' ? [send(), send()] : [send()]);
    if (fault === 'answer-lost') throw new TypeError('offline');
    const text = await response!.text();
    if (response!.ok && address.endsWith('/api/sync')) this.#parts.onAnswer(this, JSON.parse(text) as SyncAnswer);
    this.#step();
    return new Response(fault === 'torn-answer' ? text.slice(0, text.length / 2) : text, { status: response!.status, headers: response!.headers });
  }
}
