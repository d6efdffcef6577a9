// What `_keybook` remembers of this workbook, as cells of text and back. Every block bears a checksum and the header lists
// them, so that a torn, mixed or stale ledger is seen: what is damaged is forgotten, never guessed. Knows no Excel.

import type { Audience, Mutation, SyncRequest, SyncResult } from '../../domain/protocol/messages.ts';
import { hash } from '../sheets/ledger-entry.ts';
import type { CellMark, DrawnArea } from '../excel/workbook-writes.ts';
import type { LedgerEntry } from '../sheets/ledger-entry.ts';
import type { SyncReceipt } from '../panes/services.ts';
import type { RememberedConflict } from './open-conflicts.ts';
import type { Takes } from './takes.ts';

/** What the Worker did not take, and why. */
export interface Refusal {
  /** Fingerprint of the record as it was sent: said again unchanged, it is refused again. */
  readonly content: string;
  readonly problems: SyncResult['problems'];
}

export interface SyncedEntry extends LedgerEntry {
  /** Sealed as a creation and not yet answered: the Worker may or may not have the record. */
  readonly unsent?: boolean;
  readonly refused?: Refusal;
  /** The record is no longer visible (or is deleted): its cells are left alone and nothing of them is sent. */
  readonly gone?: boolean;
  /** Gone because it was deleted: what is typed into its cells is still sent, and asked. */
  readonly deleted?: boolean;
  /** A change came while the record lay in no cell: it is asked for again once its cells are back. */
  readonly missed?: boolean;
  /** Rows of its tables, by `table/rowId`, that lie in no cell for want of room. */
  readonly waiting?: readonly string[];
}

export interface SealedPush {
  readonly id: string;
  readonly mutations: readonly Mutation[];
  /** Whose it is: each device seals its own, also where several have one file open. */
  readonly device?: string;
  /** Which of them were asked for in the pane: they say nothing of what stands in cells. */
  readonly asked?: readonly number[];
  /** It lay in a ledger in doubt: the cells may never have said it, or have heard more since. */
  readonly isDoubtful?: boolean;
}

export interface GeneratedSheet {
  readonly key: string;
  /** Excel's id, or `name:` and the name of a sheet that was made just then. */
  readonly sheet: string;
  readonly drawn?: DrawnArea;
}

export interface Ledger {
  readonly workbook: string;
  readonly org: string | null;
  readonly audience: Audience | null;
  /** All else is lost: for whom the workbook is was said before, and the Worker tells. */
  readonly isBound?: boolean;
  readonly cursor: number;
  /** '' asks for everything again: what is visible, and what was deleted or has left since the cursor. */
  readonly scope: string;
  readonly chain: string;
  readonly salt: string;
  readonly receipt: { readonly number: string; readonly at: string } | null;
  readonly takes: Takes;
  /** Forms whose records of old files somebody asked for here. */
  readonly takesImported: readonly string[];
  /** Forms of which records are visible and were not placed here. */
  readonly elsewhere: readonly string[];
  /** Rows that were asked about, or that the Worker called the same as a record which lies here too, by what they say. */
  readonly twins: Readonly<Record<string, string>>;
  /** Questions that were answered for good: the row is a copy of a record, and none itself. */
  readonly copies: readonly string[];
  /** The last receipts, the latest first. */
  readonly receipts: readonly SyncReceipt[];
  /** Open when the Worker was last asked. */
  readonly conflicts: readonly RememberedConflict[];
  /** Cells that bear a mark. */
  readonly marks: readonly CellMark[];
  readonly entries: readonly SyncedEntry[];
  readonly generated: readonly GeneratedSheet[];
  /** What this device sealed and has no answer to yet. */
  readonly sealed: SealedPush | null;
  /** What other devices sealed: they are at it, or will be. */
  readonly others: readonly SealedPush[];
  /** Parts were missing, and nobody has asked the Worker for everything since. */
  readonly isInDoubt: boolean;
}

