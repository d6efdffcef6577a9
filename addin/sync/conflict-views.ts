// Open conflicts as the pane shows them: both values with who and when, and the cell they are about. Pure.

import type { Fields, FormDefinition } from '../../domain/forms/definition.ts';
import { isRows } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { OpenConflict } from '../../domain/protocol/messages.ts';
import type { ConflictSide, ConflictView } from '../panes/shared-services.ts';
import { labelOf } from '../sheets/match/pending.ts';
import { lockedSheets, placeOfConflict } from './conflict-marks.ts';
import type { Look } from './look.ts';
import type { RememberedConflict } from './open-conflicts.ts';

/** `heard`: what the Worker has said of them to this pane; the workbook itself keeps no values. */
export function conflictViews(look: Look, heard: ReadonlyMap<string, OpenConflict>, member: string): ConflictView[] {
  const locked = lockedSheets(look);
  return look.ledger.conflicts.map((conflict) => ({ ...placedView(look, conflict, locked), ...saidView(heard.get(conflict.id), member), ...namedView(look, conflict, heard.get(conflict.id)) }));
}

type Named = Pick<ConflictView, 'id' | 'record' | 'form' | 'path' | 'label' | 'row'>;

function namedView(look: Look, { id, record, form: formId, path }: RememberedConflict, said: OpenConflict | undefined): Named {
  const form = formOf(formId);
  const fields = look.byId.get(record)?.found.fields ?? {};
  const row = form && rowName(form, fields, path);
  return { id, record, form: formId, path, label: said?.label ?? (form ? labelOf(form, fields) : ''), ...(row === undefined ? {} : { row }) };
}

function placedView(look: Look, { record, path }: RememberedConflict, locked: ReadonlySet<string>): Pick<ConflictView, 'cell' | 'mark'> {
  const known = look.byId.get(record);
  if (!known) return { cell: null, mark: 'none' };
  const { sheet } = known.found;
  const place = placeOfConflict(known.found, path);
  const isSet = place !== null && look.ledger.marks.some((mark) => mark.sheet === sheet && mark.row === place.row && mark.column === place.column);
  return { cell: look.linkOf(sheet, place ?? known.found.place), mark: isSet ? 'set' : place && locked.has(sheet) ? 'protected' : 'none' };
}

type Said = Pick<ConflictView, 'mine' | 'theirs' | 'base' | 'isGone' | 'side' | 'rev' | 'isHeard'>;

function saidView(said: OpenConflict | undefined, member: string): Said {
  const unknown: ConflictSide = { value: null, by: null, at: null };
  if (!said) return { mine: unknown, theirs: unknown, base: unknown, isGone: false, side: 'neither', rev: 0, isHeard: false };
  const side = said.by === member ? 'lost' : said.theirsBy === member ? 'stands' : 'neither';
  return {
    mine: { value: said.mine, by: said.by, at: said.at },
    theirs: { value: said.theirs, by: said.theirsBy, at: said.theirsAt },
    base: { value: said.base, by: null, at: null },
    isGone: said.deleted,
    side,
    rev: said.rev,
    isHeard: true,
  };
}

/** A printed row by its label, a free one by what its key columns say. */
export function rowName(form: FormDefinition, fields: Fields, path: string): string | undefined {
  const [key, rowId] = path.split('/');
  const table = form.tables?.find((one) => one.key === key);
  if (!table || rowId === undefined) return undefined;
  const printed = table.fixedRows?.find((row) => row.key === rowId)?.label;
  const rows = fields[table.key];
  const row = isRows(rows) ? rows[rowId] : undefined;
  const words = table.rowKey.map((column) => row?.[column]).filter((value) => value !== undefined && value !== '');
  return printed ?? (words.length > 0 ? words.join(' ') : undefined);
}
