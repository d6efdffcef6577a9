// Facts behind a figure by measure, in the order of their days. Pure, without words.

import type { Evidence } from '../../domain/rules/results.ts';

type EvidenceFact = Evidence['facts'][number];

export interface FactGroup {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly facts: readonly EvidenceFact[];
  readonly sum: number;
  /** How many records still state the measure after all reversals. */
  readonly records: number;
  readonly forms: readonly string[];
}

export function factGroups(evidence: Evidence): FactGroup[] {
  const byMeasure = new Map<string, EvidenceFact[]>();
  for (const fact of evidence.facts) {
    byMeasure.set(fact.measure, [...(byMeasure.get(fact.measure) ?? []), fact]);
  }
  return [...byMeasure.values()].map(groupOf);
}

function groupOf(facts: readonly EvidenceFact[]): FactGroup {
  const standing = new Map<string, number>();
  for (const fact of facts) standing.set(fact.record, (standing.get(fact.record) ?? 0) + fact.sign);
  const { measure, label, unit } = facts[0]!;
  return {
    measure,
    label,
    unit,
    facts: [...facts].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    sum: facts.reduce((sum, fact) => sum + fact.amount, 0),
    records: [...standing.values()].filter((count) => count > 0).length,
    forms: [...new Set(facts.map((fact) => fact.form))],
  };
}
