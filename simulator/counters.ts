// What an add-in's conversation with Excel costs. Housekeeping (freeing references, office.js' own start) is apart.
import type { ActionInfo, RequestBody } from './wire/protocol.ts';
import { actionType, pathType } from './wire/protocol.ts';

export class Counters {
  /** requests that do something: one for each context.sync() with work */
  syncs = 0;
  actions = 0;
  requestBytes = 0;
  responseBytes = 0;
  housekeeping = 0;

  count(request: RequestBody, requestBytes: number, responseBytes: number): void {
    if (isHousekeeping(request)) {
      this.housekeeping++;
      return;
    }
    this.syncs++;
    this.actions += request.Actions.length;
    this.requestBytes += requestBytes;
    this.responseBytes += responseBytes;
  }

  reset(): void {
    Object.assign(this, { syncs: 0, actions: 0, requestBytes: 0, responseBytes: 0, housekeeping: 0 });
  }
}

export function isHousekeeping(request: RequestBody): boolean {
  const isServiceOnly = Object.values(request.ObjectPaths).every((path) => path.Name.startsWith('Microsoft.'));
  return isServiceOnly || request.Actions.every((action) => freesReference(action, request));
}

/** the client opens a clean-up by instantiating the workbook */
function freesReference(action: ActionInfo, request: RequestBody): boolean {
  if (action.Name === '_RemoveReference' || action.ActionType === actionType.trace) return true;
  const path = request.ObjectPaths[action.ObjectPathId];
  return action.ActionType === actionType.instantiate && path?.ObjectPathType === pathType.globalObject;
}
