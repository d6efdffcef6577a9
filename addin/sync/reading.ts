// What the pane is told of a reading: forms found, problems with their cells, what is pending. Pure.

import type { FieldProblem, Fields, FormDefinition, Path } from '../../domain/forms/definition.ts';
import { fieldAt, readPath } from '../../domain/forms/fields.ts';
import type { Others } from '../../domain/forms/linked.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { CellLink, FoundForm, KeptWord, PendingChange, PlacedProblem, UnknownLayout, WorkbookReading } from '../panes/services.ts';
import type { ConflictView } from '../panes/shared-services.ts';
import { knownFields } from '../sheets/reading/known-fields.ts';
import { writtenValue } from '../sheets/cells/written-value.ts';
import type { KnownRecord } from './known-record.ts';
import type { Ledger } from './ledger.ts';
import { isRefused } from './look.ts';
import type { Look } from './look.ts';
import { isOutOfSight, typedOutOfSight } from './out-of-sight.ts';
import { questionsOf } from './questions.ts';
import type { Seen } from './questions.ts';

/** What this pane knows beside the cells. */
export interface Beside {
  readonly seen?: Seen;
  readonly conflicts?: readonly ConflictView[];
}

export function readingOf(look: Look, serverProblems: ReadonlyMap<string, readonly FieldProblem[]>, milliseconds: number, learned: readonly KeptWord[] = [], { seen = () => undefined, conflicts = [] }: Beside = {}): WorkbookReading {
  const cells = pendingChanges(look);
  const count = (kind: PendingChange['kind']): number => new Set(look.mutations.filter((mutation) => mutation.kind === kind).map((mutation) => mutation.record)).size;
  const layouts = layoutsOf(look);
  return {
    forms: formsFound(look),
    layouts,
    learned,
    unrecognised: look.recognition.unrecognised.filter((name) => !isEmpty(look, name) && !layouts.some((layout) => layout.sheet === name)),
    problems: [...look.known.flatMap((known) => sheetProblems(look, known)), ...look.known.flatMap((known) => placed(look, known, (serverProblems.get(known.id) ?? refusedHere(look, known)).filter((problem) => stillStands(known, problem)), 'server')), ...outOfSight(look), ...rowsTakenBack(look)],
    pending: { created: count('create'), changed: count('edit'), deleted: count('delete'), cells },
    conflicts,
    questions: questionsOf(look, seen),
    lastSync: lastSyncOf(look.ledger),
    receipts: look.ledger.receipts,
    isNew: look.ledger.audience === null,
    elsewhere: look.ledger.elsewhere,
    readOnly: look.content.image.isStructureProtected ? 'structure-protected' : null,
    syncs: look.content.syncs,
    milliseconds,
  };
}

function lastSyncOf({ receipt, receipts: [latest] }: Ledger): WorkbookReading['lastSync'] {
  if (latest && !(receipt && receipt.at > latest.at)) return { at: latest.at, receipt: latest.number };
  return receipt && { at: receipt.at, receipt: receipt.number };
}

/** How much of a form is read on a sheet. */
export function readOn(look: Look | null, { form, sheet }: { readonly form: string; readonly sheet: string }): { readonly records: number; readonly fields: number } {
  const records = (look?.recognition.records ?? []).filter((record) => record.form === form && record.sheetName === sheet);
  return { records: records.length, fields: new Set(records.flatMap((record) => [...knownFields(record)])).size };
}

function layoutsOf(look: Look): UnknownLayout[] {
  return look.recognition.layouts.flatMap(({ form, sheet, sheetName, isRead, known, labels, free }) => {
    const title = formOf(form)?.title;
    if (title === undefined) return [];
    const shown = labels.map(({ label, place, kind, table, sample: { value, text, format } }) => ({ label, cell: look.linkOf(sheet, place), kind, table, sample: { value, text, format } }));
    return [{ form, title, sheet: sheetName, isRead, known, labels: shown, free }];
  });
}

/** An empty sheet was not left alone: there is nothing on it. */
function isEmpty(look: Look, name: string): boolean {
  const sheet = look.content.image.sheets.find((one) => one.name === name);
  return sheet !== undefined && sheet.values.every((row) => row.every((value) => value === ''));
}

