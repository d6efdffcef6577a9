// Who sits at which workbook in a simulation: the desks, the copies that are made of their files, and the requests that
// the network holds back.

import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import { firstSheets } from './company.ts';
import { Desk } from './desk.ts';
import { ImageWorkbook } from './image-workbook.ts';
import type { Editing } from './editing.ts';
import type { Random } from './random.ts';
import type { Server } from './server.ts';
import { Tokens } from './tokens.ts';

const members = ['m-manager-a', 'm-manager-b', 'm-director', 'm-specialist'];
const mostDesks = 6;

export class Office {
  readonly desks: Desk[] = [];
  readonly tokens = new Tokens();
  readonly #late: (() => Promise<unknown>)[] = [];
  readonly #random: Random;
  readonly #server: Server;
  readonly #onAnswer: (desk: Desk, answer: SyncAnswer) => void;
  #ids = 0;
  #days = 0;

  constructor(random: Random, server: Server, onAnswer: (desk: Desk, answer: SyncAnswer) => void) {
    this.#random = random;
    this.#server = server;
    this.#onAnswer = onAnswer;
    const desks = 2 + random(3);
    for (let index = 0; index < desks; index += 1) {
      const member = index < 2 ? members[index]! : random.pick(members);
      const name = `W${index + 1}`;
      // A blank one only takes in what others have.
      const isBlank = index > 0 && random.chance(40);
      const audience = random.chance(30) ? 'department' : 'member';
      this.#open(name, member, new ImageWorkbook(name, { sheets: isBlank ? [] : firstSheets(this.editing(member), name, () => this.#day()), ledger: null }), { audience });
    }
  }

  editing(member: string): Editing {
    return { member, tokens: this.tokens, random: this.#random, days: () => this.#day() };
  }

  /** A copy of the file, on another machine or the same: it has the ledger as it stands, a sealed push included. Null where there are enough. */
  copy(desk: Desk): Desk | null {
    if (this.desks.length >= mostDesks) return null;
    const name = `W${this.desks.length + 1}`;
    return this.#open(name, desk.member, new ImageWorkbook(name, desk.workbook.file()), { origin: desk.origin, audience: desk.audience, ...(this.#random.chance(50) ? { device: desk.device } : {}) });
  }

  /** The same file, open on a second machine at the same time; one that is the department's by anybody of it. Null where there are enough. */
  share(desk: Desk): Desk | null {
    if (this.desks.length >= mostDesks) return null;
    const member = desk.audience === 'member' ? desk.member : this.#random.pick(members);
    return this.#open(`W${this.desks.length + 1}`, member, desk.workbook, { origin: desk.origin, audience: desk.audience });
  }

  /** One of the requests that were held back reaches the server; false where there is none. */
  async deliverLate(): Promise<boolean> {
    const [deliver] = this.#late.splice(this.#random(Math.max(1, this.#late.length)), 1);
    await deliver?.();
    return deliver !== undefined;
  }

  #open(name: string, member: string, workbook: ImageWorkbook, { origin = name, device = `device-${name}`, audience }: { readonly origin?: string; readonly device?: string; readonly audience: Desk['audience'] }): Desk {
    const desk = new Desk({
      name, member, device, workbook, origin, audience, server: this.#server,
      newId: () => `id-${String((this.#ids += 1)).padStart(8, '0')}`,
      clockDays: this.#random(9) - 4,
      onAnswer: this.#onAnswer,
      onLate: (deliver) => void this.#late.push(deliver),
    });
    this.desks.push(desk);
    return desk;
  }

  #day(): string {
    this.#days += 1;
    return new Date(Date.parse('2026-01-01') + this.#days * 86_400_000).toISOString().slice(0, 10);
  }
}
