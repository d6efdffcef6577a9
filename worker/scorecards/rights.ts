// Whose scorecards and slips a person may see: all of the organisation or department by role, else only their own.

import type { SignedIn } from '../environment.ts';
import { AppError } from '../errors.ts';
import type { People } from '../books/queries.ts';

export interface Reach {
  readonly org: readonly string[];
  readonly department: readonly string[];
  readonly own: readonly string[];
}

export const scorecardReach: Reach = { org: ['gm', 'hr'], department: ['director'], own: ['manager', 'specialist'] };
export const slipReach: Reach = { org: ['gm'], department: ['director', 'finance'], own: ['manager', 'specialist'] };

export function peopleWithin(session: SignedIn, reach: Reach): People {
  const { roles, department, id } = session.member;
  const holds = (wanted: readonly string[]) => roles.some((role) => wanted.includes(role));
  if (holds(reach.org)) return { all: true };
  if (holds(reach.department)) return { department };
  if (holds(reach.own)) return { member: id };
  throw new AppError('role-lacks-right');
}

/** The member asked for, if there is one (else 404) and if they are within reach (else 403). */
export function assertWithin(people: People, member: { readonly id: string; readonly department: string } | undefined): void {
  if (!member) throw new AppError('not-found');
  if ('member' in people && people.member !== member.id) throw new AppError('role-lacks-right');
  if ('department' in people && people.department !== member.department) throw new AppError('role-lacks-right');
}
