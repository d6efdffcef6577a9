// A device that pushes without a pause, as a sync does: one sealed push at a time, sent again unchanged until it is
// answered. Keeps what was acknowledged.

import type { Mutation, SyncAnswer } from '../../domain/protocol/messages.ts';
import { customersOf, nameOf } from './company.ts';
import { tokenOf } from './server.ts';

const recordsAPush = 10;

interface Sealed {
  readonly id: string;
  readonly mutations: readonly Mutation[];
  readonly records: readonly string[];
}

export class PushingDevice {
  readonly acknowledged: Sealed[] = [];
  /** Answers other than 200, by status. */
  readonly refused: number[] = [];
  inFlight = 0;
  #sealed: Sealed | null = null;
  #count = 0;
  #cursor = 0;
  #scope = '';
  #isStopping = false;
  readonly #name: string;
  readonly #member: string;

  constructor(name: string, member: string) {
    this.#name = name;
    this.#member = member;
  }

  get unanswered(): boolean {
    return this.#sealed !== null;
  }

  /** Pushes until it is stopped or a request fails. */
  async work(origin: string): Promise<void> {
    this.#isStopping = false;
    while (!this.#isStopping && (await this.push(origin))) continue;
  }

  stop(): void {
    this.#isStopping = true;
  }

  /** One push, the unanswered one if there is one; false where it was not answered with 200. */
  async push(origin: string): Promise<boolean> {
    this.#sealed ??= this.#next();
    this.inFlight += 1;
    const response = await this.#send(origin, this.#sealed).finally(() => (this.inFlight -= 1));
    if (response === null) return false;
    if (response.status !== 200) {
      this.refused.push(response.status);
      return false;
    }
    this.#cursor = response.answer.cursor;
    this.#scope = response.answer.scope;
    this.acknowledged.push(this.#sealed);
    this.#sealed = null;
    return true;
  }

  /** How the records of the last acknowledged push are answered, by status. */
  async readingStatuses(origin: string): Promise<number[]> {
    const { records } = this.acknowledged.at(-1)!;
    const answers = await Promise.all(records.map((record) => fetch(`${origin}/api/records/${record}`, { headers: { authorization: `Bearer ${tokenOf(this.#member)}` } })));
    return [...new Set(answers.map((answer) => answer.status))];
  }

  async #send(origin: string, { id, mutations }: Sealed): Promise<{ status: number; answer: SyncAnswer } | null> {
    const body = { protocol: 1, workbook: `workbook-${this.#name}`, audience: { kind: 'member', id: this.#member }, device: this.#name, cursor: this.#cursor, scope: this.#scope, push: { id, mutations } };
    try {
      const response = await fetch(`${origin}/api/sync`, { method: 'POST', headers: { authorization: `Bearer ${tokenOf(this.#member)}`, 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
      return { status: response.status, answer: (await response.json()) as SyncAnswer };
    } catch {
      return null;
    }
  }

  /** New records, and an edit of one that was acknowledged before. */
  #next(): Sealed {
    this.#count += 1;
    const records = Array.from({ length: recordsAPush }, (_, at) => `${this.#name}-${String(this.#count).padStart(4, '0')}-${at}`);
    const creations = records.map((record, at): Mutation => ({
      kind: 'create', record, form: 'gift-plan',
      fields: { customer: customersOf(this.#member)[at % 2]!, gift_purpose: '中秋慰问', gift_name: record, quantity: 1 + at, budget_value: 10_000, responsible: nameOf(this.#member), plan_period: '2026年第四季度' },
    }));
    const before = this.acknowledged.at(-1)?.records[0];
    const edit: Mutation[] = before === undefined ? [] : [{ kind: 'edit', record: before, path: 'remark', baseRev: 1, to: `after ${this.#count}` }];
    return { id: `push-${this.#name}-${String(this.#count).padStart(5, '0')}`, mutations: [...creations, ...edit], records };
  }
}
