// Who is in conflict in tests of decisions, what a decision is, and what the Worker says of a record afterwards.

import type { Mutation, OpenConflict } from '../../domain/protocol/messages.ts';
import { clientOf, idOf } from './department.ts';

export const managerA = () => clientOf(idOf('managera'));
export const director = () => clientOf(idOf('director'));
export const decide = ({ record, id, rev }: OpenConflict, to: unknown, baseRev = rev): Mutation => ({ kind: 'decide', record, conflict: id, baseRev, to: to as never });
export const detailOf = async (record: string) => (await (await director().call('GET', `/api/records/${record}`)).json()) as {
  record: { fields: Record<string, unknown>; rev: number; deleted: boolean };
  history: { kind: string; patch: object }[];
  conflicts: { id: string; decided: number | null }[];
};
