// Puts the add-in together: the pane's services over the workbook, the Worker and the sync engine. Knows no screens.

import { connectionTo } from './connection/client.ts';
import type { Connection } from './connection/client.ts';
import { sessionStore, storageOrMemory } from './connection/session-store.ts';
import type { KeyValueStorage, SessionStore } from './connection/session-store.ts';
import { excelWorkbook, storagePartition } from './excel/host.ts';
import type { Workbook } from './excel/host.ts';
import { generatedSheets } from './generated-sheets.ts';
import { listeners } from './learned/listeners.ts';
import { teachingOver } from './learned/teaching.ts';
import { wordStore } from './learned/word-store.ts';
import { oldFiles } from './old-files.ts';
import type { CellLink, PaneServices } from './panes/services.ts';
import { PaneError } from './panes/services.ts';
import { deviceSettings } from './news/device-settings.ts';
import { newsService } from './news/news-service.ts';
import { browserSurroundings } from './news/surroundings.ts';
import type { Surroundings } from './news/surroundings.ts';
import { labelKey } from './sheets/reading/label-text.ts';
import { sharedWorkbook } from './shared-workbook.ts';
import { inTurn } from './sync/in-turn.ts';
import { conflictViews } from './sync/conflict-views.ts';
import type { Look } from './sync/look.ts';
import { SyncEngine } from './sync/engine.ts';
import { patient, pauseFor } from './sync/patience.ts';
import { readingOf, readOn } from './sync/reading.ts';
import { writeBack } from './sync/write-back.ts';
import type { SignInAnswer } from '../domain/protocol/messages.ts';
import type { DepartmentScorecards, Evidence, Scorecard, Slip } from '../domain/rules/results.ts';

export interface AppParts {
  readonly workbook: Workbook;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly base: string;
  readonly store: SessionStore;
  /** What this device keeps beside the sign-in. */
  readonly storage: KeyValueStorage;
  readonly partition: string;
  readonly now: () => string;
  /** The browser's own where nothing is said. */
  readonly surroundings?: Surroundings;
}

