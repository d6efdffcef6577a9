// Test support: a person at a simulated Excel with Keybook, talking to a Worker in memory.

import { connectionTo } from '../../connection/client.ts';
import { excelWorkbook } from '../../excel/host.ts';
import type { SyncProgress, SyncWishes } from '../../panes/services.ts';
import type { Workbook } from '../../excel/host.ts';
import { excelWith } from '../../excel/test-support/host.ts';
import type { WorkbookData } from '../../../simulator/excel/workbook-data.ts';
import type { ExcelHost } from '../../../simulator/host.ts';
import type { SignInAnswer } from '../../../domain/protocol/messages.ts';
import { SyncEngine } from '../engine.ts';
import type { Synced } from '../engine.ts';
import { conflictViews } from '../conflict-views.ts';
import { readingOf } from '../reading.ts';
import type { MemoryWorker } from './memory-worker.ts';

/** Over all desks of a run: two desks of one person never give the same id. */
let idsGiven = 0;

export class Desk {
  readonly engine: SyncEngine;
  readonly member: string;
  host!: ExcelHost;
  /** Round trips of reading and of writing, one number a call. */
  /** While Excel refuses because a cell is being edited. */
  onPause: () => void = () => (this.host.cellEditMode = false);
  readonly syncs: { read: number[]; write: number[] } = { read: [], write: [] };

  constructor(worker: MemoryWorker, member = '林小满', device = `device-${member}`) {
    this.member = member;
    let session: SignInAnswer | null = worker.signIn(member);
    this.engine = new SyncEngine({
      workbook: this.#counted(),
      connection: connectionTo({ base: '', fetch: worker.fetch, token: () => session?.token ?? null, onSignedOut: () => void (session = null) }),
      session: () => session,
      device: () => device,
      newId: () => `id-${member.codePointAt(0)}-${String((idsGiven += 1)).padStart(6, '0')}`,
      now: () => new Date().toISOString(),
      pause: async () => this.onPause(),
    });
  }

  async sit(data: WorkbookData | string[]): Promise<this> {
    this.host = await excelWith(data);
    return this;
  }

  async sync(wishes: SyncWishes = {}): Promise<Synced> {
    await excelWith(this.host.toData()).then((host) => (this.host = host));
    return this.syncHere(wishes);
  }

  /** Without swapping the workbook first: faults that a test has set stay. */
  syncHere(wishes: SyncWishes = {}, onProgress: (progress: SyncProgress) => void = () => {}): Promise<Synced> {
    return this.engine.synchronise(onProgress, wishes);
  }

  async read() {
    const look = await this.engine.look();
    return readingOf(look, this.engine.serverProblems, 0, [], { seen: this.engine.seen, conflicts: conflictViews(look, this.engine.heardConflicts, this.member) });
  }

  /** Says yes to every record that is asked whether it is to be deleted. */
  async syncDeleting(): Promise<Synced> {
    const { questions } = await this.read();
    return this.sync({ deletions: { confirmed: questions.deletions.map(({ record }) => record), keep: [] } });
  }

  cell(sheet: string, address: string) {
    return this.host.toData().sheets.find((entry) => entry.name === sheet)?.cells[address] ?? { value: '' };
  }

  #counted(): Workbook {
    return {
      ...excelWorkbook,
      read: async () => {
        const content = await excelWorkbook.read();
        this.syncs.read.push(content.syncs);
        return content;
      },
      write: async (job) => {
        const outcome = await excelWorkbook.write(job);
        this.syncs.write.push(outcome.syncs);
        return outcome;
      },
    };
  }
}