export interface ReadLedger {
  readonly ledger: Ledger;
  /** new: the workbook has none; damaged: parts are missing, and the Worker is asked for everything again. */
  readonly state: 'new' | 'whole' | 'damaged';
}

type Header = Omit<Ledger, 'entries' | 'sealed' | 'others' | 'receipts'> & { readonly blocks: readonly string[] };

/** Excel holds 32,767 characters a cell. */
const charactersPerCell = 30_000;
const mark = 'K1';

export function newLedger(workbook: string, salt: string): Ledger {
  return { workbook, org: null, audience: null, cursor: 0, scope: '', chain: '', salt, receipt: null, takes: [], takesImported: [], elsewhere: [], twins: {}, copies: [], receipts: [], conflicts: [], marks: [], entries: [], generated: [], sealed: null, others: [], isInDoubt: false };
}

/** What the Worker must still have: the head that this workbook was told last. Nothing is known of it where everything is asked for. */
export function headOf({ cursor, chain }: Ledger): SyncRequest['head'] {
  return cursor > 0 && chain !== '' ? { cursor, link: chain } : undefined;
}

export function ledgerCells(ledger: Ledger): string[] {
  const { workbook, entries, sealed, others, receipts, ...rest } = ledger;
  const blocks = packed(entries).map((text, index) => ({ name: `E${index}`, text }));
  [...(sealed ? [sealed] : []), ...others].forEach((push, index) => blocks.push({ name: `S${index}`, text: JSON.stringify(push) }));
  if (receipts.length > 0) blocks.push({ name: 'R', text: JSON.stringify(receipts) });
  const header: Header = { workbook, ...rest, blocks: blocks.map(({ name, text }) => `${name}:${hash(text, '')}`) };
  return [{ name: 'H', text: JSON.stringify(header) }, ...blocks].flatMap(({ name, text }) => cellsOf(name, text));
}

/** Entries in blocks of at most a cell; one that is longer has a block of several cells to itself. */
function packed(entries: readonly SyncedEntry[]): string[] {
  const blocks: string[][] = [];
  let filled = Infinity;
  for (const entry of entries) {
    const text = JSON.stringify(entry);
    if (filled + text.length > charactersPerCell - 100) {
      blocks.push([]);
      filled = 0;
    }
    blocks[blocks.length - 1]!.push(text);
    filled += text.length + 1;
  }
  return blocks.map((texts) => `[${texts.join(',')}]`);
}

function cellsOf(name: string, text: string): string[] {
  const size = charactersPerCell - 60;
  const parts = Math.max(1, Math.ceil(text.length / size));
  return Array.from({ length: parts }, (_, part) => `${mark} ${name} ${part + 1}/${parts} ${hash(text, '')} ${text.slice(part * size, (part + 1) * size)}`);
}

/**
 * `fresh` is what a workbook without a usable ledger begins with; `mark` is how the one began that was written last. Of
 * another beginning is an older sheet (its entries help, and are doubted) or another workbook's (nothing of it is ours).
 */
export function readLedger(cells: readonly string[] | null, fresh: Ledger, { mark = null, device }: { readonly mark?: string | null; readonly device?: string } = {}): ReadLedger {
  const own = workbookIn(mark);
  if (cells === null) return own === null ? { ledger: fresh, state: 'new' } : inDoubt({ ...fresh, workbook: own, isBound: true });
  const read = readCells(cells, fresh);
  const isOurs = own === null || read.ledger.workbook === own;
  if (!isOurs) return inDoubt({ ...fresh, workbook: own, isBound: true });
  const isLast = mark === null || cells[0]?.startsWith(mark) === true;
  const seals = read.ledger.others;
  const sealed = seals.find((push) => push.device === undefined || push.device === device) ?? null;
  const ledger = { ...read.ledger, sealed, others: seals.filter((push) => push !== sealed) };
  return isLast && read.state === 'whole' ? { ledger, state: 'whole' } : inDoubt(ledger);
}