/** What `addin/main.tsx` calls once Excel is ready. */
export async function createServices(parts: AppParts = browserParts()): Promise<PaneServices> {
  const { store } = parts;
  // Excel refuses everything while a cell is being edited: all of this waits for the person.
  const workbook = patient(parts.workbook, { pause: pauseFor });
  const connection = connectionTo({ fetch: parts.fetch, base: parts.base, token: () => store.read()?.token ?? null, onSignedOut: () => store.write(null) });
  const words = wordStore(parts.storage, parts.partition, () => store.read());
  const teaching = teachingOver(connection, words, () => store.read() !== null);
  const reread = listeners();
  /** What the Worker says of the session and the department's words goes over what it said before. */
  const hear = ({ learned, ...said }: Partial<SignInAnswer>): void => {
    const session = store.read();
    if (session) store.write({ ...session, ...said, token: session.token });
    if (learned && words.heard(learned)) reread.tell();
  };
  const engine = new SyncEngine({ workbook: parts.workbook, connection, session: () => store.read(), device: () => store.device(), newId: randomId, now: parts.now, heard: ({ today, learned }) => hear({ today, ...(learned ? { learned } : {}) }), learned: () => words.words() });
  // A reading and a sync never overlap: the second waits for the first.
  const turn = inTurn();
  const undo = writeBack(workbook);
  const sheets = generatedSheets(workbook, engine, undo);
  // What somebody typed while Keybook wrote goes back into its cell, and is pending like all typing.
  workbook.onWrittenOver((patches) => void turn(() => workbook.write({ patches, plans: [], ledger: null })).then(() => reread.tell(), () => {}));
  const imports = oldFiles({ ...parts, connection, turn, learned: () => words.words(), newId: randomId });
  const conflictsIn = (look: Look) => conflictViews(look, engine.heardConflicts, store.read()?.member.name ?? '');
  const reading = async () => {
    const began = Date.now();
    const look = await engine.look();
    news.looked(look);
    await engine.recall(look);
    return readingOf(look, engine.serverProblems, Date.now() - began, words.all(), { seen: engine.seen, conflicts: conflictsIn(look) });
  };
  const synchronise: PaneServices['synchronise'] = (onProgress, wishes) =>
    turn(async () => {
      if (store.read()) await teaching.sendUnsent();
      const { receipt, written } = await engine.synchronise(onProgress, wishes);
      undo.remember({ cells: written, sheets: [] });
      return { receipt, reading: await reading() };
    });
  const { clock, isVisible, onSeen } = parts.surroundings ?? browserSurroundings();
  const news = newsService({ connection, settings: deviceSettings(parts.storage, parts.partition), synchronise, isSignedIn: () => store.read() !== null, today: () => store.read()?.today, onToday: (today) => hear({ today }), clock, isVisible });
  onSeen(() => news.active('seen'));
  return {
    session: () => store.read(),
    signIn: async (code, device) => {
      const { learned, ...session } = await connection.signIn(code, device);
      store.write(session);
      hear(learned ? { learned } : {});
      return session;
    },
    signOut: () => signOut(connection, store),
    refreshSession: async () => {
      if (store.read()) hear(await connection.get<Omit<SignInAnswer, 'token'>>('/api/session'));
      return store.read();
    },
    readWorkbook: () => {
      news.active('seen');
      return turn(reading);
    },
    onWorkbookChanged: (callback) => {
      const typed = (): void => {
        news.active('typed');
        callback();
      };
      const stops = [workbook.onChanged(typed), reread.add(callback)];
      return () => stops.forEach((stop) => stop());
    },
    synchronise: (onProgress, wishes) => {
      news.active('seen');
      return synchronise(onProgress, wishes);
    },
    scorecards: (period) => connection.get<DepartmentScorecards>(`/api/scorecards?${query({ period })}`),
    scorecard: (period, member) => connection.get<Scorecard>(`/api/scorecards/${encodeURIComponent(member)}?${query({ period })}`),
    slip: (month) => connection.get<Slip>(`/api/slips?${query({ month })}`),
    evidence: (figure) => connection.get<Evidence>(`/api/evidence?${query(evidenceQuery(figure))}`),
    writeScorecards: (period, onProgress) =>
      turn(async () => {
        const { scorecardSheets } = await import('./sheets/report/department-sheet.ts');
        const department = await connection.get<DepartmentScorecards>(`/api/scorecards?${query({ period })}`);
        const plans = scorecardSheets(department, undefined, { madeBy: store.read()?.member.name });
        // Who sees no one but themselves gets no ranking of one.
        return sheets.write(seesDepartment(store, ['director', 'hr', 'gm']) ? plans : plans.slice(1), onProgress);
      }),
    writeSlip: (month) =>
      turn(async () => {
        const { slipSheet } = await import('./sheets/report/slip-sheet.ts');
        const slip = await connection.get<Slip>(`/api/slips?${query({ month })}`);
        const member = store.read()?.member;
        return sheets.write([slipSheet(slip, undefined, { madeBy: member?.name, ...(seesDepartment(store, ['director', 'finance', 'gm']) ? {} : { member }) })]);
      }),
    insertBlankForm: (form) => turn(() => sheets.insertBlank(form, randomId())),
    answerProblem: (problem, choice) => turn(() => answer(engine, workbook, problem.cell, choice)),
    teach: async (learned, shared, layout) => {
      const told = await teaching.teach(learned.map((word) => ({ ...word, label: labelKey(word.label) })), shared);
      const now = await turn(reading);
      return { ...told, reading: now, ...readOn(engine.lastLook, layout) };
    },
    takeBack: (word) => teaching.takeBack(word),
    select: (cell) => workbook.select(cell),
    cellOf: (record, path = null) => engine.lastLook?.cellOf(record, path) ?? null,
    imports,
    ...sharedWorkbook({ workbook, connection, engine, turn, synchronise, news, conflictsIn }),
    checkUp: async (onFound) => (await import('./check-up/check-up.ts')).checkUpOver({ workbook, connection, engine, session: () => store.read(), reading: () => turn(reading), now: parts.now })(onFound),
    undoLastWrite: () => turn(async () => undo.undo(await engine.look())),
  };
}

async function signOut(connection: Connection, store: SessionStore): Promise<void> {
  // The device forgets the token even where the Worker is out of reach.
  await connection.signOut().catch(() => {});
  store.write(null);
}

function seesDepartment(store: SessionStore, roles: readonly string[]): boolean {
  return store.read()?.member.roles.some((role) => roles.includes(role)) ?? false;
}

/** Writes a roster name into the cell that was asked about, unless it changed since it was read. */
async function answer(engine: SyncEngine, workbook: Workbook, cell: CellLink, choice: string): Promise<void> {
  const { placeOf } = await import('./sheets/image.ts');
  const image = engine.lastLook?.content.image.sheets.find((sheet) => sheet.name === cell.sheet);
  if (!image) throw new PaneError({ code: 'sheet-gone', at: cell });
  const { row, column } = placeOf(cell.address);
  const expected = image.values[row - image.row]?.[column - image.column] ?? '';
  const { kept } = await workbook.write({ patches: [{ sheet: image.id, row, column, value: choice, expected }], plans: [], ledger: null });
  if (kept.length > 0) throw new PaneError({ code: kept[0]!.reason === 'protected' ? 'sheet-protected' : 'cell-changed', at: cell });
}

function evidenceQuery(figure: Parameters<PaneServices['evidence']>[0]): Record<string, string> {
  if ('item' in figure) return { member: figure.member, period: figure.period, item: String(figure.item) };
  return { member: figure.member, month: figure.month, ...(figure.record === undefined ? {} : { record: figure.record }) };
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Eighty random bits, as the Worker's own ids have; a UUID is more than twice as long, and every change names its record. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');
}

function browserParts(): AppParts {
  const storage = storageOrMemory(() => globalThis.localStorage);
  const partition = storagePartition();
  return {
    workbook: excelWorkbook,
    fetch: (address, init) => fetch(address, init),
    base: '',
    store: sessionStore(storage, partition, randomId),
    storage,
    partition,
    now: () => new Date().toISOString(),
  };
}
