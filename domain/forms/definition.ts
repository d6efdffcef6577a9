// What a form is: its fields, tables, natural key, rights and the facts it states. Knows no cells: `addin/sheets`
// reads and draws a form from this, the Worker checks and stores it from this.

import type { MeasureId } from '../measures/registry.ts';
import type { Day } from '../values/day.ts';
import type { Others } from './linked.ts';

export type Role = 'manager' | 'specialist' | 'director' | 'support' | 'finance' | 'hr' | 'office' | 'gm' | 'admin';

/** How far a right reaches, from nothing to the whole organisation; `customers`: records of one's assigned customers too. */
export type Scope = 'none' | 'own' | 'customers' | 'department' | 'org';

export interface Option {
  readonly label: string;
  /** The printed letter, where the paper has one (`a`, `B`). */
  readonly code?: string;
  /** As paper prints it, where that says more than the label. */
  readonly printed?: string;
}

export type FieldType =
  | { readonly kind: 'text' | 'number' | 'money' | 'percent' | 'day' | 'month' | 'quarter' | 'day-or-text' | 'boolean' }
  /** A day, with its clock time where one is written (`2026-11-27 17:30`). */
  | { readonly kind: 'datetime' }
  /** Text resolved against the roster; the id is kept beside it in the record's `refs`. */
  | { readonly kind: 'customer' | 'member' }
  /** Several names in one cell. */
  | { readonly kind: 'names' }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] };

export interface Field {
  /** snake_case; a group's member is written with a dot (`third_party.name`). */
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required?: boolean;
  /** Counts for the completeness of the record. */
  readonly counts?: boolean;
  /** Personal data that masks hide. */
  readonly sensitive?: boolean;
  /** Printed and read, yet reckoned from other fields on most sheets (今日拜访数目). */
  readonly reckoned?: boolean;
  /** Only these roles may set or change the field. */
  readonly editors?: readonly Role[];
}

export interface FixedRow {
  /** The rowId (`decider`, `contact-1`). */
  readonly key: string;
  readonly label: string;
}

/** A table inside a card. */
export interface Table {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly Field[];
  /** The columns by which a free row is found again. */
  readonly rowKey: readonly string[];
  readonly fixedRows?: readonly FixedRow[];
  /** The column in which paper prints what a row is about (`role`, `duty`, an expense's item); it is no content by itself. */
  readonly rowLabel?: string;
  readonly required?: boolean;
  readonly counts?: boolean;
  /** Its rows are posts that sign: name and day stand beside or under a post. */
  readonly isSigned?: boolean;
  /** The column whose sum paper states in a row of its own (合计). */
  readonly total?: string;
  /** A list may give a row of this table a column of its own: a heading that ends so is the one value, its cell the other. */
  readonly across?: { readonly ending: string; readonly heading: string; readonly cell: string };
}

/** A scalar of a record. Money is fen, a day `YYYY-MM-DD`, a percent the number before the sign, names and choices a list. */
export type Value = string | number | boolean | readonly string[];

/** One row of a table inside a card; `order` is its place among its table's rows. */
export type Row = Readonly<Record<string, Value>> & { readonly order?: number };

/** A record's content: scalars by field key, tables by table key as `{rowId: row}`. Empty fields are left out. */
export type Fields = Readonly<Record<string, Value | Readonly<Record<string, Row>>>>;

/** `field`, or `table/rowId/column` (and `table/rowId/order`). */
export type Path = string;

/** What a record states for the books. The Worker adds member and customer ids, posting month, sign and seq. */
export interface FactLine {
  readonly measure: MeasureId;
  /** Day on which it happened; the posting month follows from it. */
  readonly day: Day;
  /** What inside the record states it: a rowId, a contract number, or ''. */
  readonly line: string;
  /** Whole, in the measure's unit. */
  readonly amount: number;
  /** Path of the member who is credited; without it, or where it is empty, the customer's owner on that day. */
  readonly member?: Path;
  /** Path of the customer; without it the record's own customer. */
  readonly customer?: Path;
}

export interface FormDefinition {
  readonly id: string;
  readonly title: string;
  /** card: one record a card; list: one record a row (or a group of rows with the same natural key). */
  readonly kind: 'card' | 'list';
  readonly fields: readonly Field[];
  readonly tables?: readonly Table[];
  /** The fields that say which thing of the world a record is; a table counts by the row keys of its rows. */
  readonly naturalKey: readonly string[];
  /** Field of the member to whom the record belongs; without it whoever sent it. */
  readonly owner?: string;
  /** Field of the customer whom the record is about. */
  readonly customer?: string;
  /** The record's customer is that of another form's record with the same value in `field` (receipt -> contract). */
  readonly customerThrough?: { readonly form: string; readonly field: string };
  /** Field of the record's own day, month or quarter. */
  readonly day?: string;
  /** Once accepted, a record may neither change nor go. */
  readonly appendOnly?: boolean;
  readonly rights: Readonly<Partial<Record<Role, { readonly read: Scope; readonly write: Scope }>>>;
  /** Business refusals of a complete record beyond types and required fields. */
  readonly check?: (fields: Fields) => readonly FieldProblem[];
  /** What a person should look at although the record is taken; `others` are the other records at hand. */
  readonly advise?: (fields: Fields, others: Others) => readonly FieldProblem[];
  readonly facts: (fields: Fields) => readonly FactLine[];
}

/** A problem on a field, worded in the pane by its code. */
export interface FieldProblem {
  readonly code: string;
  readonly path: Path;
  /** The text as typed, where it could not be read. */
  readonly text?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Answers to choose from (customer or member names). */
  readonly choices?: readonly string[];
}
