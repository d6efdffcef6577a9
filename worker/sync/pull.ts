// What a sync pulls (step 7): the changes since the cursor, or page after page of everything visible, and of what was
// deleted or has left since, where the cursor is 0 or the scope is not that of the sender's rights.

import { forms } from '../../domain/forms/registry.ts';
import { limits } from '../../domain/protocol/messages.ts';
import type { SyncRequest } from '../../domain/protocol/messages.ts';
import { readScope } from '../../domain/protocol/visibility.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import type { PullWanted, VisibleTo } from './queries.ts';
import { formerViewer } from './read-world.ts';
import type { SyncWorld } from './read-world.ts';

export interface Pull {
  readonly wanted: PullWanted;
  readonly isSnapshot: boolean;
  /** The seq that the answer's cursor stands for, as far as reading goes. */
  readonly from: number;
  /** In a snapshot: the cursor up to which the workbook had everything; 0 where it had nothing, and nothing has gone. */
  readonly before: number;
}

export function pullFor(world: SyncWorld, request: SyncRequest, viewers: readonly Viewer[], scope: string): Pull {
  const isSameScope = request.scope === scope;
  if (request.cursor > 0 && request.cursor <= world.head.seq && isSameScope && !request.after) {
    return { isSnapshot: false, from: request.cursor, before: 0, wanted: { kind: 'changes', cursor: request.cursor, limit: limits.records } };
  }
  const isContinued = isSameScope && request.after && request.cursor <= world.head.seq;
  const [after, before] = isContinued ? readPlace(request.after!) : ['', request.cursor];
  return {
    isSnapshot: true,
    // What changes while pages are fetched must come afterwards: the cursor stays that of the first page.
    from: isContinued && request.cursor > 0 ? request.cursor : world.head.seq,
    before,
    wanted: {
      kind: 'snapshot',
      after,
      limit: limits.records + 1,
      since: before === 0 ? null : { before, former: viewers.map((viewer) => visibleTo(formerViewer(world, viewer))) },
    },
  };
}

/**
 * Where the next page begins, as the answer says it: after a record, and from which cursor the first page looked for what
 * has gone, since the request's cursor is a newer one by then. Without that, nothing is looked for.
 */
export function placeOf(after: string, before: number): string {
  return before === 0 ? after : `${before}.${after}`;
}

function readPlace(place: string): [after: string, before: number] {
  const [after, before] = place.split('.').reverse();
  return [after!, Number(before ?? 0)];
}

export function visibleTo(viewer: Viewer & { readonly former?: readonly string[] }): VisibleTo {
  return {
    member: viewer.member,
    departments: [...(viewer.former ?? []), viewer.department],
    scopes: Object.fromEntries(forms.map((form) => [form.id, readScope(form, viewer)])),
    customers: [...viewer.customers],
  };
}
