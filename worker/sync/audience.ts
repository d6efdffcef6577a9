// For whom a workbook is (step 8): bound at its first sync, to the member who signs in or their department, for good.

import type { Audience } from '../../domain/protocol/messages.ts';
import { AppError } from '../errors.ts';
import type { SyncWorld } from './read-world.ts';
import type { Desk } from './desk.ts';

export function audienceFor(world: SyncWorld, viewer: Desk['viewer'], asked: Audience | undefined): Audience {
  const { workbook } = world;
  if (workbook === null) return newAudience(viewer, asked);
  if (workbook.org !== world.org.id) throw new AppError('workbook-of-another-org');
  if (asked && (asked.kind !== workbook.audience.kind || asked.id !== workbook.audience.id)) throw new AppError('workbook-bound');
  return workbook.audience;
}

function newAudience(viewer: Desk['viewer'], asked: Audience | undefined): Audience {
  if (asked === undefined) return { kind: 'member', id: viewer.member };
  if (asked.id !== (asked.kind === 'member' ? viewer.member : viewer.department)) throw new AppError('audience-not-yours');
  return asked;
}
