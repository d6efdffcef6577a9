// What the screen 教一次版式 shows: each label with what it may stand for, what is taken, what cannot be read as chosen, and
// what is still free. Pure; knows no services.

import type { FormDefinition } from '../../domain/forms/definition.ts';
import { learnedField } from '../../domain/forms/learned-field.ts';
import { readValue } from '../../domain/forms/reading/read-value.ts';
import { synonymsOf } from '../../domain/forms/synonyms.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import { wordProblem } from '../words/problems.ts';
import type { UnknownLabel, UnknownLayout } from './services.ts';

/** By label: a path, null for 不读取; a label without an entry is not chosen yet. */
export type Choices = ReadonlyMap<string, string | null>;

export interface OptionGroup {
  /** '' for the form's own fields. */
  readonly label: string;
  readonly options: readonly { readonly path: string; readonly label: string; readonly isTaken: boolean }[];
}

export interface LabelLine {
  readonly unknown: UnknownLabel;
  readonly choice: string | null | undefined;
  readonly groups: readonly OptionGroup[];
  /** Why the value beside the label would be a problem under the field that is chosen. */
  readonly warning: string | null;
}

export interface LayoutView {
  readonly lines: readonly LabelLine[];
  readonly unchosen: number;
  /** Labels of fields that stand nowhere, without those just chosen. */
  readonly free: readonly string[];
}

export function layoutView(form: FormDefinition, layout: UnknownLayout, choices: Choices): LayoutView {
  const lines = layout.labels.map((unknown): LabelLine => {
    const choice = choices.get(unknown.label);
    return { unknown, choice, groups: groupsFor(form, layout, unknown, choices), warning: warningOf(form, unknown, choice) };
  });
  const chosen = new Set(choices.values());
  const free = layout.free.filter(({ path }) => path.split('/').length < 3 && !chosen.has(path));
  return { lines, unchosen: lines.filter((line) => line.choice === undefined).length, free: free.map(({ path }) => pathLabel(form, path)) };
}

export function wordsOf(layout: UnknownLayout, choices: Choices): LearnedWord[] {
  return layout.labels.flatMap(({ label }) => {
    const path = choices.get(label);
    return path === undefined ? [] : [{ form: layout.form, label, path }];
  });
}

/** The form's fields, those with a label of their own closed, then what its tables have free. */
function groupsFor(form: FormDefinition, layout: UnknownLayout, unknown: UnknownLabel, choices: Choices): OptionGroup[] {
  const fits = layout.free.filter(({ path, kind }) => kind === unknown.kind && (unknown.table === '' || path.startsWith(`${unknown.table}/`))).map(({ path }) => path);
  const free = new Set(fits);
  const isTaken = (path: string): boolean => !free.has(path) || [...choices].some(([label, chosen]) => label !== unknown.label && chosen === path);
  const option = (path: string) => ({ path, label: pathLabel(form, path), isTaken: isTaken(path) });
  const scalars = unknown.table === '' && unknown.kind !== 'row' ? form.fields.map((field) => option(field.key)) : [];
  const byTable = Map.groupBy(fits.filter((path) => path.includes('/')), (path) => path.split('/')[0]!);
  const tables = [...byTable].map(([table, paths]) => ({ label: form.tables?.find((entry) => entry.key === table)?.label ?? table, options: paths.map(option) }));
  return [...(scalars.length > 0 ? [{ label: '', options: scalars }] : []), ...tables];
}

/** `客户名称`, `决策者：姓名`, `拜访：成果`, `决策者`; where a form prints a label twice, by its other name. */
export function pathLabel(form: FormDefinition, path: string): string {
  const [key, second, column] = path.split('/');
  if (second === undefined) {
    const field = form.fields.find((candidate) => candidate.key === key);
    if (!field) return path;
    const isShared = form.fields.some((other) => other !== field && other.label === field.label);
    return (isShared ? synonymsOf(field)[0] : undefined) ?? field.label;
  }
  const table = form.tables?.find((candidate) => candidate.key === key);
  const row = table?.fixedRows?.find((candidate) => candidate.key === second);
  if (row && column === undefined) return row.label;
  return `${row?.label ?? table?.label ?? ''}：${learnedField(form, path)?.label ?? path}`;
}

/** The sheet may name the year elsewhere: a day without one is no warning. */
function warningOf(form: FormDefinition, unknown: UnknownLabel, choice: string | null | undefined): string | null {
  const field = typeof choice === 'string' && unknown.kind !== 'row' ? learnedField(form, choice) : undefined;
  const reading = field && readValue(field.type, unknown.sample);
  if (reading?.kind !== 'problem' || reading.code === 'year-missing') return null;
  return wordProblem({ code: reading.code, path: choice!, text: reading.text }).split('。')[0]!;
}
