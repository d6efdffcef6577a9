// Turns changes of the workbook into the event entries Microsoft's client expects, [category, type, target, json, id].
// The numbers are the client's own; the client filters by what was registered.
import { formatRect, intersect } from './excel/address.ts';
import { valueTypeOf } from './excel/document/cell.ts';
import type { Actor, Change } from './excel/document/change.ts';

export interface EventEntry {
  messageCategory: number;
  messageType: number;
  targetId: string;
  message: string;
  id: number;
}

export const richApiCategory = 65536;
const workbookTarget = 'Workbook';

const eventType: Partial<Record<Change['kind'], number>> = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  format: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHidden: 22,
  protection: 24,
  name: 25,
  visibility: 26,
  moved: 27,
};

const tableEventType = { changed: 101, added: 102, deleted: 103 };

let nextEventId = 1;

export function entriesFor(change: Change, actor: Actor): EventEntry[] {
  if (change.kind === 'workbook' || change.kind === 'undoLost') return [];
  const common = {
    worksheetId: change.sheet.id,
    source: actor === 'coauthor' ? 'Remote' : 'Local',
    triggerSource: actor === 'addin' ? 'ThisLocalAddin' : 'Unknown',
  };
  if (change.kind === 'table') {
    const table = { ...common, tableId: change.id, tableName: change.name };
    return entries(tableEventType[change.what], [change.sheet.id, workbookTarget], table);
  }
  const type = eventType[change.kind];
  if (type === undefined) return [];
  const details = { ...common, ...detailsOf(change) };
  const own = entries(type, [change.sheet.id, workbookTarget], details);
  return change.kind === 'changed' ? [...own, ...tableEntries(change, details)] : own;
}

function tableEntries(change: Extract<Change, { kind: 'changed' }>, details: Record<string, unknown>): EventEntry[] {
  const touched = change.sheet.state.tables.filter((table) => intersect(table.rect, change.rect) !== undefined);
  return touched.flatMap((table) =>
    entries(tableEventType.changed, [table.id, change.sheet.id, workbookTarget], { ...details, tableId: table.id }),
  );
}

function entries(messageType: number, targetIds: string[], details: Record<string, unknown>): EventEntry[] {
  const message = JSON.stringify(details);
  return targetIds.map((targetId) => ({
    messageCategory: richApiCategory,
    messageType,
    targetId,
    message,
    id: nextEventId++,
  }));
}

type SheetChange = Exclude<Change, { kind: 'workbook' | 'undoLost' | 'table' }>;

function detailsOf(change: SheetChange): Record<string, unknown> {
  switch (change.kind) {
    case 'changed':
      return {
        ...placeOf(change),
        changeType: change.changeType,
        shiftDirection: change.shift ?? 'None',
        ...(change.details === undefined
          ? {}
          : {
              valueBefore: change.details.before,
              valueAfter: change.details.after,
              valueTypeBefore: valueTypeOf(change.details.before),
              valueTypeAfter: valueTypeOf(change.details.after),
            }),
      };
    case 'format':
    case 'selection':
    case 'rowSorted':
    case 'columnSorted':
      return placeOf(change);
    case 'rowHidden':
      return { ...placeOf(change), changeType: change.hidden ? 'Hidden' : 'Unhidden' };
    case 'name':
      return { nameBefore: change.before, nameAfter: change.after };
    case 'visibility':
      return { visibilityBefore: change.before, visibilityAfter: change.after };
    case 'moved':
      return { positionBefore: change.before, positionAfter: change.after };
    case 'protection':
      return { isProtected: change.isProtected };
    default:
      return {};
  }
}

function placeOf(change: Extract<SheetChange, { rect: unknown }>): Record<string, unknown> {
  const address = formatRect(change.rect);
  return { address, referenceId: `${change.sheet.id}!${address}` };
}
