// A record while a push is being decided: what is stored, and what it becomes.

import type { FieldProblem, Fields, FormDefinition, Path } from '../../domain/forms/definition.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import type { StatedFact } from '../db/schema.ts';

export interface StoredRecord {
  readonly id: string;
  readonly form: string;
  readonly rev: number;
  readonly seq: number;
  readonly owner: string;
  readonly department: string;
  readonly customer: string | null;
  readonly natural: string;
  readonly day: string | null;
  readonly state: 'accepted' | 'incomplete';
  readonly deleted: boolean;
  readonly fields: Fields;
  readonly revs: Readonly<Record<Path, number>>;
  readonly refs: Readonly<Record<Path, string>>;
  readonly stated: readonly StatedFact[];
  readonly problems: readonly FieldProblem[];
  readonly open: string | null;
  /** Who changed it last, and when. */
  readonly member: string;
  readonly at: string;
}

export interface Draft {
  readonly form: FormDefinition;
  readonly before: StoredRecord | null;
  now: StoredRecord;
  /** What this push changes in it; null for a record that is only restated because another changed. */
  readonly patch: Patch | null;
  /** What history calls it where the patch does not tell. */
  readonly kind?: 'decide' | 'erase';
}
