// The books' side of a change: the negative of each line that no longer stands, and each line that is new. Nothing
// written earlier is ever touched.

import type { StatedFact } from '../db/schema.ts';
import { postingMonth } from './world.ts';
import type { World } from './world.ts';

export interface FactRow extends Omit<StatedFact, 'typed'> {
  readonly record: string;
  readonly seq: number;
  readonly sign: 1 | -1;
}

export function restate(
  world: World,
  record: string,
  seq: number,
  before: readonly StatedFact[],
  now: readonly StatedFact[],
): FactRow[] {
  const gone = before.filter((fact) => !now.some((other) => sameFact(fact, other)));
  const fresh = now.filter((fact) => !before.some((other) => sameFact(fact, other)));
  return [
    ...gone.map((fact) => row(fact, record, seq, -1, isOpen(world, fact) ? fact.posted : postingMonth(world, `${fact.posted}-01`))),
    ...fresh.map((fact) => row(fact, record, seq, 1, fact.posted)),
  ];
}

function isOpen(world: World, fact: StatedFact): boolean {
  return !world.closedMonths.has(fact.posted);
}

function row({ typed: _typed, ...fact }: StatedFact, record: string, seq: number, sign: 1 | -1, posted: string): FactRow {
  return { ...fact, posted, amount: sign === 1 ? fact.amount : fact.amount === 0 ? 0 : -fact.amount, record, seq, sign };
}

function sameFact(a: StatedFact, b: StatedFact): boolean {
  return a.measure === b.measure && a.line === b.line && a.member === b.member && a.customer === b.customer
    && a.day === b.day && a.amount === b.amount && a.posted === b.posted;
}
