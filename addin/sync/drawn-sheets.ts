// Sheets that Keybook draws for records of colleagues: a list is one sheet a form, a card one sheet (many cards at once
// stand under one another). The ledger remembers each value as the drawn cell will be read again. Pure.

import type { Fields, FormDefinition } from '../../domain/forms/definition.ts';
import { layoutOf } from '../../domain/forms/layouts.ts';
import { drawForm } from '../sheets/write/draw-form.ts';
import { imageOfPlan } from '../sheets/write/image-of-plan.ts';
import { ledgerEntryOf } from '../sheets/ledger-entry.ts';
import { labelOf } from '../sheets/match/pending.ts';
import type { SheetPlan } from '../sheets/plan.ts';
import { recogniseSheet } from '../sheets/recognise.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import { alignRows } from './align-rows.ts';
import type { Arrival } from './arrivals.ts';
import type { SyncedEntry } from './ledger.ts';
import { stackPlans } from './stack-plans.ts';

export interface DrawnSheet {
  readonly plan: SheetPlan;
  /** Entries of the records on it; their sheet is known once it is drawn. */
  readonly entries: readonly SyncedEntry[];
}

/** So many cards still get a sheet each. */
export const cardsOfTheirOwn = 12;
const cardsASheet = 20;

export function drawnSheets(form: FormDefinition, arrivals: readonly Arrival[], salt: string): DrawnSheet[] {
  if (arrivals.length === 0) return [];
  if (form.kind === 'list') return listGroups(form, arrivals).map((group) => drawnWith(form, listPlan(form, group), group, salt));
  const groups = arrivals.length <= cardsOfTheirOwn ? arrivals.map((arrival) => [arrival]) : chunks(arrivals, cardsASheet);
  return groups.map((group) => drawnWith(form, cardPlan(form, group), group, salt));
}

function listPlan(form: FormDefinition, group: readonly Arrival[]): SheetPlan {
  const fields = group.map((arrival) => arrival.fields);
  return drawForm(form, fields, { name: [form.title, aboveText(form, fields[0]!)].filter(Boolean).join(' '), key: `list/${form.id}/${group[0]!.record.record}` });
}

export function cardPlan(form: FormDefinition, group: readonly Arrival[]): SheetPlan {
  const { record, fields } = group[0]!;
  const name = `${form.title} ${labelOf(form, fields).replaceAll(' · ', ' ')}${group.length > 1 ? ' 等' : ''}`;
  const plans = group.map((arrival) => drawForm(form, [arrival.fields], { name, key: `card/${record.record}` }));
  return plans.length === 1 ? plans[0]! : stackPlans(plans);
}

/** Rows that share what stands above their list. */
function listGroups(form: FormDefinition, arrivals: readonly Arrival[]): Arrival[][] {
  return [...Map.groupBy(arrivals, (arrival) => aboveText(form, arrival.fields)).values()];
}

function aboveText(form: FormDefinition, fields: Fields): string {
  return (layoutOf(form).above ?? []).map((key) => fields[key]).filter((value) => typeof value === 'string').join(' ');
}

export function drawnWith(form: FormDefinition, plan: SheetPlan, group: readonly Arrival[], salt: string): DrawnSheet {
  const found = [...recogniseSheet(imageOfPlan(plan), { forms: [form] }).records].sort((a, b) => a.place.row - b.place.row);
  // Drawn in this order, so read in this order; a record that cannot be read back is not remembered, and asked about.
  const entries = found.length === group.length ? group.map((arrival, index) => entryOf(form, arrival, found[index]!, salt)) : [];
  return { plan, entries };
}

export function entryOf(form: FormDefinition, { record, fields }: Arrival, found: RecognisedRecord, salt: string): SyncedEntry {
  const aligned = alignRows(form, found, fields);
  return ledgerEntryOf(form, { id: record.record, rev: record.rev, fields: aligned.fields, masked: record.masked }, aligned, salt);
}

function chunks<Entry>(entries: readonly Entry[], size: number): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) => entries.slice(index * size, (index + 1) * size));
}
