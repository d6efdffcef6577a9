// Columns that a list of cards gives to the card's other tables: `高层姓名 | 高层职务 | 亲密程度`, `费用项目 | 费用金额`, or the
// table's word over them as a group. Each line says one row of such a table. Knows no rows.

import type { Field, Table } from '../../../domain/forms/definition.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import type { HeaderColumn } from '../reading/header.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import { labelKey, labelKeys, unitOf } from '../reading/label-text.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface SideTable {
  readonly table: Table;
  readonly columns: readonly HeaderColumn[];
}

const fewestColumns = 2;

export function sideTables(vocabulary: Vocabulary, headers: readonly HeaderCell[], rowsOf: Table | undefined): SideTable[] {
  const taken = new Set<HeaderCell>();
  return (vocabulary.form.tables ?? []).flatMap((table) => {
    // Of printed rows each has a column of its own, or several lines; whoever signs is named by a post.
    if (table === rowsOf || table.isSigned || (table.fixedRows && table.rowLabel)) return [];
    const columns = columnsOf(table, vocabulary, headers.map((header) => (taken.has(header) ? undefined : header)));
    if (columns.length < fewestColumns) return [];
    for (const { header } of columns) taken.add(header);
    return [{ table, columns }];
  });
}

/** Headings that say whose they are, and those beside them that the table knows as well. */
function columnsOf(table: Table, vocabulary: Vocabulary, headers: readonly (HeaderCell | undefined)[]): HeaderColumn[] {
  const said = headers.map((header) => header && columnSaid(table, vocabulary, header));
  const found = [...said];
  const isTaken = (field: Field): boolean => found.includes(field);
  for (const step of [1, -1]) {
    for (let place = step > 0 ? 1 : headers.length - 2; place >= 0 && place < headers.length; place += step) {
      const header = headers[place];
      if (found[place] || !header || !found[place - step]) continue;
      found[place] = table.columns.find((field) => !isTaken(field) && (names(field).some((name) => header.keys.includes(name)) || isPlainCost(table, field, header, found[place - step]!)));
    }
  }
  const seen = new Set<Field>();
  return headers.flatMap((header, place): HeaderColumn[] => {
    const field = found[place];
    if (!header || !field || seen.has(field)) return [];
    seen.add(field);
    const unit = unitOf(header.text);
    return [{ field, header, ...(unit ? { unit } : {}) }];
  });
}

/** 费用 beside 费用类别: how much that was. */
function isPlainCost({ label, across }: Table, field: Field, { text }: HeaderCell, beside: Field): boolean {
  return across !== undefined && field.key === across.cell && beside.key === across.heading && labelKey(text.replace(/[（(][^()（）]*[)）]/g, '')) === labelKey(label);
}

/** By the group above it, or by a word of the table's that its own begins with. */
function columnSaid(table: Table, { tables }: Vocabulary, { group = [], text, keys }: HeaderCell): Field | undefined {
  if (wordsOf(tables, group).includes(table)) return table.columns.find((field) => names(field).some((name) => labelKeys(text).includes(name)));
  for (const key of keys) {
    for (const word of beginnings(table)) {
      if (!key.startsWith(word)) continue;
      const rest = key.slice(word.length).replace(/^(人员|人|方|的)(?=..)/, '');
      const field = table.columns.find((column) => names(column).some((name) => name === rest || name === key));
      if (field) return field;
    }
  }
  return undefined;
}

function names(field: Field): string[] {
  return [field.label, ...synonymsOf(field)].map(labelKey);
}

const known = new WeakMap<Table, readonly string[]>();

/** 高层 and 接触高层 of 接触高层关系描述, 竞争对手 and 对手 of 竞争对手信息 and 对手信息; the longest first. */
function beginnings(table: Table): readonly string[] {
  const made = known.get(table) ?? [...new Set([table.label, ...synonymsOf(table)].flatMap((name) => {
    const word = labelKey(name).replace(/(关系描述|关系|信息|情况|分析|联系人|接触|记录|明细|报告)+$/, '');
    return [word, word.replace(/^(接触|主要)/, '')];
  }))].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
  known.set(table, made);
  return made;
}

/** The next row of a table, of those that `taken` lines have said. */
export function rowIdAt(table: Table, taken: number): string {
  return table.fixedRows?.[taken]?.key ?? `row-${taken}`;
}
