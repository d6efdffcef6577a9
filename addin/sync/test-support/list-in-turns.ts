// Test support: a list of contracts as people treat it, in random turns: typing, inserting, sorting whole rows and parts of
// them, cutting, copying, deleting, moving columns, copying and renaming sheets, losing `_keybook`. Checked after each sync.

import { expect } from 'vitest';
import { emptyWorkbookData } from '../../../simulator/excel/workbook-data.ts';
import type { SheetData } from '../../../simulator/excel/workbook-data.ts';
import { PaneError } from '../../panes/services.ts';
import type { SyncWishes } from '../../panes/services.ts';
import type { Random } from '../../sheets/test-support/random.ts';
import { placeOf } from '../../sheets/image.ts';
import { Desk } from './desk.ts';
import { MemoryWorker } from './memory-worker.ts';
import { headerOf, kinds, labels, rowsOf, tagOf, textOf } from './contract-list.ts';
import { reordered, withColumnAt, withColumnsSwapped, withCopyOf, withoutRow, withRowAt } from './moved-cells.ts';

export class Paper {
  readonly worker = new MemoryWorker();
  readonly typed = new Map<number, string>();
  /** Records that somebody copied, or called new beside one that looked like it: there may be more of them. */
  readonly #copies = new Set<number>();
  readonly #random: Random;
  readonly #hasKeys: boolean;
  desk!: Desk;
  #tags = 0;
  #step = 0;
  #devices = 0;
  #older: SheetData | null = null;

  constructor(random: Random, hasKeys: boolean) {
    this.#random = random;
    this.#hasKeys = hasKeys;
  }