export function inDoubt(ledger: Ledger): ReadLedger {
  const doubted = (push: SealedPush): SealedPush => ({ ...push, isDoubtful: true });
  return { ledger: { ...ledger, scope: '', isInDoubt: true, sealed: ledger.sealed && doubted(ledger.sealed), others: ledger.others.map(doubted) }, state: 'damaged' };
}

function workbookIn(mark: string | null): string | null {
  return /"workbook":"([^"]+)"/.exec(mark ?? '')?.[1] ?? null;
}

function readCells(cells: readonly string[], fresh: Ledger): ReadLedger {
  const blocks = blocksIn(cells);
  const header = headerIn(blocks);
  // Without the header the salt is lost, and no hash of the entries can be compared with a cell.
  if (!header) return inDoubt(fresh);
  const { blocks: listed, ...rest } = header;
  const present = listed.filter((name) => blocks.has(name));
  const entries = present.filter((name) => name.startsWith('E')).flatMap((name) => JSON.parse(blocks.get(name)!) as SyncedEntry[]);
  const others = present.filter((name) => name.startsWith('S')).map((name) => JSON.parse(blocks.get(name)!) as SealedPush);
  const receiptsName = present.find((name) => name.startsWith('R:'));
  const receipts = receiptsName ? (JSON.parse(blocks.get(receiptsName)!) as SyncReceipt[]) : [];
  // Receipts are for people to read: without them nothing is in doubt.
  const isWhole = listed.every((name) => blocks.has(name) || name.startsWith('R:'));
  // A part that the header does not know is of another writing: its entries may be older than the cursor.
  const ledger = { ...fresh, ...rest, receipts, entries: distinct(entries), others };
  return isWhole && !ledger.isInDoubt ? { ledger, state: 'whole' } : inDoubt(ledger);
}

/** Blocks whose parts are all there and whose checksum holds, by `name:checksum`. */
function blocksIn(cells: readonly string[]): Map<string, string> {
  const parts = new Map<string, string[]>();
  for (const cell of cells) {
    const match = /^K1 (H|R|S\d*|E\d+) (\d+)\/(\d+) ([0-9a-f]+) ([\s\S]*)$/.exec(cell);
    if (!match) continue;
    const name = `${match[1]}:${match[4]}`;
    const list = parts.get(name) ?? Array.from<string>({ length: Math.min(Number(match[3]), cells.length) });
    list[Number(match[2]) - 1] = match[5]!;
    parts.set(name, list);
  }
  const blocks = new Map<string, string>();
  for (const [name, list] of parts) {
    const text = list.join('');
    if (hash(text, '') === name.slice(name.indexOf(':') + 1)) blocks.set(name, text);
  }
  return blocks;
}

function headerIn(blocks: ReadonlyMap<string, string>): Header | null {
  for (const [name, text] of blocks) {
    if (name.startsWith('H:')) return JSON.parse(text) as Header;
  }
  return null;
}

/** A record is remembered once; a ledger pasted together remembers it at its oldest rev, which can only ask too much. */
function distinct(entries: readonly SyncedEntry[]): SyncedEntry[] {
  const byRecord = new Map<string, SyncedEntry>();
  for (const entry of entries) {
    const known = byRecord.get(entry.record);
    if (!known || entry.rev < known.rev) byRecord.set(entry.record, entry);
  }
  return [...byRecord.values()];
}

/** Ids of sheets that were made by name are filled in at the next reading. */
export function withSheetIds(ledger: Ledger, idOfName: (name: string) => string | undefined): Ledger {
  const idOf = (sheet: string): string => (sheet.startsWith('name:') ? (idOfName(sheet.slice(5)) ?? sheet) : sheet);
  return {
    ...ledger,
    entries: ledger.entries.map((entry) => (entry.sheet.startsWith('name:') ? { ...entry, sheet: idOf(entry.sheet) } : entry)),
    marks: ledger.marks.map((mark) => ({ ...mark, sheet: idOf(mark.sheet) })),
    generated: ledger.generated.map((sheet) => ({ ...sheet, sheet: idOf(sheet.sheet) })),
  };
}
