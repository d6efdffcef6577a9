// What scorecards are reckoned from, read in one batch for one person or for all: people, facts, settings, archives.

import type { Archive } from '../../domain/rules/item.ts';
import type { PolicyParameter } from '../../domain/rules/rule.ts';
import type { Fact } from '../../domain/measures/fact.ts';
import type { Month } from '../../domain/values/day.ts';
import { firstDayOfPeriod, lastDayOfPeriod } from '../../domain/values/period.ts';
import type { Period } from '../../domain/values/period.ts';
import { policyOf } from '../books/policy.ts';
import { archivesStatement, changesStatement, factOf, factsStatement } from '../books/queries.ts';
import type { ArchiveRow, FactRow, People } from '../books/queries.ts';
import type { ChangeRow } from '../books/replay.ts';
import { rolesOn } from '../books/world.ts';
import type { Database } from '../db/database.ts';
import { scoredStatement } from './queries.ts';
import type { ScoredRow } from './queries.ts';

export interface ScoringBooks {
  /** Everybody asked for, scored or not. */
  readonly known: readonly { readonly id: string; readonly department: string }[];
  readonly members: readonly { readonly id: string; readonly name: string; readonly post: string; readonly department: string }[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly policy: readonly PolicyParameter[];
  readonly archives: ReadonlyMap<string, readonly Archive[]>;
}

const scoredRoles = ['manager', 'specialist'];

export async function readScoringBooks(database: Database, org: string, people: People, period: Period, months: readonly Month[]): Promise<ScoringBooks> {
  const [members, facts, changes, archives] = await database.batch([
    scoredStatement(org, people),
    factsStatement(org, people, [...months].sort()),
    changesStatement(org, 'policy-parameter'),
    archivesStatement(org, people, lastDayOfPeriod(period)),
  ]);
  const rows = members!.results as unknown as ScoredRow[];
  return {
    known: rows,
    members: rows.filter((row) => isScored(row, period)),
    facts: Map.groupBy((facts!.results as unknown as FactRow[]).map(factOf), (fact) => fact.member),
    policy: policyOf(changes!.results as unknown as ChangeRow[]),
    archives: archivesOf(archives!.results as unknown as ArchiveRow[]),
  };
}

/** Managers and specialists who belonged to the department at some time of the period. */
function isScored(row: ScoredRow, period: Period): boolean {
  const last = lastDayOfPeriod(period);
  if (row.joined > last || (row.left !== null && row.left < firstDayOfPeriod(period))) return false;
  return rolesOn(JSON.parse(row.roles), last).some((role) => scoredRoles.includes(role));
}

function archivesOf(rows: readonly ArchiveRow[]): Map<string, Archive[]> {
  const archives = new Map<string, Archive[]>();
  for (const { member, archive } of rows) {
    const counts = JSON.parse(archive ?? 'null') as [number, number] | null;
    if (counts === null) continue;
    const [filled, countable] = counts;
    archives.set(member, [...(archives.get(member) ?? []), { filled, countable }]);
  }
  return archives;
}