  async begin(): Promise<this> {
    this.desk = await new Desk(this.worker).sit(emptyWorkbookData('台账'));
    this.desk.host.user.type('台账', 'A1', [['合同台账'], labels, ...Array.from({ length: 6 }, () => this.#rowOf((this.#tags += 1)))]);
    await this.sync();
    return this;
  }

  #rowOf(tag: number): string[] {
    this.#step += 1;
    this.typed.set(tag, textOf(tag, this.#step));
    return [this.#hasKeys ? `HT-${tag}-${this.#step}` : '', `客户${tag % 3}`, kinds[tag % 3]!, `2026-09-${String(1 + (tag % 28)).padStart(2, '0')}`, String(tag * 1_000 + this.#step), textOf(tag, this.#step)];
  }

  get sheets(): SheetData[] {
    return this.desk.host.toData().sheets.filter((sheet) => sheet.name !== '_keybook' && headerOf(sheet) !== null);
  }

  async put(sheet: SheetData): Promise<void> {
    const data = this.desk.host.toData();
    await this.desk.sit({ ...data, sheets: data.sheets.map((other) => (other.id === sheet.id ? sheet : other)) });
  }

  type(sheet: SheetData, row: number, label: number, text: string): void {
    const column = headerOf(sheet)!.columns[label]!;
    this.desk.host.user.type(sheet.name, `${String.fromCharCode(65 + column)}${row + 1}`, text);
  }

  async act(): Promise<void> {
    const random = this.#random;
    const sheet = random.pick(this.sheets);
    const rows = rowsOf(sheet);
    if (rows.length < 3) return this.insert(sheet);
    const { row, tag } = random.pick(rows);
    const first = rows[0]!.row;
    const isWhole = rows.every((one, turn) => one.row === first + turn);
    const turns = random.shuffled(rows.map((_row, turn) => turn));
    this.#step += 1;
    switch (random.whole(0, 12)) {
      case 0: case 1: case 2: return this.edit(sheet, row, tag);
      case 3: return this.insert(sheet);
      case 4: return isWhole ? this.put(reordered(sheet, first, turns)) : undefined;
      case 5: return isWhole ? this.sortPart(sheet, first, turns) : undefined;
      case 6: return this.remove(sheet, row, tag);
      case 7: return this.copy(sheet, row, tag);
      case 8: return this.arrangeColumns(sheet);
      case 9: return this.sheetsThemselves(sheet);
      case 10: return this.cutToAnotherSheet(sheet, row);
      case 11: return this.loseLedger();
      case 12: return this.colleague();
    }
  }

  edit(sheet: SheetData, row: number, tag: number): void {
    if (this.#hasKeys && this.#random.chance(0.25)) this.type(sheet, row, 0, `HT-${tag}-${this.#step}`);
    if (this.#random.chance(0.3)) this.type(sheet, row, 4, String(tag * 1_000 + (this.#step % 1_000)));
    this.type(sheet, row, 5, textOf(tag, this.#step));
    this.typed.set(tag, textOf(tag, this.#step));
  }

  async insert(sheet: SheetData): Promise<void> {
    const { row, columns } = headerOf(sheet)!;
    const rows = rowsOf(sheet);
    const at = rows.length === 0 ? row + 1 : this.#random.pick(rows).row;
    await this.put(withRowAt(sheet, at));
    const [name, texts] = [sheet.name, this.#rowOf((this.#tags += 1))];
    columns.forEach((column, label) => this.desk.host.user.type(name, `${String.fromCharCode(65 + column)}${at + 1}`, texts[label]!));
  }

  /** A selection without all its columns is sorted, synchronised, perhaps typed into, and sorted back. */
  async sortPart(sheet: SheetData, first: number, turns: readonly number[]): Promise<void> {
    // What was never synchronised cannot be told from what was typed just now, whoever sorts it.
    await this.sync();
    const before = await this.desk.read();
    const tags = rowsOf(sheet).map(({ tag }) => tag);
    if (before.pending.cells.length + before.questions.matches.length > 0 || this.sheets.length > 1 || new Set(tags).size < tags.length) return;
    const { columns } = headerOf(sheet)!;
    const some = this.#random.shuffled(columns).slice(0, this.#random.whole(1, columns.length - 1));
    await this.put(reordered(this.sheets.find((other) => other.id === sheet.id)!, first, turns, some));
    await this.sync();
    if (this.#random.chance(0.3)) await this.sync({ answers: [] });
    const now = this.sheets.find((other) => other.id === sheet.id)!;
    await this.put(reordered(now, first, turns.map((_turn, place) => turns.indexOf(place)), some));
  }

  async remove(sheet: SheetData, row: number, tag: number): Promise<void> {
    this.typed.delete(tag);
    await this.put(withoutRow(sheet, row));
  }

  async copy(sheet: SheetData, row: number, tag: number): Promise<void> {
    await this.put(withCopyOf(sheet, row));
    this.#copied([tag]);
    if (this.#random.chance(0.5)) return;
    const texts = this.#rowOf((this.#tags += 1));
    const now = this.sheets.find((other) => other.id === sheet.id)!;
    texts.forEach((text, label) => this.type(now, row + 1, label, text));
  }

  arrangeColumns(sheet: SheetData): Promise<void> {
    const { row, columns } = headerOf(sheet)!;
    const [one, two] = this.#random.shuffled(columns) as [number, number];
    if (this.#random.chance(0.3) && Math.max(...columns) < labels.length) return this.put(withColumnAt(sheet, one));
    return this.put(withColumnsSwapped(sheet, one, two, row));
  }

  sheetsThemselves(sheet: SheetData): void {
    if (this.#random.chance(0.6)) this.desk.host.user.renameSheet(sheet.name, `台账${this.#step}`);
    else if (this.sheets.length < 2) {
      this.#copied(rowsOf(sheet).map(({ tag }) => tag));
      this.desk.host.user.copySheet(sheet.name, `副本${this.#step}`);
    }
  }

  #copied(tags: readonly number[]): void {
    for (const tag of tags) this.#copies.add(tag);
  }

  async cutToAnotherSheet(sheet: SheetData, row: number): Promise<void> {
    const other = this.sheets.find((one) => one.id !== sheet.id);
    if (!other) return;
    const [from, to] = [headerOf(sheet)!, headerOf(other)!];
    const target = Math.max(to.row, ...rowsOf(other).map((one) => one.row)) + 1;
    const cells = from.columns.flatMap((column, label) => {
      const cell = sheet.cells[`${String.fromCharCode(65 + column)}${row + 1}`];
      return cell ? [[`${String.fromCharCode(65 + to.columns[label]!)}${target + 1}`, cell] as const] : [];
    });
    await this.put(withoutRow(sheet, row));
    await this.put({ ...other, cells: { ...other.cells, ...Object.fromEntries(cells) } });
  }

  /** Gone, or as it was some time ago; or the file lies on another machine by now. */
  async loseLedger(): Promise<void> {
    const data = this.desk.host.toData();
    const ledger = data.sheets.find((sheet) => sheet.name === '_keybook') ?? null;
    const kind = this.#random.whole(0, 2);
    const instead = kind === 0 ? [] : kind === 1 ? [this.#older ?? ledger] : [ledger];
    this.#older = ledger;
    if (kind === 2) this.desk = new Desk(this.worker, '林小满', `device-${(this.#devices += 1)}`);
    await this.desk.sit({ ...data, sheets: [...data.sheets.filter((sheet) => sheet.name !== '_keybook'), ...instead.flatMap((sheet) => sheet ?? [])] });
  }

  colleague(): void {
    const live = [...this.worker.records.values()].filter((record) => !record.deleted && record.fields['remark'] !== undefined);
    if (live.length === 0) return;
    const record = this.#random.pick(live);
    this.worker.edit(record.id, 'remark', `${textOf(tagOf(record.fields['remark']), this.#step)}同事`);
  }

  async sync(wishes?: SyncWishes): Promise<void> {
    if (this.#random.chance(0.15)) this.worker.faults.push(this.#random.pick(['offline', 'answer-lost', 'unavailable'] as const));
    await this.desk.sync(wishes).catch((error: unknown) => {
      if (!(error instanceof PaneError)) throw error;
    });
    this.worker.faults.length = 0;
    await this.check();
  }

  /** Answers what the person knows for certain, here and there. */
  async answer(): Promise<void> {
    const { questions } = await this.desk.read();
    const answers = questions.matches.flatMap(({ id, kind, fields, candidates }): { id: string; record: string }[] => {
      const tag = tagOf(fields.find(({ path }) => path === 'remark')?.value);
      if (kind === 'mixed' || Number.isNaN(tag)) return [];
      const own = candidates.find((candidate) => tagOf(this.worker.records.get(candidate.record)?.fields['remark']) === tag);
      const answer = kind === 'copy' ? this.#random.pick(['new', 'copy']) : (own?.record ?? 'new');
      if (answer === 'new') this.#copied([tag]);
      // Nothing of what is only a copy is ever sent, whatever was typed into it.
      if (answer === 'copy') this.typed.delete(tag);
      return [{ id, record: answer }];
    });
    const decided = questions.deletions.map(({ record }) => ({ record, as: this.#random.pick(['confirmed', 'keep', 'leftOut', 'open']) }));
    const of = (as: string): string[] => decided.filter((one) => one.as === as).map(({ record }) => record);
    await this.sync({ answers, deletions: { confirmed: of('confirmed'), keep: of('keep'), leftOut: of('leftOut') } });
  }

  async check(): Promise<void> {
    const live = [...this.worker.records.values()].filter((record) => !record.deleted);
    const mixed = live.map((record) => record.fields).filter((fields) => new Set([fields['contract_no'], fields['remark'], fields['amount']].flatMap((value) => (value === undefined ? [] : tagOf(value)))).size > 1);
    expect(mixed, 'values of two records in one').toEqual([]);
    for (const [tag, records] of Map.groupBy(live, (record) => tagOf(record.fields['remark']))) {
      if (!this.#copies.has(tag)) expect(records.length, `records of ${tag}`).toBe(1);
    }
    const texts = JSON.stringify(this.worker.requests.map(({ push }) => push));
    const unsent = [...this.typed.values()].filter((text) => !texts.includes(`"${text}"`));
    if (unsent.length === 0) return;
    const reading = await this.desk.read();
    const waiting = new Set([...reading.questions.matches, ...reading.pending.cells, ...reading.problems].map(({ cell }) => `${cell.sheet} ${placeOf(cell.address).row}`));
    for (const text of unsent) {
      const rows = this.sheets.flatMap((sheet) => Object.entries(sheet.cells).flatMap(([address, cell]) => (cell.value === text ? `${sheet.name} ${placeOf(address).row}` : [])));
      const isUnread = rows.some((row) => reading.unrecognised.some((sheet) => row.startsWith(`${sheet} `)));
      expect({ text, waits: isUnread || rows.some((row) => waiting.has(row)) }).toEqual({ text, waits: true });
    }
  }
}
