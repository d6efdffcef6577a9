// Gives the rows of a card found again the ids that the Worker's record has for them: the same row key first, then the
// same place. Rows that are new keep their own ids. Pure.

import { isRows, rowsInOrder } from '../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Row, Table } from '../../domain/forms/definition.ts';
import { renameRows } from '../sheets/match/match-rows.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';

export function alignRows(form: FormDefinition, found: RecognisedRecord, theirs: Fields): RecognisedRecord {
  const names = new Map<string, string>();
  for (const table of form.tables ?? []) {
    if (table.fixedRows) continue;
    for (const [mine, theirId] of pairs(table, rowsOf(found.fields, table), rowsOf(theirs, table))) names.set(`${table.key}/${mine}`, theirId);
  }
  return renameRows(found, names);
}

function pairs(table: Table, mine: [string, Row][], theirs: [string, Row][]): [string, string][] {
  const keyOf = (row: Row): string => JSON.stringify(table.rowKey.map((column) => row[column] ?? null));
  const free = new Map(theirs);
  const result: [string, string][] = [];
  const waiting: string[] = [];
  for (const [id, row] of mine) {
    const twin = [...free].find(([, other]) => keyOf(other) === keyOf(row));
    if (twin) {
      free.delete(twin[0]);
      result.push([id, twin[0]]);
    } else waiting.push(id);
  }
  for (const id of waiting) {
    const at = mine.findIndex(([mineId]) => mineId === id);
    const opposite = theirs[at]?.[0];
    if (opposite === undefined || !free.delete(opposite)) continue;
    result.push([id, opposite]);
  }
  return result.filter(([from, to]) => from !== to);
}

function rowsOf(fields: Fields, table: Table): [string, Row][] {
  const rows = fields[table.key];
  return isRows(rows) ? rowsInOrder(rows) : [];
}