function formsFound(look: Look): FoundForm[] {
  const pendingRecords = new Set(look.mutations.map((mutation) => mutation.record));
  const byForm = Map.groupBy(look.known, (known) => known.form.id);
  for (const list of look.recognition.lists) if (!byForm.has(list.form)) byForm.set(list.form, []);
  return [...byForm].flatMap(([id, records]) => {
    const form = formOf(id);
    if (!form) return [];
    const lists = look.recognition.lists.filter((list) => list.form === id);
    const sheets = [...new Set([...records.map((known) => known.found.sheetName), ...lists.map((list) => list.sheetName)])];
    const first = records[0] ? linkOf(look, records[0]) : { sheet: sheets[0]!, address: 'A1' };
    return [{ form: id, title: form.title, kind: form.kind, records: records.length, sheets, pending: records.filter((known) => pendingRecords.has(known.id)).length, first }];
  });
}

function sheetProblems(look: Look, known: KnownRecord): PlacedProblem[] {
  const uncertain = known.found.uncertain.map((path) => ({ code: 'uncertain', path, text: String(known.found.cells[path]?.value ?? ''), facts: { read: readAs(known.form, known.found.fields, path) } }));
  const advice = [...(known.found.advice ?? []), ...(known.form.advise?.(known.found.fields, othersIn(look, known)) ?? [])];
  return [...placed(look, known, known.found.problems, 'sheet'), ...placed(look, known, [...uncertain, ...advice], 'sheet', 'asks')];
}

function othersIn(look: Look, known: KnownRecord): Others {
  return (form) => look.known.filter((other) => other.form.id === form && other !== known).map((other) => other.found.fields);
}

/** What an earlier pane heard of a record that the Worker did not take. */
function refusedHere(look: Look, { id, entry }: KnownRecord): readonly FieldProblem[] {
  return isRefused(look, id) ? (entry!.refused!.problems as readonly FieldProblem[]) : [];
}

/** So much of a value the Worker repeats in a problem. */
const textSaid = 200;

/** The Worker spoke of a value that stands in the cell no more: the next sync says what is the case. */
function stillStands(known: KnownRecord, problem: FieldProblem): boolean {
  if (!known.found.cells[problem.path]) return true;
  const value = readPath(known.found.fields, problem.path);
  if (problem.code === 'missing') return value === undefined;
  return problem.text === undefined || problem.text === '' || (value !== undefined && String(value).slice(0, textSaid) === problem.text);
}

/** The value as it was understood, in the form's own writing. */
export function readAs(form: FormDefinition, fields: Fields, path: Path): string {
  const field = fieldAt(form, path);
  const value = readPath(fields, path);
  if (!field || value === undefined) return '';
  if (['day', 'datetime', 'day-or-text'].includes(field.type.kind)) return String(value);
  if (field.type.kind === 'percent') return `${String(value)}%`;
  return String(writtenValue(field, value).value);
}

function placed(look: Look, known: KnownRecord, problems: readonly FieldProblem[], from: PlacedProblem['from'], weight: PlacedProblem['weight'] = 'blocks'): PlacedProblem[] {
  return problems.map((problem) => ({ ...problem, form: known.form.id, field: problem.path, ...(known.entry && !known.entry.unsent && !isOutOfSight(known) ? { record: known.id } : {}), cell: look.cellOf(known.id, problem.path) ?? linkOf(look, known), weight, from }));
}

function pendingChanges(look: Look): PendingChange[] {
  return look.pending.map(({ mutation, form, label, sheet, place }) => ({ kind: mutation.kind, form, label, cell: look.linkOf(sheet, place) }));
}

/** Each sheet says once that records on it are read-only by now; each cell, that what was typed there is not sent. */
function outOfSight(look: Look): PlacedProblem[] {
  const gone = look.known.filter(isOutOfSight);
  const typed = gone.flatMap((known) => placed(look, known, typedOutOfSight(known, look).map((path) => ({ code: 'typed-out-of-sight', path, text: String(known.found.cells[path]!.value) })), 'sheet'));
  const bySheet = Map.groupBy(gone, ({ found, form }) => `${found.sheet} ${form.id}`);
  return [...typed, ...[...bySheet.values()].flatMap((records) => placed(look, records[0]!, [{ code: 'out-of-sight', path: '', text: '', facts: { records: records.length } }], 'sheet', 'asks'))];
}

/** What a sheet shows beside the values of records: rows struck out, above all. */
function rowsTakenBack(look: Look): PlacedProblem[] {
  return look.recognition.problems.map(({ code, form, sheet, row, column, text, path = '', facts, isAdvice }) => ({ code, path, text, ...(facts ? { facts } : {}), form, field: path, cell: look.linkOf(sheet, { row, column }), weight: isAdvice ? 'asks' : 'blocks', from: 'sheet' }));
}

function linkOf(look: Look, known: KnownRecord): CellLink {
  return look.linkOf(known.found.sheet, known.found.place);
}
