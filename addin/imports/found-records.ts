// The records of one old file, each with what names it, what is asked about it and what is wrong with it. Pure. A record's
// id follows from its content and its sender, so that the same file imported again brings the same ids.

import type { FieldProblem, Fields, FormDefinition, Path } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { checkFields } from '../../domain/forms/validate.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import { importedId } from '../../domain/protocol/imported.ts';
import type { CellLink, PlacedProblem } from '../panes/services.ts';
import { addressOf } from '../sheets/image.ts';
import type { WorkbookImage } from '../sheets/image.ts';
import { fingerprintOf } from '../sheets/ledger-entry.ts';
import { labelOf } from '../sheets/match/pending.ts';
import { recogniseWorkbook } from '../sheets/recognise.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import { readAs } from '../sync/reading.ts';

export interface FoundRecord {
  readonly id: string;
  readonly form: FormDefinition;
  readonly fields: Fields;
  readonly label: string;
  readonly cell: CellLink;
  readonly questions: readonly PlacedProblem[];
  readonly problems: readonly PlacedProblem[];
  /** The form does not allow this content: the Worker would take nothing of it. */
  readonly isRefused: boolean;
}

export interface FoundInFile {
  readonly records: readonly FoundRecord[];
  /** Of no record: rows struck out, boxes that cannot be seen. */
  readonly problems: readonly PlacedProblem[];
  readonly leftAlone: readonly string[];
  readonly hidden: readonly string[];
}

/** With no year to fall back on but that of the file's name: an old file's days are not of this year. */
export function foundIn(image: WorkbookImage, sender: string, learned: readonly LearnedWord[] = []): FoundInFile {
  const recognition = recogniseWorkbook(image, { learned });
  const isEmpty = (name: string): boolean => image.sheets.some((sheet) => sheet.name === name && sheet.values.every((row) => row.every((value) => value === '')));
  return {
    records: recognition.records.flatMap((record) => {
      const form = formOf(record.form);
      return form ? [foundRecord(form, record, sender)] : [];
    }),
    problems: recognition.problems.map(({ code, form, sheetName, row, column, text }) => ({ code, path: '', text, form, field: '', cell: { sheet: sheetName, address: addressOf(row, column) }, weight: 'blocks' as const, from: 'sheet' as const })),
    leftAlone: recognition.unrecognised.filter((name) => !isEmpty(name)),
    hidden: recognition.hidden.filter((name) => !isEmpty(name)),
  };
}

function foundRecord(form: FormDefinition, record: RecognisedRecord, sender: string): FoundRecord {
  const { fields } = record;
  const checks = checkFields(form, fields);
  const unread = new Set(record.problems.map((problem) => problem.path));
  const others = [...checks.problems, ...checks.missing].filter((problem) => !unread.has(problem.path));
  return {
    id: importedId(`${fingerprintOf(fields, `${sender}\n${form.id}`)}${fingerprintOf(fields, `${form.id}\n${sender}`)}`),
    form,
    fields,
    label: labelOf(form, fields),
    cell: linkOf(record, null),
    questions: record.uncertain.map((path) => placed(record, { code: 'uncertain', path, text: String(record.cells[path]?.value ?? ''), facts: { read: readAs(form, fields, path) } }, 'asks')),
    problems: [...record.problems, ...others].map((problem) => placed(record, problem, 'blocks')),
    isRefused: checks.problems.length > 0,
  };
}

function placed(record: RecognisedRecord, problem: FieldProblem, weight: PlacedProblem['weight']): PlacedProblem {
  return { ...problem, form: record.form, field: problem.path, cell: linkOf(record, problem.path), weight, from: 'sheet' };
}

function linkOf(record: RecognisedRecord, path: Path | null): CellLink {
  const row = path?.split('/').slice(0, 2).join('/') ?? '';
  const place = (path === null ? undefined : (record.cells[path] ?? record.rowPlaces[row])) ?? record.place;
  return { sheet: record.sheetName, address: addressOf(place.row, place.column) };
}
