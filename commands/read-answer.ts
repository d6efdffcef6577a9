// What `read` prints of one workbook: its records with the cells of their values, what could not be read, what was left
// alone. Knows no files.

import { formOf } from '../domain/forms/registry.ts';
import { hasContent } from '../domain/forms/completeness.ts';
import { fieldAt, isRows, pathsOf, rowsInOrder, tableAt } from '../domain/forms/fields.ts';
import type { FieldProblem, FormDefinition, Path } from '../domain/forms/definition.ts';
import type { Others } from '../domain/forms/linked.ts';
import { checkFields } from '../domain/forms/validate.ts';
import { addressOf, rangeAddress } from '../addin/sheets/image.ts';
import type { WorkbookImage } from '../addin/sheets/image.ts';
import { recogniseWorkbook } from '../addin/sheets/recognise.ts';
import type { RecognisedRecord, SheetProblem } from '../addin/sheets/recognised.ts';
import { cellsAsRead, recordAsRead } from '../addin/sheets/truth.ts';
import type { ReadFields } from '../addin/sheets/truth.ts';
import { wordProblem } from '../addin/words/problems.ts';

export interface ReadAnswer {
  readonly file: string;
  readonly records: readonly {
    readonly form: string;
    readonly sheet: string;
    readonly range: string;
    readonly fields: ReadFields;
    /** Address by the path of a value: `visits[0].result`. */
    readonly cells: Readonly<Record<string, string>>;
    /** 0 to 1: the part of the values that were read without a doubt. */
    readonly confidence: number;
  }[];
  readonly problems: readonly ReadProblem[];
  /** Sheets on which nothing was recognised, hidden ones, which are left alone, and labels without a meaning. */
  readonly unmatched: readonly (UnmatchedSheet | UnmatchedLabelAt)[];
}

interface UnmatchedSheet {
  readonly sheet: string;
  readonly reason: 'nothing-recognised' | 'hidden';
}

/** A label that no form knows: of a form that was read, or of the one that the sheet looks like. */
interface UnmatchedLabelAt {
  readonly sheet: string;
  readonly cell: string;
  readonly form: string;
  readonly label: string;
  /** The value that it stands for. */
  readonly text: string;
}

interface ReadProblem {
  readonly code: string;
  readonly sheet: string;
  readonly cell: string;
  readonly form: string;
  readonly field: string;
  readonly text: string;
  readonly message: string;
}

export function readAnswer(file: string, image: WorkbookImage): ReadAnswer {
  const recognition = recogniseWorkbook({ ...image, name: file });
  const known = recognition.records.flatMap((record) => {
    const form = formOf(record.form);
    return form ? [{ record, form }] : [];
  });
  return {
    file,
    records: known.map(({ record, form }) => ({
      form: record.form,
      sheet: record.sheetName,
      range: rangeAddress(record.range),
      fields: recordAsRead(form, record.fields),
      cells: cellsAsRead(form, record),
      confidence: confidenceOf(record),
    })),
    problems: [...known.flatMap(({ record, form }) => problemsOf(record, form, (id) => known.filter((other) => other.form.id === id && other.record !== record).map((other) => other.record.fields)).map((problem) => problemAt(record, form, problem))), ...recognition.problems.map(sheetProblem)],
    unmatched: [
      ...recognition.unrecognised.map((sheet) => ({ sheet, reason: 'nothing-recognised' as const })),
      ...recognition.hidden.map((sheet) => ({ sheet, reason: 'hidden' as const })),
      ...recognition.layouts.flatMap(({ sheetName, form, labels }) => labels.map((label) => ({ sheet: sheetName, cell: addressOf(label.place.row, label.place.column), form, label: label.label, text: label.sample.text }))),
    ],
  };
}

function confidenceOf(record: RecognisedRecord): number {
  const values = pathsOf(record.fields).length + record.problems.length;
  const doubtful = new Set([...record.uncertain, ...record.problems.map((problem) => problem.path)]).size;
  return values === 0 ? 0 : Math.round(Math.max(0, 1 - doubtful / values) * 100) / 100;
}

/**
 * What could not be read, what was read but wants a yes or a look, then what the form refuses or lacks; a cell that could
 * not be read is not also missing.
 */
function problemsOf(record: RecognisedRecord, form: FormDefinition, others: Others): FieldProblem[] {
  const unread = new Set(record.problems.map((problem) => problem.path));
  const { missing, problems } = checkFields(form, record.fields);
  return [...record.problems, ...record.uncertain.map((path) => ({ code: 'uncertain', path })), ...(record.advice ?? []), ...(form.advise?.(record.fields, others) ?? []), ...[...problems, ...missing].filter((problem) => !unread.has(problem.path))];
}

function problemAt(record: RecognisedRecord, form: FormDefinition, problem: FieldProblem): ReadProblem {
  const cell = record.cells[problem.path];
  const place = cell ?? rowPlaceOf(record, problem.path) ?? record.place;
  const label = fieldAt(form, problem.path)?.label ?? tableAt(form, problem.path)?.label ?? problem.path;
  return {
    code: problem.code,
    sheet: record.sheetName,
    cell: addressOf(place.row, place.column),
    form: record.form,
    field: shownPath(record, form, problem.path),
    text: problem.text ?? (cell ? String(cell.value) : ''),
    message: `${label}：${wordProblem(problem)}`,
  };
}

/** What a sheet shows beside the values of records. */
function sheetProblem({ code, form, sheetName, row, column, text, path = '', facts }: SheetProblem): ReadProblem {
  return { code, sheet: sheetName, cell: addressOf(row, column), form, field: path.replace(/\/[^/]+\//, '[].'), text, message: wordProblem({ code, path: '', ...(facts ? { facts } : {}) }) };
}

function rowPlaceOf(record: RecognisedRecord, path: Path): RecognisedRecord['place'] | undefined {
  const [table, rowId] = path.split('/');
  return record.rowPlaces[`${table}/${rowId}`];
}

/** A path as the record's fields print it: rows are numbered among those that have content. */
function shownPath(record: RecognisedRecord, form: FormDefinition, path: Path): string {
  const [key, rowId, column] = path.split('/');
  const table = tableAt(form, path);
  const rows = record.fields[key!];
  if (!table || rowId === undefined) return path;
  const shown = isRows(rows) ? rowsInOrder(rows).filter(([, row]) => hasContent(table, row)) : [];
  const index = shown.findIndex(([id]) => id === rowId);
  return `${key}[${index < 0 ? shown.length : index}]${column === undefined ? '' : `.${column}`}`;
}
